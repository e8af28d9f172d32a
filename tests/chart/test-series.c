/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points in order of time, what is missing between them, and which of them are enough to draw a line. */
#include "uds-chart-decimate.h"
#include "uds-chart-notes.h"
#include "uds-chart-spec.h"

#include <math.h>

static UdsChartSeries *
add_series (UdsChartSpec *spec,
            const double *years,
            gsize         n_years)
{
  UdsChartSeries *series = uds_chart_spec_add_series (spec, "s", "S");

  for (gsize i = 0; i < n_years; i++)
    uds_chart_series_add_values (series, &years[i], &(double) { i }, 1);

  return series;
}

static void
test_sorted (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartSeries *series = uds_chart_spec_add_series (spec, "s", "S");
  UdsChartPoint point;

  uds_chart_series_add_point (series, &(UdsChartPoint) { 2014, 3, UDS_CHART_MEASURED, NULL, NULL });
  uds_chart_series_add_point (series, &(UdsChartPoint) { 2010, 1, UDS_CHART_UNCERTAIN, "2010/11", NULL });
  uds_chart_series_add_point (series, &(UdsChartPoint) { 2012, 2, UDS_CHART_MEASURED, NULL, "moved" });
  g_assert_cmpuint (uds_chart_series_get_n_points (series), ==, 3);

  uds_chart_series_get_point (series, 0, &point);
  g_assert_cmpfloat (point.value, ==, 1);
  g_assert_cmpint (point.quality, ==, UDS_CHART_UNCERTAIN);
  g_assert_cmpstr (point.label, ==, "2010/11");
  uds_chart_series_get_point (series, 1, &point);
  g_assert_cmpfloat (point.value, ==, 2);
  g_assert_cmpint (point.quality, ==, UDS_CHART_MEASURED);
  g_assert_cmpstr (point.note, ==, "moved");
  uds_chart_series_get_point (series, 2, &point);
  g_assert_cmpfloat (point.value, ==, 3);
  g_assert_null (point.label);
}

static void
test_only_numbers (void)
{
  static const double positions[] = { 2010, NAN, INFINITY, 0, -5, 10000, 2011, 2012 };
  static const double values[] = { 1, 1, 1, 1, 1, 1, NAN, INFINITY };
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartSeries *series = uds_chart_spec_add_series (spec, "s", "S");

  uds_chart_series_add_values (series, positions, values, G_N_ELEMENTS (values));

  g_assert_cmpuint (uds_chart_series_get_n_points (series), ==, 1);
}

