/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a damaged file still holds is saved, what was lost is counted, and the damaged file is kept. */
#include "script-fixture.h"

#include "uds-backup.h"
#include "uds-database-private.h"
#include "uds-error.h"
#include "uds-salvage.h"

#define PAGE 4096

typedef struct {
  char *bytes;
  gsize length;
} Content;

static void
close_and_read (StoreFixture *fixture,
                Content      *content)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_get_contents (fixture->path, &content->bytes, &content->length, NULL));
}

static void
write_back (StoreFixture *fixture,
            Content      *content)
{
  g_assert_true (g_file_set_contents_full (fixture->path, content->bytes, (gssize) content->length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
open_saved (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = uds_store_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  script_assert_sound (fixture->store);
}

static const UdsSalvageCount *
find_count (UdsSalvage *salvage,
            const char *kind)
{
  for (guint i = 0; i < salvage->counts->len; i++)
    {
      const UdsSalvageCount *count = &g_array_index (salvage->counts, UdsSalvageCount, i);

      if (g_str_equal (count->kind->name, kind))
        return count;
    }
  g_assert_not_reached ();
}

static void
test_saves_all_of_a_sound_file (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (UdsSalvage) salvage = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 12; i++)
    script_add (fixture->store, i, 20, NULL);
  before = store_fixture_dump (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));

  salvage = uds_salvage_run (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  text = uds_salvage_describe (salvage);
  g_assert_cmpstr (text, ==, "Indicators: 12 of 12 saved\nSeries: 24 of 24 saved\nObservations: 480 of 480 saved\n");

  open_saved (fixture);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (uds_store_undo (fixture->store, 0, NULL), >, 0);
  g_assert_cmpint (script_count (fixture->store, "indicator"), ==, 11);
}

static void
assert_all_is_there (StoreFixture *fixture,
                     UdsSalvage   *salvage)
{
  g_assert_cmpint (find_count (salvage, "indicator")->n_saved, ==, 20);
  g_assert_cmpint (find_count (salvage, "observation")->n_saved, ==, 800);
  g_assert_cmpint (script_count (fixture->store, "indicator"), ==, 20);
  g_assert_cmpint (script_count (fixture->store, "observation"), ==, 800);
}

static void
test_records_of_a_lost_page_come_back (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  Content sound;
  guint n_saved = 0;

  for (guint i = 0; i < 20; i++)
    script_add (fixture->store, i, 20, NULL);
  close_and_read (fixture, &sound);

  for (guint i = 0; i < 25; i++)
    {
      gsize page = (gsize) g_test_rand_int_range (1, (gint32) (sound.length / PAGE));
      g_autofree char *bytes = g_memdup2 (sound.bytes, sound.length);
      Content damaged = { bytes, sound.length };
      g_autoptr (UdsSalvage) salvage = NULL;
      g_autoptr (GError) error = NULL;

      memset (bytes + page * PAGE, 0xa5, PAGE);
      write_back (fixture, &damaged);
      salvage = uds_salvage_run (fixture->path, fixture->clock, &error);
      g_assert_no_error (error);
      open_saved (fixture);
      if (salvage->backup == NULL)
        {
          assert_all_is_there (fixture, salvage);
          n_saved++;
        }
      g_assert_cmpint (script_add (fixture->store, 1000, 2, NULL), >, 0);
      g_assert_finalize_object (g_steal_pointer (&fixture->store));
    }

  /* The rest had the list of tables on the lost page. */
  g_assert_cmpuint (n_saved, >, 10);
  g_free (sound.bytes);
}

static void
test_ends_well_whatever_the_damage (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  Content sound;

  for (guint i = 0; i < 20; i++)
    script_add (fixture->store, i, 10, NULL);
  close_and_read (fixture, &sound);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *bytes = g_memdup2 (sound.bytes, sound.length);
      Content damaged = { bytes, sound.length };
      g_autoptr (UdsSalvage) salvage = NULL;
      g_autoptr (GError) error = NULL;

      for (int j = g_test_rand_int_range (1, 65); j > 0; j--)
        bytes[g_test_rand_int_range (0, (gint32) sound.length)] ^= (char) (1 << g_test_rand_int_range (0, 8));
      write_back (fixture, &damaged);
      salvage = uds_salvage_run (fixture->path, fixture->clock, &error);
      g_assert_no_error (error);
      open_saved (fixture);
      if (salvage->backup == NULL)
        g_assert_cmpint (script_count (fixture->store, "indicator"), ==, find_count (salvage, "indicator")->n_saved);
      g_assert_finalize_object (g_steal_pointer (&fixture->store));
    }

  g_free (sound.bytes);
}

static void
assert_n_copies (StoreFixture *fixture,
                 guint         expected)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n_copies = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n_copies += g_str_has_prefix (name, "udsyn.db.corrupt-");
  g_assert_cmpuint (n_copies, ==, expected);
}

