/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup is whole or not there, yesterday's state is always saved, and what is put back is what was saved. */
#include "store-fixture.h"

#include "uds-backup-private.h"
#include "uds-check.h"
#include "uds-error.h"

#include <glib/gstdio.h>

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
  uds_backup_restore (copy, fixture->path, fixture->clock, &error);
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
  g_assert_false (uds_backup_restore (text, fixture->path, fixture->clock, &error));
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

  return g_test_run ();
}
