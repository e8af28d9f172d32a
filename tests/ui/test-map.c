/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The networks have a map beside their list: it is zoomed, panned and walked by keyboard, goes with the list of its
 * places, shows what the list asks for and opens what it shows. */
#include "ui-fixture.h"

#include "uds-map-list.h"
#include "uds-map-view.h"
#include "udsyn-config.h"

static UdsMapView *
find_map (UiFixture *fixture)
{
  return UDS_MAP_VIEW (ui_find_type (ui_get_window (fixture), UDS_TYPE_MAP_VIEW));
}

static gboolean
is_sharp (gpointer data)
{
  return uds_map_view_is_sharp (data);
}

static void
wait_for_map (UiFixture *fixture)
{
  ui_settle (fixture);
  g_assert_true (ui_wait_until (is_sharp, find_map (fixture)));
  ui_settle (fixture);
}

static void
show_map (UiFixture  *fixture,
          const char *face)
{
  GtkWidget *toggle;

  uds_window_show_page (fixture->window, "networks");
  ui_settle (fixture);
  toggle = gtk_widget_get_ancestor (ui_find_text (ui_get_window (fixture), face), ADW_TYPE_TOGGLE_GROUP);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (toggle), "map");
  ui_settle (fixture);
}

static void
set_up (UiFixture     *fixture,
        gconstpointer  kind)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);

  g_settings_set_string (settings, "networks-kind", kind != NULL ? kind : "network");
  ui_fixture_set_up (fixture, NULL);
  show_map (fixture, "Map");
  wait_for_map (fixture);
}

static void
tear_down (UiFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);

  g_settings_reset (settings, "networks-kind");
  g_settings_reset (settings, "networks-filter");
  ui_fixture_tear_down (fixture, data);
}

static UdsChartSpec *
get_spec (UiFixture *fixture)
{
  return uds_chart_view_get_spec (UDS_CHART_VIEW (find_map (fixture)));
}

static gsize
count_places (UiFixture *fixture)
{
  return uds_chart_map_get_n_places (uds_chart_spec_get_map (get_spec (fixture)));
}

static void
press (UiFixture       *fixture,
       guint            key,
       GdkModifierType  state)
{
  g_assert_true (ui_press_with (GTK_WIDGET (find_map (fixture)), key, state));
  wait_for_map (fixture);
}

static double
get_scale (UiFixture *fixture)
{
  UdsChartMapView view;

  uds_chart_layout_get_map_view (uds_chart_view_get_layout (UDS_CHART_VIEW (find_map (fixture))), &view);
  return view.scale;
}

static double
get_longitude (UiFixture *fixture)
{
  UdsChartMapView view;

  uds_chart_layout_get_map_view (uds_chart_view_get_layout (UDS_CHART_VIEW (find_map (fixture))), &view);
  return view.centre.longitude;
}

/* The latitude at the upper edge of what is seen. */
static double
get_north (UiFixture *fixture)
{
  UdsChartView *view = UDS_CHART_VIEW (find_map (fixture));
  UdsChartVertex at = uds_chart_placement_to_layout (uds_chart_view_get_placement (view),
                                                     gtk_widget_get_width (GTK_WIDGET (view)) / 2.0, 0);
  UdsChartDegrees degrees;

  g_assert_true (uds_chart_layout_get_degrees (uds_chart_view_get_layout (view), at.x, at.y, &degrees));
  return degrees.latitude;
}

static gboolean
is_in_sight (UiFixture  *fixture,
             const char *name)
{
  UdsChartView *view = UDS_CHART_VIEW (find_map (fixture));
  const UdsChartGrid *grid = uds_chart_spec_get_grid (get_spec (fixture));
  GdkRectangle bounds = { 0 };

  for (gsize i = 0; i < uds_chart_grid_get_n_rows (grid); i++)
    if (g_str_equal (uds_chart_grid_get_row_label (grid, i), name))
      bounds = uds_chart_placement_get_bounds (uds_chart_view_get_placement (view), uds_chart_view_get_layout (view),
                                               &(UdsChartPlace) { i, 0 });
  return bounds.x > 0 && bounds.y > 0 && bounds.x < gtk_widget_get_width (GTK_WIDGET (view))
         && bounds.y < gtk_widget_get_height (GTK_WIDGET (view));
}

static gboolean
is_whole (UiFixture *fixture)
{
  gboolean whole;

  g_object_get (find_map (fixture), "is-whole", &whole, NULL);
  return whole;
}

static void
test_it_shows_everybody_with_sources (UiFixture     *fixture,
                                      gconstpointer  data)
{
  ui_draw (fixture, "map");
  g_assert_cmpuint (count_places (fixture), >, 180);
  g_assert_true (ui_says (fixture, "GeoNames"));
  g_assert_true (ui_says (fixture, "Geodatastyrelsen"));
}

