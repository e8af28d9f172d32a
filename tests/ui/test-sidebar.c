/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar says what needs somebody: how much in each view, and the next four with a way to each. */
#include "ui-fixture.h"

#include "uds-record-page.h"
#include "uds-sidebar.h"

static GtkWidget *
get_sidebar (UiFixture *fixture)
{
  return ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_SIDEBAR);
}

static gboolean
says (UiFixture  *fixture,
      const char *text)
{
  GtkWidget *label = ui_find_text (get_sidebar (fixture), text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
add_note (UiFixture  *fixture,
          const char *title,
          const char *due)
{
  g_autoptr (UdsRecord) note = store_fixture_add (&fixture->store, "note", "title", title, "due", due, NULL);
}

static void
add_dues (UiFixture *fixture)
{
  g_autoptr (UdsRecord) agreement =
      store_fixture_add (&fixture->store, "agreement", "title_en", "Harbours and sea", "end", "2027-03-31", "remind_on",
                         "2026-12-10", NULL);

  add_note (fixture, "Call for cities that share their cycle superhighways", "2026-11-20");
  add_note (fixture, "Call for green harbours", "2027-01-20");
  add_note (fixture, "Answer to the hearing", "2026-11-24");
  ui_settle (fixture);
}

static GtkWidget *
get_view_row (UiFixture  *fixture,
              const char *view)
{
  return gtk_widget_get_ancestor (ui_find_text (get_sidebar (fixture), view), GTK_TYPE_LIST_BOX_ROW);
}

static void
test_where_nothing_is_due_nothing_is_said (UiFixture     *fixture,
                                           gconstpointer  data)
{
  g_assert_false (says (fixture, "Due Next"));
  g_assert_null (gtk_widget_get_tooltip_text (get_view_row (fixture, "Networks")));
}

static void
test_the_next_four_are_listed_by_day_and_open (UiFixture     *fixture,
                                               gconstpointer  data)
{
  GtkWidget *row;

  add_dues (fixture);
  ui_draw (fixture, "sidebar");
  g_assert_true (says (fixture, "Due Next"));
  g_assert_true (says (fixture, "Deadline: 20 November 2026 · 4 days ago"));
  g_assert_true (says (fixture, "Deadline: 24 November 2026 · today"));
  g_assert_true (says (fixture, "Reminder: 10 December 2026 · in 16 days"));
  g_assert_true (says (fixture, "Call for green harbours"));
  g_assert_false (says (fixture, "Ends: 31 March 2027"));

  row = gtk_widget_get_ancestor (ui_find_text (get_sidebar (fixture), "Harbours"), GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_activate (row);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_RECORD_PAGE));
}

static gboolean
settle_note (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  g_autoptr (UdsRecord) note = uds_session_get (session, uds_kind_lookup ("note"), data, error);

  uds_record_set_text (note, "due", NULL);
  return uds_session_save (session, note, error);
}

static void
test_a_view_counts_what_needs_somebody_within_a_month (UiFixture     *fixture,
                                                       gconstpointer  data)
{
  g_autofree char *id = NULL;

  add_dues (fixture);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_view_row (fixture, "Networks")), ==, "3 due within 30 days");
  g_assert_true (says (fixture, "3"));
  g_assert_null (gtk_widget_get_tooltip_text (get_view_row (fixture, "Goals")));

  id = ui_find_id (fixture, "note", "title", "Answer to the hearing");
  uds_store_write (fixture->store.store, "Settle", settle_note, id, NULL);
  ui_settle (fixture);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_view_row (fixture, "Networks")), ==, "2 due within 30 days");
  g_assert_false (says (fixture, "Answer to the hearing"));
}

static void
test_the_sidebar_fits_a_narrow_window (UiFixture     *fixture,
                                                 gconstpointer  data)
{
  AdwNavigationSplitView *split =
      ADW_NAVIGATION_SPLIT_VIEW (ui_find_type (GTK_WIDGET (fixture->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW));

  add_dues (fixture);
  adw_navigation_split_view_set_show_content (split, FALSE);
  ui_settle (fixture);
  g_assert_true (says (fixture, "Due Next"));
  ui_draw (fixture, "sidebar-narrow");
}

#define ADD(path, func, width) \
  g_test_add ("/sidebar/" path, UiFixture, GINT_TO_POINTER (width), ui_fixture_set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("where-nothing-is-due-nothing-is-said", test_where_nothing_is_due_nothing_is_said, 1280);
  ADD ("the-next-four-are-listed-by-day-and-open", test_the_next_four_are_listed_by_day_and_open, 1280);
  ADD ("a-view-counts-what-needs-somebody-within-a-month", test_a_view_counts_what_needs_somebody_within_a_month,
       1280);
  ADD ("the-sidebar-fits-a-narrow-window", test_the_sidebar_fits_a_narrow_window, 360);
  return g_test_run ();
}
