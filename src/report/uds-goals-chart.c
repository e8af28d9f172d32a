/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in charts what the digests of goals hold. A goal's status in a year is its roll-up (uds-roll-up.c) of
 * its indicators, each assessed with the values up to that year and the target it has today. */
#include "uds-goals-chart.h"

#include "uds-indicator-chart.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define YEARS_SHOWN 12
#define LABEL_LENGTH 56 /* of a target, in letters */

/* The shapes of the six statuses, as they are everywhere. */
static const struct {
  UdsChartMarker marker;
  gboolean is_hollow;
  UdsChartTone tone;
} shapes[UDS_PROGRESS_N_STATUSES] = {
  [UDS_PROGRESS_ACHIEVED] = { UDS_CHART_MARKER_CIRCLE, FALSE, UDS_CHART_TONE_BEST },
  [UDS_PROGRESS_SUBSTANTIAL] = { UDS_CHART_MARKER_TRIANGLE, FALSE, UDS_CHART_TONE_GOOD },
  [UDS_PROGRESS_MODERATE] = { UDS_CHART_MARKER_WEDGE, FALSE, UDS_CHART_TONE_FAIR },
  [UDS_PROGRESS_LIMITED] = { UDS_CHART_MARKER_BAR, FALSE, UDS_CHART_TONE_FLAT },
  [UDS_PROGRESS_DETERIORATION] = { UDS_CHART_MARKER_DOWN, FALSE, UDS_CHART_TONE_BAD },
  [UDS_PROGRESS_NOT_AVAILABLE] = { UDS_CHART_MARKER_CIRCLE, TRUE, UDS_CHART_TONE_NONE },
};