static void
test_gaps (void)
{
  static const struct {
    double years[8];
    gsize n_years;
    double step;
    const char *gaps;
  } cases[] = {
    { { 2010, 2011, 2012, 2013 }, 4, 0, NULL },
    { { 2010, 2011, 2012, 2015, 2016 }, 5, 0, "2013–14" },
    { { 2010, 2011, 2013, 2014 }, 4, 0, "2012" },
    { { 2009, 2011, 2013, 2015, 2017, 2019, 2022 }, 7, 0, NULL },
    { { 2009, 2011, 2013 }, 3, 1, "2010, 2012" },
    { { 2005, 2011, 2012, 2014, 2019, 2020, 2022 }, 7, 0, "2006–10, 2015–18" },
    { { 1998, 1999, 2004 }, 3, 1, "2000–03" },
    { { 2001, 2003, 2005, 2007, 2009, 2011, 2013, 2015 }, 8, 1, "2002, 2004, 2006, 2008 and 3 more periods" },
    { { 2010 }, 1, 0, NULL },
    { { 0 }, 0, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
      UdsChartSeries *series = add_series (spec, cases[i].years, cases[i].n_years);
      g_autofree char *gaps = NULL;

      uds_chart_series_set_step (series, cases[i].step);
      gaps = uds_chart_notes_format_gaps (series, UDS_LANGUAGE_EN);
      g_assert_cmpstr (gaps, ==, cases[i].gaps);
    }
}

static void
test_missing_value_is_gap (void)
{
  static const double years[] = { 2009, 2011, 2013 };
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartSeries *series = add_series (spec, years, G_N_ELEMENTS (years));
  g_autofree char *gaps = NULL;

  uds_chart_series_add_values (series, &(double) { 2010 }, &(double) { NAN }, 1);
  gaps = uds_chart_notes_format_gaps (series, UDS_LANGUAGE_EN);

  g_assert_cmpstr (gaps, ==, "2010");
}

static void
test_nearest (void)
{
  static const double years[] = { 2009, 2011, 2015 };
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartSeries *series = add_series (spec, years, G_N_ELEMENTS (years));

  g_assert_cmpuint (uds_chart_series_find_nearest (series, 1900), ==, 0);
  g_assert_cmpuint (uds_chart_series_find_nearest (series, 2010), ==, 0);
  g_assert_cmpuint (uds_chart_series_find_nearest (series, 2010.1), ==, 1);
  g_assert_cmpuint (uds_chart_series_find_nearest (series, 2013.1), ==, 2);
  g_assert_cmpuint (uds_chart_series_find_nearest (series, 2100), ==, 2);
}

/* The column a naive reader would put a point in, with the same arithmetic of limits. */
static gsize
find_column (double position,
             gsize  n_columns)
{
  gsize column = 0;

  while (column + 1 < n_columns && position >= 100.0 * (double) (column + 1) / (double) n_columns)
    column++;

  return column;
}

static void
test_columns_keep_extremes (void)
{
  const gsize n_points = 5000;
  g_autofree double *positions = g_new (double, n_points);
  g_autofree double *values = g_new (double, n_points);

  for (gsize i = 0; i < n_points; i++)
    {
      /* Bursts and lulls, so that some columns are empty and some are full. */
      positions[i] = 100 * pow ((double) i / (double) n_points, 3);
      values[i] = g_test_rand_double_range (-1, 1);
    }

  for (gsize n_columns = 1; n_columns < 200; n_columns += 37)
    {
      g_autoptr (GArray) indices = uds_chart_decimate (positions, values, n_points, 0, 100, n_columns);
      g_autofree double *lowest = g_new (double, n_columns);
      g_autofree double *highest = g_new (double, n_columns);

      g_assert_cmpuint (indices->len, <=, n_columns * 4);
      for (gsize i = 0; i < n_columns; i++)
        lowest[i] = 2, highest[i] = -2;
      for (guint i = 0; i < indices->len; i++)
        {
          gsize index = g_array_index (indices, gsize, i);
          gsize column = find_column (positions[index], n_columns);

          g_assert_true (i == 0 || index > g_array_index (indices, gsize, i - 1));
          lowest[column] = MIN (lowest[column], values[index]);
          highest[column] = MAX (highest[column], values[index]);
        }
      for (gsize i = 0; i < n_points; i++)
        {
          gsize column = find_column (positions[i], n_columns);

          g_assert_cmpfloat (values[i], >=, lowest[column]);
          g_assert_cmpfloat (values[i], <=, highest[column]);
        }
      g_assert_cmpuint (g_array_index (indices, gsize, 0), ==, 0);
      g_assert_cmpuint (g_array_index (indices, gsize, indices->len - 1), ==, n_points - 1);
    }
}

static void
test_columns_join (void)
{
  g_autofree double *positions = g_new (double, 1000);
  g_autofree double *values = g_new (double, 1000);
  g_autoptr (GArray) indices = NULL;

  for (gsize i = 0; i < 1000; i++)
    {
      positions[i] = (double) i / 10;
      values[i] = sin ((double) i);
    }
  indices = uds_chart_decimate (positions, values, 1000, 0, 100, 10);

  /* The last point of each column and the first of the next are neighbours: the line between is the true
   * one. */
  for (gsize column = 1; column < 10; column++)
    {
      gboolean has_last = FALSE, has_first = FALSE;

      for (guint i = 0; i < indices->len; i++)
        {
          has_last = has_last || g_array_index (indices, gsize, i) == column * 100 - 1;
          has_first = has_first || g_array_index (indices, gsize, i) == column * 100;
        }
      g_assert_true (has_last && has_first);
    }
}

static void
test_few_points_all_stay (void)
{
  static const double positions[] = { 1, 2, 3 };
  static const double values[] = { 1, 5, 2 };
  g_autoptr (GArray) indices = uds_chart_decimate (positions, values, 3, 1, 3, 1);
  g_autoptr (GArray) none = uds_chart_decimate (positions, values, 0, 1, 3, 1);

  g_assert_cmpuint (indices->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series/points-are-in-order-of-time-with-what-is-known-of-each", test_sorted);
  g_test_add_func ("/series/only-numbers-and-times-become-points", test_only_numbers);
  g_test_add_func ("/series/years-without-points-are-gaps", test_gaps);
  g_test_add_func ("/series/a-point-without-value-is-a-gap", test_missing_value_is_gap);
  g_test_add_func ("/series/the-nearest-point-in-time-is-found", test_nearest);
  g_test_add_func ("/decimate/each-column-keeps-its-extremes", test_columns_keep_extremes);
  g_test_add_func ("/decimate/columns-are-joined-by-true-neighbours", test_columns_join);
  g_test_add_func ("/decimate/few-points-all-stay", test_few_points_all_stay);

  return g_test_run ();
}
