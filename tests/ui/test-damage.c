/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database that is damaged, replaced or on a full disk: whatever happens to it, the window says so, offers a way on,
 * and is open on a sound database in the end. */
#include "ui-fixture.h"

#include "uds-content.h"
#include "uds-page.h"

#include "../store/disk-fixture.h"

#define PAGE 4096

/* A window whose application opens the file by itself. */
static void
open_window (UiFixture *fixture)
{
  UdsApplication *application = ui_get_application ();

  uds_application_set_database (application, fixture->store.path);
  fixture->window = uds_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 720);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-store", NULL);
}

static void
wait_until_open (UiFixture *fixture)
{
  while (uds_application_get_context (ui_get_application ()) == NULL)
    ui_settle (fixture);
}

static void
set_up (UiFixture     *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&fixture->store, NULL);
  uds_content_fill (fixture->store.store, &error);
  g_assert_no_error (error);
}

static void
tear_down (UiFixture     *fixture,
           gconstpointer  data)
{
  uds_application_set_database (ui_get_application (), NULL);
  ui_fixture_tear_down (fixture, NULL);
}

/* Closes the store and overwrites a share of its pages, from one place on. */
static void
damage (UiFixture *fixture,
        gsize      first,
        gsize      n_bytes)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_finalize_object (g_steal_pointer (&fixture->store.store));
  g_assert_true (g_file_get_contents (fixture->store.path, &bytes, &length, NULL));
  g_assert_cmpuint (first + n_bytes, <, length);
  memset (bytes + first, 0xa5, n_bytes);
  g_assert_true (g_file_set_contents (fixture->store.path, bytes, (gssize) length, NULL));
}

static void
damage_middle (UiFixture *fixture)
{
  damage (fixture, 40 * PAGE, 8 * PAGE);
}

/* The list of tables itself. */
static void
damage_beginning (UiFixture *fixture)
{
  damage (fixture, 100, PAGE - 100);
}

/* A log that is kept with its file is no copy of its own. */
static gboolean
is_copy (const char *name)
{
  if (g_str_has_suffix (name, "-wal"))
    return FALSE;
  return g_str_has_prefix (name, "udsyn.db.corrupt-") || g_str_has_prefix (name, "udsyn.db.replaced-");
}

static void
assert_damaged_file_is_kept (UiFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->store.folder, 0, NULL);
  const char *name;
  guint n_copies = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n_copies += is_copy (name);
  g_assert_cmpuint (n_copies, ==, 1);
}

/* The window is open, and what it is open on is sound. */
static void
assert_open (UiFixture *fixture)
{
  UdsContext *context = uds_application_get_context (ui_get_application ());
  gint64 group;

  g_assert_nonnull (context);
  g_assert_null (ui_find_text (GTK_WIDGET (fixture->window), "The database is damaged"));
  group = uds_store_write (uds_context_get_store (context), "Again", uds_content_load, NULL, NULL);
  g_assert_cmpint (group, >=, 0);
}

static void
test_what_the_check_finds_is_salvaged (UiFixture     *fixture,
                                       gconstpointer  data)
{
  damage_middle (fixture);
  open_window (fixture);
  ui_wait_for_text (fixture, "The database is damaged");
  ui_settle (fixture);
  ui_draw (fixture, "damaged");

  ui_press_button (fixture, "Save What Can Be Saved");
  ui_wait_for_text (fixture, "Was Saved");
  ui_settle (fixture);
  ui_draw (fixture, "salvaged");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "17 of 17"));
  ui_press_button (fixture, "Close");
  assert_damaged_file_is_kept (fixture);
  assert_open (fixture);
}

static void
test_there_is_a_way_on_where_nothing_is_left (UiFixture     *fixture,
                                              gconstpointer  data)
{
  damage_beginning (fixture);
  open_window (fixture);
  ui_wait_for_text (fixture, "The database is damaged");

  ui_press_button (fixture, "Save What Can Be Saved");
  ui_wait_for_text (fixture, "New Database");
  ui_press_button (fixture, "Close");
  assert_damaged_file_is_kept (fixture);
  assert_open (fixture);
}

static gboolean
add_effort (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (UdsRecord) record = uds_record_new (uds_kind_lookup ("effort"));

  uds_record_set_text (record, "code", data);
  uds_record_set_text (record, "name_da", data);
  uds_record_set_text (record, "name_en", data);
  return uds_session_save (session, record, error);
}

static void
add (UdsStore   *store,
     const char *code)
{
  g_autoptr (GError) error = NULL;

  uds_store_write (store, "Add", add_effort, (gpointer) code, &error);
  g_assert_no_error (error);
}

static void
test_a_backup_takes_the_place_of_a_damaged_file (UiFixture     *fixture,
                                                 gconstpointer  data)
{
  add (fixture->store.store, "one"); /* makes the day's backup first */
  damage_beginning (fixture);
  open_window (fixture);
  ui_wait_for_text (fixture, "The database is damaged");

  ui_press_button (fixture, "Restore a Backup…");
  ui_wait_for_text (fixture, "Last change");
  ui_settle (fixture);
  ui_draw (fixture, "restore");
  ui_press_button (fixture, "Restore");
  /* Back to a damaged file is no way. */
  ui_wait_for_text (fixture, "Backup restored");
  g_assert_null (ui_find_text (GTK_WIDGET (fixture->window), "Undo"));
  assert_damaged_file_is_kept (fixture);
  assert_open (fixture);
}

