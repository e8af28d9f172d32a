/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for charts of every kind: each place is reached once by keyboard and found by pointer, said in full, in
 * the table and in the description, told apart without colours, and written to files. */
#include "../words.h"
#include "chart-fixtures.h"
#include "uds-chart-cursor.h"
#include "uds-chart-describe.h"
#include "uds-chart-draw.h"
#include "uds-chart-export.h"
#include "uds-chart-notes.h"
#include "uds-chart-sheet.h"
#include "uds-chart-table.h"

#include <math.h>
#include <string.h>

static const ChartFixture fixtures[] = {
  chart_fixture_cities, chart_fixture_then_and_now, chart_fixture_goals,
  chart_fixture_counts, chart_fixture_multiples,    chart_fixture_own_scales,
  chart_fixture_timeline,
  chart_fixture_map,
};

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

/* Cursor */

/* Rows by one pair of arrows and what is in a row by the other; in a grid of one column both walk the rows. */
static gsize
walk (UdsChartSpec *spec,
      UdsChartMove  along,
      UdsChartMove  across)
{
  g_autoptr (GHashTable) visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  UdsChartPlace row = { 0, 0 };
  gsize n_visits = 0;

  while (uds_chart_place_count_points (spec, row.series) == 0)
    row.series++;
  do
    {
      UdsChartPlace place = row;

      uds_chart_place_move (&place, spec, UDS_CHART_MOVE_FIRST);
      do
        {
          g_assert_true (uds_chart_place_is_valid (&place, spec));
          g_hash_table_add (visited, g_strdup_printf ("%d %d", (int) place.series, (int) place.point));
          n_visits++;
      } while (uds_chart_place_move (&place, spec, along));
  } while (along != across && uds_chart_place_move (&row, spec, across));

  g_assert_cmpuint (g_hash_table_size (visited), ==, n_visits);
  return n_visits;
}

static gsize
count_places (UdsChartSpec *spec)
{
  gsize n_places = 0;

  for (gsize i = 0; i < uds_chart_place_count_series (spec); i++)
    n_places += uds_chart_place_count_points (spec, i);

  return n_places;
}

static void
test_every_place_once (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (UdsChartSpec) spec = fixtures[i](UDS_LANGUAGE_EN);
      const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
      gboolean has_one_column = grid != NULL && uds_chart_grid_get_n_columns (grid) == 1;
      gboolean is_map = uds_chart_spec_get_kind (spec) == UDS_CHART_MAP;
      UdsChartMove along = is_map ? UDS_CHART_MOVE_FORWARD : UDS_CHART_MOVE_NEXT;
      UdsChartMove across = has_one_column ? along : UDS_CHART_MOVE_NEXT_SERIES;

      g_assert_cmpuint (walk (spec, along, across), ==, count_places (spec));
    }
}

static void
test_bars_both_ways (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_cities (UDS_LANGUAGE_EN);
  UdsChartPlace place;

  g_assert_true (uds_chart_place_first (spec, &place));
  g_assert_cmpuint (place.series, ==, 5); /* Copenhagen */
  g_assert_true (uds_chart_place_move (&place, spec, UDS_CHART_MOVE_NEXT));
  g_assert_true (uds_chart_place_move (&place, spec, UDS_CHART_MOVE_NEXT_SERIES));
  g_assert_cmpuint (place.series, ==, 7);
  uds_chart_place_move (&place, spec, UDS_CHART_MOVE_MINIMUM);
  g_assert_cmpuint (place.series, ==, 0);
  g_assert_false (uds_chart_place_move (&place, spec, UDS_CHART_MOVE_PREVIOUS));
  uds_chart_place_move (&place, spec, UDS_CHART_MOVE_MAXIMUM);
  g_assert_cmpuint (place.series, ==, 14);
  uds_chart_place_move (&place, spec, UDS_CHART_MOVE_TARGET);
  g_assert_cmpuint (place.series, ==, 2); /* 1.95 is nearest to 2 */
  uds_chart_place_move (&place, spec, UDS_CHART_MOVE_LAST);
  g_assert_cmpuint (place.series, ==, 15);
}

