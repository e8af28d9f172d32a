/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in a chart what a digest holds: the finding as its title, place and unit below, points with their doubts, the
 * target with its state, the path it asks for and where the trend leads. How it looks is src/chart's. */
#include "uds-indicator-chart.h"

#include "uds-format.h"
#include "uds-period.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
format_latest (UdsIndicatorDigest *digest,
               double              value,
               UdsLanguage         language)
{
  return uds_format_quantity (value, uds_indicator_digest_get_decimals (digest),
                              uds_indicator_digest_get_unit (digest, language), language);
}

static char *
format_point_period (const UdsDigestPoint *point,
                     UdsLanguage           language)
{
  UdsPeriod period;

  if (!uds_period_parse (point->period, &period, NULL))
    return g_strdup (point->period);
  return uds_period_format (&period, language);
}

/* "Homeless people: up from 1,494 persons in 2009 to 1,461 persons in 2022" */
static char *
describe_change (UdsIndicatorDigest   *digest,
                 const char           *title,
                 const UdsDigestPoint *first,
                 const UdsDigestPoint *last,
                 UdsLanguage           language)
{
  g_autofree char *from = format_latest (digest, first->value, language);
  g_autofree char *to = format_latest (digest, last->value, language);
  g_autofree char *from_period = format_point_period (first, language);
  g_autofree char *to_period = format_point_period (last, language);

  if (g_str_equal (from, to))
    /* Translators: title, value, first period, last period */
    return g_strdup_printf (_("%1$s: unchanged at %2$s from %3$s to %4$s"), title, to, from_period, to_period);
  if (last->value > first->value)
    /* Translators: title, first value, first period, last value, last period */
    return g_strdup_printf (_("%1$s: up from %2$s in %3$s to %4$s in %5$s"), title, from, from_period, to, to_period);
  /* Translators: title, first value, first period, last value, last period */
  return g_strdup_printf (_("%1$s: down from %2$s in %3$s to %4$s in %5$s"), title, from, from_period, to, to_period);
}

/**
 * uds_indicator_chart_make_finding:
 * @digest: a digest
 * @language: the language of numbers and content
 *
 * Returns: (transfer full): what the points say, in a sentence; the finding somebody wrote by hand where there is one
 */
char *
uds_indicator_chart_make_finding (UdsIndicatorDigest *digest,
                                  UdsLanguage         language)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  const char *written = uds_record_get_localized (indicator, "finding", language);
  const char *title = uds_record_get_title (indicator, language);
  guint n_points = uds_indicator_digest_get_n_points (digest);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  if (written != NULL)
    return g_strdup (written);
  if (n_points == 0)
    return g_strdup (title);
  if (n_points > 1)
    return describe_change (digest, title, uds_indicator_digest_get_point (digest, 0),
                            uds_indicator_digest_get_latest (digest), language);

  value = format_latest (digest, uds_indicator_digest_get_latest (digest)->value, language);
  period = format_point_period (uds_indicator_digest_get_latest (digest), language);
  /* Translators: title, value, period */
  return g_strdup_printf (_("%1$s: %2$s in %3$s"), title, value, period);
}

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
      g_autofree char *label = format_point_period (point, language);

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
  static const char *const states[] = {
    [UDS_CHART_TARGET_ACTIVE] = "active",
    [UDS_CHART_TARGET_REACHED] = "reached",
    [UDS_CHART_TARGET_GIVEN_UP] = "given-up",
    [UDS_CHART_TARGET_REPLACED] = "replaced",
  };
  const char *state = uds_record_get_text (indicator, "target_state");

  for (gsize i = 0; state != NULL && i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i], state))
      return (UdsChartTargetState) i;
  return UDS_CHART_TARGET_ACTIVE;
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
  g_autofree char *finding = uds_indicator_chart_make_finding (digest, language);
  g_autofree char *subtitle = make_subtitle (digest, language);
  const char *note = uds_record_get_localized (indicator, "note", language);

  uds_chart_spec_set_title (spec, finding);
  uds_chart_spec_set_subtitle (spec, subtitle);
  uds_chart_spec_set_unit (spec, uds_indicator_digest_get_unit (digest, language));
  uds_chart_spec_set_decimals (spec, uds_indicator_digest_get_decimals (digest));
  uds_chart_spec_set_source (spec, uds_record_get_text (indicator, "source"));
  if (note != NULL)
    uds_chart_spec_add_footnote (spec, note);
  if (uds_record_has (indicator, "footnote"))
    uds_chart_spec_add_footnote (spec, uds_record_get_text (indicator, "footnote"));

  add_points (digest, spec, language);
  add_target (indicator, spec);
  add_paths (uds_indicator_digest_get_progress (digest), spec);
  return spec;
}
