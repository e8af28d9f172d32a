/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agreement's page tells how far it has come and what is to be done about it, and its parties and documents are
 * added and removed where they stand. An administration is one under all its names; an agenda has its focus areas. */
#include "ui-fixture.h"

#include "uds-part-list.h"

static UdsRecord *
add_renewal (UiFixture *fixture)
{
  g_autofree char *replaced = ui_find_id (fixture, "agreement", "code", "buenos-aires-2017");
  g_autofree char *city = ui_find_id (fixture, "city", "code", "buenos-aires");
  g_autoptr (UdsRecord) party = NULL;
  g_autoptr (UdsRecord) document = NULL;
  UdsRecord *agreement =
      store_fixture_add (&fixture->store, "agreement", "title_en", "Second agreement with Buenos Aires", "title_da",
                         "Anden aftale med Buenos Aires", "start", "2022-03-01", "end", "2027-03-31", "notice_months",
                         "3", "replaces", replaced, "binding", "1", "approved_on", "2022-02-24", "approved_item", "14",
                         "approved_case", "2022-0031245", "approved_scope", "Exchange of experience for five years",
                         "remind_on", "2026-12-10", NULL);

  party = store_fixture_add (&fixture->store, "party", "agreement", uds_record_get_id (agreement), "city", city,
                             "role_en", "Host", NULL);
  document = store_fixture_add (&fixture->store, "document", "agreement", uds_record_get_id (agreement), "title",
                                "Signed agreement", "date", "2022-03-01", NULL);
  return agreement;
}

static void
test_it_tells_how_far_it_has_come (UiFixture     *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UdsRecord) agreement = add_renewal (fixture);

  ui_open_record (fixture, agreement);
  ui_draw (fixture, "agreement");
  g_assert_true (ui_says (fixture, "Expires within six months"));
  g_assert_true (ui_says (fixture, "Notice has to be given by 31 December 2026, in 37 days."));
  g_assert_true (ui_says (fixture, "Reminder: 10 December 2026 · in 16 days"));
  g_assert_true (ui_says (fixture, "Buenos Aires"));
  g_assert_true (ui_says (fixture, "Signed agreement"));
  g_assert_true (ui_says (fixture, "Approved on: 24 February 2022 · Agenda item: 14 · Approved case: 2022-0031245"));
  g_assert_true (ui_says (fixture, "Exchange of experience for five years"));
  g_assert_true (ui_says (fixture, "Agreement with Buenos Aires"));
}

static void
choose_city (UiFixture  *fixture,
             const char *name)
{
  GtkWidget *list = ui_find_type (ui_get_window (fixture), UDS_TYPE_PART_LIST);

  gtk_widget_activate_action (list, "parts.choose", "s", "city");
  ui_settle (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (ui_get_window (fixture), GTK_TYPE_SEARCH_ENTRY)), name);
  ui_settle (fixture);
  ui_wait_for_text (fixture, name);
  g_signal_emit_by_name (ui_find_type (ui_get_window (fixture), GTK_TYPE_SEARCH_ENTRY), "activate");
  ui_settle (fixture);
}

static void
test_parties_are_added_and_removed_where_they_stand (UiFixture     *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (UdsRecord) agreement =
      store_fixture_add (&fixture->store, "agreement", "title_en", "Harbours", "end", "2029", NULL);

  ui_open_record (fixture, agreement);
  choose_city (fixture, "Hamburg");
  g_assert_true (GTK_IS_BUTTON (ui_find_tooltip (ui_get_window (fixture), "Remove “Hamburg”")));

  g_signal_emit_by_name (ui_find_tooltip (ui_get_window (fixture), "Remove “Hamburg”"), "clicked");
  ui_settle (fixture);
  g_assert_null (ui_find_tooltip (ui_get_window (fixture), "Remove “Hamburg”"));
  gtk_widget_activate_action (ui_get_window (fixture), "win.undo", NULL);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_tooltip (ui_get_window (fixture), "Remove “Hamburg”"));
}

