/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map: dots as large as they weigh, names that hide nothing, land that tears nowhere, every place within reach. */
#include "chart-fixtures.h"
#include "uds-chart-cursor.h"
#include "uds-chart-describe.h"
#include "uds-chart-export.h"
#include "uds-chart-projection.h"
#include "uds-chart-table.h"

#include <math.h>
#include <string.h>

#define MANY 5000
#define EPSILON 1e-6

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

static UdsChartLayout *
look_at (UdsChartSpec *spec,
         double        longitude,
         double        latitude,
         double        scale)
{
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, FALSE);
  theme.font_family = "DejaVu Sans";
  theme.font_size = 13;
  return uds_chart_layout_new_map_view (spec, &theme, &(UdsChartSize) { 800, 500, 1 },
                                        &(UdsChartMapView) { { longitude, latitude }, scale });
}

static const UdsChartMark *
find_dot (const UdsChartLayout *layout,
          const char           *id)
{
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      if (mark->role == UDS_CHART_ROLE_POINT && g_strcmp0 (mark->id, id) == 0)
        return mark;
    }
  return NULL;
}

static gsize
count_role (const UdsChartLayout *layout,
            UdsChartMarkKind      kind,
            UdsChartRole          role)
{
  gsize n_marks = 0;

  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      n_marks += mark->kind == kind && mark->role == role;
    }
  return n_marks;
}

static UdsChartMap *
make_map (UdsChartSpec *spec)
{
  return uds_chart_spec_make_map (spec, "City", "Relations");
}

static void
add (UdsChartMap *map,
     const char  *id,
     double       longitude,
     double       latitude,
     double       weight)
{
  uds_chart_map_add_place (map, &(UdsChartMapPlace) {
                                    .id = id,
                                    .name = id,
                                    .degrees = { longitude, latitude },
                                    .weight = weight,
                                    .is_lit = TRUE,
                                });
}

static void
test_areas_stand_for_weights (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartMap *map = make_map (spec);
  g_autoptr (UdsChartLayout) layout = NULL;

  add (map, "one", -100, 40, 1);
  add (map, "four", 20, 0, 4);
  add (map, "nine", 140, -30, 9);
  layout = lay_out (spec, 960, 540, FALSE);
  g_assert_cmpfloat_with_epsilon (find_dot (layout, "four")->size, 2 * find_dot (layout, "one")->size, EPSILON);
  g_assert_cmpfloat_with_epsilon (find_dot (layout, "nine")->size, 3 * find_dot (layout, "one")->size, EPSILON);
  g_assert_cmpfloat (find_dot (layout, "nine")->value, ==, 9);
}

static void
assert_names_hide_nothing (const UdsChartLayout *layout)
{
  gsize n_marks = uds_chart_layout_get_n_marks (layout);

  for (gsize i = 0; i < n_marks; i++)
    {
      const UdsChartMark *name = uds_chart_layout_get_mark (layout, i);

      if (name->role != UDS_CHART_ROLE_LABEL)
        continue;
      g_assert_true (name->text.has_halo);
      for (gsize j = 0; j < n_marks; j++)
        {
          const UdsChartMark *other = uds_chart_layout_get_mark (layout, j);

          if (other != name && (other->role == UDS_CHART_ROLE_POINT || other->kind == UDS_CHART_MARK_TEXT))
            g_assert_false (uds_chart_rect_overlaps (&name->bounds, &other->bounds));
        }
    }
}

static void
test_names_hide_nothing (void)
{
  static const ChartFixture fixtures[] = { chart_fixture_map, chart_fixture_municipalities, chart_fixture_locator };

  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    for (double width = 300; width < 1400; width += 90)
      {
        g_autoptr (UdsChartSpec) spec = fixtures[i](UDS_LANGUAGE_DA);
        g_autoptr (UdsChartLayout) layout = lay_out (spec, width, width * 0.6, FALSE);
        g_autoptr (UdsChartLayout) again = lay_out (spec, width, width * 0.6, FALSE);
        g_autoptr (GBytes) svg = uds_chart_render_svg (layout, 0);
        g_autoptr (GBytes) same = uds_chart_render_svg (again, 0);

        assert_names_hide_nothing (layout);
        g_assert_cmpuint (count_role (layout, UDS_CHART_MARK_TEXT, UDS_CHART_ROLE_LABEL), >, 0);
        g_assert_true (g_bytes_equal (svg, same));
      }
}