static void
add_levels (UdsChartGrid *grid)
{
  for (int i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    uds_chart_grid_add_level (grid, &(UdsChartLevel) { uds_progress_status_get_label ((UdsProgressStatus) i),
                                                       shapes[i].marker, shapes[i].is_hollow, shapes[i].tone });
}

/* A column for each status, for counts of indicators. */
static void
add_statuses (UdsChartGrid *grid,
              const char   *heading)
{
  add_levels (grid);
  uds_chart_grid_set_heading (grid, heading);
  for (int i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    uds_chart_grid_add_column (grid, uds_progress_status_get_label ((UdsProgressStatus) i), (gsize) i);
}

static gsize
add_goal (UdsChartGrid *grid,
          UdsRecord    *goal,
          UdsLanguage   language)
{
  g_autofree char *number = uds_record_to_string (goal, "number");

  return uds_chart_grid_add_row (grid, uds_record_get_id (goal), number, uds_record_get_title (goal, language));
}

/* The first and last year of any value of the goals; nothing where there is none. */
static gboolean
find_years (GPtrArray *digests,
            int       *first,
            int       *last)
{
  *first = G_MAXINT;
  *last = 0;
  for (guint i = 0; i < digests->len; i++)
    {
      GPtrArray *indicators = uds_goal_digest_get_indicators (g_ptr_array_index (digests, i));

      for (guint j = 0; j < indicators->len; j++)
        {
          UdsIndicatorDigest *indicator = g_ptr_array_index (indicators, j);

          if (uds_indicator_digest_get_n_points (indicator) == 0)
            continue;
          *first = MIN (*first, uds_indicator_digest_get_point (indicator, 0)->year);
          *last = MAX (*last, uds_indicator_digest_get_latest (indicator)->year);
        }
    }
  /* Before the base year nothing is assessed. */
  *first = MAX (MAX (*first, UDS_PROGRESS_BASE_YEAR + 1), *last - YEARS_SHOWN + 1);

  return *last > 0 && *first <= *last;
}

/* Whether anything was known of a goal by then. */
static gboolean
has_values (UdsGoalDigest *digest,
            int            year)
{
  GPtrArray *indicators = uds_goal_digest_get_indicators (digest);

  for (guint i = 0; i < indicators->len; i++)
    {
      UdsIndicatorDigest *indicator = g_ptr_array_index (indicators, i);

      if (uds_indicator_digest_get_n_points (indicator) > 0
          && uds_indicator_digest_get_point (indicator, 0)->year <= year)
        return TRUE;
    }

  return FALSE;
}

/* The digests of goals, without that of the city as a whole. */
static GPtrArray *
list_goals (GPtrArray *digests)
{
  GPtrArray *goals = g_ptr_array_new ();

  for (guint i = 0; i < digests->len; i++)
    if (uds_goal_digest_get_goal (g_ptr_array_index (digests, i)) != NULL)
      g_ptr_array_add (goals, g_ptr_array_index (digests, i));

  return goals;
}

static gboolean
is_on_its_way (UdsProgressStatus status)
{
  return status == UDS_PROGRESS_ACHIEVED || status == UDS_PROGRESS_SUBSTANTIAL;
}

static void
set_year_cell (UdsChartGrid  *grid,
               gsize          row,
               gsize          column,
               UdsGoalDigest *digest,
               int            year)
{
  UdsRollUp sum = uds_goal_digest_roll_up_until (digest, year);
  g_autofree char *note = NULL;

  if (!has_values (digest, year))
    return;

  /* Translators: of a goal in one year */
  note = g_strdup_printf (ngettext ("%1$u of %2$u indicator assessed.", "%1$u of %2$u indicators assessed.",
                                    sum.n_indicators),
                          sum.n_assessed, sum.n_indicators);
  uds_chart_grid_set_cell (grid, row, column,
                           &(UdsChartCell) { .value = NAN, .level = uds_roll_up_get_status (&sum), .note = note });
}

static char *
make_years_finding (GPtrArray *goals,
                    int        year)
{
  guint n_on_their_way = 0;

  for (guint i = 0; i < goals->len; i++)
    {
      UdsRollUp sum = uds_goal_digest_roll_up_until (g_ptr_array_index (goals, i), year);

      n_on_their_way += is_on_its_way (uds_roll_up_get_status (&sum));
    }

  /* Translators: how many of how many goals, then a year */
  return g_strdup_printf (ngettext ("%1$u of %2$u goals is on its way or achieved in %3$d",
                                    "%1$u of %2$u goals are on their way or achieved in %3$d", n_on_their_way),
                          n_on_their_way, goals->len, year);
}

/**
 * uds_goals_chart_new_years:
 * @digests: (element-type UdsGoalDigest): the goals; that of the city as a whole is left out
 * @language: the language of content; texts of the program are in the session's
 *
 * Returns: (transfer full): a heat map of the goals' statuses in the latest twelve years
 */
UdsChartSpec *
uds_goals_chart_new_years (GPtrArray   *digests,
                           UdsLanguage  language)
{
  g_autoptr (GPtrArray) goals = list_goals (digests);
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_HEAT_MAP);
  g_autofree char *finding = NULL;
  int first, last;

  uds_chart_spec_set_title (spec, _("Goals over the years"));
  if (!find_years (goals, &first, &last))
    return spec;

  finding = make_years_finding (goals, last);
  uds_chart_spec_set_title (spec, finding);
  uds_chart_spec_set_subtitle (spec, _("Status of the goals, mean of their indicators"));
  uds_chart_spec_add_footnote (spec, _("Each year is assessed with the values up to then and the targets of today."));
  uds_chart_grid_set_heading (grid, _("Goal"));
  add_levels (grid);
  for (int year = first; year <= last; year++)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);

      uds_chart_grid_add_column (grid, label, UDS_CHART_NONE);
    }
  for (guint i = 0; i < goals->len; i++)
    {
      UdsGoalDigest *digest = g_ptr_array_index (goals, i);
      gsize row = add_goal (grid, uds_goal_digest_get_goal (digest), language);

      for (int year = first; year <= last; year++)
        set_year_cell (grid, row, (gsize) (year - first), digest, year);
    }

  return spec;
}

