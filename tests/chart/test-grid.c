/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and columns: ranks, and which rows are drawn where there is not room for all of them. */
#include "uds-chart-layout.h"

#include <math.h>
#include <string.h>

static UdsChartGrid *
make_bars (UdsChartSpec *spec,
           const double *values,
           gsize         n_values)
{
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_BARS);

  uds_chart_grid_add_column (grid, "V", UDS_CHART_NONE);
  for (gsize i = 0; i < n_values; i++)
    {
      g_autofree char *name = g_strdup_printf ("Row %d", (int) i);
      gsize row = uds_chart_grid_add_row (grid, name, NULL, name);

      uds_chart_grid_set_cell (grid, row, 0, &(UdsChartCell) { .value = values[i], .level = UDS_CHART_NONE });
    }

  return grid;
}

static void
test_ranks (void)
{
  static const double values[] = { 5, NAN, 3, 5, INFINITY, 1 };
  static const gsize ranks[] = { 1, 2, 3, 3, 0, 0 };
  static const char *const ids[] = { "Row 5", "Row 2", "Row 0", "Row 3", "Row 1", "Row 4" };
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartGrid *grid = make_bars (spec, values, G_N_ELEMENTS (values));

  uds_chart_grid_rank (grid, FALSE);
  g_assert_cmpuint (uds_chart_grid_get_n_ranked (grid), ==, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpstr (uds_chart_grid_get_row_id (grid, i), ==, ids[i]);
      g_assert_cmpuint (uds_chart_grid_get_rank (grid, i), ==, ranks[i]);
    }

  uds_chart_grid_rank (grid, TRUE);
  g_assert_cmpstr (uds_chart_grid_get_row_id (grid, 0), ==, "Row 0");
  g_assert_cmpuint (uds_chart_grid_get_rank (grid, 1), ==, 1);
  g_assert_cmpuint (uds_chart_grid_get_rank (grid, 2), ==, 3);
}

static UdsChartLayout *
lay_out (UdsChartSpec *spec,
         double        height)
{
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, FALSE);
  theme.font_family = "DejaVu Sans";
  theme.font_size = 10;
  return uds_chart_layout_new (spec, &theme, &(UdsChartSize) { 400, height, 1 }, 0);
}

static gboolean
is_drawn (const UdsChartLayout *layout,
          gsize                 row)
{
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    if (uds_chart_layout_get_mark (layout, i)->role == UDS_CHART_ROLE_BAR
        && uds_chart_layout_get_mark (layout, i)->series == row)
      return TRUE;

  return FALSE;
}

/* How many rows are drawn, and how many are counted in words. */
static void
count_rows (const UdsChartLayout *layout,
            gsize                *n_drawn,
            gsize                *n_counted)
{
  *n_drawn = *n_counted = 0;
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      *n_drawn += mark->role == UDS_CHART_ROLE_BAR;
      if (mark->role == UDS_CHART_ROLE_MORE)
        *n_counted += (gsize) g_ascii_strtoull (mark->lines[0] + strlen ("… "), NULL, 10);
    }
}

static void
test_own_row_is_always_there (void)
{
  double values[53];

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (double) i + 1;
  for (double height = 60; height < 1100; height += 40)
    for (gsize own = 0; own < G_N_ELEMENTS (values); own += 4)
      {
        g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
        g_autofree char *id = g_strdup_printf ("Row %d", (int) own);
        UdsChartGrid *grid = make_bars (spec, values, G_N_ELEMENTS (values));
        g_autoptr (UdsChartLayout) layout = NULL;
        gsize n_drawn, n_counted;

        uds_chart_grid_rank (grid, FALSE);
        uds_chart_grid_emphasise (grid, id);
        layout = lay_out (spec, height);
        count_rows (layout, &n_drawn, &n_counted);

        g_assert_true (is_drawn (layout, own));
        g_assert_cmpuint (n_drawn + n_counted, ==, G_N_ELEMENTS (values)); /* none is hidden without a word */
        if (height < 140)
          continue;
        g_assert_true (is_drawn (layout, 0));
        g_assert_true (own == 0 || is_drawn (layout, own - 1));
        g_assert_true (own + 1 == G_N_ELEMENTS (values) || is_drawn (layout, own + 1));
      }
}

static void
test_all_rows_where_there_is_room (void)
{
  double values[53] = { 1, 2 };
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartTheme theme;
  g_autoptr (UdsChartLayout) layout = NULL;
  gsize n_drawn, n_counted;

  make_bars (spec, values, G_N_ELEMENTS (values));
  uds_chart_theme_init_print (&theme, FALSE);
  theme.font_family = "DejaVu Sans";
  theme.font_size = 10;
  layout = lay_out (spec, uds_chart_layout_measure_height (spec, &theme, 400, 0));
  count_rows (layout, &n_drawn, &n_counted);

  g_assert_cmpuint (n_drawn, ==, 53);
  g_assert_cmpuint (n_counted, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grid/equal-values-share-a-rank-and-missing-ones-have-none", test_ranks);
  g_test_add_func ("/grid/the-own-row-is-drawn-and-the-rest-counted", test_own_row_is_always_there);
  g_test_add_func ("/grid/all-rows-are-drawn-at-the-measured-height", test_all_rows_where_there_is_room);

  return g_test_run ();
}
