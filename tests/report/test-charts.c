/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What charts say of records: cities in their order, goals over the years, an indicator by its breakdown. */
#include "report-fixture.h"

#include "uds-comparison-chart.h"
#include "uds-goals-chart.h"
#include "uds-indicator-chart.h"

static UdsChartSpec *
chart_comparison (UdsSession  *session,
                  const char  *code,
                  UdsLanguage  language)
{
  g_autoptr (UdsRecord) comparison = report_find (session, "comparison", "code", code);
  g_autoptr (GError) error = NULL;
  UdsChartSpec *spec = uds_session_chart_comparison (session, comparison, language, &error);

  g_assert_no_error (error);
  return spec;
}

static gpointer
compare_cities (UdsSession  *session,
                gpointer     data,
                GError     **error)
{
  g_autoptr (UdsChartSpec) spec = chart_comparison (session, "c40-co2", UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) danish = chart_comparison (session, "c40-co2", UDS_LANGUAGE_DA);
  g_autoptr (UdsChartSpec) density = chart_comparison (session, "c40-density", UDS_LANGUAGE_EN);
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  gsize own = uds_chart_grid_get_emphasised (grid);

  g_assert_cmpstr (uds_chart_spec_get_title (spec), ==, "Copenhagen is number 13 of 53 cities: 2.56\u00a0tonnes");
  g_assert_cmpstr (uds_chart_spec_get_subtitle (spec), ==, "CO2 per inhabitant · 2016 · lowest first");
  g_assert_nonnull (uds_chart_spec_get_source (spec));
  g_assert_cmpuint (uds_chart_grid_get_n_ranked (grid), ==, 53);
  g_assert_cmpuint (own, ==, 12);
  g_assert_cmpstr (uds_chart_grid_get_row_label (grid, 0), ==, "Accra");
  g_assert_cmpstr (uds_chart_grid_get_row_label (grid, 52), ==, "Melbourne");
  g_assert_cmpstr (uds_chart_grid_get_row_label (uds_chart_spec_get_grid (danish), 12), ==, "København");
  /* Nobody says which is better: the highest comes first. */
  g_assert_cmpstr (uds_chart_grid_get_row_label (uds_chart_spec_get_grid (density), 0), ==, "Paris");
  return NULL;
}

static void
test_cities_in_their_order (StoreFixture  *fixture,
                            gconstpointer  data)
{
  uds_store_read (fixture->store, compare_cities, NULL, NULL);
}

/* Every indicator with a target is counted in the row of its target, and a target without one has no row. */
static void
assert_targets (const UdsChartGrid *grid,
                GPtrArray          *digests)
{
  UdsGoalDigest *city = g_ptr_array_index (digests, digests->len - 1);
  GPtrArray *indicators = uds_goal_digest_get_indicators (city);
  double n_shown = 0, n_aimed = 0;

  for (guint i = 0; i < indicators->len; i++)
    n_aimed += uds_record_has (uds_indicator_digest_get_indicator (g_ptr_array_index (indicators, i)), "target");
  for (gsize row = 0; row < uds_chart_grid_get_n_rows (grid); row++)
    {
      double n_before = n_shown;

      for (gsize i = 0; i < UDS_PROGRESS_N_STATUSES; i++)
        n_shown += uds_chart_grid_get_cell (grid, row, i)->value;
      g_assert_cmpfloat (n_shown, >, n_before);
      g_assert_cmpint (g_utf8_strlen (uds_chart_grid_get_row_label (grid, row), -1), <=, 57);
    }
  g_assert_cmpfloat (n_shown, ==, n_aimed);
  g_assert_cmpfloat (n_aimed, >, 0);
}

