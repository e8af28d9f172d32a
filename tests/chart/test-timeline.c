/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline says what every row is and since when, ties what continues to what it continues, and shows what has no end
 * as going on. */
#include "chart-fixtures.h"
#include "uds-chart-cursor.h"
#include "uds-chart-describe.h"
#include "uds-chart-layout.h"
#include "uds-chart-table.h"

#include <math.h>
#include <string.h>

static UdsChartLayout *
lay_out (UdsChartSpec *spec,
         double        width,
         gboolean      mono)
{
  UdsChartTheme theme;
  double height;

  uds_chart_theme_init_print (&theme, mono);
  theme.font_family = "DejaVu Sans";
  height = uds_chart_layout_measure_height (spec, &theme, width, UDS_CHART_PART_ALL);
  return uds_chart_layout_new (spec, &theme, &(UdsChartSize) { width, height, 1 }, UDS_CHART_PART_ALL);
}

static const UdsChartMark *
find_mark (const UdsChartLayout *layout,
           UdsChartRole          role,
           gsize                 row)
{
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      if (mark->role == role && mark->series == row)
        return mark;
    }
  return NULL;
}

static double
get_right (const UdsChartMark *mark)
{
  return mark->bounds.x + mark->bounds.width;
}

static void
test_a_row_is_said_in_full (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_timeline (UDS_LANGUAGE_EN);
  g_autofree char *text = uds_chart_place_announce (&(UdsChartPlace) { 1, 0 }, spec);
  g_autofree char *description = uds_chart_describe (spec);

  g_assert_cmpstr (text, ==, "Sister city agreement with Riverton, phase II: Expires soon. Expires in 4 months.");
  g_assert_true (g_str_has_prefix (
      description, "Timeline with 6 rows. Not begun 1, In force 1, Expires soon 1, End date missing 1, Replaced 1, "
                   "Expired 1. Agreements: Sister city agreement with Riverton: Replaced. Replaced by phase II."));
  g_assert_nonnull (strstr (description, " EU projects: LOOP: In force. In force."));
}

static void
test_the_table_has_groups_and_dates (void)
{
  static const char *const headings[] = { "Type", "Title", "Start", "End", "State", "Note" };
  static const char *const cells[] = { "Agreements", "Exchange of staff", "October 2021", "–", "End date missing",
                                       "No end date and no reason." };
  g_autoptr (UdsChartSpec) spec = chart_fixture_timeline (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartTable) table = uds_chart_table_new (spec);

  g_assert_cmpuint (uds_chart_table_get_n_columns (table), ==, G_N_ELEMENTS (headings));
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *heading = uds_chart_table_get_heading (table, i);
      g_autofree char *cell = uds_chart_table_get_text (table, 2, i);

      g_assert_cmpstr (heading, ==, headings[i]);
      g_assert_cmpstr (cell, ==, cells[i]);
    }
}

static void
test_bars_go_from_start_to_end (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_timeline (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 700, FALSE);
  const UdsChartRect *plot = uds_chart_layout_get_plot (layout);
  const UdsChartMark *first = find_mark (layout, UDS_CHART_ROLE_BAR, 0);
  const UdsChartMark *second = find_mark (layout, UDS_CHART_ROLE_BAR, 1);
  const UdsChartMark *open = find_mark (layout, UDS_CHART_ROLE_BAR, 2);
  const UdsChartMark *future = find_mark (layout, UDS_CHART_ROLE_BAR, 5);
  const UdsChartMark *now = find_mark (layout, UDS_CHART_ROLE_NOW, UDS_CHART_NONE);

  g_assert_cmpfloat (get_right (first), <, second->bounds.x);
  g_assert_cmpfloat (get_right (second), >, now->bounds.x);
  g_assert_cmpfloat (future->bounds.x, >, now->bounds.x);
  g_assert_cmpfloat (get_right (open), >, now->bounds.x);
  g_assert_nonnull (find_mark (layout, UDS_CHART_ROLE_SPAN, 2)); /* it fades out */
  g_assert_null (find_mark (layout, UDS_CHART_ROLE_SPAN, 4));
  g_assert_cmpfloat (get_right (find_mark (layout, UDS_CHART_ROLE_SPAN, 2)), <=, plot->x + plot->width);
}

