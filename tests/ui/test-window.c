/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window worked as a person works it: by keyboard to a chart and back, edits that undo, files that come in. */
#include "ui-fixture.h"

#include "uds-chart-table-view.h"
#include "uds-chart-view.h"
#include "uds-choose-record.h"
#include "uds-goal-page.h"
#include "uds-goal-tile.h"
#include "uds-goals-page.h"
#include "uds-indicator-page.h"
#include "uds-indicator-row.h"
#include "uds-record-page.h"
#include "uds-search-page.h"

static GtkWidget *
get_focus (UiFixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

/* Keyboard */

static void
walk_into (UiFixture *fixture,
           GType      type,
           GType      page)
{
  g_assert_true (ui_walk_to_type (fixture, type));
  gtk_widget_activate (get_focus (fixture));
  ui_settle (fixture);
  g_assert_nonnull (ui_find_type (GTK_WIDGET (fixture->window), page));
}

static void
test_a_chart_is_reached_and_left_by_keyboard_alone (UiFixture     *fixture,
                                                    gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  UdsChartView *chart;

  walk_into (fixture, UDS_TYPE_GOAL_TILE, UDS_TYPE_GOAL_PAGE);
  walk_into (fixture, UDS_TYPE_INDICATOR_ROW, UDS_TYPE_INDICATOR_PAGE);

  g_assert_true (ui_walk_to_type (fixture, UDS_TYPE_CHART_VIEW));
  chart = UDS_CHART_VIEW (get_focus (fixture));
  g_assert_null (uds_chart_view_get_said (chart));
  ui_press_key (GTK_WIDGET (chart), GDK_KEY_Home);
  first = uds_chart_view_get_said (chart);
  ui_press_key (GTK_WIDGET (chart), GDK_KEY_End);
  last = uds_chart_view_get_said (chart);
  g_assert_nonnull (first);
  g_assert_cmpstr (first, !=, last);
  ui_press_key (GTK_WIDGET (chart), GDK_KEY_Escape);
  g_assert_null (uds_chart_view_get_said (chart));

  gtk_widget_activate_action (GTK_WIDGET (chart), "navigation.pop", NULL);
  ui_settle (fixture);
  gtk_widget_activate_action (ui_find_type (window, UDS_TYPE_GOAL_PAGE), "navigation.pop", NULL);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_type (window, UDS_TYPE_GOALS_PAGE));
}

static void
test_an_indicator_is_named_above_what_its_values_did (UiFixture     *fixture,
                                                      gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", "code", "dk-homeless");
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *name, *change;
  graphene_point_t name_at, change_at;

  uds_window_open_record (fixture->window, "indicator", id);
  ui_settle (fixture);
  name = ui_find_text (window, "Homeless people in Denmark (count in week 6)");
  change = ui_find_text (window, "Down from 6,138 in 2015 to 5,789\u00a0persons in 2022");
  g_assert_nonnull (name);
  g_assert_nonnull (change);
  g_assert_true (gtk_widget_has_css_class (name, "title-1"));
  g_assert_true (gtk_widget_compute_point (name, window, &GRAPHENE_POINT_INIT (0, 0), &name_at));
  g_assert_true (gtk_widget_compute_point (change, window, &GRAPHENE_POINT_INIT (0, 0), &change_at));
  g_assert_cmpfloat (name_at.y, <, change_at.y);
}

static void
count_row (GtkWidget *widget,
           gpointer   data)
{
  guint *n = data;

  *n += UDS_IS_INDICATOR_ROW (widget);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = 0;

  ui_for_each (widget, count_row, &n);
  return n;
}

static void
test_a_goal_says_its_status_and_shows_its_indicators_in_three_ways (UiFixture     *fixture,
                                                                    gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "goal", "number", "13");
  GtkWidget *page;
  AdwToggleGroup *toggles;

  uds_window_open_record (fixture->window, "goal", id);
  ui_wait_for_text (fixture, "The mean score is 5.08 ÷ 8 = 0.64, from −5 to 5; assessed are 8 of 9 indicators.");
  ui_wait_for_text (fixture, "Targets with an indicator: 1 of 5; with an effort: 0.");
  page = ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_GOAL_PAGE);
  g_assert_cmpuint (count_rows (page), ==, 9);

  toggles = ADW_TOGGLE_GROUP (ui_find_type (page, ADW_TYPE_TOGGLE_GROUP));
  adw_toggle_group_set_active_name (toggles, "charts");
  ui_settle (fixture);
  ui_draw (fixture, "goal-charts");
  g_assert_cmpuint (count_rows (page), ==, 0);
  g_assert_nonnull (ui_find_type (page, UDS_TYPE_CHART_VIEW));
  ui_press_button (fixture, "Table");
  ui_draw (fixture, "goal-charts-table");
  g_assert_nonnull (ui_find_type (page, UDS_TYPE_CHART_TABLE_VIEW));

  adw_toggle_group_set_active_name (toggles, "list");
  ui_settle (fixture);
  g_assert_cmpuint (count_rows (page), ==, 9);
}

