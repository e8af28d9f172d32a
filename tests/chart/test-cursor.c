/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By keyboard and by pointer: every point is reached, once, and said in full. */
#include "chart-fixtures.h"
#include "uds-chart-cursor.h"

#include <math.h>

static void
add_random_series (UdsChartSpec *spec,
                   gsize         n_points)
{
  UdsChartSeries *series = uds_chart_spec_add_series (spec, "s", "S");

  for (gsize i = 0; i < n_points; i++)
    uds_chart_series_add_values (series, &(double) { g_test_rand_double_range (1990, 2030) },
                                 &(double) { g_test_rand_double_range (-5, 5) }, 1);
}

static void
walk_series (UdsChartSpec  *spec,
             UdsChartPlace *place,
             UdsChartMove   home,
             UdsChartMove   step,
             gsize         *visits)
{
  uds_chart_place_move (place, spec, home);
  do
    visits[place->point]++;
  while (uds_chart_place_move (place, spec, step));
}

static void
test_every_point_once (void)
{
  static const gsize sizes[] = { 1, 2, 7, 0, 153, 1000 };
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartPlace place;
  gsize n_series = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    add_random_series (spec, sizes[i]);

  g_assert_true (uds_chart_place_first (spec, &place));
  do
    {
      g_autofree gsize *forwards = g_new0 (gsize, sizes[place.series]);
      g_autofree gsize *backwards = g_new0 (gsize, sizes[place.series]);

      walk_series (spec, &place, UDS_CHART_MOVE_FIRST, UDS_CHART_MOVE_NEXT, forwards);
      walk_series (spec, &place, UDS_CHART_MOVE_LAST, UDS_CHART_MOVE_PREVIOUS, backwards);
      for (gsize i = 0; i < sizes[place.series]; i++)
        {
          g_assert_cmpuint (forwards[i], ==, 1);
          g_assert_cmpuint (backwards[i], ==, 1);
        }
      n_series++;
  } while (uds_chart_place_move (&place, spec, UDS_CHART_MOVE_NEXT_SERIES));

  g_assert_cmpuint (n_series, ==, G_N_ELEMENTS (sizes) - 1);
}

static void
test_pages (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartPlace place = { 0, 0 };
  int n_pages = 0;

  add_random_series (spec, 1001);
  while (uds_chart_place_move (&place, spec, UDS_CHART_MOVE_FORWARD))
    n_pages++;
  g_assert_cmpint (n_pages, ==, 10);
  g_assert_cmpuint (place.point, ==, 1000);
  g_assert_true (uds_chart_place_move (&place, spec, UDS_CHART_MOVE_BACK));
  g_assert_cmpuint (place.point, ==, 900);
}

static void
test_jumps (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_cycling (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) modes = chart_fixture_modes (UDS_LANGUAGE_EN);
  UdsChartPlace place;

  g_assert_true (uds_chart_place_first (spec, &place));
  g_assert_cmpuint (place.point, ==, 4);
  uds_chart_place_move (&place, spec, UDS_CHART_MOVE_MINIMUM);
  g_assert_cmpuint (place.point, ==, 0);
  uds_chart_place_move (&place, spec, UDS_CHART_MOVE_MAXIMUM);
  g_assert_cmpuint (place.point, ==, 3);
  uds_chart_place_move (&place, spec, UDS_CHART_MOVE_FIRST);
  uds_chart_place_move (&place, spec, UDS_CHART_MOVE_TARGET);
  g_assert_cmpuint (place.point, ==, 3); /* 49 comes nearest to 50 */

  uds_chart_spec_add_target (modes, &(UdsChartTarget) { 30, 0, NULL, UDS_CHART_TARGET_ACTIVE });
  place = (UdsChartPlace) { 2, 0 };
  uds_chart_place_move (&place, modes, UDS_CHART_MOVE_TARGET);
  g_assert_cmpuint (place.point, ==, 3); /* 31 is the first above 30 */
  g_assert_true (uds_chart_place_move (&place, modes, UDS_CHART_MOVE_PREVIOUS_SERIES));
  g_assert_cmpuint (place.series, ==, 1);
  g_assert_cmpuint (place.point, ==, 3); /* the same year */
}

