/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of real charts as text, and what holds for any chart at any size: nothing overlaps, nothing
 * leaves the chart, nothing crashes. UDSYN_UPDATE_GOLDEN=1 writes the golden files anew. */
#include "chart-fixtures.h"
#include "uds-chart-draw.h"

#include <math.h>
#include <string.h>

#define QUANTUM 8.0 /* units; fonts differ by less */
#define SLACK 0.01

static const struct {
  const char *name;
  ChartFixture make;
} fixtures[] = {
  { "emissions", chart_fixture_emissions },
  { "population", chart_fixture_population },
  { "cycling", chart_fixture_cycling },
  { "homeless", chart_fixture_homeless },
  { "modes", chart_fixture_modes },
  { "cities", chart_fixture_cities },
  { "then-and-now", chart_fixture_then_and_now },
  { "goals", chart_fixture_goals },
  { "counts", chart_fixture_counts },
  { "multiples", chart_fixture_multiples },
  { "own-scales", chart_fixture_own_scales },
  { "timeline", chart_fixture_timeline },
  { "map", chart_fixture_map },
  { "municipalities", chart_fixture_municipalities },
  { "locator", chart_fixture_locator },
};

static UdsChartLayout *
lay_out (UdsChartSpec *spec,
         double        width,
         double        height,
         gboolean      mono)
{
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, mono);
  theme.font_family = "DejaVu Sans";
  theme.font_size = 13;

  return uds_chart_layout_new (spec, &theme, &(UdsChartSize) { width, height, 1 }, UDS_CHART_PART_ALL);
}

static int
quantise (double place)
{
  return (int) lround (place / QUANTUM);
}

static void
write_mark (GString            *text,
            const UdsChartMark *mark)
{
  static const char *const kinds[] = { "rect", "line", "rule", "point", "text", "area" };
  static const char *const roles[] = {
    "background",
    "title",
    "subtitle",
    "note",
    "source",
    "grid",
    "axis",
    "tick",
    "target",
    "required-path",
    "projection",
    "break",
    "base",
    "bridge",
    "series",
    "point",
    "value",
    "name",
    "leader",
    "label",
    "more",
    "bar",
    "span",
    "cell",
    "hatch",
    "chain",
    "now",
    "legend",
    "land",
    "border",
    "inset",
  };

  g_string_append_printf (text, "%s %s", kinds[mark->kind], roles[mark->role]);
  if (mark->id != NULL)
    g_string_append_printf (text, " %s", mark->id);
  g_string_append_printf (text, " (%d %d)", quantise (mark->bounds.x + mark->bounds.width / 2),
                          quantise (mark->bounds.y + mark->bounds.height / 2));
  if (mark->kind == UDS_CHART_MARK_LINE || mark->kind == UDS_CHART_MARK_AREA)
    g_string_append_printf (text, " %d vertices", (int) mark->n_vertices);
  if (mark->label != NULL)
    g_string_append_printf (text, " [%s]", mark->label);
  for (gsize i = 0; mark->lines != NULL && mark->lines[i] != NULL; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? " / " : " ", mark->lines[i]);
  g_string_append_c (text, '\n');
}

static void
check_golden (const char           *name,
              const UdsChartLayout *layout)
{
  g_autofree char *path = g_strdup_printf ("%s/golden/chart-%s.txt", g_getenv ("G_TEST_SRCDIR"), name);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    write_mark (text, uds_chart_layout_get_mark (layout, i));

  if (g_getenv ("UDSYN_UPDATE_GOLDEN") != NULL)
    {
      g_assert_true (g_file_set_contents (path, text->str, -1, &error));
      return;
    }
  g_assert_true (g_file_get_contents (path, &golden, NULL, &error));
  g_assert_cmpstr (text->str, ==, golden);
}

static void
test_golden (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (UdsChartSpec) spec = fixtures[i].make (i % 2 == 0 ? UDS_LANGUAGE_EN : UDS_LANGUAGE_DA);
      g_autoptr (UdsChartLayout) wide = lay_out (spec, 960, 540, FALSE);
      g_autoptr (UdsChartLayout) narrow = lay_out (spec, 360, 320, TRUE);
      g_autofree char *wide_name = g_strdup_printf ("%s-wide", fixtures[i].name);
      g_autofree char *narrow_name = g_strdup_printf ("%s-narrow", fixtures[i].name);

      check_golden (wide_name, wide);
      check_golden (narrow_name, narrow);
    }
}

static gboolean
has_role (const UdsChartLayout *layout,
          UdsChartRole          role)
{
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    if (uds_chart_layout_get_mark (layout, i)->role == role)
      return TRUE;
  return FALSE;
}

