/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that is full or fails costs the command that met it and nothing else: the store says so and goes on. */
#include "disk-fixture.h"
#include "script-fixture.h"

#include "uds-ballast-private.h"
#include "uds-error.h"

#include <glib/gstdio.h>

typedef struct {
  StoreFixture store;
  Disk *disk;
  Script *script;
} FullFixture;

static void
set_up (FullFixture   *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->store.folder = g_dir_make_tmp ("udsyn-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store.path = g_build_filename (fixture->store.folder, "udsyn.db", NULL);
  fixture->store.clock = uds_clock_new_fixed (G_GINT64_CONSTANT (1795478400000000));
  fixture->disk = disk_new (fixture->store.folder, (guint32) g_test_rand_int ());
  fixture->script = script_new ((guint32) g_test_rand_int ());
  fixture->store.store = uds_store_open (fixture->store.path, fixture->store.clock, &error);
  g_assert_no_error (error);
}

static void
tear_down (FullFixture   *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->store.store);
  g_clear_pointer (&fixture->disk, disk_free);
  g_clear_pointer (&fixture->script, script_free);
  store_fixture_tear_down (&fixture->store, NULL);
}

/* Writes until the disk is full; returns whether it became so. */
static gboolean
fill (FullFixture *fixture)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *before = store_fixture_dump (&fixture->store);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      if (script_step (fixture->script, fixture->store.store, &error) >= 0
          || g_error_matches (error, UDS_ERROR, UDS_ERROR_NOT_FOUND)
          || g_error_matches (error, UDS_ERROR, UDS_ERROR_CONFLICT))
        continue;
      g_assert_error (error, UDS_ERROR, UDS_ERROR_FULL);
      after = store_fixture_dump (&fixture->store);
      g_assert_cmpstr (after, ==, before);
      return TRUE;
    }
  return FALSE;
}

static void
test_costs_one_command_and_no_more (FullFixture   *fixture,
                                    gconstpointer  data)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      disk_set_room (fixture->disk, g_test_rand_int_range (0, 200000));
      g_assert_true (fill (fixture));
      before = store_fixture_dump (&fixture->store);
      if (i % 2 == 0)
        store_fixture_reopen (&fixture->store);
      after = store_fixture_dump (&fixture->store);
      g_assert_cmpstr (after, ==, before);

      disk_set_room (fixture->disk, -1);
      g_assert_cmpint (script_add (fixture->store.store, 10000 + i, 40, NULL), >, 0);
      script_assert_sound (fixture->store.store);
      store_fixture_reopen (&fixture->store);
    }
}

/* What was reported as failed may yet have reached the disk: all of it or nothing. */
static void
test_failing_disk_leaves_nothing_half (FullFixture   *fixture,
                                       gconstpointer  data)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *now = NULL;
      g_autofree char *later = NULL;
      gint64 latest = script_get_latest (fixture->store.store);

      before = store_fixture_dump (&fixture->store);
      disk_fail_syncs (fixture->disk, TRUE);
      g_assert_cmpint (script_add (fixture->store.store, i, 3, &error), ==, -1);
      g_assert_error (error, UDS_ERROR, UDS_ERROR_IO);
      now = store_fixture_dump (&fixture->store);
      g_assert_cmpstr (now, ==, before);

      disk_fail_syncs (fixture->disk, FALSE);
      store_fixture_reopen (&fixture->store);
      later = store_fixture_dump (&fixture->store);
      if (script_get_latest (fixture->store.store) == latest)
        g_assert_cmpstr (later, ==, before);
      script_assert_sound (fixture->store.store);
      g_assert_cmpint (script_add (fixture->store.store, 1000 + i, 3, NULL), >, 0);
    }
}

static char *
get_ballast (FullFixture *fixture)
{
  return g_strconcat (fixture->store.path, ".reserve", NULL);
}

static void
assert_ballast (FullFixture *fixture,
                gboolean     there)
{
  g_autofree char *path = get_ballast (fixture);
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info) == 0, ==, there);
  if (there)
    g_assert_cmpint (info.st_blocks * 512, >=, UDS_BALLAST_SIZE);
}

static void
count_calls (guint *n_calls)
{
  (*n_calls)++;
}

/* From here on there is room for what the ballast takes up, and for nothing more. */
static void
fill_but_for_the_ballast (FullFixture *fixture)
{
  g_autofree char *path = get_ballast (fixture);

  disk_hold_room (fixture->disk, path, UDS_BALLAST_SIZE);
  disk_set_room (fixture->disk, 0);
}