static void
test_one_time_in_all_panels (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_multiples (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 960, FALSE);
  UdsChartPlace place = { 0, 4 };
  UdsChartVertex top, bottom, own;

  g_assert_cmpuint (uds_chart_layout_get_n_plots (layout), ==, 17);
  uds_chart_layout_get_vertex (layout, &place, &own);
  uds_chart_layout_get_line (layout, &place, 0, &top, &bottom);
  g_assert_cmpfloat_with_epsilon (top.x, own.x, 1e-6);
  for (gsize i = 0; i < 17; i++)
    {
      UdsChartVertex vertex;

      uds_chart_layout_get_line (layout, &place, i, &top, &bottom);
      g_assert_cmpfloat (top.y, <, bottom.y);
      if (uds_chart_place_count_points (spec, i) < 9)
        continue;
      uds_chart_layout_get_vertex (layout, &(UdsChartPlace) { i, 4 }, &vertex);
      g_assert_cmpfloat_with_epsilon (vertex.x, top.x, 1e-6);
    }

  g_assert_true (uds_chart_place_move (&place, spec, UDS_CHART_MOVE_NEXT_SERIES));
  g_assert_cmpuint (place.series, ==, 2); /* the second has no points */
  g_assert_cmpuint (place.point, ==, 2);  /* the same year */
}

static void
test_hit (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (UdsChartSpec) spec = fixtures[i](UDS_LANGUAGE_EN);
      g_autoptr (UdsChartLayout) layout = lay_out (spec, 700, FALSE);

      for (gsize series = 0; series < uds_chart_place_count_series (spec); series++)
        for (gsize point = 0; point < uds_chart_place_count_points (spec, series); point++)
          {
            UdsChartPlace expected = { series, point }, place;
            UdsChartVertex vertex, found;

            uds_chart_layout_get_vertex (layout, &expected, &vertex);
            g_assert_true (uds_chart_layout_hit (layout, vertex.x, vertex.y, 10, &place));
            uds_chart_layout_get_vertex (layout, &place, &found);
            g_assert_cmpfloat (hypot (found.x - vertex.x, found.y - vertex.y), <, 2); /* two may share a place */
          }
    }
}

