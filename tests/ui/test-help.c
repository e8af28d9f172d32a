/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help is a key away, begins with what is open, and is whole in both languages. */
#include "ui-fixture.h"

static void
open_help (UiFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.help", NULL);
  ui_settle (fixture);
}

static void
test_the_help_begins_with_the_view_that_is_open (UiFixture     *fixture,
                                                 gconstpointer  data)
{
  uds_window_show_page (fixture->window, "goals");
  open_help (fixture);
  ui_draw (fixture, "help-goals");
  g_assert_true (ui_says (fixture, "What a status says"));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  uds_window_show_page (fixture->window, "networks");
  open_help (fixture);
  g_assert_true (ui_says (fixture, "Who was a member when"));
}

static void
test_every_topic_is_a_press_away (UiFixture     *fixture,
                                  gconstpointer  data)
{
  GtkWidget *row, *list;
  guint n_topics = 0;

  uds_window_show_page (fixture->window, "events");
  open_help (fixture);
  ui_draw (fixture, "help");
  row = gtk_widget_get_ancestor (ui_find_text (ui_get_window (fixture), "First Steps"), GTK_TYPE_LIST_BOX_ROW);
  list = gtk_widget_get_parent (row);
  for (row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
      AdwNavigationView *navigation = ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (list, ADW_TYPE_NAVIGATION_VIEW));

      gtk_widget_activate (row);
      ui_settle (fixture);
      g_assert_cmpstr (adw_navigation_page_get_title (adw_navigation_view_get_visible_page (navigation)), ==, title);
      adw_navigation_view_pop (navigation);
      ui_settle (fixture);
      n_topics++;
    }
  g_assert_cmpuint (n_topics, ==, 6);
}

static void
test_a_dane_reads_it_in_danish (UiFixture     *fixture,
                                gconstpointer  data)
{
  uds_window_show_page (fixture->window, "goals");
  open_help (fixture);
  ui_draw (fixture, "help-danish-narrow");
  g_assert_true (ui_says (fixture, "Det siger en vurdering"));
}

static void
set_up_in_danish (UiFixture     *fixture,
                  gconstpointer  width)
{
  ui_speak ("da_DK.UTF-8");
  ui_fixture_set_up (fixture, width);
}

static void
tear_down_danish (UiFixture     *fixture,
                  gconstpointer  width)
{
  ui_fixture_tear_down (fixture, width);
  ui_speak ("en_GB.UTF-8");
}

#define ADD(path, func) \
  g_test_add ("/help/" path, UiFixture, GINT_TO_POINTER (1280), ui_fixture_set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("the-help-begins-with-the-view-that-is-open", test_the_help_begins_with_the_view_that_is_open);
  ADD ("every-topic-is-a-press-away", test_every_topic_is_a_press_away);
  g_test_add ("/help/a-dane-reads-it-in-danish", UiFixture, GINT_TO_POINTER (360), set_up_in_danish,
              test_a_dane_reads_it_in_danish, tear_down_danish);
  return g_test_run ();
}