static void
test_the_edit_at_hand_and_a_delete_still_work (FullFixture   *fixture,
                                               gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "Titel", NULL);
  g_autoptr (UdsRecord) stored = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0;

  g_signal_connect_swapped (fixture->store.store, "notify::full", G_CALLBACK (count_calls), &n_told);
  store_fixture_save (&fixture->store, record);
  assert_ballast (fixture, TRUE);
  g_assert_false (uds_store_is_full (fixture->store.store));

  fill_but_for_the_ballast (fixture);
  g_assert_cmpint (script_add (fixture->store.store, 1, 3, &error), >, 0);
  g_assert_no_error (error);
  assert_ballast (fixture, FALSE);
  g_assert_true (uds_store_is_full (fixture->store.store));
  store_fixture_remove (&fixture->store, record);
  stored = store_fixture_get (&fixture->store, "indicator", uds_record_get_id (record));
  g_assert_null (stored);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_told, ==, 1);
  script_assert_sound (fixture->store.store);
}

static void
test_the_ballast_is_made_again_when_there_is_room (FullFixture   *fixture,
                                                   gconstpointer  data)
{
  guint n_told = 0;

  fill_but_for_the_ballast (fixture);
  g_assert_cmpint (script_add (fixture->store.store, 1, 3, NULL), >, 0);
  assert_ballast (fixture, FALSE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  disk_set_room (fixture->disk, -1);
  g_signal_connect_swapped (fixture->store.store, "notify::full", G_CALLBACK (count_calls), &n_told);
  uds_store_poll (fixture->store.store);
  g_assert_cmpint (script_add (fixture->store.store, 2, 3, NULL), >, 0);
  assert_ballast (fixture, TRUE);
  g_assert_false (uds_store_is_full (fixture->store.store));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_told, ==, 1);
}

static void
test_a_database_opens_on_a_full_disk (FullFixture   *fixture,
                                      gconstpointer  data)
{
  g_assert_cmpint (script_add (fixture->store.store, 1, 3, NULL), >, 0);
  fill_but_for_the_ballast (fixture);
  store_fixture_reopen (&fixture->store);
  g_assert_cmpint (script_add (fixture->store.store, 2, 3, NULL), >, 0);
  g_assert_cmpint (script_count (fixture->store.store, "indicator"), ==, 2);
}

/* A copy that forgets the first attempt: nothing is called done that was not. */
static gboolean
save_once (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  return uds_session_save (session, data, error);
}

static void
test_what_cannot_be_done_twice_is_not_called_done (FullFixture   *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "Titel", NULL);
  g_autoptr (GError) error = NULL;

  fill_but_for_the_ballast (fixture);
  g_assert_cmpint (uds_store_write (fixture->store.store, "Save", save_once, record, &error), ==, -1);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_FULL);
  g_assert_cmpint (script_count (fixture->store.store, "indicator"), ==, 0);
}

static void
test_a_file_that_is_only_read_needs_no_ballast (FullFixture   *fixture,
                                                gconstpointer  data)
{
  g_autofree char *path = get_ballast (fixture);

  g_assert_finalize_object (g_steal_pointer (&fixture->store.store));
  g_unlink (path);
  g_chmod (fixture->store.folder, 0500);
  fixture->store.store = uds_store_open (fixture->store.path, fixture->store.clock, NULL);
  g_chmod (fixture->store.folder, 0700);
  g_assert_nonnull (fixture->store.store);
  if (uds_store_get_mode (fixture->store.store) != UDS_STORE_READ_ONLY)
    {
      g_test_skip ("this user may write everywhere");
      return;
    }
  assert_ballast (fixture, FALSE);
  g_assert_false (uds_store_is_full (fixture->store.store));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/full/" name, FullFixture, NULL, set_up, func, tear_down)

  ADD ("disk-costs-one-command-and-no-more", test_costs_one_command_and_no_more);
  ADD ("disk-still-takes-the-edit-at-hand-and-a-delete", test_the_edit_at_hand_and_a_delete_still_work);
  ADD ("ballast-is-made-again-when-there-is-room", test_the_ballast_is_made_again_when_there_is_room);
  ADD ("disk-lets-a-database-be-opened", test_a_database_opens_on_a_full_disk);
  ADD ("command-that-cannot-be-done-twice-is-not-called-done", test_what_cannot_be_done_twice_is_not_called_done);
  ADD ("read-only-file-needs-no-ballast", test_a_file_that_is_only_read_needs_no_ballast);
  ADD ("or-failing-disk-leaves-nothing-half", test_failing_disk_leaves_nothing_half);

  return g_test_run ();
}
