/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels keep apart: along an edge with the least movement, in the plot without hiding lines. */
#include "uds-chart-placer-private.h"

#include <math.h>

#define EPSILON 1e-6

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  double first = ((const UdsChartSlot *) a)->wanted;
  double second = ((const UdsChartSlot *) b)->wanted;

  return (first > second) - (first < second);
}

static void
assert_apart (const UdsChartSlot *slots,
              gsize               n_slots,
              double              top,
              double              bottom)
{
  for (gsize i = 0; i < n_slots; i++)
    {
      double edge = i > 0 ? slots[i - 1].middle + slots[i - 1].height / 2 : top;

      g_assert_cmpfloat (slots[i].middle - slots[i].height / 2, >=, edge - EPSILON);
      g_assert_cmpfloat (slots[i].middle + slots[i].height / 2, <=, bottom + EPSILON);
    }
}

static double
measure_cost (const UdsChartSlot *slots,
              gsize               n_slots)
{
  double cost = 0;

  for (gsize i = 0; i < n_slots; i++)
    cost += pow (slots[i].middle - slots[i].wanted, 2);

  return cost;
}

static void
test_spread_any (void)
{
  for (int run = 0; run < 2000; run++)
    {
      UdsChartSlot slots[12];
      gsize n_slots = (gsize) g_test_rand_int_range (1, 13);
      double height = 0;

      for (gsize i = 0; i < n_slots; i++)
        {
          slots[i] =
              (UdsChartSlot) { g_test_rand_double_range (-50, 350), g_test_rand_double_range (5, 40), NAN };
          height += slots[i].height;
        }
      qsort (slots, n_slots, sizeof *slots, compare_slots);

      g_assert_true (uds_chart_spread_slots (slots, n_slots, 0, 300) == (height <= 300));
      if (height <= 300)
        assert_apart (slots, n_slots, 0, 300);
    }
}

static void
test_spread_least (void)
{
  UdsChartSlot apart[] = { { 50, 10 }, { 100, 10 } };
  UdsChartSlot near[] = { { 100, 10 }, { 104, 10 } };
  UdsChartSlot above[] = { { -30, 10 }, { 2, 10 } };

  g_assert_true (uds_chart_spread_slots (apart, 2, 0, 300));
  g_assert_cmpfloat (apart[0].middle, ==, 50);
  g_assert_cmpfloat (apart[1].middle, ==, 100);

  g_assert_true (uds_chart_spread_slots (near, 2, 0, 300));
  g_assert_cmpfloat_with_epsilon (near[0].middle, 97, EPSILON);
  g_assert_cmpfloat_with_epsilon (near[1].middle, 107, EPSILON);

  g_assert_true (uds_chart_spread_slots (above, 2, 0, 300));
  g_assert_cmpfloat_with_epsilon (above[0].middle, 5, EPSILON);
  g_assert_cmpfloat_with_epsilon (above[1].middle, 15, EPSILON);
}

/* No small movement of one label makes the whole better. */
static void
test_spread_is_optimal (void)
{
  for (int run = 0; run < 500; run++)
    {
      UdsChartSlot slots[6];
      double cost;

      for (gsize i = 0; i < 6; i++)
        slots[i] = (UdsChartSlot) { g_test_rand_double_range (0, 120), 15, NAN };
      qsort (slots, 6, sizeof *slots, compare_slots);
      g_assert_true (uds_chart_spread_slots (slots, 6, 0, 120));

      cost = measure_cost (slots, 6);
      for (gsize i = 0; i < 6; i++)
        for (int direction = -1; direction <= 1; direction += 2)
          {
            UdsChartSlot moved[6];
            gsize j = i;

            memcpy (moved, slots, sizeof slots);
            /* What touches it on that side is pushed along. */
            moved[j].middle += direction * 0.01;
            while (j + (gsize) direction < 6
                   && fabs (slots[j].middle - slots[j + (gsize) direction].middle) < 15.02)
              {
                j += (gsize) direction;
                moved[j].middle += direction * 0.01;
              }
            if (moved[0].middle < 7.5 || moved[5].middle > 112.5)
              continue;
            g_assert_cmpfloat (measure_cost (moved, 6), >=, cost - EPSILON);
          }
    }
}

