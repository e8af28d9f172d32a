/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a record's relations has each neighbour once, under its kind, with what ties it; what is not drawn is
 * counted, and found all the same by keyboard and table. */
#include "report-fixture.h"

#include "uds-chart-cursor.h"
#include "uds-chart-describe.h"
#include "uds-chart-layout.h"
#include "uds-chart-table.h"
#include "uds-relations-chart.h"

#include <locale.h>
#include <string.h>

static gpointer
chart_network (UdsSession  *session,
               gpointer     code,
               GError     **error)
{
  g_autoptr (UdsRecord) network = report_find (session, "network", "code", code);

  return uds_session_chart_relations (session, network, UDS_LANGUAGE_EN, error);
}

static UdsChartSpec *
chart (StoreFixture *fixture,
       const char   *code)
{
  g_autoptr (GError) error = NULL;
  UdsChartSpec *spec = uds_store_read (fixture->store, chart_network, (gpointer) code, &error);

  g_assert_no_error (error);
  return spec;
}

static void
test_each_neighbour_stands_there_once (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr (UdsChartSpec) spec = chart (fixture, "c40");
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *description = uds_chart_describe (spec);
  const char *oslo;
  g_autofree char *kind = NULL;
  g_autofree char *id = NULL;
  g_autofree char *title = g_strdup_printf ("%u relations of C40 Cities", (guint) uds_chart_grid_get_n_rows (grid) - 1);

  g_assert_cmpstr (uds_chart_spec_get_title (spec), ==, title);
  for (gsize i = 0; i < uds_chart_grid_get_n_rows (grid); i++)
    g_assert_true (g_hash_table_add (ids, (gpointer) uds_chart_grid_get_row_id (grid, i)));
  g_assert_cmpuint (uds_chart_grid_get_emphasised (grid), ==, 0);
  oslo = uds_chart_grid_get_row_id (grid, report_find_row (spec, "Oslo"));
  g_assert_true (uds_relations_chart_parse_id (oslo, &kind, &id));
  g_assert_cmpstr (kind, ==, "city");
  g_assert_nonnull (strstr (description, "Cities · 97: Abidjan (Member"));
  g_assert_nonnull (strstr (description, "Climate Action"));
}

static UdsChartLayout *
lay_out (UdsChartSpec *spec,
         double        width,
         double        height)
{
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, FALSE);
  if (height <= 0)
    height = uds_chart_layout_measure_height (spec, &theme, width, UDS_CHART_PART_ALL);
  return uds_chart_layout_new (spec, &theme, &(UdsChartSize) { width, height, 1 }, UDS_CHART_PART_ALL);
}

/* Names hide neither each other nor the lines, and none is cut off. */
static void
assert_is_clear (UdsChartLayout *layout)
{
  const UdsChartSize *size = uds_chart_layout_get_size (layout);
  const UdsChartRect all = { -0.5, -0.5, size->width + 1, size->height + 1 };

  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      if (mark->kind != UDS_CHART_MARK_TEXT)
        continue;
      g_assert_true (uds_chart_rect_contains (&all, &mark->bounds));
      for (gsize j = 0; j < uds_chart_layout_get_n_marks (layout); j++)
        {
          const UdsChartMark *other = uds_chart_layout_get_mark (layout, j);

          if (j != i && (other->kind == UDS_CHART_MARK_TEXT || other->role == UDS_CHART_ROLE_POINT))
            g_assert_false (uds_chart_rect_overlaps (&mark->bounds, &other->bounds));
          if (other->role == UDS_CHART_ROLE_CHAIN)
            {
              UdsChartVertex from = other->vertices[0], to = other->vertices[1];

              g_assert_false (uds_chart_rect_clip_line (&mark->bounds, &from, &to));
            }
        }
    }
}

static const UdsChartMark *
find_more (UdsChartLayout *layout)
{
  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    if (uds_chart_layout_get_mark (layout, i)->role == UDS_CHART_ROLE_MORE)
      return uds_chart_layout_get_mark (layout, i);
  return NULL;
}

static void
test_what_has_no_room_is_counted (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  static const double widths[] = { 330, 700, 1200 };
  g_autoptr (UdsChartSpec) spec = chart (fixture, "c40");
  g_autoptr (UdsChartLayout) low = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (UdsChartLayout) layout = lay_out (spec, widths[i], 0);

      assert_is_clear (layout);
      g_assert_cmpstr (find_more (layout)->lines[0], ==, "and 82 more");
    }
  low = lay_out (spec, 700, 220);
  assert_is_clear (low);
  g_assert_cmpstr (find_more (low)->lines[0], !=, "and 82 more");
}

static void
test_keyboard_and_table_have_them_all (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr (UdsChartSpec) spec = chart (fixture, "c40");
  g_autoptr (UdsChartTable) table = uds_chart_table_new (spec);
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 700, 0);
  g_autofree char *said = NULL;
  UdsChartPlace place;
  UdsChartRect bounds;
  gsize n_rows = uds_chart_grid_get_n_rows (uds_chart_spec_get_grid (spec));
  gsize n_walked = 1;

  g_assert_true (uds_chart_place_first (spec, &place));
  while (uds_chart_place_move (&place, spec, UDS_CHART_MOVE_NEXT))
    n_walked++;
  g_assert_cmpuint (n_walked, ==, n_rows);
  g_assert_cmpuint (uds_chart_table_get_n_rows (table), ==, n_rows);

  place = (UdsChartPlace) { report_find_row (spec, "Oslo"), 0 };
  said = uds_chart_place_announce (&place, spec);
  g_assert_true (g_str_has_prefix (said, "Oslo: Cities. Member"));
  uds_chart_layout_get_bounds (layout, &place, &bounds);
  g_assert_cmpfloat (bounds.width, >, 0);
}

static void
test_who_has_none_stands_alone (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (UdsRecord) lonely = store_fixture_add (fixture, "network", "code", "lonely", "name_en", "Lonely", NULL);
  g_autoptr (UdsChartSpec) spec = chart (fixture, "lonely");
  g_autoptr (UdsChartLayout) layout = lay_out (spec, 700, 0);

  g_assert_cmpstr (uds_chart_spec_get_title (spec), ==, "0 relations of Lonely");
  assert_is_clear (layout);
}

#define ADD(path, func) \
  g_test_add ("/relations/" path, StoreFixture, NULL, content_fixture_set_up, func, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  ADD ("each-neighbour-stands-there-once", test_each_neighbour_stands_there_once);
  ADD ("what-has-no-room-is-counted", test_what_has_no_room_is_counted);
  ADD ("keyboard-and-table-have-them-all", test_keyboard_and_table_have_them_all);
  ADD ("who-has-none-stands-alone", test_who_has_none_stands_alone);

  return g_test_run ();
}
