/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note of knowledge is read as it will be printed, with links to follow and what it concerns to open; what the list
 * of notes shows is what is printed. */
#include "ui-fixture.h"

#include "uds-list-page.h"
#include "udsyn-config.h"

#include <string.h>

static const char *const keys[] = { "networks-kind", "networks-filter" };

static void
tear_down (UiFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  ui_fixture_tear_down (fixture, data);
  ui_speak ("en_GB.UTF-8");
}

static void
set_up_danish (UiFixture     *fixture,
               gconstpointer  width)
{
  ui_speak ("da_DK.UTF-8");
  ui_fixture_set_up (fixture, width);
}

static void
set_up_dark (UiFixture     *fixture,
             gconstpointer  width)
{
  ui_fixture_set_up (fixture, width);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  ui_settle (fixture);
}

static void
tear_down_dark (UiFixture     *fixture,
                gconstpointer  data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  tear_down (fixture, data);
}

static gboolean
link_note (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  UdsRecord *const *both = data;
  g_autoptr (UdsRecord) goal = NULL;
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("goal"));

  uds_query_where_is (query, "number", "6");
  goal = uds_session_find (session, query, error);
  return goal != NULL && uds_session_link (session, both[0], "concerns", both[1], error)
         && uds_session_link (session, both[0], "concerns", goal, error);
}

static UdsRecord *
add_note (UiFixture *fixture)
{
  g_autoptr (UdsRecord) city = store_fixture_add (&fixture->store, "city", "name_en", "Rotterdam", NULL);
  UdsRecord *note =
      store_fixture_add (&fixture->store, "note", "title", "Squares that hold rain", "theme", "Water", "date",
                         "2026-05-20", "category", "call", "due", "2026-12-01", "author", "A. Author", "source",
                         "Report at https://example.org/report.pdf", "shared_with", "The administrations", "used_in",
                         "Budget 2027", "text",
                         "# What we saw\nThey flood on purpose & dry in a day, see "
                         "https://example.org/squares?a=1&b=2.\n\n## What it costs\n- little\n- less <than> pipes",
                         NULL);

  uds_store_write (fixture->store.store, "Link", link_note, ((UdsRecord *[]) { note, city }), NULL);
  ui_settle (fixture);
  return note;
}

static void
open_note (UiFixture *fixture)
{
  g_autoptr (UdsRecord) note = add_note (fixture);

  uds_window_open_record (fixture->window, "note", uds_record_get_id (note));
  ui_settle (fixture);
}

static void
test_it_is_read_as_it_is_printed (UiFixture     *fixture,
                                  gconstpointer  data)
{
  static const char *const expected[] = {
    "20 May 2026 · Call for applications · A. Author",
    "Deadline: 1 December 2026 · in 7 days",
    "They flood on purpose & dry in a day",
    "less <than> pipes",
    "Shared with: The administrations",
    "Used in: Budget 2027",
    "Rotterdam",
  };
  GtkWidget *heading;

  open_note (fixture);
  ui_draw (fixture, "note");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (ui_says (fixture, expected[i]));
  g_assert_false (ui_says (fixture, "# What we saw"));

  heading = ui_find_text (ui_get_window (fixture), "What we saw");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (heading)), ==, GTK_ACCESSIBLE_ROLE_HEADING);
  heading = ui_find_text (ui_get_window (fixture), "What it costs");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (heading)), ==, GTK_ACCESSIBLE_ROLE_HEADING);
}

static gboolean
note_link (GtkLabel    *label,
           const char  *link,
           char       **opened)
{
  g_set_str (opened, link);
  return TRUE;
}

/* The label itself would open the browser. */
static void
follow_link (UiFixture   *fixture,
             const char  *text,
             char       **opened)
{
  GtkWidget *label = ui_find_text (ui_get_window (fixture), text);

  g_signal_handlers_disconnect_matched (label, G_SIGNAL_MATCH_ID, g_signal_lookup ("activate-link", GTK_TYPE_LABEL), 0,
                                        NULL, NULL, NULL);
  g_signal_connect (label, "activate-link", G_CALLBACK (note_link), opened);
  g_assert_true (gtk_widget_grab_focus (label));
  g_signal_emit_by_name (label, "activate-current-link");
}

