/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in a chart what a digest or a view of it holds: the finding as its title, place and unit below, points with
 * their doubts, targets with their states, breaks in the series, the path to the target and where the trend leads. How
 * it looks is src/chart's. */
#include "uds-indicator-chart.h"

#include "uds-date.h"
#include "uds-indicator-rows-private.h"
#include "uds-indicator-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define PROJECTION_YEARS 50

static char *
make_subtitle (UdsRecord   *indicator,
               const char  *unit,
               UdsLanguage  language)
{
  const char *place = uds_record_get_localized (indicator, "place", language);

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

/* Points */

/* Whether a target or break is about a series; one that names none is about all. */
static gboolean
is_about (UdsRecord  *record,
          const char *series,
          const char *unit)
{
  const char *own_series = uds_record_get_text (record, "series");
  const char *own_unit = uds_record_get_text (record, "unit");

  return (own_series == NULL || g_strcmp0 (own_series, series) == 0)
         && (own_unit == NULL || g_strcmp0 (own_unit, unit) == 0);
}

static void
add_breaks (UdsIndicatorDigest *digest,
            UdsChartSeries     *line,
            const char         *series,
            const char         *unit,
            UdsLanguage         language)
{
  GPtrArray *breaks = uds_indicator_digest_get_breaks (digest);

  for (guint i = 0; i < breaks->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (breaks, i);

      if (is_about (record, series, unit))
        uds_chart_series_add_break (line, (double) uds_record_get_integer (record, "year"),
                                    uds_record_get_localized (record, "note", language));
    }
}

static UdsChartSeries *
add_line (UdsChartSpec           *spec,
          const UdsIndicatorLine *line,
          UdsLanguage             language)
{
  UdsChartSeries *series = uds_chart_spec_add_series (spec, line->id, line->label);

  for (guint i = 0; i < line->n_points; i++)
    {
      const UdsDigestPoint *point = &line->points[i];
      g_autofree char *label = uds_indicator_words_period (point, language);

      uds_chart_series_add_point (series, &(UdsChartPoint) {
                                              .position = point->position,
                                              .value = point->value,
                                              .quality = point->uncertain ? UDS_CHART_UNCERTAIN : UDS_CHART_MEASURED,
                                              .label = label,
                                              .note = point->footnote,
                                          });
    }
  return series;
}

static void
add_points (UdsIndicatorDigest *digest,
            UdsChartSpec       *spec,
            UdsLanguage         language)
{
  UdsRecord *record = uds_indicator_digest_get_series (digest);
  const char *title = uds_record_get_title (uds_indicator_digest_get_indicator (digest), language);
  const char *name = record != NULL ? uds_record_get_text (record, "name") : NULL;
  UdsIndicatorLine line = { NULL };

  if (uds_indicator_digest_get_n_points (digest) == 0 || !uds_indicator_digest_is_headline (digest))
    return;

  line.id = uds_record_get_id (record);
  line.label = (char *) (name != NULL ? name : title);
  line.points = uds_indicator_digest_get_point (digest, 0);
  line.n_points = uds_indicator_digest_get_n_points (digest);
  add_breaks (digest, add_line (spec, &line, language), name, uds_record_get_text (record, "unit"), language);
}

/* Targets */

static UdsChartTargetState
get_target_state (UdsRecord  *record,
                  const char *field)
{
  static const UdsChartTargetState states[] = {
    [UDS_TARGET_ACTIVE] = UDS_CHART_TARGET_ACTIVE,
    [UDS_TARGET_REACHED] = UDS_CHART_TARGET_REACHED,
    [UDS_TARGET_GIVEN_UP] = UDS_CHART_TARGET_GIVEN_UP,
    [UDS_TARGET_REPLACED] = UDS_CHART_TARGET_REPLACED,
  };

  return states[uds_target_state_from_name (uds_record_get_text (record, field))];
}

/* The target that progress is measured by, where the indicator has one. */
static gboolean
get_own_target (UdsRecord      *indicator,
                UdsChartTarget *target)
{
  if (!uds_record_has (indicator, "target_value"))
    return FALSE;

  *target = (UdsChartTarget) {
    .value = uds_record_get_real (indicator, "target_value"),
    .position = (double) uds_record_get_integer (indicator, "target_year"),
    .state = get_target_state (indicator, "target_state"),
  };
  return TRUE;
}

static void
get_dated_target (UdsRecord      *record,
                  UdsLanguage     language,
                  UdsChartTarget *target)
{
  UdsDate ended;

  *target = (UdsChartTarget) {
    .value = uds_record_get_real (record, "value"),
    .position = (double) uds_record_get_integer (record, "year"),
    .label = (char *) uds_record_get_localized (record, "name", language),
    .state = get_target_state (record, "state"),
  };
  if (uds_record_has (record, "ended") && uds_date_parse (uds_record_get_text (record, "ended"), &ended))
    target->ended = ended.year;
}

/* Whether two targets are one that was written down twice. */
static gboolean
is_same_target (const UdsChartTarget *own,
                const UdsChartTarget *dated)
{
  return own->value == dated->value
         && (own->position == dated->position || own->position == 0 || dated->position == 0);
}

/* All targets of a series, that which progress is measured by last, unless it stands among the dated ones: those know
 * more of it. */
static void
add_targets (UdsIndicatorDigest *digest,
             UdsChartSpec       *spec,
             const char         *series,
             const char         *unit,
             gboolean            is_own_series,
             UdsLanguage         language)
{
  GPtrArray *targets = uds_indicator_digest_get_targets (digest);
  UdsChartTarget own = { 0 };
  gboolean has_own = is_own_series && get_own_target (uds_indicator_digest_get_indicator (digest), &own);

  for (guint i = 0; i < targets->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (targets, i);
      UdsChartTarget target;

      if (!is_about (record, series, unit))
        continue;
      get_dated_target (record, language, &target);
      if (has_own && is_same_target (&own, &target))
        {
          has_own = FALSE;
          target.position = target.position != 0 ? target.position : own.position;
          target.state = uds_record_has (record, "state") ? target.state : own.state;
        }
      uds_chart_spec_add_target (spec, &target);
    }
  if (has_own)
    uds_chart_spec_add_target (spec, &own);
}

/* Paths */

/* Where the value would be in @year if it went on growing as it did from the base to the latest point. */
static double
project (const UdsProgress *progress,
         int                year)
{
  return progress->latest.value * pow (1 + progress->observed_rate, year - progress->latest.year);
}

/* The point that progress is counted from. */
static void
mark_base (UdsIndicatorDigest *digest,
           UdsChartSpec       *spec)
{
  const UdsProgress *progress = uds_indicator_digest_get_progress (digest);

  if (progress->status == UDS_PROGRESS_NOT_AVAILABLE)
    return;

  for (guint i = 0; i < uds_indicator_digest_get_n_points (digest); i++)
    if (uds_indicator_digest_get_point (digest, i)->year == progress->base.year)
      {
        uds_chart_spec_set_base (spec, i);
        return;
      }
}

/* The year the trend is drawn to: that in which it arrives, where that is not too far off to mean anything. */
static int
find_projection_end (const UdsProgress *progress)
{
  int n_years = progress->arrival_year - progress->latest.year;

  return n_years > 0 && n_years <= PROJECTION_YEARS ? progress->arrival_year : progress->target_year;
}

static void
add_paths (const UdsProgress *progress,
           UdsChartSpec      *spec)
{
  int end = find_projection_end (progress);

  if (progress->reason != UDS_PROGRESS_REASON_TARGET || !progress->has_target)
    return;

  uds_chart_spec_set_required_path (
      spec, &(UdsChartPath) { progress->base.year, progress->base.value, progress->target_year, progress->target });
  if (progress->has_observed_rate && end > progress->latest.year)
    uds_chart_spec_set_projection (
        spec, &(UdsChartPath) { progress->latest.year, progress->latest.value, end, project (progress, end) });
}

/* Frame */

static void
set_frame (UdsChartSpec       *spec,
           UdsIndicatorDigest *digest,
           const char         *unit,
           int                 decimals,
           UdsLanguage         language)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);
  g_autofree char *subtitle = make_subtitle (indicator, unit, language);
  g_autofree char *source = make_source (indicator, language);
  const char *note = uds_record_get_localized (indicator, "note", language);

  uds_chart_spec_set_subtitle (spec, subtitle);
  uds_chart_spec_set_unit (spec, unit);
  uds_chart_spec_set_decimals (spec, decimals);
  uds_chart_spec_set_source (spec, source);
  if (note != NULL)
    uds_chart_spec_add_footnote (spec, note);
  if (uds_record_has (indicator, "footnote"))
    uds_chart_spec_add_footnote (spec, uds_record_get_text (indicator, "footnote"));
}