static void
test_keeps_one_damaged_file_a_day (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  Content sound;
  g_autofree char *kept = NULL;
  gsize length;

  script_add (fixture->store, 1, 2, NULL);
  close_and_read (fixture, &sound);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (UdsSalvage) salvage = uds_salvage_run (fixture->path, fixture->clock, NULL);

      g_assert_nonnull (salvage);
      g_assert_cmpint (salvage->kept != NULL, ==, i == 0);
      assert_n_copies (fixture, 1);
      if (i > 0)
        continue;
      g_assert_true (g_file_get_contents (salvage->kept, &kept, &length, NULL));
      g_assert_cmpmem (kept, length, sound.bytes, sound.length);
    }

  g_object_unref (fixture->clock);
  fixture->clock = uds_clock_new_fixed (G_GINT64_CONSTANT (1795564800000000));
  uds_salvage_free (uds_salvage_run (fixture->path, fixture->clock, NULL));
  assert_n_copies (fixture, 2);
  g_free (sound.bytes);
}

static void
test_puts_the_backup_back_where_nothing_is_left (StoreFixture  *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (UdsSalvage) salvage = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  script_add (fixture->store, 1, 2, NULL);
  before = store_fixture_dump (fixture);
  store_fixture_reopen (fixture);
  script_add (fixture->store, 2, 2, NULL);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_set_contents (fixture->path, "nothing that is left of a database", -1, NULL));

  salvage = uds_salvage_run (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_nonnull (salvage->backup);
  g_assert_nonnull (salvage->kept);
  open_saved (fixture);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Takes every trace of a record out of the file, as lost pages would, or only the record where its history says that
 * it was deleted. */
static void
lose (StoreFixture *fixture,
      UdsRecord    *record,
      gboolean      history_too)
{
  g_autoptr (UdsDatabase) database = uds_database_open (fixture->path, 0, NULL);
  const char *id = uds_record_get_id (record);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"indicator\" WHERE \"id\" = '%s';"
                                          "DELETE FROM \"change\" WHERE \"record\" = '%s' AND %d",
                                          id, id, history_too);

  g_assert_nonnull (database);
  g_assert_true (uds_database_exec (database, "DROP TRIGGER IF EXISTS \"indicator_delete\"", NULL));
  g_assert_true (uds_database_exec (database, sql, NULL));
}

static void
test_the_backup_gives_what_the_file_does_not_even_name (StoreFixture  *fixture,
                                                        gconstpointer  data)
{
  g_autoptr (UdsRecord) lost = store_fixture_indicator ("1.1", "Titel", NULL);
  g_autoptr (UdsRecord) deleted = store_fixture_indicator ("1.2", "Titel", NULL);
  g_autoptr (UdsRecord) back = NULL;
  g_autoptr (UdsRecord) gone = NULL;
  g_autoptr (UdsSalvage) salvage = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_save (fixture, lost);
  store_fixture_save (fixture, deleted);
  g_object_unref (fixture->clock);
  fixture->clock = uds_clock_new_fixed (G_GINT64_CONSTANT (1795564800000000)); /* a day later: a backup of both */
  store_fixture_reopen (fixture);
  g_assert_cmpint (script_add (fixture->store, 7, 2, NULL), >, 0);
  store_fixture_remove (fixture, deleted);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  lose (fixture, lost, TRUE);

  salvage = uds_salvage_run (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  open_saved (fixture);
  back = store_fixture_get (fixture, "indicator", uds_record_get_id (lost));
  gone = store_fixture_get (fixture, "indicator", uds_record_get_id (deleted));
  g_assert_nonnull (back);
  g_assert_null (gone);
  g_assert_cmpint (find_count (salvage, "indicator")->n_known, ==, 2);
  g_assert_cmpint (find_count (salvage, "indicator")->n_saved, ==, 2);
  g_assert_true (uds_salvage_is_whole (salvage));
}

static void
test_there_is_a_new_database_where_nothing_is_left_at_all (StoreFixture  *fixture,
                                                           gconstpointer  data)
{
  static const char left[] = "nothing that is left of a database";
  g_autoptr (UdsSalvage) salvage = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_set_contents (fixture->path, left, -1, NULL));

  salvage = uds_salvage_run (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_true (salvage->is_empty);
  g_assert_false (uds_salvage_is_whole (salvage));
  g_assert_true (g_file_get_contents (salvage->kept, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, left);
  open_saved (fixture);
  g_assert_true (uds_store_is_new (fixture->store));
}

static void
test_what_a_newer_udsyn_wrote_is_left_alone (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr (UdsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  database = uds_database_open (fixture->path, 0, NULL);
  g_assert_true (uds_database_exec (database, "PRAGMA user_version = 9999", NULL));
  g_clear_pointer (&database, uds_database_close);
  g_assert_null (uds_salvage_run (fixture->path, fixture->clock, &error));
  g_assert_error (error, UDS_ERROR, UDS_ERROR_NEWER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/salvage/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

  ADD ("saves-all-of-a-sound-file", test_saves_all_of_a_sound_file);
  ADD ("records-of-a-lost-page-come-back", test_records_of_a_lost_page_come_back);
  ADD ("ends-well-whatever-the-damage", test_ends_well_whatever_the_damage);
  ADD ("keeps-one-damaged-file-a-day", test_keeps_one_damaged_file_a_day);
  ADD ("puts-the-backup-back-where-nothing-is-left", test_puts_the_backup_back_where_nothing_is_left);
  ADD ("backup-gives-what-the-file-does-not-even-name", test_the_backup_gives_what_the_file_does_not_even_name);
  ADD ("new-database-where-nothing-is-left-at-all", test_there_is_a_new_database_where_nothing_is_left_at_all);
  ADD ("what-a-newer-udsyn-wrote-is-left-alone", test_what_a_newer_udsyn_wrote_is_left_alone);

  return g_test_run ();
}