/* A band over the map is one long line. What is filled and drawn stays within the frames, so within the chart. */
static void
assert_no_band (const UdsChartLayout *layout,
                double                longest)
{
  const UdsChartSize *size = uds_chart_layout_get_size (layout);

  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      if (mark->role != UDS_CHART_ROLE_LAND && mark->role != UDS_CHART_ROLE_BORDER)
        continue;
      g_assert_cmpuint (mark->n_vertices, >, 2);
      for (gsize j = 0; j < mark->n_vertices; j++)
        {
          const UdsChartVertex *vertex = &mark->vertices[j];

          g_assert_cmpfloat (vertex->x, >=, -EPSILON);
          g_assert_cmpfloat (vertex->x, <=, size->width + EPSILON);
          g_assert_cmpfloat (vertex->y, >=, -EPSILON);
          g_assert_cmpfloat (vertex->y, <=, size->height + EPSILON);
          if (mark->role == UDS_CHART_ROLE_BORDER && !vertex->is_start)
            g_assert_cmpfloat (hypot (vertex->x - vertex[-1].x, vertex->y - vertex[-1].y), <, longest);
        }
    }
}

static void
test_no_band (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_map (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) world = lay_out (spec, 1200, 700, FALSE);

  assert_no_band (world, 80); /* the border along 49° north is the longest */
  for (double longitude = -180; longitude <= 180; longitude += 30)
    for (double latitude = -50; latitude <= 75; latitude += 25)
      for (double scale = 150; scale < 5000; scale *= 2.5)
        {
          g_autoptr (UdsChartLayout) layout = look_at (spec, longitude, latitude, scale);

          if (count_role (layout, UDS_CHART_MARK_AREA, UDS_CHART_ROLE_LAND) > 0)
            assert_no_band (layout, 0.4 * scale);
        }
}

/* How much of a layout is land, by a grid of samples. */
static double
measure_land (const UdsChartLayout *layout)
{
  const UdsChartSize *size = uds_chart_layout_get_size (layout);
  guint n_land = 0, n_samples = 0;

  for (double x = 5; x < size->width; x += 10)
    for (double y = 5; y < size->height; y += 10)
      {
        gboolean is_inside = FALSE;

        for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
          {
            const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);
            const UdsChartVertex *start = mark->vertices;

            for (gsize j = 0; mark->role == UDS_CHART_ROLE_LAND && j < mark->n_vertices; j++)
              {
                const UdsChartVertex *from = &mark->vertices[j];
                gboolean is_last = j + 1 == mark->n_vertices || from[1].is_start;
                const UdsChartVertex *to = is_last ? start : &from[1];

                if ((from->y > y) != (to->y > y)
                    && x < from->x + (y - from->y) / (to->y - from->y) * (to->x - from->x))
                  is_inside = !is_inside;
                if (is_last)
                  start = &from[1];
              }
          }
        n_land += is_inside;
        n_samples++;
      }
  return (double) n_land / n_samples;
}