/* Where the title stays as somebody wrote it, the figures speak below it. */
static void
add_beside_written (UdsChartSpec       *spec,
                    UdsIndicatorDigest *digest,
                    UdsLanguage         language)
{
  g_autofree char *text = uds_indicator_words_beside_written (digest, language);
  const char *subtitle = uds_chart_spec_get_subtitle (spec);
  g_autofree char *joined = NULL;

  if (text == NULL)
    return;

  joined = subtitle != NULL ? g_strdup_printf ("%s · %s", subtitle, text) : g_strdup (text);
  uds_chart_spec_set_subtitle (spec, joined);
}

/**
 * uds_indicator_chart_new:
 * @digest: a digest
 * @language: the language of numbers and content; texts of the program are in the session's
 *
 * Returns: (transfer full): the chart of its headline
 */
UdsChartSpec *
uds_indicator_chart_new (UdsIndicatorDigest *digest,
                         UdsLanguage         language)
{
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsRecord *series = uds_indicator_digest_get_series (digest);
  g_autofree char *finding = uds_indicator_words_finding (digest, language);

  uds_chart_spec_set_title (spec, finding);
  set_frame (spec, digest, uds_indicator_digest_get_unit (digest, language),
             uds_indicator_digest_get_decimals (digest), language);
  add_beside_written (spec, digest, language);
  add_points (digest, spec, language);
  mark_base (digest, spec);
  add_targets (digest, spec, series != NULL ? uds_record_get_text (series, "name") : NULL,
               series != NULL ? uds_record_get_text (series, "unit") : NULL, TRUE, language);
  add_paths (uds_indicator_digest_get_progress (digest), spec);
  return spec;
}

