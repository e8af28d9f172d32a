/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup is whole or not there, yesterday's state is always saved, and what is put back is what was saved. */
#include "store-fixture.h"

#include "uds-backup-private.h"
#include "uds-backup-shelf.h"
#include "uds-check.h"
#include "uds-error.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void
add (StoreFixture *fixture,
     const char   *code)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator (code, "Titel", NULL);

  store_fixture_save (fixture, record);
}

static void
test_a_backup_put_back_is_what_was_saved (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "kopi.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  add (fixture, "1.1");
  before = store_fixture_dump (fixture);
  uds_store_backup (fixture->store, copy, &error);
  g_assert_no_error (error);
  add (fixture, "1.2");

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  uds_backup_restore (copy, fixture->path, fixture->clock, NULL, &error);
  g_assert_no_error (error);
  fixture->store = uds_store_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_nothing_but_a_database_is_put_back (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autofree char *text = g_build_filename (fixture->folder, "tekst.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  add (fixture, "1.1");
  before = store_fixture_dump (fixture);
  g_assert_true (g_file_set_contents (text, "Year,Value\n2020,1\n", -1, NULL));

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_false (uds_backup_restore (text, fixture->path, fixture->clock, NULL, &error));
  g_assert_error (error, UDS_ERROR, UDS_ERROR_NOT_OURS);
  fixture->store = uds_store_open (fixture->path, fixture->clock, NULL);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_the_first_command_of_a_day_saves_the_day_before (StoreFixture  *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const UdsBackup *backup;

  add (fixture, "1.1");
  before = store_fixture_dump (fixture);
  g_object_unref (fixture->clock);
  fixture->clock = uds_clock_new_fixed (G_GINT64_CONSTANT (1795564800000000)); /* a day later */
  store_fixture_reopen (fixture);
  add (fixture, "1.2");
  add (fixture, "1.3");

  backups = uds_backup_list (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  fixture->store = uds_store_open (backup->path, fixture->clock, NULL);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Backups of 400 days in a row: which are kept? */
static void
test_days_weeks_and_months_are_kept (void)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_backup_free);
  const UdsDate last = { 2026, 11, 24 };
  guint n_kept = 0;

  for (int i = 0; i < 400; i++)
    {
      UdsBackup *backup = g_new0 (UdsBackup, 1);

      backup->date = uds_date_add_days (&last, -i);
      g_ptr_array_add (backups, backup);
    }

  for (guint i = 0; i < backups->len; i++)
    {
      const UdsBackup *backup = g_ptr_array_index (backups, i);

      if (!uds_backup_is_kept (backups, i))
        continue;
      n_kept++;
      /* Beyond the four weeks only the last day of a month is left. */
      if (i >= 28)
        g_assert_cmpint (uds_date_add_days (&backup->date, 1).day, ==, 1);
    }

  /* 7 days; of 4 weeks those of 22 November and earlier; of 12 months those before November: 7 + 2 + 11 */
  g_assert_cmpuint (n_kept, ==, 20);
}

static void
test_check_finds_nothing_in_a_sound_file (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  add (fixture, "1.1");
  problems = uds_store_check (fixture->store, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static gboolean
lengthen (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));
  g_autoptr (GPtrArray) records = uds_session_list (session, query, error);
  UdsRecord *record = g_ptr_array_index (records, 0);

  uds_record_set_text (record, "title_en", "A title of many more words than it had before");
  return uds_session_save (session, record, error);
}

/* What a connection remembers of the search index from the time before is not the index. */
static void
test_check_is_not_misled_by_an_earlier_one (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  add (fixture, "1.1");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = uds_store_check (fixture->store, TRUE, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0);
      uds_store_write (fixture->store, "Change", lengthen, NULL, &error);
      g_assert_no_error (error);
    }
}

static gboolean
lengthen_and_fail (UdsSession  *session,
                   gpointer     data,
                   GError     **error)
{
  if (lengthen (session, data, error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Taken back");
  return FALSE;
}

/* The first removal from the search index changes its format, for good. */
static void
test_check_finds_nothing_after_a_removal_was_taken_back (StoreFixture  *fixture,
                                                         gconstpointer  data)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) error = NULL;

  add (fixture, "1.1");
  uds_store_write (fixture->store, "Fail", lengthen_and_fail, NULL, &failure);
  g_assert_error (failure, G_IO_ERROR, G_IO_ERROR_FAILED);
  uds_store_write (fixture->store, "Change", lengthen, NULL, &error);
  g_assert_no_error (error);
  problems = uds_store_check (fixture->store, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_what_a_backup_replaces_can_be_put_back_too (StoreFixture  *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "kopi.db", NULL);
  g_autofree char *aside = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  uds_store_backup (fixture->store, copy, &error);
  g_assert_no_error (error);
  add (fixture, "1.1");
  before = store_fixture_dump (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));

  /* Twice in the same second: neither takes the other's name. */
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&aside, g_free);
      uds_backup_restore (copy, fixture->path, fixture->clock, &aside, &error);
      g_assert_no_error (error);
      g_set_str (&copy, aside);
    }
  fixture->store = uds_store_open (fixture->path, fixture->clock, NULL);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_all_copies_are_listed_with_what_is_in_them (StoreFixture  *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (UdsBackupContent) content = NULL;
  g_autofree char *copy = g_build_filename (fixture->folder, "kopi.db", NULL);
  const UdsBackup *backup;

  add (fixture, "1.1");
  add (fixture, "1.2"); /* makes the backup first */
  g_assert_true (uds_store_backup (fixture->store, copy, NULL));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (uds_backup_restore (copy, fixture->path, fixture->clock, NULL, NULL));

  backups = uds_backup_list_all (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 2);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (backup->origin, ==, UDS_BACKUP_REPLACED);
  backup = g_ptr_array_index (backups, 1);
  g_assert_cmpint (backup->origin, ==, UDS_BACKUP_DAILY);
  content = uds_backup_read_content (backup->path, NULL);
  g_assert_cmpint (content->n_records, ==, 1);
  g_assert_cmpuint (content->counts->len, ==, 1);
  g_assert_cmpstr (g_array_index (content->counts, UdsBackupCount, 0).kind->name, ==, "indicator");
  g_assert_cmpint (content->changed_at, ==, uds_clock_get_now (fixture->clock));
}

/* Another program that has the file open, until it is told to end. */
static void
assert_not_restored_while_open (const char *backup,
                                const char *path,
                                UdsClock   *clock)
{
  g_autoptr (GError) error = NULL;
  int ready[2], end[2], status;
  char byte = 0;
  pid_t other;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (end), ==, 0);
  other = fork ();
  if (other == 0)
    {
      UdsDatabase *database = uds_database_open (path, 0, NULL);
      gint64 n_tables;

      close (end[1]);
      if (!uds_database_get_integer (database, "SELECT count (*) FROM sqlite_schema", &n_tables, NULL)
          || write (ready[1], &byte, 1) != 1 || read (end[0], &byte, 1) < 0)
        _exit (1);
      _exit (0);
    }

  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_false (uds_backup_restore (backup, path, clock, NULL, &error));
  g_assert_error (error, UDS_ERROR, UDS_ERROR_BUSY);
  close (end[1]);
  g_assert_cmpint (waitpid (other, &status, 0), ==, other);
  g_assert_cmpint (status, ==, 0);
}

