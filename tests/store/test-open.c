/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever lies where the database should be, and wherever that is: it is opened as safely as the place allows, or
 * refused with a reason, and nothing that is not ours is touched. */
#include "script-fixture.h"

#include "uds-database-private.h"
#include "uds-error.h"
#include "uds-place-private.h"

#include <glib/gstdio.h>
#include <linux/magic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/vfs.h>

/* The C library's own is replaced in this program: a folder named "type-6969" lies on a file system of that type. */
int
statfs (const char    *path,
        struct statfs *info)
{
  g_autofree char *name = g_path_get_basename (path);

  *info = (struct statfs) { .f_type = TMPFS_MAGIC };
  if (g_str_has_prefix (name, "type-"))
    info->f_type = (long) g_ascii_strtoull (name + strlen ("type-"), NULL, 16);
  return 0;
}

static void
close_store (StoreFixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static void
assert_refused (StoreFixture *fixture,
                const char   *path,
                UdsError      expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsStore) store = uds_store_open (path, fixture->clock, &error);

  g_assert_null (store);
  g_assert_error (error, UDS_ERROR, (int) expected);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

/* The file is as it was and nothing was put beside it. */
static void
assert_refused_untouched (StoreFixture *fixture,
                          const char   *name)
{
  g_autofree char *folder = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *path = g_build_filename (folder, "udsyn.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;
  g_autoptr (GDir) dir = NULL;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  assert_refused (fixture, path, UDS_ERROR_NOT_OURS);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (after, n_after, before, n_before);

  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "udsyn.db");
  g_assert_null (g_dir_read_name (dir));
}

static char *
make_folder (StoreFixture *fixture,
             const char   *name)
{
  g_autofree char *folder = g_build_filename (fixture->folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return g_build_filename (folder, "udsyn.db", NULL);
}

static void
test_refuses_what_is_not_ours (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autofree char *marked = make_folder (fixture, "marked");
  g_autofree char *unmarked = make_folder (fixture, "unmarked");
  g_autofree char *text = make_folder (fixture, "text");

  store_fixture_run_sql (marked, "CREATE TABLE bookmark (id); PRAGMA application_id = 1234; PRAGMA user_version = 2");
  store_fixture_run_sql (unmarked, "CREATE TABLE bookmark (id); PRAGMA journal_mode = WAL");
  g_assert_true (g_file_set_contents (text, "Year,Value\n2020,1\n", -1, NULL));

  assert_refused_untouched (fixture, "marked");
  assert_refused_untouched (fixture, "unmarked");
  assert_refused_untouched (fixture, "text");
}

/* A pipe would keep its reader waiting for ever. */
static void
test_refuses_what_is_no_file (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "udsyn.db", NULL);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (fixture, fixture->folder, UDS_ERROR_NOT_OURS);
  assert_refused (fixture, pipe_path, UDS_ERROR_NOT_OURS);
  assert_refused (fixture, "/dev/zero", UDS_ERROR_NOT_OURS);
  assert_refused (fixture, nowhere, UDS_ERROR_READ_ONLY);
}

static void
test_fills_an_empty_file (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autofree char *path = make_folder (fixture, "empty");
  g_autoptr (GError) error = NULL;

  close_store (fixture);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  fixture->store = uds_store_open (path, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_true (uds_store_is_new (fixture->store));
  g_assert_cmpint (script_add (fixture->store, 1, 2, NULL), >, 0);
}

static void
assert_reads_and_refuses_to_write (StoreFixture *fixture,
                                   UdsStoreMode  mode,
                                   UdsError      expected)
{
  g_autoptr (GError) error = NULL;

  fixture->store = uds_store_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (uds_store_get_mode (fixture->store), ==, mode);
  g_assert_cmpint (script_count (fixture->store, "observation"), ==, 4);
  script_assert_sound (fixture->store);

  g_assert_cmpint (script_add (fixture->store, 2, 2, &error), ==, -1);
  g_assert_error (error, UDS_ERROR, (int) expected);
  g_clear_error (&error);
  g_assert_cmpint (uds_store_undo (fixture->store, 0, &error), ==, -1);
  g_assert_error (error, UDS_ERROR, (int) expected);
  g_assert_cmpint (script_count (fixture->store, "observation"), ==, 4);
}

static void
test_reads_a_newer_file_and_leaves_it_alone (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  script_add (fixture->store, 1, 2, NULL);
  close_store (fixture);
  store_fixture_run_sql (fixture->path, "PRAGMA user_version = 1000");
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));

  assert_reads_and_refuses_to_write (fixture, UDS_STORE_NEWER, UDS_ERROR_NEWER);
  close_store (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (after, n_after, before, n_before);
}

/* FALSE, and the test counts as skipped, where this user may write in spite of it. */
static gboolean
forbid_writing (const char *path,
                int         mode)
{
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
  if (g_access (path, W_OK) != 0)
    return TRUE;

  g_test_skip ("this user may write everything");
  return FALSE;
}

static void
test_reads_a_file_that_cannot_be_written (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  script_add (fixture->store, 1, 2, NULL);
  close_store (fixture);
  if (forbid_writing (fixture->path, 0400))
    assert_reads_and_refuses_to_write (fixture, UDS_STORE_READ_ONLY, UDS_ERROR_READ_ONLY);
}

static void
test_reads_in_a_folder_that_cannot_be_written (StoreFixture  *fixture,
                                               gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "new.db", NULL);

  script_add (fixture->store, 1, 2, NULL);
  close_store (fixture);
  if (forbid_writing (fixture->folder, 0500))
    {
      assert_reads_and_refuses_to_write (fixture, UDS_STORE_READ_ONLY, UDS_ERROR_READ_ONLY);
      assert_refused (fixture, elsewhere, UDS_ERROR_READ_ONLY);
    }
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
test_refuses_a_synced_folder (StoreFixture  *fixture,
                              gconstpointer  data)
{
  static const char *const marks[] = {
    ".sync_0123abcd4567.db", "._sync_0123abcd4567.db", ".owncloudsync.log", ".nextcloudsync.log", ".dropbox.cache",
    ".stfolder",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *top = g_strdup_printf ("synced-%" G_GSIZE_FORMAT, i);
      g_autofree char *mark = g_build_filename (fixture->folder, top, marks[i], NULL);
      g_autofree char *below = g_build_filename (top, "a", "b", NULL);
      g_autofree char *path = make_folder (fixture, below);

      g_assert_true (g_file_set_contents (mark, "", 0, NULL));
      assert_refused (fixture, path, UDS_ERROR_SYNCED_FOLDER);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* No log and no shared memory there: the file is whole by itself after each command. */
static void
test_keeps_no_log_on_a_network_drive (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  static const guint64 types[] = { NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, 0xff534d42, 0xfe534d42, 0x65735546, 0x00c36400 };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *name = g_strdup_printf ("type-%" G_GINT64_MODIFIER "x", types[i]);
      g_autofree char *path = make_folder (fixture, name);
      g_autofree char *log = g_strconcat (path, "-wal", NULL);
      g_autofree char *memory = g_strconcat (path, "-shm", NULL);
      g_autoptr (UdsStore) store = uds_store_open (path, fixture->clock, NULL);

      g_assert_nonnull (store);
      g_assert_cmpint (uds_store_get_mode (store), ==, UDS_STORE_NETWORK);
      g_assert_cmpint (script_add (store, 1, 2, NULL), >, 0);
      script_assert_sound (store);
      g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (memory, G_FILE_TEST_EXISTS));
    }

  g_assert_false (uds_place_is_network_type (EXT4_SUPER_MAGIC));
  g_assert_false (uds_place_is_network_type (BTRFS_SUPER_MAGIC));
  g_assert_false (uds_place_is_network_type (TMPFS_MAGIC));
}

/* One program at a time there; a file that comes from a local disk has a log, which must go first. */
static void
test_a_network_drive_has_one_program (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autofree char *path = make_folder (fixture, "type-6969");
  g_autoptr (UdsStore) store = NULL;

  script_add (fixture->store, 1, 2, NULL);
  close_store (fixture);
  g_assert_cmpint (g_rename (fixture->path, path), ==, 0);
  store = uds_store_open (path, fixture->clock, NULL);
  g_assert_nonnull (store);
  g_assert_cmpint (script_count (store, "observation"), ==, 4);

  assert_refused (fixture, path, UDS_ERROR_BUSY);
  g_assert_cmpint (script_add (store, 2, 2, NULL), >, 0);
}

/* Damage */

typedef struct {
  char *bytes;
  gsize length;
} Content;

static void
read_all (StoreFixture *fixture,
          Content      *content)
{
  Script *script = script_new ((guint32) g_test_rand_int ());

  for (guint i = 0; i < 15; i++)
    script_step (script, fixture->store, NULL);
  script_free (script);
  close_store (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content->bytes, &content->length, NULL));
}