static void
assert_said (UdsChartSpec *spec,
             gsize         series,
             gsize         point,
             const char   *expected)
{
  g_autofree char *text = uds_chart_place_announce (&(UdsChartPlace) { series, point }, spec);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_said (void)
{
  g_autoptr (UdsChartSpec) cities = chart_fixture_cities (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) modes = chart_fixture_then_and_now (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) goals = chart_fixture_goals (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) scales = chart_fixture_own_scales (UDS_LANGUAGE_EN);

  assert_said (cities, 5, 0, "Copenhagen: 2.56\u00a0t. Number 6 of 15. 0.56\u00a0t above the target of 2\u00a0t.");
  assert_said (cities, 4, 0,
               "Paris: 2.42\u00a0t, uncertain. Number 5 of 15. 0.42\u00a0t above the target of 2\u00a0t.");
  assert_said (cities, 15, 0, "Nowhere: no data.");
  assert_said (modes, 0, 0, "Car, 2019: 32%.");
  assert_said (modes, 0, 1, "Car, 2023: 29%. 3\u00a0percentage points less than 2019.");
  assert_said (modes, 3, 2, "Public transport, Target 2025: no data.");
  assert_said (goals, 12, 0, "13 Climate Action, 2015: Achieved.");
  assert_said (goals, 1, 3, "2 Zero Hunger, 2018: no data.");
  assert_said (scales, 1, 1, "Population, 2005: 500,150\u00a0persons. 1,002\u00a0persons more than 2001.");
  assert_said (scales, 2, 0, "By bicycle, 2012: 36%. 14\u00a0percentage points below the target of 50%.");
}

/* Words */

static void
test_described (void)
{
  g_autoptr (UdsChartSpec) cities = chart_fixture_cities (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) modes = chart_fixture_then_and_now (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) goals = chart_fixture_goals (UDS_LANGUAGE_EN);
  g_autofree char *bars = uds_chart_describe (cities);
  g_autofree char *dumbbell = uds_chart_describe (modes);
  g_autofree char *heat_map = uds_chart_describe (goals);

  g_assert_cmpstr (bars, ==,
                   "Bar chart with 16 bars. Lowest first: Accra: 1.16\u00a0t; last Melbourne: 37.66\u00a0t. "
                   "Copenhagen: 2.56\u00a0t. Number 6 of 15. Target 2.00\u00a0t. Hollow bars are uncertain.");
  g_assert_cmpstr (dumbbell, ==,
                   "Dumbbell chart with 4 rows: 2019, 2023, Target 2025. Car: 32%, 29%, 25%. "
                   "Bicycle: 28%, 27%, 33%. On foot: 23%, 27%, 26%. Public transport: 17%, 17%, no data.");
  g_assert_true (g_str_has_prefix (heat_map, "Heat map, 17 × 9 cells, columns: 2015, 2016, "));
  g_assert_nonnull (strstr (heat_map, "Cells: Achieved 19, On its way 14, Too slow 13, Standing still 16, "
                                      "Going back 18, Not assessed 19, No data 54."));
  g_assert_nonnull (strstr (heat_map, " 2 Zero Hunger: no data. 3 Good Health and Well-being: Achieved in 2023."));
}

static void
test_multiples_described (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_own_scales (UDS_LANGUAGE_EN);
  g_autofree char *text = uds_chart_describe (spec);

  g_assert_true (g_str_has_prefix (text, "4 small line charts, 2001 to 2022. CO₂ reduction: 7 values, from 0% in "));
  g_assert_nonnull (strstr (text, "499,148\u00a0persons in 2001")); /* each in its own unit */
  g_assert_nonnull (strstr (text, "Target 50% by 2015: the latest value is 6\u00a0percentage points below it."));
  g_assert_nonnull (strstr (text, "Each chart has its own scale."));

  uds_chart_spec_set_shares_scale (spec, TRUE);
  g_free (text);
  text = uds_chart_notes_new (spec);
  g_assert_true (g_str_has_prefix (text, "All charts have the same scale."));
}

static void
assert_danish (ChartFixture  make,
               const char   *expected)
{
  g_autoptr (UdsChartSpec) spec = make (UDS_LANGUAGE_DA);
  g_autofree char *text = uds_chart_describe (spec);

  g_assert_true (g_str_has_prefix (text, expected));
}

static void
test_danish (void)
{
  g_autoptr (UdsChartSpec) cities = chart_fixture_cities (UDS_LANGUAGE_DA);

  if (!words_be_danish ())
    return;

  assert_danish (chart_fixture_cities, "Søjlediagram med 16 søjler. Lavest først: Accra: 1,16\u00a0t; sidst Melbourne: "
                                       "37,66\u00a0t. København: 2,56\u00a0t. Nummer 6 af 15.");
  assert_danish (chart_fixture_then_and_now,
                 "Håndvægtdiagram med 4 rækker: 2019, 2023, Mål 2025. Bil: 32\u00a0%, 29\u00a0%");
  assert_danish (chart_fixture_goals, "Varmekort, 17 × 9 felter, kolonner: 2015");
  assert_danish (chart_fixture_multiples, "17 små kurvediagrammer, 2015 til 2023.");
  assert_said (cities, 5, 0, "København: 2,56\u00a0t. Nummer 6 af 15. 0,56\u00a0t over målet på 2\u00a0t.");
  words_be_english ();
}

/* Table */

static void
assert_table (UdsChartSpec *spec,
              const char   *start)
{
  g_autoptr (UdsChartTable) table = uds_chart_table_new (spec);
  g_autofree char *tsv = uds_chart_table_to_tsv (table);

  g_assert_true (g_str_has_prefix (tsv, start));
}

static void
test_tables (void)
{
  g_autoptr (UdsChartSpec) cities = chart_fixture_cities (UDS_LANGUAGE_DA);
  g_autoptr (UdsChartSpec) modes = chart_fixture_then_and_now (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) goals = chart_fixture_goals (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) scales = chart_fixture_own_scales (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartTable) table = uds_chart_table_new (cities);
  g_autofree char *rank = uds_chart_table_get_text (table, 15, 0);

  g_assert_cmpuint (uds_chart_table_get_n_rows (table), ==, 16); /* all, however many are drawn */
  g_assert_cmpstr (rank, ==, "–");
  assert_table (cities, "Rank\tBy\tCO₂ pr. indbygger (t)\tNote\n1\tAccra\t1,16\t\n2\tSalvador\t1,33\t\n");
  assert_table (modes, "Mode\t2019 (%)\t2023 (%)\tTarget 2025 (%)\tNote\nCar\t32\t29\t25\t\n");
  assert_table (goals, "Goal\t2015\t2016\t2017\t2018\t2019\t2020\t2021\t2022\t2023\tNote\n1 No Poverty\tAchieved\t");
  assert_table (scales, "Period\tCO₂ reduction (%)\tPopulation (persons)\tBy bicycle (%)\tHomeless (persons)\tNote\n"
                        "2001\t\t499148\t\t\t\n");
}

/* What goes to a spreadsheet is what the table on screen has: the same figures, in full. */
static void
assert_sheet (UdsChartSpec *spec)
{
  g_autoptr (UdsChartTable) table = uds_chart_table_new (spec);
  g_autoptr (UdsSheet) sheet = uds_chart_sheet_new (spec);

  g_assert_cmpuint (uds_sheet_get_n_rows (sheet), ==, uds_chart_table_get_n_rows (table));
  g_assert_cmpuint (uds_sheet_get_n_columns (sheet), ==, uds_chart_table_get_n_columns (table));
  g_assert_cmpstr (uds_sheet_get_title (sheet), ==, uds_chart_spec_get_title (spec));
  for (gsize column = 0; column < uds_sheet_get_n_columns (sheet); column++)
    {
      g_autofree char *heading = uds_chart_table_get_heading (table, column);

      g_assert_cmpstr (uds_sheet_get_heading (sheet, column), ==, heading);
      for (gsize row = 0; row < uds_sheet_get_n_rows (sheet); row++)
        {
          g_autofree char *shown = uds_chart_table_get_text (table, row, column);
          g_autofree char *written = uds_sheet_format_cell (sheet, row, column);

          g_assert_cmpstr (written, ==, g_str_equal (shown, "–") ? "" : shown);
        }
    }
}

static void
test_sheets_say_what_is_on_screen (void)
{
  g_autoptr (UdsChartSpec) cities = chart_fixture_cities (UDS_LANGUAGE_DA);
  g_autoptr (UdsChartSpec) modes = chart_fixture_then_and_now (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) goals = chart_fixture_goals (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) scales = chart_fixture_own_scales (UDS_LANGUAGE_EN);

  assert_sheet (cities);
  assert_sheet (modes);
  assert_sheet (goals);
  assert_sheet (scales);
}

/* Looks */

/* Levels differ by their shapes, not by colours alone; what is not known differs from all of them. */
static void
test_told_apart_without_colours (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_goals (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 500, TRUE);
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  gsize n_hatched = 0, n_shapes = 0, n_empty = 0;

  for (gsize i = 0; i < uds_chart_grid_get_n_levels (grid); i++)
    for (gsize j = 0; j < i; j++)
      {
        const UdsChartLevel *a = uds_chart_grid_get_level (grid, i);
        const UdsChartLevel *b = uds_chart_grid_get_level (grid, j);

        g_assert_true (a->marker != b->marker || a->is_hollow != b->is_hollow);
      }
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      n_hatched += mark->role == UDS_CHART_ROLE_HATCH;
      n_shapes += mark->role == UDS_CHART_ROLE_CELL && mark->kind == UDS_CHART_MARK_POINT;
    }
  for (gsize row = 0; row < 17; row++)
    for (gsize column = 0; column < 9; column++)
      n_empty += uds_chart_cell_is_empty (uds_chart_grid_get_cell (grid, row, column));

  g_assert_cmpuint (n_shapes, ==, 17 * 9 - n_empty);
  g_assert_cmpuint (n_hatched, ==, n_empty + 1); /* and one in the legend */
}