static void
test_nothing_is_put_in_the_place_of_a_file_in_use (StoreFixture  *fixture,
                                                   gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "kopi.db", NULL);

  add (fixture, "1.1");
  g_assert_true (uds_store_backup (fixture->store, copy, NULL));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  assert_not_restored_while_open (copy, fixture->path, fixture->clock);
  g_assert_true (uds_backup_restore (copy, fixture->path, fixture->clock, NULL, NULL));
}

static void
test_a_closed_store_says_so (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "Titel", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) failure = NULL;

  uds_store_close (fixture->store);
  g_assert_null (uds_store_check (fixture->store, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_assert_cmpint (uds_store_undo (fixture->store, 0, &failure), ==, -1);
  g_assert_error (failure, G_IO_ERROR, G_IO_ERROR_CLOSED);
  store_fixture_reopen (fixture);
  store_fixture_save (fixture, record);
}

static void
test_a_large_file_is_checked_once_a_week_and_after_a_crash (void)
{
  const UdsDate today = { 2026, 11, 24 };
  const guint64 large = 60 * 1024 * 1024;

  g_assert_true (uds_check_is_due (1024, FALSE, "2026-11-24", &today));
  g_assert_true (uds_check_is_due (large, FALSE, NULL, &today));
  g_assert_true (uds_check_is_due (large, FALSE, "2026-11-17", &today));
  g_assert_false (uds_check_is_due (large, FALSE, "2026-11-18", &today));
  g_assert_true (uds_check_is_due (large, TRUE, "2026-11-24", &today));
  /* The clock was wrong then, or is now. */
  g_assert_true (uds_check_is_due (large, FALSE, "2027-01-01", &today));
}

static void
on_checked_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_the_check_at_start_finds_damage (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *code = g_strdup_printf ("1.%u", i);

      add (fixture, code);
    }
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  memset (bytes + length / 2, 0xa5, length / 4);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  fixture->store = uds_store_open (fixture->path, fixture->clock, &error);

  /* Such damage may be met in opening already. */
  if (fixture->store != NULL)
    {
      g_autoptr (GAsyncResult) result = NULL;

      uds_store_check_start_async (fixture->store, NULL, on_checked_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_false (uds_store_check_start_finish (fixture->store, result, &error));
    }
  g_assert_error (error, UDS_ERROR, UDS_ERROR_CORRUPT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/backup/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

  ADD ("put-back-is-what-was-saved", test_a_backup_put_back_is_what_was_saved);
  ADD ("nothing-but-a-database-is-put-back", test_nothing_but_a_database_is_put_back);
  ADD ("first-command-of-a-day-saves-the-day-before", test_the_first_command_of_a_day_saves_the_day_before);
  g_test_add_func ("/backup/days-weeks-and-months-are-kept", test_days_weeks_and_months_are_kept);
  ADD ("check-finds-nothing-in-a-sound-file", test_check_finds_nothing_in_a_sound_file);
  ADD ("check-is-not-misled-by-an-earlier-one", test_check_is_not_misled_by_an_earlier_one);
  ADD ("check-finds-nothing-after-a-removal-was-taken-back", test_check_finds_nothing_after_a_removal_was_taken_back);
  ADD ("what-is-replaced-can-be-put-back-too", test_what_a_backup_replaces_can_be_put_back_too);
  ADD ("all-copies-are-listed-with-what-is-in-them", test_all_copies_are_listed_with_what_is_in_them);
  ADD ("nothing-takes-the-place-of-a-file-in-use", test_nothing_is_put_in_the_place_of_a_file_in_use);
  ADD ("closed-store-says-so", test_a_closed_store_says_so);
  g_test_add_func ("/backup/large-file-is-checked-once-a-week-and-after-a-crash",
                   test_a_large_file_is_checked_once_a_week_and_after_a_crash);
  ADD ("check-at-start-finds-damage", test_the_check_at_start_finds_damage);

  return g_test_run ();
}