/* Opposite to land, or at the pole, a projection could turn a country inside out. */
static void
test_land_is_where_land_is (void)
{
  static const struct {
    double longitude;
    double latitude;
    double least;
    double most;
  } views[] = {
    { 10, 50, 0.4, 0.8 },     /* Europe */
    { -140, -40, 0, 0.02 },   /* the Pacific, opposite to Russia */
    { 180, 0, 0, 0.1 },       /* the Pacific, on the edge of the outlines */
    { 20, 0, 0.5, 1 },        /* Africa */
    { 100, 62, 0.7, 1 },      /* Russia */
    { -178, 67, 0.3, 0.8 },   /* both shores of the Bering Strait */
  };
  g_autoptr (UdsChartSpec) spec = chart_fixture_map (UDS_LANGUAGE_EN);

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (UdsChartLayout) layout = look_at (spec, views[i].longitude, views[i].latitude, 900);
      double land = measure_land (layout);

      g_test_message ("%g %g: %g", views[i].longitude, views[i].latitude, land);
      g_assert_cmpfloat (land, >=, views[i].least);
      g_assert_cmpfloat (land, <=, views[i].most);
    }
}

static void
test_view (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_map (UDS_LANGUAGE_EN);

  for (double scale = 150; scale < 20000; scale *= 3)
    {
      g_autoptr (UdsChartLayout) layout = look_at (spec, 12.57, 55.68, scale);
      UdsChartDegrees degrees;
      UdsChartMapView view;
      UdsChartVertex own;

      g_assert_true (uds_chart_layout_get_degrees (layout, 400, 250, &degrees));
      g_assert_cmpfloat_with_epsilon (degrees.longitude, 12.57, EPSILON);
      g_assert_cmpfloat_with_epsilon (degrees.latitude, 55.68, EPSILON);
      uds_chart_layout_get_map_view (layout, &view);
      g_assert_cmpfloat (view.scale, ==, scale);
      g_assert_cmpfloat_with_epsilon (view.centre.longitude, 12.57, EPSILON);
      uds_chart_layout_get_vertex (layout, &(UdsChartPlace) { 47, 0 }, &own);
      g_assert_cmpfloat_with_epsilon (own.x, 400, EPSILON);
      g_assert_cmpfloat_with_epsilon (own.y, 250, EPSILON);
    }
}

/* There is nothing to be seen beyond the ends of the earth. */
static void
test_a_view_ends_where_the_earth_does (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_map (UDS_LANGUAGE_EN);
  UdsChartMapView view = { { UDS_CHART_WORLD_MERIDIAN, 80 }, 250 };
  double moved = uds_chart_map_view_limit (&view, 800, 500);
  g_autoptr (UdsChartLayout) layout = look_at (spec, view.centre.longitude, view.centre.latitude, view.scale);
  UdsChartDegrees degrees;

  g_assert_cmpfloat (moved, <, -100);
  g_assert_cmpfloat_with_epsilon (view.centre.longitude, UDS_CHART_WORLD_MERIDIAN, EPSILON);
  g_assert_true (uds_chart_layout_get_degrees (layout, 400, 0, &degrees));
  g_assert_cmpfloat (degrees.latitude, <=, 84);

  /* Near by it stays; where all of the earth has room, that is in the middle. */
  view = (UdsChartMapView) { { 12.57, 80 }, 5000 };
  g_assert_cmpfloat (uds_chart_map_view_limit (&view, 800, 500), ==, 0);
  view.scale = 100;
  uds_chart_map_view_limit (&view, 800, 500);
  g_assert_cmpfloat (view.centre.latitude, >, 0);
  g_assert_cmpfloat (view.centre.latitude, <, 15);
}

/* The world with two insets; Europe and one; Greater Copenhagen alone. */
static void
test_frames_follow_the_places (void)
{
  g_autoptr (UdsChartSpec) world = chart_fixture_map (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) sound = chart_fixture_municipalities (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) europe = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartMap *map = make_map (europe);
  const struct {
    UdsChartSpec *spec;
    gsize n_insets;
  } expected[] = { { world, 2 }, { sound, 0 }, { europe, 1 } };

  add (map, "Rome", 12.5, 41.9, 1);
  add (map, "Malmö", 13, 55.6, 1);
  add (map, "Lund", 13.2, 55.7, 1);
  add (map, "Copenhagen", 12.6, 55.7, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (UdsChartLayout) layout = lay_out (expected[i].spec, 900, 500, FALSE);

      g_assert_cmpuint (count_role (layout, UDS_CHART_MARK_AREA, UDS_CHART_ROLE_LAND), ==, expected[i].n_insets + 1);
      g_assert_cmpuint (count_role (layout, UDS_CHART_MARK_RECT, UDS_CHART_ROLE_INSET), ==, expected[i].n_insets);
    }
}