static void
test_it_is_walked_by_keyboard (UiFixture     *fixture,
                               gconstpointer  data)
{
  GtkWidget *map = GTK_WIDGET (find_map (fixture));
  g_autofree char *first = NULL, *second = NULL;

  g_assert_true (ui_walk_to_type (fixture, UDS_TYPE_MAP_VIEW));
  press (fixture, GDK_KEY_Home, 0);
  first = uds_chart_view_get_said (UDS_CHART_VIEW (map));
  g_assert_nonnull (g_strstr_len (first, -1, "Relations:"));
  press (fixture, GDK_KEY_Page_Down, 0);
  second = uds_chart_view_get_said (UDS_CHART_VIEW (map));
  g_assert_cmpstr (first, !=, second);
  ui_draw (fixture, "map-cursor");

  press (fixture, GDK_KEY_Home, 0);
  ui_press_key (map, GDK_KEY_Return);
  ui_settle (fixture);
  g_assert_null (ui_find_type (ui_get_window (fixture), UDS_TYPE_MAP_VIEW));
  g_assert_true (ui_says (fixture, "Networks and projects"));
}

static void
test_it_is_zoomed_and_panned_by_keyboard (UiFixture     *fixture,
                                          gconstpointer  data)
{
  double whole = get_scale (fixture);
  double longitude;

  press (fixture, GDK_KEY_plus, GDK_SHIFT_MASK);
  g_assert_false (is_whole (fixture));
  g_assert_cmpfloat (get_scale (fixture), >, whole * 1.4);
  press (fixture, GDK_KEY_plus, 0);
  press (fixture, GDK_KEY_plus, 0);
  ui_draw (fixture, "map-zoomed");
  g_assert_true (is_in_sight (fixture, "Copenhagen"));

  longitude = get_longitude (fixture);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_cmpfloat (get_longitude (fixture), >, longitude + 2);
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_cmpfloat_with_epsilon (get_longitude (fixture), longitude, 1.0);

  press (fixture, GDK_KEY_0, 0);
  g_assert_true (is_whole (fixture));
  g_assert_cmpfloat_with_epsilon (get_scale (fixture), whole, 1e-6);
}

static void
test_keys_that_come_fast_are_all_heeded (UiFixture     *fixture,
                                         gconstpointer  data)
{
  double whole = get_scale (fixture);

  for (int i = 0; i < 3; i++)
    ui_press_key (GTK_WIDGET (find_map (fixture)), GDK_KEY_plus);
  wait_for_map (fixture);
  g_assert_cmpfloat_with_epsilon (get_scale (fixture), whole * 1.5 * 1.5 * 1.5, whole * 0.01);
  g_assert_true (is_in_sight (fixture, "Copenhagen"));
}

/* The picture there is goes along within the same frame; the sharp one comes after it. */
static void
test_panning_moves_the_picture_at_once (UiFixture     *fixture,
                                        gconstpointer  data)
{
  UdsMapView *map = find_map (fixture);
  UdsChartPlacement before;

  press (fixture, GDK_KEY_plus, 0);
  press (fixture, GDK_KEY_plus, 0);
  before = *uds_chart_view_get_placement (UDS_CHART_VIEW (map));
  uds_map_view_pan (map, 60, -20);
  g_assert_false (uds_map_view_is_sharp (map));
  g_assert_cmpfloat (uds_chart_view_get_placement (UDS_CHART_VIEW (map))->x, ==, before.x + 60);
  g_assert_cmpfloat (uds_chart_view_get_placement (UDS_CHART_VIEW (map))->y, ==, before.y - 20);
  wait_for_map (fixture);
  g_assert_cmpfloat (uds_chart_view_get_placement (UDS_CHART_VIEW (map))->x, ==, before.x);

  /* There is nothing farther north. */
  for (int i = 0; i < 6; i++)
    press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  g_assert_cmpfloat (get_north (fixture), <, 85);
}

static void
test_the_list_and_the_map_go_together (UiFixture     *fixture,
                                       gconstpointer  data)
{
  UdsMapView *map = find_map (fixture);
  UdsMapList *list = UDS_MAP_LIST (ui_find_type (ui_get_window (fixture), UDS_TYPE_MAP_LIST));
  GtkListView *view = GTK_LIST_VIEW (ui_find_type (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (view));

  gtk_single_selection_set_selected (selection, 3);
  ui_settle (fixture);
  g_assert_cmpuint (uds_chart_view_get_cursor (UDS_CHART_VIEW (map))->series, ==, 3);

  press (fixture, GDK_KEY_Home, 0);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
}

static void
test_a_network_stands_out (UiFixture     *fixture,
                           gconstpointer  data)
{
  GtkDropDown *networks = GTK_DROP_DOWN (ui_find_type (
      gtk_widget_get_ancestor (GTK_WIDGET (find_map (fixture)), GTK_TYPE_SCROLLED_WINDOW), GTK_TYPE_DROP_DOWN));
  GListModel *names = gtk_drop_down_get_model (networks);
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);
  g_autoptr (GVariant) filter = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), "C40"))
      {
        gtk_drop_down_set_selected (networks, i);
        break;
      }
  wait_for_map (fixture);
  ui_draw (fixture, "map-network");
  g_assert_true (ui_says (fixture, "C40: 97 members, most in Europe"));
  filter = g_settings_get_value (settings, "networks-filter");
  g_assert_cmpuint (g_variant_n_children (filter), ==, 1);
}