static void
test_its_links_are_followed_by_keys (UiFixture     *fixture,
                                     gconstpointer  data)
{
  g_autofree char *opened = NULL;

  open_note (fixture);
  follow_link (fixture, "They flood on purpose", &opened);
  g_assert_cmpstr (opened, ==, "https://example.org/squares?a=1&b=2");
  follow_link (fixture, "Source: Report at", &opened);
  g_assert_cmpstr (opened, ==, "https://example.org/report.pdf");
}

static void
test_what_it_concerns_is_opened (UiFixture     *fixture,
                                 gconstpointer  data)
{
  open_note (fixture);
  ui_press_button (fixture, "Rotterdam");
  ui_settle (fixture);
  g_assert_true (ui_says (fixture, "City"));
  g_assert_false (ui_says (fixture, "They flood on purpose"));
}

static void
list_notes (UiFixture  *fixture,
            const char *kind,
            const char *filter)
{
  g_autoptr (GSettings) settings = g_settings_new (UDSYN_APP_ID);

  uds_window_show_page (fixture->window, "networks");
  g_settings_set_string (settings, "networks-kind", kind);
  g_settings_set_value (settings, "networks-filter", g_variant_new_parsed (filter));
  ui_settle (fixture);
}

static gboolean
can_print (UiFixture *fixture)
{
  return uds_page_can_print (UDS_PAGE (ui_find_type (ui_get_window (fixture), UDS_TYPE_LIST_PAGE)));
}

static void
test_notes_are_listed_by_theme_and_year (UiFixture     *fixture,
                                         gconstpointer  data)
{
  g_autoptr (UdsRecord) water = add_note (fixture);
  g_autoptr (UdsRecord) heat =
      store_fixture_add (&fixture->store, "note", "title", "Heat from data centres", "theme", "Energy", "date", "2025",
                         NULL);
  g_autofree char *shown = NULL;

  list_notes (fixture, "note", "@a{ss} {}");
  ui_draw (fixture, "notes");
  g_assert_true (ui_says (fixture, "Squares that hold rain"));
  g_assert_true (ui_says (fixture, "Heat from data centres"));
  g_assert_true (can_print (fixture));

  list_notes (fixture, "note", "{'theme': 'Water', 'year': '2026'}");
  g_assert_false (ui_says (fixture, "Heat from data centres"));
  shown = uds_list_page_describe (UDS_LIST_PAGE (ui_find_type (ui_get_window (fixture), UDS_TYPE_LIST_PAGE)));
  g_assert_cmpstr (shown, ==, "Water · 2026");

  list_notes (fixture, "note", "{'year': '2025'}");
  g_assert_true (ui_says (fixture, "Heat from data centres"));
  g_assert_false (ui_says (fixture, "Squares that hold rain"));

  list_notes (fixture, "city", "@a{ss} {}");
  g_assert_false (can_print (fixture));
}

static void
test_it_stands_in_every_window (UiFixture     *fixture,
                                gconstpointer  data)
{
  open_note (fixture);
  ui_draw (fixture, g_test_get_path () + strlen ("/notes/"));
  g_assert_true (ui_says (fixture, "Rotterdam"));
  list_notes (fixture, "note", "@a{ss} {}");
  ui_draw (fixture, strrchr (g_test_get_path (), '-') + 1);
  g_assert_true (ui_says (fixture, "Squares that hold rain"));
}

#define ADD(path, func) g_test_add ("/notes/" path, UiFixture, NULL, ui_fixture_set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);

  ADD ("it-is-read-as-it-is-printed", test_it_is_read_as_it_is_printed);
  ADD ("its-links-are-followed-by-keys", test_its_links_are_followed_by_keys);
  ADD ("what-it-concerns-is-opened", test_what_it_concerns_is_opened);
  ADD ("notes-are-listed-by-theme-and-year", test_notes_are_listed_by_theme_and_year);
  g_test_add ("/notes/it-stands-in-danish", UiFixture, NULL, set_up_danish, test_it_stands_in_every_window, tear_down);
  g_test_add ("/notes/it-stands-in-a-narrow-window", UiFixture, GINT_TO_POINTER (360), ui_fixture_set_up,
              test_it_stands_in_every_window, tear_down);
  g_test_add ("/notes/it-stands-in-the-dark", UiFixture, NULL, set_up_dark, test_it_stands_in_every_window,
              tear_down_dark);

  return g_test_run ();
}