static void
test_own_bar_stands_out (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_cities (UDS_LANGUAGE_EN);

  for (int mono = 0; mono < 2; mono++)
    {
      g_autoptr (UdsChartLayout) layout = lay_out (spec, 500, mono);
      const UdsChartMark *own = NULL, *other = NULL;

      for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
        {
          const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

          if (mark->role == UDS_CHART_ROLE_BAR && mark->series == 5)
            own = mark;
          if (mark->role == UDS_CHART_ROLE_BAR && mark->series == 6)
            other = mark;
          if (mark->role == UDS_CHART_ROLE_LABEL && mark->kind == UDS_CHART_MARK_TEXT && mark->series == 5)
            g_assert_true (mark->text.is_bold);
        }
      g_assert_cmpfloat (uds_chart_color_difference (&own->fill, &other->fill), >, 0.1);
      g_assert_cmpfloat_with_epsilon (own->bounds.x, other->bounds.x, 1e-6); /* both from zero */
    }
}

static const UdsChartMark *
find_mark (const UdsChartLayout *layout,
           const char           *id)
{
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    if (g_strcmp0 (uds_chart_layout_get_mark (layout, i)->id, id) == 0)
      return uds_chart_layout_get_mark (layout, i);
  return NULL;
}

/* Alone, behind the value of then, or after an arrow. */
static gboolean
is_written_beside (const UdsChartLayout *layout,
                   const char           *id,
                   const char           *value)
{
  const UdsChartMark *point = find_mark (layout, id);
  double middle = point->bounds.y + point->bounds.height / 2;

  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      if (mark->role == UDS_CHART_ROLE_VALUE && mark->lines != NULL && g_str_has_suffix (mark->lines[0], value)
          && mark->bounds.y < middle && mark->bounds.y + mark->bounds.height > middle)
        return TRUE;
    }
  return FALSE;
}