static void
test_said_in_full (void)
{
  g_autoptr (UdsChartSpec) emissions = chart_fixture_emissions (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) population = chart_fixture_population (UDS_LANGUAGE_DA);
  g_autoptr (UdsChartSpec) modes = chart_fixture_modes (UDS_LANGUAGE_EN);
  g_autofree char *last = uds_chart_place_announce (&(UdsChartPlace) { 0, 6 }, emissions);
  g_autofree char *first = uds_chart_place_announce (&(UdsChartPlace) { 0, 0 }, emissions);
  g_autofree char *danish = uds_chart_place_announce (&(UdsChartPlace) { 0, 1 }, population);
  g_autofree char *named = uds_chart_place_announce (&(UdsChartPlace) { 3, 4 }, modes);

  g_assert_cmpstr (last, ==,
                   "2022: 80%, uncertain. 15\u00a0percentage points more than 2020. "
                   "20\u00a0percentage points below the target of 100%.");
  g_assert_cmpstr (first, ==, "2005: 0%. 100\u00a0percentage points below the target of 100%.");
  g_assert_cmpstr (danish, ==, "2005: 500.150\u00a0personer. 1.002\u00a0personer more than 2001.");
  g_assert_cmpstr (named, ==, "Public transport, 2023: 17.0%. As much as 2022.");
}

static void
test_no_points (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartPlace place = { 0, 0 };

  uds_chart_spec_add_series (spec, "empty", "Empty");

  g_assert_false (uds_chart_place_first (spec, &place));
  g_assert_false (uds_chart_place_is_valid (&place, spec));
}

static void
test_hit (void)
{
  UdsChartTheme theme;
  g_autoptr (UdsChartSpec) spec = chart_fixture_modes (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = NULL;

  uds_chart_theme_init_print (&theme, FALSE);
  layout = uds_chart_layout_new (spec, &theme, &(UdsChartSize) { 600, 400, 1 }, UDS_CHART_PART_ALL);
  for (gsize series = 0; series < 4; series++)
    for (gsize point = 0; point < 5; point++)
      {
        UdsChartPlace expected = { series, point };
        UdsChartPlace place = { 9, 9 };
        UdsChartVertex vertex, found;

        uds_chart_layout_get_vertex (layout, &expected, &vertex);
        g_assert_true (uds_chart_layout_hit (layout, vertex.x + 1, vertex.y - 1, 20, &place));
        /* Two series may meet in one place. */
        uds_chart_layout_get_vertex (layout, &place, &found);
        g_assert_cmpfloat (hypot (found.x - vertex.x, found.y - vertex.y), <=, 2);
      }
}

static void
test_hit_dense (void)
{
  UdsChartTheme theme;
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = NULL;

  add_random_series (spec, 5000);
  uds_chart_theme_init_print (&theme, FALSE);
  layout = uds_chart_layout_new (spec, &theme, &(UdsChartSize) { 600, 400, 1 }, UDS_CHART_PART_ALL);
  for (gsize point = 0; point < 5000; point += 7)
    {
      UdsChartPlace place = { 9, 9 };
      UdsChartVertex vertex;

      uds_chart_layout_get_vertex (layout, &(UdsChartPlace) { 0, point }, &vertex);
      g_assert_true (uds_chart_layout_hit (layout, vertex.x, vertex.y, 1, &place));
      g_assert_cmpuint (place.point, ==, point);
    }
}

static void
test_miss (void)
{
  UdsChartTheme theme;
  UdsChartPlace place = { 9, 9 };
  g_autoptr (UdsChartSpec) spec = chart_fixture_cycling (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = NULL;

  uds_chart_theme_init_print (&theme, FALSE);
  layout = uds_chart_layout_new (spec, &theme, &(UdsChartSize) { 600, 400, 1 }, UDS_CHART_PART_ALL);

  g_assert_false (uds_chart_layout_hit (layout, 0, 0, 20, &place));
  g_assert_cmpuint (place.series, ==, 9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cursor/arrows-reach-every-point-exactly-once", test_every_point_once);
  g_test_add_func ("/cursor/ten-pages-cross-a-series", test_pages);
  g_test_add_func ("/cursor/letters-jump-to-extremes-and-target", test_jumps);
  g_test_add_func ("/cursor/a-point-is-said-in-full", test_said_in_full);
  g_test_add_func ("/cursor/there-is-none-without-points", test_no_points);
  g_test_add_func ("/hit/the-pointer-finds-every-point", test_hit);
  g_test_add_func ("/hit/the-pointer-finds-every-point-of-many-in-a-column", test_hit_dense);
  g_test_add_func ("/hit/nothing-is-found-out-of-reach", test_miss);

  return g_test_run ();
}
