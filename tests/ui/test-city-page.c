/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A city's page tells what the office knows about it, opens what it tells of, and can be printed. */
#include "ui-fixture.h"

#include "uds-chart-view.h"
#include "uds-record-page.h"

static void
open_city (UiFixture  *fixture,
           const char *code)
{
  g_autofree char *id = ui_find_id (fixture, "city", "code", code);

  uds_window_open_record (fixture->window, "city", id);
  ui_settle (fixture);
}

static void
add_person (UiFixture *fixture)
{
  g_autofree char *city = ui_find_id (fixture, "city", "code", "beijing");
  g_autoptr (UdsRecord) contact = uds_record_new (uds_kind_lookup ("contact"));
  g_autoptr (UdsRecord) role = uds_record_new (uds_kind_lookup ("contact-role"));

  uds_record_set_text (contact, "name", "Li Wei");
  store_fixture_save (&fixture->store, contact);
  uds_record_set_text (role, "contact", uds_record_get_id (contact));
  uds_record_set_text (role, "city", city);
  uds_record_set_text (role, "title", "Director of planning");
  store_fixture_save (&fixture->store, role);
}

static void
test_it_tells_what_we_have_together (UiFixture     *fixture,
                                     gconstpointer  data)
{
  add_person (fixture);
  open_city (fixture, "beijing");
  ui_draw (fixture, "city");
  g_assert_true (ui_says (fixture, "China · "));
  g_assert_true (ui_says (fixture, "2 shared networks · 1 agreement · 1 person we know"));
  g_assert_true (ui_says (fixture, "Copenhagen: Member (innovator city)"));
  g_assert_true (ui_says (fixture, "Sister city agreement"));
  g_assert_true (ui_says (fixture, "Director of planning"));
  g_assert_false (ui_says (fixture, "Memberships · "));

  gtk_widget_activate (gtk_widget_get_ancestor (ui_find_text (ui_get_window (fixture), "Li Wei"), ADW_TYPE_ACTION_ROW));
  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "Preferred language"));
}

static void
test_figures_stand_beside_our_own (UiFixture     *fixture,
                                   gconstpointer  data)
{
  open_city (fixture, "oslo");
  ui_draw (fixture, "city-figures");
  g_assert_true (ui_says (fixture, "CO2 "));
  g_assert_true (ui_says (fixture, "Copenhagen: 2.56"));
}

static void
test_a_strip_of_the_map_says_where_it_is (UiFixture     *fixture,
                                          gconstpointer  data)
{
  UdsChartSpec *spec;

  open_city (fixture, "beijing");
  spec = uds_chart_view_get_spec (UDS_CHART_VIEW (ui_find_type (ui_get_window (fixture), UDS_TYPE_CHART_VIEW)));
  g_assert_cmpstr (uds_chart_spec_get_title (spec), ==, "Where Beijing is");
  ui_draw (fixture, "city-map");
}

static void
test_it_is_printed_and_a_plain_record_is_not (UiFixture     *fixture,
                                              gconstpointer  data)
{
  g_autofree char *purpose = ui_find_id (fixture, "purpose", "position", "1");

  open_city (fixture, "hamburg");
  g_assert_true (gtk_widget_is_sensitive (ui_find_button (fixture, "Print Briefing…")));
  g_assert_true (uds_page_can_print (UDS_PAGE (ui_find_type (ui_get_window (fixture), UDS_TYPE_RECORD_PAGE))));
  uds_window_open_record (fixture->window, "purpose", purpose);
  ui_settle (fixture);
  g_assert_false (ui_says (fixture, "Print Briefing…"));
}

#define ADD(path, func, width) \
  g_test_add ("/city-page/" path, UiFixture, GINT_TO_POINTER (width), ui_fixture_set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("it-tells-what-we-have-together", test_it_tells_what_we_have_together, 1180);
  ADD ("a-strip-of-the-map-says-where-it-is", test_a_strip_of_the_map_says_where_it_is, 360);
  ADD ("figures-stand-beside-our-own", test_figures_stand_beside_our_own, 360);
  ADD ("it-is-printed-and-a-plain-record-is-not", test_it_is_printed_and_a_plain_record_is_not, 1180);

  return g_test_run ();
}