/* Of the charts over time: 80 by 60 mm of paper with its margins, in the print theme's own letters. */
static void
test_a_small_chart_says_what_it_is (void)
{
  for (gsize i = 0; i < 5; i++)
    {
      g_autoptr (UdsChartSpec) spec = fixtures[i].make (UDS_LANGUAGE_DA);
      g_autoptr (UdsChartLayout) layout = NULL;
      UdsChartTheme theme;

      uds_chart_theme_init_print (&theme, FALSE);
      layout = uds_chart_layout_new (spec, &theme, &(UdsChartSize) { 203, 146, 1 }, UDS_CHART_PART_ALL);
      g_test_message ("%s", fixtures[i].name);
      g_assert_true (has_role (layout, UDS_CHART_ROLE_TITLE));
      g_assert_true (has_role (layout, UDS_CHART_ROLE_SOURCE));
    }
}

static void
assert_sound (const UdsChartLayout *layout)
{
  const UdsChartSize *size = uds_chart_layout_get_size (layout);
  gsize n_marks = uds_chart_layout_get_n_marks (layout);

  for (gsize i = 0; i < n_marks; i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      g_assert_true (isfinite (mark->bounds.x) && isfinite (mark->bounds.y));
      g_assert_true (isfinite (mark->bounds.width) && isfinite (mark->bounds.height));
      if (mark->kind != UDS_CHART_MARK_TEXT)
        continue;
      g_test_message ("%s", mark->lines[0]);
      g_assert_cmpfloat (mark->bounds.x, >=, -SLACK);
      g_assert_cmpfloat (mark->bounds.y, >=, -SLACK);
      g_assert_cmpfloat (mark->bounds.x + mark->bounds.width, <=, size->width + SLACK);
      g_assert_cmpfloat (mark->bounds.y + mark->bounds.height, <=, size->height + SLACK);
      for (gsize j = i + 1; j < n_marks; j++)
        {
          const UdsChartMark *other = uds_chart_layout_get_mark (layout, j);

          if (other->kind == UDS_CHART_MARK_TEXT && uds_chart_rect_overlaps (&mark->bounds, &other->bounds))
            g_error ("\"%s\" and \"%s\" overlap at width %g", mark->lines[0], other->lines[0], size->width);
        }
    }
}

static void
test_all_widths (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    for (UdsLanguage language = UDS_LANGUAGE_EN; language <= UDS_LANGUAGE_DA; language++)
      for (double width = 360; width <= 1600; width += 62)
        {
          g_autoptr (UdsChartSpec) spec = fixtures[i].make (language);
          g_autoptr (UdsChartLayout) layout = lay_out (spec, width, MAX (width * 9 / 16, 320), i % 2 == 0);

          assert_sound (layout);
        }
}

static void
test_points_have_marks (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_emissions (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 960, 540, FALSE);
  gsize n_points = 0, n_hollow = 0;

  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      if (mark->role != UDS_CHART_ROLE_POINT)
        continue;
      n_points++;
      n_hollow += uds_chart_color_difference (&mark->fill, &mark->pen.color) > 0;
    }

  g_assert_cmpuint (n_points, ==, 7);
  g_assert_cmpuint (n_hollow, ==, 2);
}

static const UdsChartMark *
find_role (const UdsChartLayout *layout,
           UdsChartMarkKind      kind,
           UdsChartRole          role)
{
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      if (mark->kind == kind && mark->role == role)
        return mark;
    }

  return NULL;
}

static gsize
count_starts (const UdsChartMark *mark)
{
  gsize n_starts = 0;

  for (gsize i = 0; i < mark->n_vertices; i++)
    n_starts += mark->vertices[i].is_start;

  return n_starts;
}

static void
test_gaps_are_not_drawn_through (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_emissions (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 960, 540, FALSE);
  const UdsChartMark *line = find_role (layout, UDS_CHART_MARK_LINE, UDS_CHART_ROLE_SERIES);
  const UdsChartMark *bridge = find_role (layout, UDS_CHART_MARK_LINE, UDS_CHART_ROLE_BRIDGE);

  g_assert_nonnull (bridge);
  g_assert_cmpint (bridge->pen.n_dashes, >, 0);
  g_assert_cmpuint (count_starts (bridge), ==, 2);
  g_assert_cmpuint (count_starts (line), ==, 3); /* 2005 alone, 2011–14, 2019–22 */
  g_assert_cmpint (line->pen.n_dashes, ==, 0);
}