/* Told apart by shape, and by being hollow. */
static void
test_told_apart_without_colours (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_map (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 900, 500, TRUE);
  const UdsChartMark *own = find_dot (layout, "copenhagen");
  const UdsChartMark *lit = find_dot (layout, "hamburg");
  const UdsChartMark *other = find_dot (layout, "london");

  g_assert_cmpint (own->marker, ==, UDS_CHART_MARKER_DIAMOND);
  g_assert_cmpint (lit->marker, ==, UDS_CHART_MARKER_CIRCLE);
  g_assert_cmpfloat (uds_chart_color_difference (&lit->fill, &other->fill), >, 0.5);
  g_assert_cmpfloat (uds_chart_color_difference (&own->fill, &lit->fill), <, EPSILON); /* black both */
}

/* Cursor */

static void
assert_leads (UdsChartSpec *spec,
              const char   *from,
              UdsChartMove  move,
              const char   *to)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  UdsChartPlace place = { 0, 0 };

  while (!g_str_equal (uds_chart_grid_get_row_id (grid, place.series), from))
    place.series++;
  uds_chart_place_move (&place, spec, move);
  g_assert_cmpstr (uds_chart_grid_get_row_id (grid, place.series), ==, to);
}

static void
test_arrows_lead_where_they_point (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_map (UDS_LANGUAGE_EN);

  assert_leads (spec, "sydney", UDS_CHART_MOVE_NEXT, "auckland");
  assert_leads (spec, "auckland", UDS_CHART_MOVE_NEXT, "auckland"); /* nothing wraps around */
  assert_leads (spec, "new-york-city", UDS_CHART_MOVE_PREVIOUS, "washington-dc");
  assert_leads (spec, "oslo", UDS_CHART_MOVE_PREVIOUS_SERIES, "oslo"); /* the northernmost */
  assert_leads (spec, "johannesburg", UDS_CHART_MOVE_NEXT_SERIES, "cape-town");
  assert_leads (spec, "paris", UDS_CHART_MOVE_MAXIMUM, "stockholm");
}

static guint
count_reached (UdsChartSpec *spec)
{
  static const UdsChartMove arrows[] = { UDS_CHART_MOVE_NEXT, UDS_CHART_MOVE_PREVIOUS, UDS_CHART_MOVE_NEXT_SERIES,
                                         UDS_CHART_MOVE_PREVIOUS_SERIES };
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (UdsChartPlace));
  UdsChartPlace first;

  g_assert_true (uds_chart_place_first (spec, &first));
  g_array_append_val (waiting, first);
  while (waiting->len > 0)
    {
      UdsChartPlace place = g_array_index (waiting, UdsChartPlace, waiting->len - 1);

      g_array_set_size (waiting, waiting->len - 1);
      if (!g_hash_table_add (reached, GSIZE_TO_POINTER (place.series)))
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
        {
          UdsChartPlace next = place;

          if (uds_chart_place_move (&next, spec, arrows[i]))
            g_array_append_val (waiting, next);
        }
    }
  return g_hash_table_size (reached);
}

static void
test_arrows_reach_every_place (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_map (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartSpec) together = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartMap *map = make_map (together);

  g_assert_cmpuint (count_reached (spec), ==, uds_chart_map_get_n_places (uds_chart_spec_get_map (spec)));

  add (map, "a university", 12.5, 55.7, 1);
  add (map, "a museum in its yard", 12.5, 55.7, 1);
  add (map, "another", 12.5, 55.7, 1);
  g_assert_cmpuint (count_reached (together), ==, 3);
}

/* Words */