static void
assert_ours_or_none (GError *error)
{
  if (error == NULL)
    return;
  g_assert_cmpuint (error->domain, ==, UDS_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 10);
}

/* Opens, reads everything, writes: each works or says why not. */
static void
use_what_is_left (StoreFixture *fixture)
{
  g_autoptr (GError) opening = NULL;
  g_autoptr (GError) reading = NULL;
  g_autoptr (GError) writing = NULL;
  gint64 start = g_get_monotonic_time ();

  fixture->store = uds_store_open (fixture->path, fixture->clock, &opening);
  assert_ours_or_none (opening);
  if (fixture->store != NULL)
    {
      uds_store_read (fixture->store, store_fixture_read_everything, NULL, &reading);
      assert_ours_or_none (reading);
      script_add (fixture->store, 10000, 3, &writing);
      assert_ours_or_none (writing);
      close_store (fixture);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
put_damaged (StoreFixture *fixture,
             const char   *bytes,
             gsize         length)
{
  static const char *const endings[] = { "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_unlink (path);
    }
  g_assert_true (g_file_set_contents_full (fixture->path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                                            NULL));
}

static void
test_survives_flipped_bits (StoreFixture  *fixture,
                            gconstpointer  data)
{
  Content sound;

  read_all (fixture, &sound);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *damaged = g_memdup2 (sound.bytes, sound.length);

      for (int j = g_test_rand_int_range (1, 65); j > 0; j--)
        damaged[g_test_rand_int_range (0, (gint32) sound.length)] ^= (char) (1 << g_test_rand_int_range (0, 8));
      put_damaged (fixture, damaged, sound.length);
      use_what_is_left (fixture);
    }
  g_free (sound.bytes);
}

static void
test_survives_a_missing_end (StoreFixture  *fixture,
                             gconstpointer  data)
{
  Content sound;

  read_all (fixture, &sound);
  for (guint i = 0; i < 60; i++)
    {
      put_damaged (fixture, sound.bytes, (gsize) g_test_rand_int_range (1, (gint32) sound.length));
      use_what_is_left (fixture);
    }
  g_free (sound.bytes);
}

/* Damage that the engine does not see can put the next command at the number 0. */
static void
test_a_command_without_a_number_is_refused (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  close_store (fixture);
  store_fixture_run_sql (fixture->path, "DELETE FROM change; DELETE FROM change_group;"
                                        "DELETE FROM sqlite_sequence WHERE name = 'change_group';"
                                        "INSERT INTO change_group (id, name, at) VALUES (-1, '', 0)");
  fixture->store = uds_store_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  script_add (fixture->store, 10000, 3, &error);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_CORRUPT);
  close_store (fixture);
}