static void
test_projections_are_dashed (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartSeries *series = uds_chart_spec_add_series (spec, "s", "S");
  g_autoptr (UdsChartLayout) layout = NULL;
  const UdsChartMark *dashed;

  for (int year = 2018; year < 2026; year++)
    uds_chart_series_add_point (
        series, &(UdsChartPoint) { year, year % 5, year > 2022 ? UDS_CHART_PROJECTED : UDS_CHART_MEASURED });
  layout = lay_out (spec, 600, 400, FALSE);
  dashed = find_role (layout, UDS_CHART_MARK_LINE, UDS_CHART_ROLE_PROJECTION);

  g_assert_nonnull (dashed);
  g_assert_cmpint (dashed->pen.n_dashes, ==, 2);
  g_assert_cmpuint (dashed->n_vertices, ==, 4); /* 2022 to 2025 */
}

static void
test_breaks_interrupt (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_population (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) before = lay_out (spec, 960, 540, FALSE);
  g_autoptr (UdsChartLayout) after = NULL;
  gsize n_starts = count_starts (find_role (before, UDS_CHART_MARK_LINE, UDS_CHART_ROLE_SERIES));

  uds_chart_series_add_break ((UdsChartSeries *) uds_chart_spec_get_series (spec, 0), 2011, "counted anew");
  after = lay_out (spec, 960, 540, FALSE);

  g_assert_null (find_role (before, UDS_CHART_MARK_RULE, UDS_CHART_ROLE_BREAK));
  g_assert_nonnull (find_role (after, UDS_CHART_MARK_RULE, UDS_CHART_ROLE_BREAK));
  g_assert_cmpuint (count_starts (find_role (after, UDS_CHART_MARK_LINE, UDS_CHART_ROLE_SERIES)), ==,
                    n_starts + 1);
  g_assert_cmpstr (find_role (after, UDS_CHART_MARK_TEXT, UDS_CHART_ROLE_BREAK)->lines[0], ==, "counted anew");
}

static void
test_the_base_has_a_ring (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_population (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) before = lay_out (spec, 960, 540, FALSE);
  g_autoptr (UdsChartLayout) after = NULL;
  const UdsChartMark *ring;

  uds_chart_spec_set_base (spec, 1);
  after = lay_out (spec, 960, 540, FALSE);
  ring = find_role (after, UDS_CHART_MARK_POINT, UDS_CHART_ROLE_BASE);

  g_assert_null (find_role (before, UDS_CHART_MARK_POINT, UDS_CHART_ROLE_BASE));
  g_assert_nonnull (ring);
  g_assert_cmpuint (ring->point, ==, 1);
  uds_chart_spec_set_base (spec, 1000);
  g_assert_cmpuint (uds_chart_spec_get_base (spec), ==, UDS_CHART_NONE);
}

static void
test_years_are_not_grouped (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_homeless (UDS_LANGUAGE_DA);
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 960, 540, FALSE);
  gboolean has_year = FALSE, has_value = FALSE;

  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      if (mark->role != UDS_CHART_ROLE_TICK)
        continue;
      has_year = has_year || g_str_equal (mark->lines[0], "2020");
      has_value = has_value || g_str_equal (mark->lines[0], "1.500");
    }

  g_assert_true (has_year && has_value);
}

static double
random_value (void)
{
  static const double odd[] = { 0, -0.0, NAN, INFINITY, -INFINITY,
                                G_MAXDOUBLE, -G_MAXDOUBLE, G_MINDOUBLE, 5e-324, 1e300 };

  if (g_test_rand_int_range (0, 8) == 0)
    return odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))];

  return g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (-12, 12));
}

static double
random_position (void)
{
  if (g_test_rand_int_range (0, 12) == 0)
    return random_value ();
  if (g_test_rand_bit ())
    return g_test_rand_int_range (1950, 2050);

  return g_test_rand_double_range (2020, 2024);
}

