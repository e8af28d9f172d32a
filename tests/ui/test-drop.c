/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files let go over the window: they are shown as files that were chosen, and nothing comes in before it is said. */
#include "ui-fixture.h"

#include "uds-goal-page.h"
#include "uds-import-dialog.h"
#include "uds-indicator-page.h"

#define OPEN_SDG "Year,Value\n2020,1.5\n2021,2.5\n"
#define PICTURE "\211PNG\r\n\032\n\001\002\003"

static GtkDropTarget *
find_drop_target (UdsWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static GFile *
write_file (UiFixture  *fixture,
            const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->store.folder, folder, NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (path);
  GFile *file = g_file_get_child (parent, name);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  return file;
}

/* As the toolkit does when the pointer lets go of what a file manager gave it. */
static void
drop (UiFixture *fixture,
      GFile    **files,
      gsize      n_files)
{
  GtkDropTarget *target = find_drop_target (fixture->window);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_assert_nonnull (target);
  g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (target), GDK_TYPE_FILE_LIST));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, n_files));
  g_signal_emit_by_name (target, "drop", &value, 100.0, 100.0, &is_taken);
  g_assert_true (is_taken);
}

static void
assert_nothing_came_in (UiFixture *fixture)
{
  g_autofree char *id = ui_find_id (fixture, "indicator", NULL, NULL);

  g_assert_null (id);
}

static void
test_files_are_previewed_and_come_in_as_one_deed (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (GFile) first = write_file (fixture, "files", "indicator_3-3-1.csv", OPEN_SDG);
  g_autoptr (GFile) second = write_file (fixture, "files", "indicator_3-3-2.csv", OPEN_SDG);
  GFile *files[] = { first, second };
  g_autofree char *id = NULL;

  drop (fixture, files, G_N_ELEMENTS (files));
  ui_wait_for_text (fixture, "indicator_3-3-1.csv");
  g_assert_nonnull (ui_find_text (ui_get_window (fixture), "indicator_3-3-2.csv"));
  assert_nothing_came_in (fixture);

  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
  g_assert_nonnull (ui_find_type (ui_get_window (fixture), UDS_TYPE_GOAL_PAGE));
  id = ui_find_id (fixture, "indicator", "code", "3.3.2");
  g_assert_nonnull (id);

  gtk_widget_activate_action (ui_get_window (fixture), "win.undo", NULL);
  ui_wait_for_text (fixture, "Undone");
  assert_nothing_came_in (fixture);
}

static void
test_a_folder_is_what_is_in_it (UiFixture     *fixture,
                                gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (fixture, "sdg/data", "indicator_11-6-2.csv", OPEN_SDG);
  g_autoptr (GFile) data_folder = g_file_get_parent (file);
  g_autoptr (GFile) folder = g_file_get_parent (data_folder);

  drop (fixture, &folder, 1);
  ui_wait_for_text (fixture, "indicator_11-6-2.csv");
  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
  g_assert_nonnull (ui_find_type (ui_get_window (fixture), UDS_TYPE_INDICATOR_PAGE));
}

static void
test_what_is_no_table_is_told_and_leaves_nothing (UiFixture     *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (fixture, "files", "photo.png", PICTURE);

  drop (fixture, &file, 1);
  ui_wait_for_text (fixture, "photo.png");
  ui_draw (fixture, "drop-picture");
  g_assert_nonnull (ui_find_text (ui_get_window (fixture), "picture"));
  g_assert_false (gtk_widget_is_sensitive (ui_find_button (fixture, "Import")));
  ui_press_button (fixture, "Cancel");
  assert_nothing_came_in (fixture);
}

static void
test_what_is_sound_comes_in_beside_what_is_not (UiFixture     *fixture,
                                                gconstpointer  data)
{
  g_autoptr (GFile) picture = write_file (fixture, "files", "photo.png", PICTURE);
  g_autoptr (GFile) table = write_file (fixture, "files", "indicator_3-3-1.csv", OPEN_SDG);
  GFile *files[] = { picture, table };
  g_autofree char *id = NULL;

  drop (fixture, files, G_N_ELEMENTS (files));
  ui_wait_for_text (fixture, "photo.png");
  ui_press_button (fixture, "Import");
  ui_wait_for_text (fixture, "Imported:");
  id = ui_find_id (fixture, "indicator", "code", "3.3.1");
  g_assert_nonnull (id);
}

#define ADD(path, func) \
  g_test_add ("/drop/" path, UiFixture, NULL, ui_fixture_set_up_empty, func, ui_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("files-are-previewed-and-come-in-as-one-deed", test_files_are_previewed_and_come_in_as_one_deed);
  ADD ("a-folder-is-what-is-in-it", test_a_folder_is_what_is_in_it);
  ADD ("what-is-no-table-is-told-and-leaves-nothing", test_what_is_no_table_is_told_and_leaves_nothing);
  ADD ("what-is-sound-comes-in-beside-what-is-not", test_what_is_sound_comes_in_beside_what_is_not);

  return g_test_run ();
}