static void
test_choose_clear_of_lines (void)
{
  UdsChartRect bounds = { 0, 0, 200, 100 };
  UdsChartRect candidates[] = { { 20, 40, 40, 10 }, { 20, 70, 40, 10 } };
  UdsChartVertex line[] = { { 0, 45, TRUE }, { 200, 45, FALSE } };
  UdsChartRect chosen;
  g_autoptr (UdsChartPlacer) placer = uds_chart_placer_new (&bounds);

  uds_chart_placer_add_path (placer, line, G_N_ELEMENTS (line));
  g_assert_true (uds_chart_placer_choose (placer, candidates, 2, &chosen));
  g_assert_cmpfloat (chosen.y, ==, 70);
}

/* The label of a target between the lines of two others would be taken for theirs. */
static void
test_choose_exactly (void)
{
  UdsChartRect bounds = { 0, 0, 200, 100 };
  UdsChartRect candidates[] = { { 20, 40, 40, 10 }, { 20, 55, 40, 10 } };
  UdsChartVertex zigzag[] = { { 0, 45, TRUE }, { 200, 45, FALSE }, { 0, 60, FALSE }, { 200, 60, FALSE } };
  UdsChartRect moved, chosen;
  g_autoptr (UdsChartPlacer) free = uds_chart_placer_new (&bounds);
  g_autoptr (UdsChartPlacer) exact = uds_chart_placer_new (&bounds);

  uds_chart_placer_add_path (free, zigzag, G_N_ELEMENTS (zigzag));
  uds_chart_placer_add_path (exact, zigzag, G_N_ELEMENTS (zigzag));
  g_assert_true (uds_chart_placer_choose (free, candidates, 2, &moved));
  g_assert_true (moved.y != candidates[0].y && moved.y != candidates[1].y);
  g_assert_false (uds_chart_placer_choose_exactly (exact, candidates, 2, 0, &chosen));
  g_assert_true (uds_chart_placer_choose_exactly (exact, candidates, 2, 2, &chosen));
  g_assert_true (chosen.y == candidates[0].y || chosen.y == candidates[1].y);
  g_assert_cmpfloat (chosen.x, ==, 20);
}

static void
test_choose_never_over_another (void)
{
  UdsChartRect bounds = { 0, 0, 100, 40 };
  UdsChartRect candidate = { 30, 15, 40, 10 };
  g_autoptr (UdsChartPlacer) placer = uds_chart_placer_new (&bounds);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (UdsChartRect));
  UdsChartRect chosen;

  while (uds_chart_placer_choose (placer, &candidate, 1, &chosen))
    {
      for (guint i = 0; i < placed->len; i++)
        g_assert_false (uds_chart_rect_overlaps (&g_array_index (placed, UdsChartRect, i), &chosen));
      g_assert_cmpfloat (chosen.x, >=, 0);
      g_assert_cmpfloat (chosen.y + chosen.height, <=, 40);
      g_array_append_val (placed, chosen);
    }
  g_assert_cmpuint (placed->len, >=, 1);
}

static void
test_choose_outside (void)
{
  UdsChartRect bounds = { 0, 0, 30, 8 };
  UdsChartRect candidate = { 0, 0, 40, 10 };
  UdsChartRect chosen;
  g_autoptr (UdsChartPlacer) placer = uds_chart_placer_new (&bounds);

  g_assert_false (uds_chart_placer_choose (placer, &candidate, 1, &chosen));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/labels/any-names-are-kept-apart-within-the-edge", test_spread_any);
  g_test_add_func ("/labels/names-move-no-more-than-they-must", test_spread_least);
  g_test_add_func ("/labels/no-other-arrangement-moves-them-less", test_spread_is_optimal);
  g_test_add_func ("/labels/a-place-clear-of-lines-is-taken", test_choose_clear_of_lines);
  g_test_add_func ("/labels/one-that-belongs-to-a-line-stays-there", test_choose_exactly);
  g_test_add_func ("/labels/no-label-covers-another", test_choose_never_over_another);
  g_test_add_func ("/labels/what-does-not-fit-is-left-out", test_choose_outside);

  return g_test_run ();
}