static void
test_a_hint_leads_to_its_field (UiFixture     *fixture,
                                gconstpointer  data)
{
  g_autoptr (UdsRecord) agreement =
      store_fixture_add (&fixture->store, "agreement", "title_en", "Harbours", "start", "2020", NULL);
  GtkWidget *hint, *row;

  ui_open_record (fixture, agreement);
  ui_draw (fixture, "agreement-hints");
  hint = ui_find_text (ui_get_window (fixture), "An agreement is made for a limited time (principle 4)");
  gtk_widget_activate (gtk_widget_get_ancestor (hint, ADW_TYPE_ACTION_ROW));
  row = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), ADW_TYPE_PREFERENCES_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "End");
}

static void
test_what_is_in_order_has_no_hint (UiFixture     *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UdsRecord) agreement = add_renewal (fixture);

  ui_open_record (fixture, agreement);
  g_assert_false (ui_says (fixture, "principle"));
}

static gboolean
tie_area (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  UdsRecord *const *both = data;

  return uds_session_link (session, both[0], "supports", both[1], error);
}

static void
test_an_administration_is_one_under_all_its_names (UiFixture     *fixture,
                                                   gconstpointer  data)
{
  g_autofree char *before = ui_find_id (fixture, "administration", "code", "TMF");
  g_autoptr (UdsRecord) after =
      store_fixture_add (&fixture->store, "administration", "code", "TMF", "name_en", "Administration of Tomorrow",
                         "name_da", "Morgendagens forvaltning", "valid_from", "2026-01-01", NULL);
  g_autoptr (UdsRecord) agenda = store_fixture_add (&fixture->store, "agenda", "title_en", "Climate abroad", "title_da",
                                                    "Klima i udlandet", "administration", before, NULL);
  g_autoptr (UdsRecord) area =
      store_fixture_add (&fixture->store, "focus-area", "agenda", uds_record_get_id (agenda), "title_en",
                         "Cloudburst management", "title_da", "Skybrudssikring", NULL);

  g_autoptr (UdsRecord) network = store_fixture_add (&fixture->store, "network", "name_en", "Rain Cities", NULL);

  uds_store_write (fixture->store.store, "Tie", tie_area, ((UdsRecord *[]) { network, area }), NULL);
  ui_open_record (fixture, after);
  ui_draw (fixture, "administration");
  g_assert_true (ui_says (fixture, "Names over time"));
  g_assert_true (ui_says (fixture, "Technical and Environmental Administration"));
  g_assert_true (ui_says (fixture, "Climate abroad"));
  ui_open_record (fixture, agenda);
  ui_draw (fixture, "agenda");
  g_assert_true (ui_says (fixture, "Cloudburst management"));
  g_assert_true (ui_says (fixture, "Networks: Rain Cities"));
  ui_open_record (fixture, area);
  ui_draw (fixture, "focus-area");
  g_assert_true (ui_offers (fixture, "Networks…"));
  g_assert_true (ui_offers (fixture, "Efforts…"));
  g_assert_true (ui_offers (fixture, "Goals…"));
}

static void
draw_in (const char *locale,
         const char *name)
{
  UiFixture fixture = { 0 };
  g_autoptr (UdsRecord) agreement = NULL;

  ui_speak (locale);
  ui_fixture_set_up (&fixture, GINT_TO_POINTER (360));
  agreement = add_renewal (&fixture);
  ui_open_record (&fixture, agreement);
  ui_draw (&fixture, name);
  g_assert_true (ui_says (&fixture, "Udløber inden for seks måneder"));
  ui_fixture_tear_down (&fixture, NULL);
  ui_speak ("en_GB.UTF-8");
}

static void
test_it_speaks_danish_on_a_narrow_dark_screen (void)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  draw_in ("da_DK.UTF-8", "agreement-narrow");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

#define ADD(path, func) \
  g_test_add ("/agreement-page/" path, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("it-tells-how-far-it-has-come", test_it_tells_how_far_it_has_come);
  ADD ("parties-are-added-and-removed", test_parties_are_added_and_removed_where_they_stand);
  ADD ("a-hint-leads-to-its-field", test_a_hint_leads_to_its_field);
  ADD ("what-is-in-order-has-no-hint", test_what_is_in_order_has_no_hint);
  ADD ("an-administration-is-one-under-all-its-names", test_an_administration_is_one_under_all_its_names);
  g_test_add_func ("/agreement-page/it-speaks-danish-on-a-narrow-dark-screen",
                   test_it_speaks_danish_on_a_narrow_dark_screen);

  return g_test_run ();
}