/* Two programs */

typedef struct {
  StoreFixture *fixture;
  UdsStore *store;
  guint first;
} Program;

static gpointer
write_many (gpointer data)
{
  const Program *program = data;

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (script_add (program->store, program->first + i, 1, &error), >, 0);
      g_assert_no_error (error);
    }
  return NULL;
}

static void
test_two_programs_write_at_once (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UdsStore) other = uds_store_open (fixture->path, fixture->clock, NULL);
  Program one = { fixture, fixture->store, 0 };
  Program two = { fixture, other, 1000 };
  GThread *threads[] = { g_thread_new ("one", write_many, &one), g_thread_new ("two", write_many, &two) };

  g_thread_join (threads[0]);
  g_thread_join (threads[1]);
  g_assert_cmpint (script_count (fixture->store, "indicator"), ==, 1000);
  g_assert_cmpint (script_get_latest (other), ==, 1000);
  script_assert_sound (fixture->store);
}

static gpointer
open_at_once (gpointer data)
{
  Program *program = data;
  g_autoptr (GError) error = NULL;

  program->store = uds_store_open (program->fixture->path, program->fixture->clock, &error);
  g_assert_no_error (error);
  return NULL;
}

static void
test_two_programs_make_one_file (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  close_store (fixture);
  for (guint i = 0; i < 20; i++)
    {
      Program programs[2] = { { fixture }, { fixture } };
      GThread *threads[2];

      g_unlink (fixture->path);
      for (guint j = 0; j < 2; j++)
        threads[j] = g_thread_new ("open", open_at_once, &programs[j]);
      for (guint j = 0; j < 2; j++)
        g_thread_join (threads[j]);

      g_assert_cmpint (uds_store_is_new (programs[0].store) + uds_store_is_new (programs[1].store), ==, 1);
      for (guint j = 0; j < 2; j++)
        {
          g_assert_cmpint (script_add (programs[j].store, j, 1, NULL), ==, j + 1);
          script_assert_sound (programs[j].store);
        }
      g_assert_finalize_object (programs[0].store);
      g_assert_finalize_object (programs[1].store);
    }
}

