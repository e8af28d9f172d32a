/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in a chart what a digest holds: the finding as its title, place and unit below, points with their doubts, the
 * target with its state, the path it asks for and where the trend leads. How it looks is src/chart's. */
#include "uds-indicator-chart.h"

#include "uds-indicator-words.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
make_subtitle (UdsIndicatorDigest *digest,
               UdsLanguage         language)
{
  const char *place = uds_record_get_localized (uds_indicator_digest_get_indicator (digest), "place", language);
  const char *unit = uds_indicator_digest_get_unit (digest, language);

  if (place != NULL && unit != NULL)
    return g_strdup_printf ("%s · %s", place, unit);
  return g_strdup (place != NULL ? place : unit);
}

static char *
make_source (UdsRecord   *indicator,
             UdsLanguage  language)
{
  g_autofree char *source = uds_indicator_words_source (indicator, language);

  /* Translators: who published the figures */
  return source == NULL ? NULL : g_strdup_printf (_ ("Source: %s"), source);
}

static void
add_points (UdsIndicatorDigest *digest,
            UdsChartSpec       *spec,
            UdsLanguage         language)
{
  UdsRecord *record = uds_indicator_digest_get_series (digest);
  const char *title = uds_record_get_title (uds_indicator_digest_get_indicator (digest), language);
  const char *name = record != NULL ? uds_record_get_text (record, "name") : NULL;
  UdsChartSeries *series;

  if (uds_indicator_digest_get_n_points (digest) == 0)
    return;

  series = uds_chart_spec_add_series (spec, uds_record_get_id (record), name != NULL ? name : title);
  for (guint i = 0; i < uds_indicator_digest_get_n_points (digest); i++)
    {
      const UdsDigestPoint *point = uds_indicator_digest_get_point (digest, i);
      g_autofree char *label = uds_indicator_words_period (point, language);

      uds_chart_series_add_point (series, &(UdsChartPoint) {
                                              .position = point->position,
                                              .value = point->value,
                                              .quality = point->uncertain ? UDS_CHART_UNCERTAIN : UDS_CHART_MEASURED,
                                              .label = label,
                                              .note = point->footnote,
                                          });
    }
}

static UdsChartTargetState
get_target_state (UdsRecord *indicator)
{
  static const UdsChartTargetState states[] = {
    [UDS_TARGET_ACTIVE] = UDS_CHART_TARGET_ACTIVE,
    [UDS_TARGET_REACHED] = UDS_CHART_TARGET_REACHED,
    [UDS_TARGET_GIVEN_UP] = UDS_CHART_TARGET_GIVEN_UP,
    [UDS_TARGET_REPLACED] = UDS_CHART_TARGET_REPLACED,
  };

  return states[uds_target_state_from_name (uds_record_get_text (indicator, "target_state"))];
}

static void
add_target (UdsRecord    *indicator,
            UdsChartSpec *spec)
{
  UdsChartTarget target = { 0 };

  if (!uds_record_has (indicator, "target_value"))
    return;

  target.value = uds_record_get_real (indicator, "target_value");
  target.position = uds_record_get_real (indicator, "target_year");
  target.state = get_target_state (indicator);
  uds_chart_spec_add_target (spec, &target);
}

/* Where the value would be in @year if it went on growing as it did from the base to the latest point. */
static double
project (const UdsProgress *progress,
         int                year)
{
  return progress->latest.value * pow (1 + progress->observed_rate, year - progress->latest.year);
}

static void
add_paths (const UdsProgress *progress,
           UdsChartSpec      *spec)
{
  int end = progress->arrival_year > progress->latest.year ? MIN (progress->arrival_year, progress->target_year)
                                                           : progress->target_year;

  if (progress->reason != UDS_PROGRESS_REASON_TARGET || !progress->has_target)
    return;

  uds_chart_spec_set_required_path (
      spec, &(UdsChartPath) { progress->base.year, progress->base.value, progress->target_year, progress->target });
  if (progress->has_observed_rate && end > progress->latest.year)
    uds_chart_spec_set_projection (
        spec, &(UdsChartPath) { progress->latest.year, progress->latest.value, end, project (progress, end) });
}

/**
 * uds_indicator_chart_new:
 * @digest: a digest
 * @language: the language of numbers and content; texts of the program are in the session's
 *
 * Returns: (transfer full): the chart
 */
UdsChartSpec *
uds_indicator_chart_new (UdsIndicatorDigest *digest,
                         UdsLanguage         language)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  UdsChartSpec *spec = uds_chart_spec_new (language);
  g_autofree char *finding = uds_indicator_words_finding (digest, language);
  g_autofree char *subtitle = make_subtitle (digest, language);
  g_autofree char *source = make_source (indicator, language);
  const char *note = uds_record_get_localized (indicator, "note", language);

  uds_chart_spec_set_title (spec, finding);
  uds_chart_spec_set_subtitle (spec, subtitle);
  uds_chart_spec_set_unit (spec, uds_indicator_digest_get_unit (digest, language));
  uds_chart_spec_set_decimals (spec, uds_indicator_digest_get_decimals (digest));
  uds_chart_spec_set_source (spec, source);
  if (note != NULL)
    uds_chart_spec_add_footnote (spec, note);
  if (uds_record_has (indicator, "footnote"))
    uds_chart_spec_add_footnote (spec, uds_record_get_text (indicator, "footnote"));

  add_points (digest, spec, language);
  add_target (indicator, spec);
  add_paths (uds_indicator_digest_get_progress (digest), spec);
  return spec;
}