/* The arithmetic of a goal with many indicators, in a low window, stays inside of it and scrolls. */
static void
test_the_arithmetic_scrolls_in_a_low_window (UiFixture     *fixture,
                                             gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "goal", "number", "3");
  GtkWidget *page, *button, *scrolled;
  GtkPopover *popover;
  GdkPopup *popup;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 440);
  uds_window_open_record (fixture->window, "goal", id);
  ui_settle (fixture);
  page = ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_GOAL_PAGE);
  button = gtk_widget_get_ancestor (ui_find_text (page, "Why?"), GTK_TYPE_MENU_BUTTON);
  gtk_widget_grab_focus (button);
  ui_settle (fixture);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_settle (fixture);
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  ui_draw (fixture, "goal-low");
  ui_draw_popover (popover, "goal-why-low");
  popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (popover)));
  g_assert_cmpint (gdk_popup_get_position_y (popup), >=, 0);
  g_assert_cmpint (gdk_popup_get_position_y (popup) + gdk_surface_get_height (GDK_SURFACE (popup)), <=,
                   gdk_surface_get_height (gtk_native_get_surface (GTK_NATIVE (fixture->window))));
  scrolled = ui_find_type (GTK_WIDGET (popover), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_cmpfloat (gtk_adjustment_get_upper (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled))), >,
                     gtk_widget_get_height (scrolled));
}

/* Search */

static void
test_search_finds_danish_letters_by_plain_ones (UiFixture     *fixture,
                                                gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *page;

  gtk_widget_activate_action (window, "win.search", NULL);
  ui_settle (fixture);
  page = ui_find_type (window, UDS_TYPE_SEARCH_PAGE);
  g_assert_nonnull (page);
  gtk_editable_set_text (GTK_EDITABLE (uds_search_page_get_entry (UDS_SEARCH_PAGE (page))), "kobenh");
  ui_wait_for_text (fixture, "Copenhagen");
}

static void
test_down_leads_from_the_search_to_what_it_found (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *entry;

  gtk_widget_activate_action (window, "win.search", NULL);
  ui_settle (fixture);
  entry = uds_search_page_get_entry (UDS_SEARCH_PAGE (ui_find_type (window, UDS_TYPE_SEARCH_PAGE)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "kobenh");
  ui_wait_for_text (fixture, "Copenhagen");

  ui_press_key (entry, GDK_KEY_Down);
  g_assert_true (ADW_IS_ACTION_ROW (get_focus (fixture)));
}

static void
test_a_new_record_is_typed_at_once (UiFixture     *fixture,
                                    gconstpointer  data)
{
  uds_window_show_page (fixture->window, "delegations");
  ui_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new", NULL);
  ui_wait_for_text (fixture, "New: Request");
  g_assert_true (GTK_IS_TEXT (get_focus (fixture)));
}

/* Editing */

static void
open_effort (UiFixture *fixture)
{
  g_autofree char *id = ui_find_id (fixture, "effort", "code", "klimaplan");

  uds_window_open_record (fixture->window, "effort", id);
  ui_settle (fixture);
}

static char *
read_given_up (UiFixture *fixture)
{
  return ui_find_id (fixture, "effort", "status", "Given up");
}

static void
test_what_is_typed_is_stored_without_a_button_and_undone_by_the_toast (UiFixture     *fixture,
                                                                       gconstpointer  data)
{
  g_autofree char *stored = NULL;
  g_autofree char *undone = NULL;

  open_effort (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_entry (fixture, "Status")), "Given up");
  ui_wait_for_text (fixture, "“Status” of “");
  stored = read_given_up (fixture);
  g_assert_nonnull (stored);

  ui_press_button (fixture, "Undo");
  ui_wait_for_text (fixture, "Undone: “Status” of “");
  undone = read_given_up (fixture);
  g_assert_null (undone);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_find_entry (fixture, "Status"))), ==, "");
}

static void
test_leaving_a_page_stores_what_was_just_typed (UiFixture     *fixture,
                                                gconstpointer  data)
{
  g_autofree char *stored = NULL;

  open_effort (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_entry (fixture, "Status")), "Given up");
  uds_window_show_page (fixture->window, "events");
  ui_settle (fixture);
  stored = read_given_up (fixture);
  g_assert_nonnull (stored);
}

static gboolean
is_marked (gpointer data)
{
  return gtk_widget_has_css_class (data, "error");
}