static gboolean
has_effort (const char *code)
{
  UiFixture fixture = { .store.store = uds_context_get_store (uds_application_get_context (ui_get_application ())) };
  g_autofree char *id = ui_find_id (&fixture, "effort", "code", code);

  return id != NULL;
}

static void
test_restoring_is_undone_by_the_toast (UiFixture     *fixture,
                                       gconstpointer  data)
{
  add (fixture->store.store, "one"); /* makes the day's backup first */
  g_assert_finalize_object (g_steal_pointer (&fixture->store.store));
  open_window (fixture);
  wait_until_open (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore", NULL);
  ui_wait_for_text (fixture, "Last change");
  ui_press_button (fixture, "Restore");
  ui_wait_for_text (fixture, "Undo");
  g_assert_false (has_effort ("one"));
  ui_settle (fixture);
  ui_draw (fixture, "restored");

  ui_press_button (fixture, "Undo");
  wait_until_open (fixture);
  g_assert_true (has_effort ("one"));
  assert_open (fixture);
}

static void
test_without_backups_the_dialog_says_so (UiFixture     *fixture,
                                         gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store.store));
  open_window (fixture);
  wait_until_open (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore", NULL);
  ui_wait_for_text (fixture, "No Backups Yet");
  ui_settle (fixture);
  ui_draw (fixture, "no-backups");
}

/* A full disk */

typedef struct {
  UiFixture ui;
  Disk *disk;
} DiskFixture;

static void
set_up_disk (DiskFixture   *fixture,
             gconstpointer  data)
{
  StoreFixture *store = &fixture->ui.store;
  g_autoptr (GError) error = NULL;

  store->folder = g_dir_make_tmp ("udsyn-test-XXXXXX", &error);
  g_assert_no_error (error);
  store->path = g_build_filename (store->folder, "udsyn.db", NULL);
  store->clock = uds_clock_new ();
  fixture->disk = disk_new (store->folder, 1);
  store->store = uds_store_open (store->path, store->clock, &error);
  g_assert_no_error (error);
  ui_fixture_show (&fixture->ui, GINT_TO_POINTER (360));
}

static void
tear_down_disk (DiskFixture   *fixture,
                gconstpointer  data)
{
  ui_fixture_tear_down (&fixture->ui, NULL);
  disk_free (fixture->disk);
}

static GtkWidget *
find_status (UiFixture *fixture)
{
  GtkWidget *label = ui_find_text (GTK_WIDGET (fixture->window), "Status");

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW);
}

static void
test_what_a_full_disk_does_not_take_stays_in_the_form (DiskFixture   *disk,
                                                       gconstpointer  data)
{
  UiFixture *fixture = &disk->ui;
  g_autofree char *effort = ui_find_id (fixture, "effort", "code", "klimaplan");
  g_autofree char *lost = NULL;
  char *stored = NULL;

  uds_window_open_record (fixture->window, "effort", effort);
  ui_settle (fixture);
  disk_set_room (disk->disk, 0);
  gtk_editable_set_text (GTK_EDITABLE (find_status (fixture)), "Given up");
  while (!gtk_widget_has_css_class (find_status (fixture), "error"))
    ui_settle (fixture);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (fixture->window), "The disk is full. Delete or move"));
  lost = ui_find_id (fixture, "effort", "status", "Given up");
  g_assert_null (lost);
  uds_page_reload (UDS_PAGE (gtk_widget_get_ancestor (find_status (fixture), UDS_TYPE_PAGE)));
  ui_settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_status (fixture))), ==, "Given up");
  ui_draw (fixture, "full");

  disk_set_room (disk->disk, -1);
  uds_store_poll (fixture->store.store);
  while ((stored = ui_find_id (fixture, "effort", "status", "Given up")) == NULL)
    ui_settle (fixture);
  g_free (stored);
  ui_settle (fixture);
  g_assert_null (ui_find_text (GTK_WIDGET (fixture->window), "The disk is full. Delete or move"));
  g_assert_false (gtk_widget_has_css_class (find_status (fixture), "error"));
}

#define ADD(path, func) g_test_add ("/damage/" path, UiFixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's accessibility for tests crashes when something is announced. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ui_init (&argc, &argv);
  ui_speak ("en_GB.UTF-8");

  ADD ("what-the-check-finds-is-salvaged", test_what_the_check_finds_is_salvaged);
  ADD ("there-is-a-way-on-where-nothing-is-left", test_there_is_a_way_on_where_nothing_is_left);
  ADD ("a-backup-takes-the-place-of-a-damaged-file", test_a_backup_takes_the_place_of_a_damaged_file);
  ADD ("restoring-is-undone-by-the-toast", test_restoring_is_undone_by_the_toast);
  ADD ("without-backups-the-dialog-says-so", test_without_backups_the_dialog_says_so);
  g_test_add ("/damage/what-a-full-disk-does-not-take-stays-in-the-form", DiskFixture, NULL, set_up_disk,
              test_what_a_full_disk_does_not_take_stays_in_the_form, tear_down_disk);

  return g_test_run ();
}