static UdsChartSpec *
random_spec (void)
{
  static const char *const words[] = { "", "A", "Andel af ture til arbejde og uddannelse",
                                       "Økonomiforvaltningen",
                                       "Etmegetlangtordudenetenestemellemrumsomderforikkekanbrydes" };
  static const char *const units[] = { NULL, "%", "t", "tons CO₂-ækvivalenter pr. indbygger" };
  UdsChartSpec *spec = uds_chart_spec_new (g_test_rand_bit () ? UDS_LANGUAGE_EN : UDS_LANGUAGE_DA);

  uds_chart_spec_set_title (spec, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  uds_chart_spec_set_subtitle (spec, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  uds_chart_spec_set_unit (spec, units[g_test_rand_int_range (0, G_N_ELEMENTS (units))]);
  for (int i = g_test_rand_int_range (0, 9); i > 0; i--)
    {
      UdsChartSeries *series =
          uds_chart_spec_add_series (spec, "s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

      for (int j = g_test_rand_int_range (0, 60); j > 0; j--)
        uds_chart_series_add_point (series,
                                    &(UdsChartPoint) { random_position (), random_value (),
                                                       (UdsChartQuality) g_test_rand_int_range (0, 3) });
      if (g_test_rand_bit ())
        uds_chart_series_add_break (series, random_position (), "x");
    }
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    uds_chart_spec_add_target (spec,
                               &(UdsChartTarget) { random_value (), random_position (), NULL,
                                                   (UdsChartTargetState) g_test_rand_int_range (0, 4) });
  if (g_test_rand_bit ())
    uds_chart_spec_set_required_path (
        spec, &(UdsChartPath) { random_position (), random_value (), random_position (), random_value () });
  if (g_test_rand_bit ())
    uds_chart_spec_set_projection (
        spec, &(UdsChartPath) { random_position (), random_value (), random_position (), random_value () });

  return spec;
}

/* Times that may be unknown, in disorder or far away; rows that continue others, also themselves. */
static void
add_random_spans (UdsChartGrid *grid)
{
  int n_rows = (int) uds_chart_grid_get_n_rows (grid);

  if (g_test_rand_bit ())
    uds_chart_grid_set_now (grid, random_position ());
  for (int i = 0; i < n_rows; i++)
    {
      UdsChartSpan span = { NAN, NAN, NAN, g_test_rand_bit (), UDS_CHART_NONE, NULL, NULL, "udløber om 3 måneder" };

      if (g_test_rand_bit ())
        span.from = random_position ();
      if (g_test_rand_bit ())
        span.to = random_position ();
      if (g_test_rand_bit ())
        span.notice = random_position ();
      if (g_test_rand_bit ())
        span.follows = (gsize) g_test_rand_int_range (0, n_rows);
      if (g_test_rand_int_range (0, 6) > 0)
        uds_chart_grid_set_span (grid, (gsize) i, &span);
    }
}

/* Rows and columns of any kind, with long names, odd values and more or fewer columns than the kind asks for. */
static UdsChartSpec *
random_grid (void)
{
  static const char *const words[] = { "A", "Økonomiforvaltningen", "Andel af ture til arbejde og uddannelse",
                                       "Etmegetlangtordudenetenestemellemrumsomderforikkekanbrydes" };
  static const UdsChartKind kinds[] = { UDS_CHART_BARS, UDS_CHART_DUMBBELL, UDS_CHART_HEAT_MAP, UDS_CHART_TIMELINE };
  UdsChartSpec *spec = uds_chart_spec_new (g_test_rand_bit () ? UDS_LANGUAGE_EN : UDS_LANGUAGE_DA);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))]);
  int n_columns = g_test_rand_int_range (1, 20);

  uds_chart_spec_set_title (spec, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  uds_chart_spec_set_unit (spec, g_test_rand_bit () ? "%" : words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    uds_chart_spec_add_target (spec, &(UdsChartTarget) { .value = random_value () });
  for (int i = 0; i < 6; i++)
    uds_chart_grid_add_level (grid, &(UdsChartLevel) { words[i % 3], (UdsChartMarker) i, FALSE, (UdsChartTone) i });
  for (int i = 0; i < n_columns; i++)
    uds_chart_grid_add_column (grid, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                               g_test_rand_bit () ? (gsize) i % 6 : UDS_CHART_NONE);
  for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
    {
      gsize row;

      if (g_test_rand_int_range (0, 8) == 0)
        uds_chart_grid_begin_group (grid, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      row = uds_chart_grid_add_row (grid, "r", g_test_rand_bit () ? "12" : NULL,
                                    words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

      for (int j = 0; j < n_columns; j++)
        uds_chart_grid_set_cell (grid, row, (gsize) j,
                                 &(UdsChartCell) { random_value (), g_test_rand_bit () ? (gsize) j % 6 : UDS_CHART_NONE,
                                                   (UdsChartQuality) g_test_rand_int_range (0, 3), NULL });
    }
  if (uds_chart_spec_get_kind (spec) == UDS_CHART_TIMELINE)
    add_random_spans (grid);
  else if (g_test_rand_bit ())
    uds_chart_grid_rank (grid, g_test_rand_bit ());
  if (g_test_rand_bit ())
    uds_chart_grid_emphasise (grid, "r");

  return spec;
}

static void
draw (const UdsChartLayout *layout)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
  cairo_t *cr = cairo_create (surface);

  uds_chart_draw (layout, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_any_chart (void)
{
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (UdsChartSpec) spec = random_spec ();
      g_autoptr (UdsChartLayout) layout = lay_out (spec, g_test_rand_double_range (360, 1600),
                                                   g_test_rand_double_range (240, 900), g_test_rand_bit ());

      assert_sound (layout);
      draw (layout);
    }
}

static void
test_any_grid (void)
{
  for (int i = 0; i < 100; i++)
    {
      UdsChartTheme theme;
      g_autoptr (UdsChartSpec) spec = random_grid ();
      double width = g_test_rand_double_range (360, 1600);
      g_autoptr (UdsChartLayout) layout =
          lay_out (spec, width, g_test_rand_double_range (240, 900), g_test_rand_bit ());
      g_autoptr (UdsChartLayout) odd = NULL;

      assert_sound (layout);
      draw (layout);
      uds_chart_theme_init_print (&theme, FALSE);
      g_assert_cmpfloat (uds_chart_layout_measure_height (spec, &theme, width, UDS_CHART_PART_ALL), >=, 0);
      odd = uds_chart_layout_new (spec, &theme, &(UdsChartSize) { random_value (), random_value (), random_value () },
                                  UDS_CHART_PART_ALL);
      draw (odd);
    }
}

static void
test_any_size (void)
{
  for (int i = 0; i < 100; i++)
    {
      UdsChartTheme theme;
      UdsChartSize size = { random_value (), random_value (), random_value () };
      g_autoptr (UdsChartSpec) spec = random_spec ();
      g_autoptr (UdsChartLayout) layout = NULL;
      g_autoptr (UdsChartLayout) sparkline = NULL;

      uds_chart_theme_init_print (&theme, FALSE);
      layout = uds_chart_layout_new (spec, &theme, &size, UDS_CHART_PART_ALL);
      sparkline = uds_chart_layout_new_sparkline (spec, &theme, &size);
      draw (layout);
      draw (sparkline);
    }
}

static UdsChartLayout *
lay_out_years (const char   *unit,
               int           first_year,
               const double *values,
               gsize         n_values)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartSeries *series = uds_chart_spec_add_series (spec, "s", "Series");

  uds_chart_spec_set_unit (spec, unit);
  for (gsize i = 0; i < n_values; i++)
    uds_chart_series_add_point (series, &(UdsChartPoint) { .position = first_year + (int) i, .value = values[i] });
  return lay_out (spec, 600, 300, FALSE);
}

/* The labels of both axes, one after the other. */
static char *
list_ticks (const UdsChartLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      if (mark->role == UDS_CHART_ROLE_TICK && mark->lines != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", mark->lines[0]);
    }
  return g_string_free_and_steal (text);
}

static void
test_ticks_are_no_finer_than_the_data (void)
{
  static const double places[] = { 2, 1 };
  static const double share[] = { 45 };
  g_autoptr (UdsChartLayout) ranks = lay_out_years ("rank", 2011, places, 2);
  g_autoptr (UdsChartLayout) one = lay_out_years ("percent", 2018, share, 1);
  g_autofree char *rank_ticks = list_ticks (ranks);
  g_autofree char *year_ticks = list_ticks (one);

  g_assert_cmpstr (rank_ticks, ==, "rank 1 2 2011 2012");
  g_assert_true (g_str_has_suffix (year_ticks, "% 2017 2018 2019"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/real-charts-are-laid-out-as-they-were", test_golden);
  g_test_add_func ("/layout/a-small-chart-says-what-it-is", test_a_small_chart_says_what_it_is);
  g_test_add_func ("/layout/no-text-overlaps-or-leaves-the-chart-at-any-width", test_all_widths);
  g_test_add_func ("/layout/every-point-has-a-mark-and-uncertain-ones-are-hollow", test_points_have_marks);
  g_test_add_func ("/layout/lines-stop-at-gaps", test_gaps_are_not_drawn_through);
  g_test_add_func ("/layout/projections-are-dashed", test_projections_are_dashed);
  g_test_add_func ("/layout/lines-stop-where-counting-changed", test_breaks_interrupt);
  g_test_add_func ("/layout/the-base-has-a-ring", test_the_base_has_a_ring);
  g_test_add_func ("/layout/years-are-not-grouped-and-values-are", test_years_are_not_grouped);
  g_test_add_func ("/layout/ticks-are-no-finer-than-the-data", test_ticks_are_no_finer_than_the_data);
  g_test_add_func ("/layout/any-chart-has-a-sound-layout", test_any_chart);
  g_test_add_func ("/layout/any-rows-and-columns-have-a-sound-layout", test_any_grid);
  g_test_add_func ("/layout/any-size-can-be-drawn", test_any_size);

  return g_test_run ();
}