static void
test_a_date_that_is_none_is_marked_and_not_stored (UiFixture     *fixture,
                                                   gconstpointer  data)
{
  g_autofree char *stored = NULL;
  GtkWidget *entry;

  open_effort (fixture);
  entry = ui_find_entry (fixture, "Start");
  gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
  g_assert_true (ui_wait_until (is_marked, entry));
  ui_settle (fixture);
  stored = ui_find_id (fixture, "effort", "start", "2012");
  g_assert_nonnull (stored);
}

static void
test_a_deleted_record_closes_its_page_and_undo_brings_it_back (UiFixture     *fixture,
                                                               gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *gone = NULL;
  g_autofree char *back = NULL;

  open_effort (fixture);
  gtk_widget_activate_action (ui_find_type (window, UDS_TYPE_RECORD_PAGE), "record.delete", NULL);
  ui_settle (fixture);
  gone = ui_find_id (fixture, "effort", "code", "klimaplan");
  g_assert_null (gone);
  g_assert_null (ui_find_type (window, UDS_TYPE_RECORD_PAGE));

  gtk_widget_activate_action (window, "win.undo", NULL);
  ui_settle (fixture);
  back = ui_find_id (fixture, "effort", "code", "klimaplan");
  g_assert_nonnull (back);
}

/* Charts of plain records */

static void
test_a_goal_leads_to_its_comparisons (UiFixture     *fixture,
                                      gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "goal", "number", "13");

  uds_window_open_record (fixture->window, "goal", id);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Beside other cities"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "CO2 per inhabitant"));
}

static void
test_a_comparison_of_cities_opens_as_a_ranking (UiFixture     *fixture,
                                                gconstpointer  data)
{
  g_autofree char *id = ui_find_id (fixture, "comparison", "code", "c40-co2");

  uds_window_open_record (fixture->window, "comparison", id);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "Copenhagen is number 13 of 53 cities"));
  g_assert_nonnull (ui_find_type (GTK_WIDGET (fixture->window), UDS_TYPE_CHART_VIEW));
}

/* Links */

static void
test_an_effort_is_tied_to_a_target_and_untied_again (UiFixture     *fixture,
                                                     gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_effort (fixture);
  g_assert_null (ui_find_text (window, "Targets · "));
  ui_add (fixture, "Targets…");
  g_signal_emit_by_name (ui_find_type (ui_find_type (window, UDS_TYPE_CHOOSE_RECORD), GTK_TYPE_LIST_VIEW), "activate",
                         0);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (window, "Targets · 1"));
  ui_draw (fixture, "effort-links");

  gtk_widget_activate_action (window, "win.undo", NULL);
  ui_settle (fixture);
  g_assert_null (ui_find_text (window, "Targets · "));

  g_assert_nonnull (ui_find_text (window, "Goals · 3"));
  ui_click (fixture, "Remove the Link to “Climate Action”");
  g_assert_nonnull (ui_find_text (window, "Goals · 2"));
  gtk_widget_activate_action (window, "win.undo", NULL);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (window, "Goals · 3"));
}

/* Import */

static void
test_a_file_is_shown_before_it_is_imported (UiFixture     *fixture,
                                            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ui_import (fixture, "indicator_7-1-1.csv", "Year,Value\n2015,10\n2016,eleven\n2017,12\n", "eleven");
  g_assert_nonnull (ui_find_text (window, "indicator_7-1-1.csv"));
  ui_draw (fixture, "import");
  before = ui_find_id (fixture, "indicator", "code", "7.1.1");
  g_assert_null (before);

  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
  after = ui_find_id (fixture, "indicator", "code", "7.1.1");
  g_assert_nonnull (after);
}

static void
test_a_file_that_is_none_of_ours_cannot_be_imported (UiFixture     *fixture,
                                                     gconstpointer  data)
{
  ui_import (fixture, "letter.txt", "Dear Sir or Madam\n", "Cannot be imported");
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (fixture, "Import")));
  ui_press_button (fixture, "Cancel");
}

static AdwComboRow *
find_combo (UiFixture  *fixture,
            const char *title)
{
  GtkWidget *label = ui_find_text (GTK_WIDGET (fixture->window), title);

  g_assert_nonnull (label);
  return ADW_COMBO_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW));
}

static void
choose (UiFixture  *fixture,
        const char *title,
        const char *choice)
{
  AdwComboRow *row = find_combo (fixture, title);
  GListModel *choices = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GtkStringObject) object = g_list_model_get_item (choices, i);

      if (!g_str_equal (gtk_string_object_get_string (object), choice))
        continue;
      adw_combo_row_set_selected (row, i);
      ui_wait_for_text (fixture, title);
      return;
    }
  g_assert_not_reached ();
}