static gpointer
chart_goals (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  g_autoptr (GPtrArray) digests = uds_session_digest_goals (session, NULL, error);
  g_autoptr (UdsChartSpec) years = uds_goals_chart_new_years (digests, UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) statuses = uds_goals_chart_new_statuses (digests, UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) targets = uds_goals_chart_new_targets (digests, UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) multiples = uds_goals_chart_new_multiples (digests, UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) climate = uds_goal_chart_new (g_ptr_array_index (digests, 12), UDS_LANGUAGE_EN);
  const UdsChartGrid *grid = uds_chart_spec_get_grid (years);
  const UdsChartGrid *counts = uds_chart_spec_get_grid (statuses);
  gsize last = uds_chart_grid_get_n_columns (grid) - 1;

  g_assert_cmpuint (uds_chart_grid_get_n_rows (grid), ==, 17); /* the city as a whole is none */
  g_assert_cmpuint (uds_chart_spec_get_n_series (multiples), ==, 17);
  g_assert_true (uds_chart_spec_get_shares_scale (multiples));
  for (guint i = 0; i < 17; i++)
    {
      const UdsProgressTally *tally = uds_goal_digest_get_tally (g_ptr_array_index (digests, i));
      const UdsRollUp *today = uds_goal_digest_get_roll_up (g_ptr_array_index (digests, i));
      const UdsChartSeries *series = uds_chart_spec_get_series (multiples, i);

      g_assert_cmpuint (uds_chart_grid_get_cell (grid, i, last)->level, ==,
                       uds_roll_up_get_status (today));
      for (gsize j = 0; j < UDS_PROGRESS_N_STATUSES; j++)
        g_assert_cmpfloat (uds_chart_grid_get_cell (counts, i, j)->value, ==, tally->counts[j]);
      for (gsize j = 0; j < uds_chart_series_get_n_points (series); j++)
        g_assert_cmpfloat (ABS (uds_chart_series_get_values (series)[j]), <=, 5);
    }
  assert_targets (uds_chart_spec_get_grid (targets), digests);
  g_assert_cmpuint (uds_chart_spec_get_n_series (climate), ==,
                    uds_goal_digest_get_indicators (g_ptr_array_index (digests, 12))->len);
  g_assert_false (uds_chart_spec_get_shares_scale (climate));
  return NULL;
}