static void
test_what_continues_is_tied (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_timeline (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 700, FALSE);
  const UdsChartMark *chain = find_mark (layout, UDS_CHART_ROLE_CHAIN, 1);
  const UdsChartMark *from = find_mark (layout, UDS_CHART_ROLE_BAR, 0);
  const UdsChartMark *to = find_mark (layout, UDS_CHART_ROLE_BAR, 1);

  g_assert_nonnull (chain);
  g_assert_cmpfloat (chain->vertices[0].x, <=, get_right (from));
  g_assert_cmpfloat (chain->vertices[0].y, >=, from->bounds.y + from->bounds.height - 1e-6);
  g_assert_cmpfloat_with_epsilon (chain->vertices[chain->n_vertices - 1].x, to->bounds.x, 1e-6);
  g_assert_null (find_mark (layout, UDS_CHART_ROLE_CHAIN, 2));
}

/* A bar that is over is paler than one that is not, a bar that has not begun is hollow, and a notice is hatched. */
static void
test_states_are_told_apart_without_colours (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_timeline (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 700, TRUE);
  const UdsChartMark *over = find_mark (layout, UDS_CHART_ROLE_BAR, 0);
  const UdsChartMark *held = find_mark (layout, UDS_CHART_ROLE_BAR, 4);
  const UdsChartMark *future = find_mark (layout, UDS_CHART_ROLE_BAR, 5);
  gsize n_hatched = 0, n_shapes = 0;

  g_assert_cmpfloat (uds_chart_color_luminance (&over->fill), >, uds_chart_color_luminance (&held->fill));
  g_assert_cmpfloat (future->pen.width, >, 0);
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      n_hatched += uds_chart_layout_get_mark (layout, i)->role == UDS_CHART_ROLE_HATCH;
      n_shapes += uds_chart_layout_get_mark (layout, i)->role == UDS_CHART_ROLE_POINT;
    }
  g_assert_cmpuint (n_hatched, ==, 3); /* and one in the legend */
  g_assert_cmpuint (n_shapes, ==, 6);
}

/* From years to months, as there is room. */
static void
test_ticks_follow_the_width (void)
{
  static const struct {
    double to;
    const char *tick;
  } spans[] = { { 2060, "2040" }, { 2023, "jan\u00a02022" }, { 2021, "jul" } };

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_DA);
      UdsChartGrid *grid = uds_chart_spec_make_grid (spec, UDS_CHART_TIMELINE);
      g_autoptr (UdsChartLayout) layout = NULL;
      gboolean is_there = FALSE;

      uds_chart_grid_add_column (grid, "Tilstand", UDS_CHART_NONE);
      uds_chart_grid_add_row (grid, "a", NULL, "A");
      uds_chart_grid_set_span (grid, 0, &(UdsChartSpan) { 2020, spans[i].to, NAN, FALSE, UDS_CHART_NONE });
      layout = lay_out (spec, 500, FALSE);
      for (gsize j = 0; j < uds_chart_layout_get_n_marks (layout); j++)
        {
          const UdsChartMark *mark = uds_chart_layout_get_mark (layout, j);

          if (mark->role == UDS_CHART_ROLE_TICK)
            is_there = is_there || g_str_has_prefix (mark->lines[0], spans[i].tick);
        }
      g_assert_true (is_there);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/a-row-is-said-in-full", test_a_row_is_said_in_full);
  g_test_add_func ("/timeline/the-table-has-groups-and-dates", test_the_table_has_groups_and_dates);
  g_test_add_func ("/timeline/bars-go-from-start-to-end", test_bars_go_from_start_to_end);
  g_test_add_func ("/timeline/what-continues-is-tied", test_what_continues_is_tied);
  g_test_add_func ("/timeline/states-are-told-apart-without-colours", test_states_are_told_apart_without_colours);
  g_test_add_func ("/timeline/ticks-follow-the-width", test_ticks_follow_the_width);

  return g_test_run ();
}