/* Whether the target that progress is measured by is about what is shown. */
static gboolean
shows_own_series (const UdsIndicatorView *view)
{
  UdsRecord *series = uds_indicator_digest_get_series (view->digest);

  return series == NULL
         || (g_strcmp0 (uds_record_get_text (series, "name"), view->selection->series) == 0
             && g_strcmp0 (uds_record_get_text (series, "unit"), view->selection->unit) == 0);
}

static void
add_shown_targets (UdsChartSpec           *spec,
                   const UdsIndicatorView *view,
                   UdsLanguage             language)
{
  add_targets (view->digest, spec, view->selection->series, view->selection->unit, shows_own_series (view), language);
}

/* Bars have room for one line: the target that counts. */
static void
add_counting_target (UdsChartSpec           *spec,
                     const UdsIndicatorView *view)
{
  UdsChartTarget target;

  if (shows_own_series (view) && get_own_target (uds_indicator_digest_get_indicator (view->digest), &target)
      && (target.state == UDS_CHART_TARGET_ACTIVE || target.state == UDS_CHART_TARGET_REACHED))
    uds_chart_spec_add_target (spec, &target);
}

static void
fill_lines (UdsChartSpec           *spec,
            const UdsIndicatorView *view,
            const GArray           *lines,
            UdsLanguage             language)
{
  const UdsIndicatorSelection *selection = view->selection;

  for (guint i = 0; i < lines->len; i++)
    {
      UdsIndicatorLine line = g_array_index (lines, UdsIndicatorLine, i);
      UdsChartSeries *series;

      if (line.label == NULL)
        line.label = (char *) _("All");
      series = add_line (spec, &line, language);
      add_breaks (view->digest, series, selection->series, selection->unit, language);
    }
  add_shown_targets (spec, view, language);
}