static void
remember (UdsStore *store,
          gint64    group,
          gpointer  data)
{
  g_array_append_val ((GArray *) data, group);
}

/* Commands of others are told of when they are looked for, also those that our own overtook. */
static void
test_what_others_did_is_told (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (UdsStore) other = uds_store_open (fixture->path, fixture->clock, NULL);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_signal_connect (fixture->store, "changed", G_CALLBACK (remember), told);
  script_add (other, 1, 1, NULL);
  uds_store_poll (fixture->store);
  while (told->len < 1)
    g_main_context_iteration (NULL, TRUE);

  script_add (other, 2, 1, NULL);
  script_add (other, 3, 1, NULL);
  script_add (fixture->store, 4, 1, NULL);
  uds_store_poll (fixture->store);
  while (told->len < 4)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < told->len; i++)
    g_assert_cmpint (g_array_index (told, gint64, i), ==, i + 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/open/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

  ADD ("refuses-what-is-not-ours", test_refuses_what_is_not_ours);
  ADD ("refuses-what-is-no-file", test_refuses_what_is_no_file);
  ADD ("fills-an-empty-file", test_fills_an_empty_file);
  ADD ("reads-a-newer-file-and-leaves-it-alone", test_reads_a_newer_file_and_leaves_it_alone);
  ADD ("reads-a-file-that-cannot-be-written", test_reads_a_file_that_cannot_be_written);
  ADD ("reads-in-a-folder-that-cannot-be-written", test_reads_in_a_folder_that_cannot_be_written);
  ADD ("refuses-a-synced-folder", test_refuses_a_synced_folder);
  ADD ("keeps-no-log-on-a-network-drive", test_keeps_no_log_on_a_network_drive);
  ADD ("network-drive-has-one-program", test_a_network_drive_has_one_program);
  ADD ("survives-flipped-bits", test_survives_flipped_bits);
  ADD ("survives-a-missing-end", test_survives_a_missing_end);
  ADD ("a-command-without-a-number-is-refused", test_a_command_without_a_number_is_refused);
  ADD ("two-programs-write-at-once", test_two_programs_write_at_once);
  ADD ("two-programs-make-one-file", test_two_programs_make_one_file);
  ADD ("what-others-did-is-told", test_what_others_did_is_told);

  return g_test_run ();
}
