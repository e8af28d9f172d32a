/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agreements have a timeline beside their list: it shows what the list asks for, opens what it shows, and tells
 * what expires soon. */
#include "ui-fixture.h"

#include "uds-chart-card.h"
#include "uds-timeline-face.h"
#include "udsyn-config.h"

static AdwToggleGroup *
find_faces (UiFixture  *fixture,
            const char *title)
{
  GtkWidget *group = gtk_widget_get_ancestor (ui_find_text (ui_get_window (fixture), title), ADW_TYPE_TOGGLE_GROUP);

  g_assert_nonnull (group);
  return ADW_TOGGLE_GROUP (group);
}

static void
set_up (UiFixture     *fixture,
        gconstpointer  width)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);
  g_autoptr (UdsRecord) harbours = NULL;

  g_settings_set_string (settings, "networks-kind", "agreement");
  store_fixture_set_up (&fixture->store, NULL);
  ui_fixture_show (fixture, width);
  harbours = store_fixture_add (&fixture->store, "agreement", "title_en", "Harbours and sea", "title_da",
                                "Havne og hav", "start", "2024-02", "end", "2027-03-31", "notice_months", "3", NULL);
  uds_window_show_page (fixture->window, "networks");
  ui_settle (fixture);
  adw_toggle_group_set_active_name (find_faces (fixture, g_strcmp0 (g_getenv ("LC_ALL"), "da_DK.UTF-8") == 0
                                                             ? "Tidslinje"
                                                             : "Timeline"),
                                    "timeline");
  ui_settle (fixture);
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

static UdsChartCard *
find_card (UiFixture *fixture)
{
  return UDS_CHART_CARD (ui_find_type (ui_get_window (fixture), UDS_TYPE_CHART_CARD));
}

static gsize
count_rows (UiFixture *fixture)
{
  return uds_chart_grid_get_n_rows (uds_chart_spec_get_grid (uds_chart_card_get_spec (find_card (fixture))));
}

static void
test_it_tells_what_expires_within_six_months (UiFixture     *fixture,
                                              gconstpointer  data)
{
  ui_draw (fixture, "timeline");
  g_assert_true (ui_says (fixture, "1 expires within six months"));
  g_assert_true (ui_says (fixture, "Expires within six months · 1"));
  g_assert_true (ui_says (fixture, "31 March 2027 · 4 months left"));
}

static void
test_it_shows_what_the_list_asks_for (UiFixture     *fixture,
                                      gconstpointer  data)
{
  g_assert_cmpuint (count_rows (fixture), ==, 10);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (ui_get_window (fixture), GTK_TYPE_SEARCH_ENTRY)), "buenos");
  g_signal_emit_by_name (ui_find_type (ui_get_window (fixture), GTK_TYPE_SEARCH_ENTRY), "search-changed");
  ui_settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (ui_says (fixture, "Nothing expires within six months."));
}

static void
test_it_follows_what_is_written (UiFixture     *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UdsRecord) added = store_fixture_add (&fixture->store, "agreement", "title_en", "Bicycles", "start",
                                                   "2026", "end", "2026-12-31", NULL);

  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "2 expire within six months"));
}

static void
test_a_row_opens_its_record (UiFixture     *fixture,
                             gconstpointer  data)
{
  g_autofree char *force = ui_find_id (fixture, "network", "code", "force");

  g_signal_emit_by_name (find_card (fixture), "activated", force);
  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "FORCE – Cities Cooperating for Circular Economy"));
}

static void
test_it_speaks_danish_on_a_narrow_dark_screen (void)
{
  UiFixture fixture = { 0 };

  ui_speak ("da_DK.UTF-8");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  set_up (&fixture, GINT_TO_POINTER (360));
  ui_draw (&fixture, "timeline-narrow");
  g_assert_true (ui_says (&fixture, "Udløber inden for seks måneder · 1"));
  tear_down (&fixture, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  ui_speak ("en_GB.UTF-8");
}

#define ADD(path, func) g_test_add ("/timeline/" path, UiFixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("it-tells-what-expires-within-six-months", test_it_tells_what_expires_within_six_months);
  ADD ("it-shows-what-the-list-asks-for", test_it_shows_what_the_list_asks_for);
  ADD ("it-follows-what-is-written", test_it_follows_what_is_written);
  ADD ("a-row-opens-its-record", test_a_row_opens_its_record);
  g_test_add_func ("/timeline/it-speaks-danish-on-a-narrow-dark-screen",
                   test_it_speaks_danish_on_a_narrow_dark_screen);

  return g_test_run ();
}