/* Two units have no axis in common: each line gets a chart of its own, over the same time. */
static void
fill_panels (UdsChartSpec           *spec,
             const UdsIndicatorView *view,
             const GArray           *lines,
             UdsLanguage             language)
{
  g_autoptr (UdsChartSpec) other = uds_indicator_chart_new (view->compared, language);
  g_autofree char *name = uds_indicator_words_name (view->compared, language);

  for (guint i = 0; i < lines->len; i++)
    {
      const UdsIndicatorLine *line = &g_array_index (lines, UdsIndicatorLine, i);
      g_autoptr (UdsChartSpec) panel = uds_chart_spec_new (language);
      g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (UdsIndicatorLine));

      g_array_append_val (own, *line);
      uds_chart_spec_set_title (panel, line->label);
      uds_chart_spec_set_unit (panel, uds_indicator_view_get_unit (view, language));
      uds_chart_spec_set_decimals (panel, uds_indicator_view_get_decimals (view));
      fill_lines (panel, view, own, language);
      uds_chart_spec_add_panel (spec, panel);
    }
  uds_chart_spec_set_title (other, name);
  uds_chart_spec_add_panel (spec, other);
}

/* What is said of the other indicator: where its figures come from, and why it is not among rows of another unit. */
static void
add_compared_notes (UdsChartSpec           *spec,
                    const UdsIndicatorView *view,
                    UdsLanguage             language)
{
  g_autofree char *name = NULL;
  g_autofree char *source = NULL;
  g_autofree char *text = NULL;

  if (view->compared == NULL)
    return;

  name = uds_indicator_words_name (view->compared, language);
  source = uds_indicator_words_source (uds_indicator_digest_get_indicator (view->compared), language);
  if (!uds_indicator_view_can_share (view, language) && view->selection->kind != UDS_CHART_LINES)
    /* Translators: the name of an indicator */
    text = g_strdup_printf (_("“%s” is measured in another unit and is not shown."), name);
  else if (source != NULL)
    text = g_strdup_printf (g_str_has_suffix (source, ".") ? "%s: %s" : "%s: %s.", name, source);
  if (text != NULL)
    uds_chart_spec_add_footnote (spec, text);
}

/**
 * uds_indicator_chart_new_view:
 * @view: a view of an indicator
 * @language: the language of numbers and content; texts of the program are in the session's
 *
 * Returns: (transfer full): the chart of what is selected
 */
UdsChartSpec *
uds_indicator_chart_new_view (const UdsIndicatorView *view,
                              UdsLanguage             language)
{
  g_autoptr (GArray) lines = NULL;
  g_autofree char *title = NULL;
  UdsChartSpec *spec;

  if (uds_indicator_selection_is_plain (view->selection, view->digest, view->parts))
    return uds_indicator_chart_new (view->digest, language);

  spec = uds_chart_spec_new (language);
  lines = uds_indicator_view_list_lines (view, language);
  title = uds_indicator_words_view_finding (view, language);
  uds_chart_spec_set_title (spec, title);
  set_frame (spec, view->digest, uds_indicator_view_get_unit (view, language), uds_indicator_view_get_decimals (view),
             language);
  add_compared_notes (spec, view, language);
  if (view->selection->kind != UDS_CHART_LINES)
    uds_indicator_rows_fill (spec, view, shows_own_series (view), language);
  else if (view->compared != NULL && !uds_indicator_view_can_share (view, language))
    fill_panels (spec, view, lines, language);
  else
    fill_lines (spec, view, lines, language);
  if (view->selection->kind == UDS_CHART_BARS)
    add_counting_target (spec, view);
  return spec;
}