static void
set_counts (UdsChartGrid           *grid,
            gsize                   row,
            const UdsProgressTally *tally)
{
  for (gsize i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
    uds_chart_grid_set_cell (grid, row, i, &(UdsChartCell) { .value = tally->counts[i], .level = UDS_CHART_NONE });
}

/**
 * uds_goals_chart_new_statuses:
 * @digests: (element-type UdsGoalDigest): the goals; that of the city as a whole is left out
 * @language: the language of content; texts of the program are in the session's
 *
 * Returns: (transfer full): a heat map of how many indicators of each goal have each status
 */
UdsChartSpec *
uds_goals_chart_new_statuses (GPtrArray   *digests,
                              UdsLanguage  language)
{
  g_autoptr (GPtrArray) goals = list_goals (digests);
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_HEAT_MAP);
  guint n_indicators = 0, n_assessed = 0;
  g_autofree char *finding = NULL;

  add_statuses (grid, _("Goal"));
  for (guint i = 0; i < goals->len; i++)
    {
      UdsGoalDigest *digest = g_ptr_array_index (goals, i);
      const UdsProgressTally *tally = uds_goal_digest_get_tally (digest);
      gsize row = add_goal (grid, uds_goal_digest_get_goal (digest), language);

      n_indicators += uds_progress_tally_get_n_indicators (tally);
      n_assessed += uds_progress_tally_get_n_assessed (tally);
      set_counts (grid, row, tally);
    }

  finding = g_strdup_printf (ngettext ("%1$u of %2$u indicator assessed", "%1$u of %2$u indicators assessed",
                                       n_indicators),
                             n_assessed, n_indicators);
  uds_chart_spec_set_title (spec, finding);
  uds_chart_spec_set_subtitle (spec, _("Indicators of the goals by status"));
  return spec;
}

static UdsProgressTally
count_target (UdsGoalDigest *digest,
              UdsRecord     *target)
{
  GPtrArray *indicators = uds_goal_digest_get_indicators (digest);
  UdsProgressTally tally = { 0 };

  for (guint i = 0; i < indicators->len; i++)
    {
      UdsIndicatorDigest *indicator = g_ptr_array_index (indicators, i);
      const char *id = uds_record_get_text (uds_indicator_digest_get_indicator (indicator), "target");

      if (g_strcmp0 (id, uds_record_get_id (target)) == 0)
        uds_progress_tally_add (&tally, uds_indicator_digest_get_progress (indicator)->status);
    }
  return tally;
}

/* The sentences of the targets are long: a chart has room for how they begin. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;
  char *blank;

  if (g_utf8_strlen (text, -1) <= LABEL_LENGTH)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, LABEL_LENGTH);
  blank = strrchr (start, ' ');
  if (blank != NULL)
    *blank = '\0';
  if (g_str_has_suffix (start, ","))
    start[strlen (start) - 1] = '\0';
  return g_strconcat (start, "…", NULL);
}

static void
add_target (UdsChartGrid           *grid,
            UdsRecord              *target,
            const UdsProgressTally *tally,
            UdsLanguage             language)
{
  g_autofree char *label = shorten (uds_record_get_title (target, language));
  gsize row = uds_chart_grid_add_row (grid, uds_record_get_id (target), uds_record_get_text (target, "code"), label);

  set_counts (grid, row, tally);
}

/**
 * uds_goals_chart_new_targets:
 * @digests: (element-type UdsGoalDigest): the goals; that of the city as a whole is left out
 * @language: the language of content; texts of the program are in the session's
 *
 * Returns: (transfer full): a heat map of how many indicators of each target have each status; targets without an
 *   indicator are only counted
 */
UdsChartSpec *
uds_goals_chart_new_targets (GPtrArray   *digests,
                             UdsLanguage  language)
{
  g_autoptr (GPtrArray) goals = list_goals (digests);
  UdsChartSpec *spec = uds_chart_spec_new (language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_HEAT_MAP);
  guint n_targets = 0, n_measured = 0;
  g_autofree char *finding = NULL;

  add_statuses (grid, _("Target"));
  for (guint i = 0; i < goals->len; i++)
    {
      UdsGoalDigest *digest = g_ptr_array_index (goals, i);
      GPtrArray *targets = uds_goal_digest_get_targets (digest);

      n_targets += targets->len;
      for (guint j = 0; j < targets->len; j++)
        {
          UdsProgressTally tally = count_target (digest, g_ptr_array_index (targets, j));

          if (uds_progress_tally_get_n_indicators (&tally) == 0)
            continue;
          add_target (grid, g_ptr_array_index (targets, j), &tally, language);
          n_measured++;
        }
    }

  finding = g_strdup_printf (ngettext ("%1$u of %2$u target is measured", "%1$u of %2$u targets are measured",
                                       n_measured),
                             n_measured, n_targets);
  uds_chart_spec_set_title (spec, finding);
  uds_chart_spec_set_subtitle (spec, _("Indicators of the measured targets by status"));
  return spec;
}