static void
test_what_is_now_is_written_however_narrow (void)
{
  g_autoptr (UdsChartSpec) modes = chart_fixture_then_and_now (UDS_LANGUAGE_EN);

  for (double width = 200; width <= 800; width += 20)
    {
      g_autoptr (UdsChartLayout) layout = lay_out (modes, width, FALSE);

      g_assert_true (is_written_beside (layout, "car/1", "29%"));
      g_assert_true (is_written_beside (layout, "bicycle/1", "27%"));
      g_assert_true (is_written_beside (layout, "foot/1", "27%"));
      g_assert_true (is_written_beside (layout, "transit/1", "17%"));
    }
}

/* Files */

static gsize
count (const char *text,
       const char *part)
{
  gsize n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;

  return n;
}

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (UdsChartSpec) spec = fixtures[i](UDS_LANGUAGE_DA);
      g_autoptr (UdsChartLayout) layout = lay_out (spec, 480, i % 2 == 0);
      g_autoptr (GBytes) svg = uds_chart_render_svg (layout, 12);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = uds_chart_render_png (layout, 12, &error);
      g_autoptr (GBytes) pdf = uds_chart_render_pdf (layout, 12, &error);
      g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
      GMarkupParser parser = { NULL };
      g_autoptr (GMarkupParseContext) context =
          g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);

      g_assert_no_error (error);
      g_assert_true (g_markup_parse_context_parse (context, text, -1, &error));
      /* What is pointed at says what it is. */
      g_assert_cmpuint (count (text, "<title>"), >=, MIN (uds_chart_place_count_series (spec), 10));
      g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\211PNG", 4);
      g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 4, "%PDF", 4);
    }
}

static void
test_cursor_is_drawn (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (UdsChartSpec) spec = fixtures[i](UDS_LANGUAGE_EN);
      g_autoptr (UdsChartLayout) layout = lay_out (spec, 480, FALSE);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      UdsChartPlace place;
      UdsChartVertex vertex;
      double x, y, width, height;

      g_assert_true (uds_chart_place_first (spec, &place));
      uds_chart_layout_get_vertex (layout, &place, &vertex);
      uds_chart_draw_cursor (layout, &place, cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, <, vertex.x);
      g_assert_cmpfloat (y, <, vertex.y);
      g_assert_cmpfloat (x + width, >, vertex.x);
      g_assert_cmpfloat (y + height, >, vertex.y);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  words_init ();

  g_test_add_func ("/kinds/cursor/every-place-is-reached-exactly-once", test_every_place_once);
  g_test_add_func ("/kinds/cursor/both-pairs-of-arrows-walk-bars", test_bars_both_ways);
  g_test_add_func ("/kinds/cursor/one-time-is-shown-in-all-small-charts", test_one_time_in_all_panels);
  g_test_add_func ("/kinds/cursor/is-drawn-around-its-place", test_cursor_is_drawn);
  g_test_add_func ("/kinds/hit/the-pointer-finds-every-place", test_hit);
  g_test_add_func ("/kinds/words/a-place-is-said-in-full", test_said);
  g_test_add_func ("/kinds/words/rows-and-columns-are-described", test_described);
  g_test_add_func ("/kinds/words/small-charts-are-described-each-in-its-unit", test_multiples_described);
  g_test_add_func ("/kinds/words/in-danish", test_danish);
  g_test_add_func ("/kinds/table/has-all-rows", test_tables);
  g_test_add_func ("/kinds/table/sheets-say-what-is-on-screen", test_sheets_say_what_is_on_screen);
  g_test_add_func ("/kinds/looks/levels-are-told-apart-without-colours", test_told_apart_without_colours);
  g_test_add_func ("/kinds/looks/the-own-bar-stands-out", test_own_bar_stands_out);
  g_test_add_func ("/kinds/looks/what-is-now-is-written-however-narrow", test_what_is_now_is_written_however_narrow);
  g_test_add_func ("/kinds/files/every-kind-is-written-to-every-format", test_files);

  return g_test_run ();
}
