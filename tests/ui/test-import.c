/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody new begins with an empty database and files: what files do not say is asked, what came in is shown. */
#include "ui-fixture.h"

#include "uds-goal-page.h"
#include "uds-goals-page.h"
#include "uds-indicator-page.h"

#define STATBANK "TID;INDHOLD\n2020;1,5\n2021;2,5\n"
#define OPEN_SDG "Year,Value\n2020,1.5\n2021,2.5\n"

static GtkWidget *
find_row (UiFixture  *fixture,
          const char *title,
          GType       type)
{
  GtkWidget *label = ui_find_text (ui_get_window (fixture), title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, type);
}

/* Within the row there may be popovers; a label of the list below has the same text. */
static AdwComboRow *
find_goal_row (UiFixture *fixture)
{
  return ADW_COMBO_ROW (ui_find_type (ui_get_window (fixture), ADW_TYPE_COMBO_ROW));
}

static void
choose_goal (UiFixture  *fixture,
             const char *label)
{
  AdwComboRow *row = find_goal_row (fixture);
  GListModel *choices = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GtkStringObject) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (gtk_string_object_get_string (choice), label))
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_assert_not_reached ();
}

static gboolean
is_focus_in (UiFixture *fixture,
             GType      type)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL
         && (G_TYPE_CHECK_INSTANCE_TYPE (focus, type) || gtk_widget_get_ancestor (focus, type) != NULL);
}

static void
assert_undone (UiFixture *fixture)
{
  g_autofree char *goal = NULL;
  g_autofree char *indicator = NULL;

  gtk_widget_activate_action (ui_get_window (fixture), "win.undo", NULL);
  ui_wait_for_text (fixture, "Undone");
  goal = ui_find_id (fixture, "goal", NULL, NULL);
  indicator = ui_find_id (fixture, "indicator", NULL, NULL);
  g_assert_null (goal);
  g_assert_null (indicator);
}

static void
test_a_file_without_a_goal_is_asked_for_one_and_opens_under_it (UiFixture     *fixture,
                                                                gconstpointer  data)
{
  g_autofree char *id = NULL;

  ui_import (fixture, "FOLK1A.csv", STATBANK, "FOLK1A · no goal yet");
  g_assert_true (is_focus_in (fixture, ADW_TYPE_COMBO_ROW));
  g_assert_true (gtk_widget_get_sensitive (ui_find_button (fixture, "Import")));
  choose_goal (fixture, "11 · Sustainable Cities and Communities");
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "Title", ADW_TYPE_ENTRY_ROW)), "People");
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "Place", ADW_TYPE_ENTRY_ROW)), "Copenhagen");
  ui_wait_for_text (fixture, "People · Goal 11");
  ui_draw (fixture, "import-goal");

  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
  id = ui_find_id (fixture, "goal", "number", "11");
  g_assert_nonnull (id);
  g_assert_nonnull (ui_find_type (ui_get_window (fixture), UDS_TYPE_INDICATOR_PAGE));
  g_assert_true (is_focus_in (fixture, UDS_TYPE_INDICATOR_PAGE));
  g_assert_nonnull (ui_find_text (ui_get_window (fixture), "People"));
  ui_draw (fixture, "import-shown");
  uds_window_open_record (fixture->window, "goal", id);
  ui_wait_for_text (fixture, "People");

  assert_undone (fixture);
}

static void
test_what_is_not_answered_is_not_guessed (UiFixture     *fixture,
                                          gconstpointer  data)
{
  g_autofree char *goal = NULL;
  g_autofree char *indicator = NULL;

  ui_import (fixture, "FOLK1A.csv", STATBANK, "FOLK1A · no goal yet");
  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
  indicator = ui_find_id (fixture, "indicator", "code", "FOLK1A");
  goal = ui_find_id (fixture, "goal", NULL, NULL);
  g_assert_nonnull (indicator);
  g_assert_null (goal);
}

static void
open_file_row (UiFixture  *fixture,
               const char *name)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (fixture, name, ADW_TYPE_EXPANDER_ROW)), TRUE);
  ui_settle (fixture);
}