static UdsChartSpec *
make_goal_panel (UdsGoalDigest *digest,
                 int            first,
                 int            last,
                 UdsLanguage    language)
{
  UdsRecord *goal = uds_goal_digest_get_goal (digest);
  UdsChartSpec *panel = uds_chart_spec_new (language);
  g_autofree char *number = uds_record_to_string (goal, "number");
  g_autofree char *title = g_strdup_printf ("%s %s", number, uds_record_get_title (goal, language));
  UdsChartSeries *series = uds_chart_spec_add_series (panel, uds_record_get_id (goal), title);

  uds_chart_spec_set_title (panel, title);
  uds_chart_spec_set_decimals (panel, 1);
  for (int year = first; year <= last; year++)
    {
      UdsRollUp sum = uds_goal_digest_roll_up_until (digest, year);
      double score;

      if (uds_roll_up_get_score (&sum, &score))
        uds_chart_series_add_point (series, &(UdsChartPoint) { .position = year, .value = score });
    }

  return panel;
}

/**
 * uds_goals_chart_new_multiples:
 * @digests: (element-type UdsGoalDigest): the goals; that of the city as a whole is left out
 * @language: the language of content; texts of the program are in the session's
 *
 * Returns: (transfer full): a small chart for each goal: its score over the latest twelve years, all on one scale
 */
UdsChartSpec *
uds_goals_chart_new_multiples (GPtrArray   *digests,
                               UdsLanguage  language)
{
  g_autoptr (GPtrArray) goals = list_goals (digests);
  UdsChartSpec *spec = uds_chart_spec_new (language);
  g_autofree char *finding = NULL;
  int first, last;

  uds_chart_spec_set_title (spec, _("Goals over the years"));
  if (!find_years (goals, &first, &last))
    return spec;

  finding = make_years_finding (goals, last);
  uds_chart_spec_set_title (spec, finding);
  uds_chart_spec_set_subtitle (spec, _("Mean score of the indicators, −5 to 5; above 0 they go the right way"));
  uds_chart_spec_add_footnote (spec, _("Each year is assessed with the values up to then and the targets of today."));
  uds_chart_spec_set_shares_scale (spec, TRUE);
  for (guint i = 0; i < goals->len; i++)
    {
      g_autoptr (UdsChartSpec) panel = make_goal_panel (g_ptr_array_index (goals, i), first, last, language);

      uds_chart_spec_add_panel (spec, panel);
    }

  return spec;
}

/* The indicator's own chart, under its name instead of its finding. */
static UdsChartSpec *
make_indicator_panel (UdsIndicatorDigest *digest,
                      UdsLanguage         language)
{
  UdsChartSpec *panel = uds_indicator_chart_new (digest, language);

  uds_chart_spec_set_title (panel, uds_record_get_title (uds_indicator_digest_get_indicator (digest), language));
  return panel;
}

/**
 * uds_goal_chart_new:
 * @digest: a goal
 * @language: the language of numbers and content; texts of the program are in the session's
 *
 * Returns: (transfer full): a small chart for each of its indicators, each on its own scale
 */
UdsChartSpec *
uds_goal_chart_new (UdsGoalDigest *digest,
                    UdsLanguage    language)
{
  GPtrArray *indicators = uds_goal_digest_get_indicators (digest);
  UdsRecord *goal = uds_goal_digest_get_goal (digest);
  const UdsProgressTally *tally = uds_goal_digest_get_tally (digest);
  UdsChartSpec *spec = uds_chart_spec_new (language);
  g_autofree char *finding = NULL;

  /* Translators: the name of a goal; how many of its indicators are on their way or have arrived */
  finding = g_strdup_printf (_("%1$s: %2$u of %3$u indicators on their way"), uds_record_get_title (goal, language),
                             uds_progress_tally_get_n_on_their_way (tally),
                             uds_progress_tally_get_n_indicators (tally));
  uds_chart_spec_set_title (spec, finding);
  for (guint i = 0; i < indicators->len; i++)
    {
      g_autoptr (UdsChartSpec) panel = make_indicator_panel (g_ptr_array_index (indicators, i), language);

      uds_chart_spec_add_panel (spec, panel);
    }

  return spec;
}