static void
test_it_shows_what_the_list_asks_for (UiFixture     *fixture,
                                      gconstpointer  data)
{
  GtkWidget *entry = ui_find_type (ui_get_window (fixture), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "beijing");
  g_signal_emit_by_name (entry, "search-changed");
  wait_for_map (fixture);
  g_assert_cmpuint (count_places (fixture), ==, 2); /* and our own, to go by */
}

static void
add_city (UiFixture  *fixture,
          const char *name,
          double      latitude,
          double      longitude)
{
  g_autofree char *code = g_ascii_strdown (name, -1);
  g_autoptr (UdsRecord) city = uds_record_new (uds_kind_lookup ("city"));

  uds_record_set_text (city, "code", code);
  uds_record_set_text (city, "name_en", name);
  uds_record_set_text (city, "name_da", name);
  uds_record_set_real (city, "latitude", latitude);
  uds_record_set_real (city, "longitude", longitude);
  store_fixture_save (&fixture->store, city);
}

typedef struct {
  UiFixture *fixture;
  gsize n_places;
} Crowd;

static gboolean
are_there (gpointer data)
{
  const Crowd *crowd = data;

  return count_places (crowd->fixture) == crowd->n_places;
}

static void
add_untied_cities (UiFixture *fixture)
{
  Crowd crowd = { fixture, count_places (fixture) + 3 };

  add_city (fixture, "Nuuk", 64.18, -51.72);
  add_city (fixture, "Perth", -31.95, 115.86);
  add_city (fixture, "Kyiv", 50.45, 30.52);
  g_assert_true (ui_wait_until (are_there, &crowd));
  wait_for_map (fixture);
}

/* A city that was just added is on the map of the cities, told from those that something ties to us. */
static void
test_a_city_that_nothing_ties_is_there_too (UiFixture     *fixture,
                                            gconstpointer  data)
{
  add_untied_cities (fixture);
  ui_draw (fixture, "map-cities");
}

static void
test_it_says_where_there_is_nobody (void)
{
  UiFixture fixture = { 0 };

  ui_fixture_set_up_empty (&fixture, NULL);
  show_map (&fixture, "Map");
  ui_wait_for_text (&fixture, "Nobody to Show");
  tear_down (&fixture, NULL);
}

static void
test_it_speaks_danish_on_a_narrow_dark_screen (void)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);
  UiFixture fixture = { 0 };

  ui_speak ("da_DK.UTF-8");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  ui_fixture_set_up (&fixture, GINT_TO_POINTER (360));
  show_map (&fixture, "Kort");
  wait_for_map (&fixture);
  ui_draw (&fixture, "map-narrow");
  g_assert_true (ui_says (&fixture, "partnere"));
  press (&fixture, GDK_KEY_plus, 0);
  press (&fixture, GDK_KEY_plus, 0);
  ui_draw (&fixture, "map-narrow-zoomed");
  g_assert_true (ui_says (&fixture, "Partnere"));
  press (&fixture, GDK_KEY_0, 0);
  g_settings_set_string (settings, "networks-kind", "city");
  ui_settle (&fixture);
  wait_for_map (&fixture);
  add_untied_cities (&fixture);
  ui_draw (&fixture, "map-cities-narrow");
  press (&fixture, GDK_KEY_plus, 0);
  g_assert_true (ui_says (&fixture, "Uden relationer"));
  tear_down (&fixture, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  ui_speak ("en_GB.UTF-8");
}

#define ADD(path, kind, func) g_test_add ("/map/" path, UiFixture, kind, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("it-shows-everybody-with-sources", NULL, test_it_shows_everybody_with_sources);
  ADD ("it-is-walked-by-keyboard", NULL, test_it_is_walked_by_keyboard);
  ADD ("it-is-zoomed-and-panned-by-keyboard", NULL, test_it_is_zoomed_and_panned_by_keyboard);
  ADD ("keys-that-come-fast-are-all-heeded", NULL, test_keys_that_come_fast_are_all_heeded);
  ADD ("panning-moves-the-picture-at-once", NULL, test_panning_moves_the_picture_at_once);
  ADD ("the-list-and-the-map-go-together", NULL, test_the_list_and_the_map_go_together);
  ADD ("a-network-stands-out", NULL, test_a_network_stands_out);
  ADD ("it-shows-what-the-list-asks-for", "city", test_it_shows_what_the_list_asks_for);
  ADD ("a-city-that-nothing-ties-is-there-too", "city", test_a_city_that_nothing_ties_is_there_too);
  g_test_add_func ("/map/it-says-where-there-is-nobody", test_it_says_where_there_is_nobody);
  g_test_add_func ("/map/it-speaks-danish-on-a-narrow-dark-screen", test_it_speaks_danish_on_a_narrow_dark_screen);

  return g_test_run ();
}