static void
test_of_a_table_nobody_knows_the_user_says_what_it_is (UiFixture     *fixture,
                                                       gconstpointer  data)
{
  static const char text[] = "When;Where;How much\n2020;101 København;5,5\n2020;147 Frederiksberg;6,5\n";
  g_autofree char *id = NULL;

  ui_import (fixture, "download.csv", text, "When");
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (fixture, "Import")));
  ui_draw (fixture, "import-unknown-table");

  choose (fixture, "When", "Period");
  choose (fixture, "How much", "Value");
  choose (fixture, "Only one of “Where”", "101 København");
  ui_draw (fixture, "import-known-table");
  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
  id = ui_find_id (fixture, "indicator", "code", "download");
  g_assert_nonnull (id);

  /* The next file of its shape need not be explained again. */
  ui_import (fixture, "download-2.csv", text, "download-2.csv");
  g_assert_true (gtk_widget_get_sensitive (ui_find_button (fixture, "Import")));
  ui_press_button (fixture, "Cancel");
}

static void
test_our_city_is_offered_among_many (UiFixture     *fixture,
                                     gconstpointer  data)
{
  static const char text[] = "OMRÅDE;TID;INDHOLD\n101 København;2020;1.234\n147 Frederiksberg;2020;2.345\n";

  ui_import (fixture, "FOLK1A.csv", text, "Only one of “OMRÅDE”");
  ui_press_button (fixture, "101 København");
  ui_wait_for_text (fixture, "Cells reported: 6");
  ui_draw (fixture, "import-statbank");

  choose (fixture, "Decimal sign", "Point");
  ui_wait_for_text (fixture, "Cells reported: 3");
  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
}

/* Failure */

static void
test_a_database_that_cannot_be_opened_says_why (UiFixture     *fixture,
                                                gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The disk <is> full.");

  uds_window_show_failure (fixture->window, error);
  ui_settle (fixture);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "The disk <is> full."));
  g_assert_nonnull (ui_find_button (fixture, "Try Again"));
}

#define ADD(path, func) g_test_add ("/window/" path, UiFixture, NULL, ui_fixture_set_up, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("a-chart-is-reached-and-left-by-keyboard-alone", test_a_chart_is_reached_and_left_by_keyboard_alone);
  ADD ("an-indicator-is-named-above-what-its-values-did", test_an_indicator_is_named_above_what_its_values_did);
  ADD ("the-arithmetic-scrolls-in-a-low-window", test_the_arithmetic_scrolls_in_a_low_window);
  ADD ("a-goal-says-its-status-and-shows-its-indicators-in-three-ways",
       test_a_goal_says_its_status_and_shows_its_indicators_in_three_ways);
  ADD ("search-finds-danish-letters-by-plain-ones", test_search_finds_danish_letters_by_plain_ones);
  ADD ("down-leads-from-the-search-to-what-it-found", test_down_leads_from_the_search_to_what_it_found);
  ADD ("a-new-record-is-typed-at-once", test_a_new_record_is_typed_at_once);
  ADD ("what-is-typed-is-stored-without-a-button-and-undone-by-the-toast",
       test_what_is_typed_is_stored_without_a_button_and_undone_by_the_toast);
  ADD ("leaving-a-page-stores-what-was-just-typed", test_leaving_a_page_stores_what_was_just_typed);
  ADD ("a-date-that-is-none-is-marked-and-not-stored", test_a_date_that_is_none_is_marked_and_not_stored);
  ADD ("a-deleted-record-closes-its-page-and-undo-brings-it-back",
       test_a_deleted_record_closes_its_page_and_undo_brings_it_back);
  ADD ("a-goal-leads-to-its-comparisons", test_a_goal_leads_to_its_comparisons);
  ADD ("a-comparison-of-cities-opens-as-a-ranking", test_a_comparison_of_cities_opens_as_a_ranking);
  ADD ("an-effort-is-tied-to-a-target-and-untied-again", test_an_effort_is_tied_to_a_target_and_untied_again);
  ADD ("a-file-is-shown-before-it-is-imported", test_a_file_is_shown_before_it_is_imported);
  ADD ("a-file-that-is-none-of-ours-cannot-be-imported", test_a_file_that_is_none_of_ours_cannot_be_imported);
  ADD ("of-a-table-nobody-knows-the-user-says-what-it-is", test_of_a_table_nobody_knows_the_user_says_what_it_is);
  ADD ("our-city-is-offered-among-many", test_our_city_is_offered_among_many);
  ADD ("a-database-that-cannot-be-opened-says-why", test_a_database_that_cannot_be_opened_says_why);

  return g_test_run ();
}
