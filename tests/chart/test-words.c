/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart in words and as a table, in both languages. */
#include "../words.h"
#include "chart-fixtures.h"
#include "uds-chart-describe.h"
#include "uds-chart-notes.h"
#include "uds-chart-table.h"

static void
test_english (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_emissions (UDS_LANGUAGE_EN);
  g_autofree char *text = uds_chart_describe (spec);

  g_assert_cmpstr (text, ==,
                   "Line chart with 1 series, 2005 to 2022. "
                   "CO₂ reduction: 7 values, from 0% in 2005 to 80% in 2022; "
                   "lowest 0% in 2005, highest 80% in 2022; rising. "
                   "Target 100% by 2025, given up: the latest value is 20\u00a0percentage points below it. "
                   "Projection: 100% in 2027. No data 2006–10, 2015–18. Hollow points are uncertain.");
}

static void
test_trends (void)
{
  static const double years[] = { 2019, 2020, 2021 };
  static const struct {
    double values[3];
    const char *trend;
  } cases[] = {
    { { 10, 20, 30 }, "; rising." },
    { { 30, 20, 10 }, "; falling." },
    { { 100, 101, 100 }, "; about level." },
    { { 0, 0, 0 }, "; about level." },
    { { -1e308, 0, 1e308 }, "; rising." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
      g_autofree char *text = NULL;

      uds_chart_series_add_values (uds_chart_spec_add_series (spec, "s", "S"), years, cases[i].values, 3);
      text = uds_chart_describe (spec);
      g_assert_true (g_str_has_suffix (text, cases[i].trend));
    }
}

static void
test_little_to_say (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  g_autofree char *nothing = uds_chart_describe (spec);
  g_autofree char *single = NULL;

  uds_chart_series_add_values (uds_chart_spec_add_series (spec, "s", "Trees"), &(double) { 2016 },
                               &(double) { 40 }, 1);
  single = uds_chart_describe (spec);

  g_assert_cmpstr (nothing, ==, "Line chart without data.");
  g_assert_cmpstr (single, ==, "Line chart with 1 series, 2016 to 2016. Trees: one value, 40 in 2016.");
}

static void
test_danish (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_emissions (UDS_LANGUAGE_DA);
  g_autofree char *text = NULL;

  if (!words_be_danish ())
    return;
  text = uds_chart_describe (spec);
  words_be_english ();

  g_assert_cmpstr (text, ==,
                   "Kurvediagram med 1 serie, 2005 til 2022. "
                   "CO₂-reduktion: 7 værdier, fra 0\u00a0% i 2005 til 80\u00a0% i 2022; "
                   "lavest 0\u00a0% i 2005, højest 80\u00a0% i 2022; stigende. "
                   "Mål 100\u00a0% i 2025, opgivet: seneste værdi er 20\u00a0procentpoint under. "
                   "Fremskrivning: 100\u00a0% i 2027. Ingen data 2006–10, 2015–18. Hule punkter er usikre.");
}

static void
test_table (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_modes (UDS_LANGUAGE_DA);
  g_autoptr (UdsChartTable) table = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *period = NULL;
  g_autofree char *value = NULL;
  g_autofree char *none = NULL;

  uds_chart_series_add_values (uds_chart_spec_add_series (spec, "old", "Gammel"), &(double) { 2018 },
                               &(double) { 1 }, 1);
  table = uds_chart_table_new (spec);
  heading = uds_chart_table_get_heading (table, 2);
  period = uds_chart_table_get_text (table, 0, 0);
  value = uds_chart_table_get_text (table, 3, 2);
  none = uds_chart_table_get_text (table, 0, 1);

  g_assert_cmpuint (uds_chart_table_get_n_rows (table), ==, 6);
  g_assert_cmpuint (uds_chart_table_get_n_columns (table), ==, 7);
  g_assert_cmpstr (heading, ==, "Cykel (%)");
  g_assert_cmpstr (period, ==, "2018");
  g_assert_cmpstr (value, ==, "27,5");
  g_assert_cmpstr (none, ==, "–");
}

static void
test_tsv (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_DA);
  UdsChartSeries *series = uds_chart_spec_add_series (spec, "s", "A\tB");
  g_autoptr (UdsChartTable) table = NULL;
  g_autofree char *tsv = NULL;

  uds_chart_series_add_point (
      series, &(UdsChartPoint) { 2020, -1234.5, UDS_CHART_UNCERTAIN, "2020/21", "foreløbig" });
  uds_chart_series_add_point (series, &(UdsChartPoint) { 2021, 1e6, UDS_CHART_MEASURED, NULL, NULL });
  table = uds_chart_table_new (spec);
  tsv = uds_chart_table_to_tsv (table);

  g_assert_cmpstr (tsv, ==,
                   "Period\tA B\tNote\n"
                   "2020/21\t-1234,5\tuncertain; foreløbig\n"
                   "2021\t1000000\t\n");
}

/* What is said of points stands at the foot, the same once; of many remarks the table has the rest. */
static void
test_remarks (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartSeries *series = uds_chart_spec_add_series (spec, "a", "A");
  g_autofree char *few = NULL;
  g_autofree char *many = NULL;

  for (int year = 2010; year < 2013; year++)
    uds_chart_series_add_point (series, &(UdsChartPoint) { .position = year,
                                                           .value = 1,
                                                           .note = year == 2011 ? NULL : "By telephone" });
  few = uds_chart_notes_new (spec);
  g_assert_cmpstr (few, ==, "2010, 2012: By telephone.");

  for (int year = 2013; year < 2018; year++)
    {
      g_autofree char *note = g_strdup_printf ("Note %d", year);

      uds_chart_series_add_point (series, &(UdsChartPoint) { .position = year, .value = 1, .note = note });
    }
  many = uds_chart_notes_new (spec);
  g_assert_true (g_str_has_suffix (many, "2015: Note 2015. 2 more notes are in the table."));
}

static void
test_a_sixth_line_is_said_to_be_grey (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  g_autofree char *five = NULL;
  g_autofree char *six = NULL;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i);

      uds_chart_spec_add_series (spec, id, id);
    }
  five = uds_chart_notes_new (spec);
  uds_chart_spec_add_series (spec, "5", "5");
  six = uds_chart_notes_new (spec);
  g_assert_null (five);
  g_assert_cmpstr (six, ==, "The first 5 lines have colours; 1 more is grey.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  words_init ();

  g_test_add_func ("/words/a-chart-is-described", test_english);
  g_test_add_func ("/words/a-chart-is-described-in-danish", test_danish);
  g_test_add_func ("/words/trends-are-named", test_trends);
  g_test_add_func ("/words/little-is-said-of-little", test_little_to_say);
  g_test_add_func ("/table/rows-are-times-and-columns-series", test_table);
  g_test_add_func ("/table/a-spreadsheet-can-read-it", test_tsv);
  g_test_add_func ("/words/what-is-said-of-points-stands-at-the-foot", test_remarks);
  g_test_add_func ("/words/a-sixth-line-is-said-to-be-grey", test_a_sixth_line_is_said_to_be_grey);

  return g_test_run ();
}