static void
test_goals_over_the_years (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_read (fixture->store, chart_goals, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
look_back (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  g_autoptr (UdsRecord) indicator = report_find (session, "indicator", "code", "cph-cycle-share");
  g_autoptr (UdsIndicatorDigest) digest = uds_session_digest_indicator (session, indicator, error);
  const UdsDigestPoint *first = uds_indicator_digest_get_point (digest, 0);
  UdsProgress before = uds_indicator_digest_calculate_until (digest, first->year - 1);
  UdsProgress today = uds_indicator_digest_calculate_until (digest, 2026);

  g_assert_cmpint (before.reason, ==, UDS_PROGRESS_REASON_NO_DATA);
  g_assert_cmpint (today.status, ==, uds_indicator_digest_get_progress (digest)->status);
  g_assert_cmpint (today.latest.year, ==, uds_indicator_digest_get_latest (digest)->year);
  return NULL;
}

static void
test_later_values_do_not_count (StoreFixture  *fixture,
                                gconstpointer  data)
{
  uds_store_read (fixture->store, look_back, NULL, NULL);
}

static void
add_part (UdsSession *session,
          UdsRecord  *indicator,
          const char *breakdown,
          double      first,
          double      latest,
          int         latest_year)
{
  g_autoptr (UdsRecord) series = uds_record_new (uds_kind_lookup ("series"));
  const double values[] = { first, latest };
  const int years[] = { 2015, latest_year };

  uds_record_set_text (series, "indicator", uds_record_get_id (indicator));
  if (breakdown != NULL)
    uds_record_set_text (series, "breakdown", breakdown);
  g_assert_true (uds_session_save (session, series, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (UdsRecord) observation = uds_record_new (uds_kind_lookup ("observation"));
      g_autofree char *period = g_strdup_printf ("%d", years[i]);

      uds_record_set_text (observation, "series", uds_record_get_id (series));
      uds_record_set_text (observation, "period", period);
      uds_record_set_real (observation, "value", values[i]);
      g_assert_true (uds_session_save (session, observation, NULL));
    }
}

static gboolean
add_breakdown (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  g_autoptr (UdsRecord) indicator = uds_record_new (uds_kind_lookup ("indicator"));

  uds_record_set_text (indicator, "code", "parts");
  uds_record_set_text (indicator, "title_en", "In work");
  uds_record_set_real (indicator, "target_value", 80);
  g_assert_true (uds_session_save (session, indicator, error));
  add_part (session, indicator, NULL, 70, 74, 2024);
  add_part (session, indicator, "{\"Sex\":\"Female\"}", 68, 73, 2024);
  add_part (session, indicator, "{\"Sex\":\"Male\",\"Age\":\"15-24\"}", 72, 71, 2022);
  return TRUE;
}

static UdsIndicatorView *
view_all_parts (UdsSession *session,
                UdsRecord  *indicator)
{
  static const char *const pairs[][2] = { { "Sex", "Female" }, { "Sex", "Male" }, { "Age", "15-24" } };
  UdsIndicatorView *view = uds_session_view_indicator (session, indicator, NULL, NULL);

  g_assert_nonnull (view);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_true (uds_indicator_selection_choose (view->selection, view->parts, UDS_CHOICE_OF_PARTS, pairs[i][0],
                                                   pairs[i][1], TRUE));
  return view;
}

static UdsChartSpec *
chart_rows (UdsIndicatorView *view,
            UdsChartKind      kind)
{
  view->selection->kind = kind;
  return uds_indicator_chart_new_view (view, UDS_LANGUAGE_EN);
}

static gpointer
chart_breakdown (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  g_autoptr (UdsRecord) indicator = report_find (session, "indicator", "code", "parts");
  g_autoptr (UdsIndicatorView) view = view_all_parts (session, indicator);
  g_autoptr (UdsChartSpec) bars = chart_rows (view, UDS_CHART_BARS);
  g_autoptr (UdsChartSpec) dumbbell = chart_rows (view, UDS_CHART_DUMBBELL);
  const UdsChartGrid *latest = uds_chart_spec_get_grid (bars);
  const UdsChartGrid *change = uds_chart_spec_get_grid (dumbbell);

  g_assert_cmpuint (uds_chart_grid_get_n_rows (latest), ==, 3);
  g_assert_cmpstr (uds_chart_grid_get_row_label (latest, 0), ==, "All");
  g_assert_cmpstr (uds_chart_grid_get_row_label (latest, 1), ==, "Female");
  g_assert_cmpstr (uds_chart_grid_get_row_label (latest, 2), ==, "Male, 15-24");
  g_assert_cmpstr (uds_chart_grid_get_cell (latest, 2, 0)->note, ==, "Value of 2022."); /* not of the year above */
  g_assert_cmpuint (uds_chart_grid_get_n_columns (change), ==, 3);
  g_assert_cmpstr (uds_chart_grid_get_column_label (change, UDS_CHART_THEN), ==, "2015");
  g_assert_cmpfloat (uds_chart_grid_get_cell (change, 1, UDS_CHART_NOW)->value, ==, 73);
  g_assert_cmpfloat (uds_chart_grid_get_cell (change, 1, UDS_CHART_TO_COME)->value, ==, 80);
  return NULL;
}

static void
test_parts_of_an_indicator (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (fixture->store, "Test", add_breakdown, NULL, &error);
  g_assert_no_error (error);
  uds_store_read (fixture->store, chart_breakdown, NULL, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add (name, StoreFixture, NULL, content_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/charts/cities-are-ranked-and-ours-is-marked", test_cities_in_their_order);
  ADD ("/charts/goals-end-with-the-status-of-today", test_goals_over_the_years);
  ADD ("/charts/later-values-do-not-count-in-earlier-years", test_later_values_do_not_count);
  ADD ("/charts/the-parts-of-an-indicator-are-compared", test_parts_of_an_indicator);

  return g_test_run ();
}