static void
test_a_title_of_the_un_is_called_so_and_can_be_another (UiFixture     *fixture,
                                                        gconstpointer  data)
{
  g_autofree char *id = NULL;
  GtkWidget *title;

  ui_import (fixture, "indicator_3-3-1.csv", OPEN_SDG, "(the UN’s title) · Goal 3");
  open_file_row (fixture, "indicator_3-3-1.csv");
  ui_draw (fixture, "import-un-title");
  title = find_row (fixture, "Title · proposed from the UN’s list", ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (title), "New cases of HIV per 100,000");
  g_assert_null (ui_find_text (ui_get_window (fixture), "UN’s"));
  g_assert_nonnull (ui_find_text (ui_get_window (fixture), "New cases of HIV per 100,000 · Goal 3"));

  /* What was typed is still there when something else of the file is said. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture, "Decimal sign", ADW_TYPE_COMBO_ROW)), 1);
  ui_wait_for_text (fixture, "New cases of HIV per 100,000 · Goal 3");

  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
  id = ui_find_id (fixture, "indicator", "title_en", "New cases of HIV per 100,000");
  g_assert_nonnull (id);
}

static void
import_folder (UiFixture         *fixture,
               const char *const *names)
{
  g_autofree char *folder = g_build_filename (fixture->store.folder, "sdg", NULL);
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_assert_cmpint (g_mkdir_with_parents (data, 0700), ==, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (data, names[i], NULL);

      g_assert_true (g_file_set_contents (path, OPEN_SDG, -1, NULL));
    }
  g_list_store_append (files, file);
  uds_window_import (fixture->window, G_LIST_MODEL (files));
  ui_wait_for_text (fixture, names[0]);
}

static void
test_a_folder_of_one_goal_opens_the_goal (UiFixture     *fixture,
                                          gconstpointer  data)
{
  static const char *const names[] = { "indicator_11-6-2.csv", "indicator_11-1-1.csv", NULL };

  import_folder (fixture, names);
  ui_draw (fixture, "import-folder");
  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
  ui_wait_for_text (fixture, "Goal 11");
  g_assert_nonnull (ui_find_type (ui_get_window (fixture), UDS_TYPE_GOAL_PAGE));
  g_assert_true (is_focus_in (fixture, UDS_TYPE_GOAL_PAGE));
}

static void
test_a_folder_of_several_goals_opens_the_goals (UiFixture     *fixture,
                                                gconstpointer  data)
{
  static const char *const names[] = { "indicator_11-6-2.csv", "indicator_3-3-1.csv", NULL };

  uds_window_show_page (fixture->window, "events");
  import_folder (fixture, names);
  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
  g_assert_nonnull (ui_find_type (ui_get_window (fixture), UDS_TYPE_GOALS_PAGE));
  g_assert_true (is_focus_in (fixture, UDS_TYPE_GOALS_PAGE));
}

static void
test_the_same_file_again_opens_no_second_page (UiFixture     *fixture,
                                               gconstpointer  data)
{
  AdwNavigationView *navigation;
  g_autoptr (GListModel) stack = NULL;

  for (int i = 0; i < 2; i++)
    {
      ui_import (fixture, "indicator_3-3-1.csv", OPEN_SDG, "Goal 3");
      ui_press_button (fixture, "Import");
      ui_wait_for_text (fixture, i == 0 ? "Imported:" : "Everything was there already");
    }
  navigation = ADW_NAVIGATION_VIEW (ui_find_type (ui_get_window (fixture), ADW_TYPE_NAVIGATION_VIEW));
  stack = adw_navigation_view_get_navigation_stack (navigation);
  g_assert_cmpuint (g_list_model_get_n_items (stack), ==, 2);
}

static void
test_who_begins_is_offered_files_and_folders (UiFixture     *fixture,
                                              gconstpointer  data)
{
  ui_draw (fixture, "import-begin");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (ui_find_button (fixture, "Import Files…"))), ==,
                   "win.import");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (ui_find_button (fixture, "Import Folder…"))), ==,
                   "win.import-folder");
  g_assert_nonnull (ui_find_text (ui_get_window (fixture), "drop files"));
}

/* Where it is narrow and in Danish nothing that carries meaning is cut off. */

static void
look_for_cut (GtkWidget *widget,
              gpointer   data)
{
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_error ("“%s” is cut off", gtk_label_get_text (GTK_LABEL (widget)));
}

static void
show_preview (UiFixture *fixture,
              gboolean   is_dark)
{
  GtkWidget *page;

  ui_import (fixture, "FOLK1A.csv", STATBANK, "FOLK1A · intet verdensmål endnu");
  choose_goal (fixture, "8 · Anstændige jobs og økonomisk vækst");
  ui_settle (fixture);
  ui_draw (fixture, is_dark ? "import-da-dark" : "import-da-light");
  page = ui_find_type (ui_get_window (fixture), ADW_TYPE_PREFERENCES_PAGE);
  ui_for_each (page, look_for_cut, NULL);
  ui_press_button (fixture, "Annullér");
}

static void
test_nothing_asked_is_cut_off (void)
{
  UiFixture fixture;

  ui_speak ("da_DK.UTF-8");
  ui_fixture_set_up_empty (&fixture, GINT_TO_POINTER (360));
  ui_draw (&fixture, "import-da-begin");
  for (int dark = 0; dark <= 1; dark++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      show_preview (&fixture, dark);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  ui_fixture_tear_down (&fixture, NULL);
  ui_speak ("en_GB.UTF-8");
}

#define ADD(path, func) \
  g_test_add ("/import/" path, UiFixture, NULL, ui_fixture_set_up_empty, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("who-begins-is-offered-files-and-folders", test_who_begins_is_offered_files_and_folders);
  ADD ("a-file-without-a-goal-is-asked-for-one-and-opens-under-it",
       test_a_file_without_a_goal_is_asked_for_one_and_opens_under_it);
  ADD ("what-is-not-answered-is-not-guessed", test_what_is_not_answered_is_not_guessed);
  ADD ("a-title-of-the-un-is-called-so-and-can-be-another",
       test_a_title_of_the_un_is_called_so_and_can_be_another);
  ADD ("a-folder-of-one-goal-opens-the-goal", test_a_folder_of_one_goal_opens_the_goal);
  ADD ("a-folder-of-several-goals-opens-the-goals", test_a_folder_of_several_goals_opens_the_goals);
  ADD ("the-same-file-again-opens-no-second-page", test_the_same_file_again_opens_no_second_page);
  g_test_add_func ("/import/nothing-asked-is-cut-off", test_nothing_asked_is_cut_off);

  return g_test_run ();
}