static void
test_words (void)
{
  g_autoptr (UdsChartSpec) spec = chart_fixture_map (UDS_LANGUAGE_EN);
  g_autoptr (UdsChartTable) table = uds_chart_table_new (spec);
  g_autofree char *said = uds_chart_place_announce (&(UdsChartPlace) { 0, 0 }, spec);
  g_autofree char *text = uds_chart_describe (spec);
  g_autofree char *heading = uds_chart_table_get_heading (table, 1);
  g_autofree char *name = uds_chart_table_get_text (table, 0, 0);
  g_autofree char *weight = uds_chart_table_get_text (table, 0, 1);
  g_autofree char *note = uds_chart_table_get_text (table, 0, 2);

  g_assert_cmpstr (said, ==, "Hamburg. Relations: 1. Member.");
  g_assert_true (g_str_has_prefix (text, "Map with 64 places. Members: 46. By region: Europe "));
  g_assert_nonnull (strstr (text, "Relations, most first: Stockholm 5, "));
  g_assert_true (g_str_has_suffix (text, " Copenhagen is marked."));
  g_assert_cmpuint (uds_chart_table_get_n_rows (table), ==, 64);
  g_assert_cmpstr (heading, ==, "Relations");
  g_assert_cmpstr (name, ==, "Hamburg");
  g_assert_cmpstr (weight, ==, "1");
  g_assert_cmpstr (note, ==, "Member.");
}

/* Odd places */

static void
test_nowhere (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartMap *map = make_map (spec);
  g_autoptr (UdsChartLayout) empty = lay_out (spec, 400, 300, FALSE);
  g_autoptr (UdsChartLayout) layout = NULL;
  g_autofree char *text = uds_chart_describe (spec);
  UdsChartPlace place;

  g_assert_cmpstr (text, ==, "Chart without data.");
  g_assert_false (uds_chart_place_first (spec, &place));
  g_assert_cmpuint (count_role (empty, UDS_CHART_MARK_AREA, UDS_CHART_ROLE_LAND), ==, 1);

  add (map, "not a number", NAN, 0, 1);
  add (map, "beyond the pole", 0, 91, 1);
  add (map, "the pole", 0, 90, NAN);
  add (map, "the edge", 180, -20, -3);
  layout = lay_out (spec, 400, 300, FALSE);
  g_assert_cmpuint (uds_chart_map_get_n_places (map), ==, 2);
  g_assert_nonnull (find_dot (layout, "the edge"));
}

static void
test_thousands (void)
{
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  UdsChartMap *map = make_map (spec);
  g_autoptr (UdsChartLayout) layout = NULL;

  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("Place %d", i);

      add (map, id, g_rand_double_range (random, -170, 170), g_rand_double_range (random, -50, 70), i % 7);
    }
  layout = lay_out (spec, 1200, 700, FALSE);
  assert_names_hide_nothing (layout);
  g_assert_cmpuint (uds_chart_map_get_n_places (map), ==, MANY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/areas stand for weights", test_areas_stand_for_weights);
  g_test_add_func ("/map/names hide nothing", test_names_hide_nothing);
  g_test_add_func ("/map/no band", test_no_band);
  g_test_add_func ("/map/land is where land is", test_land_is_where_land_is);
  g_test_add_func ("/map/view", test_view);
  g_test_add_func ("/map/a view ends where the earth does", test_a_view_ends_where_the_earth_does);
  g_test_add_func ("/map/frames follow the places", test_frames_follow_the_places);
  g_test_add_func ("/map/told apart without colours", test_told_apart_without_colours);
  g_test_add_func ("/map/arrows lead where they point", test_arrows_lead_where_they_point);
  g_test_add_func ("/map/arrows reach every place", test_arrows_reach_every_place);
  g_test_add_func ("/map/words", test_words);
  g_test_add_func ("/map/nowhere", test_nowhere);
  g_test_add_func ("/map/thousands", test_thousands);

  return g_test_run ();
}
