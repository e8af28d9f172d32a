/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every command can be taken back, also after a restart and long after; nothing later is overwritten by it. */
#include "script-fixture.h"
#include "store-fixture.h"

#include "uds-error.h"
#include "uds-history.h"

#include <glib/gstdio.h>

static void
test_undo_and_redo_across_restarts (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "A", NULL);
  g_auto (GStrv) states = g_new0 (char *, 5);
  g_autoptr (GError) error = NULL;

  states[0] = store_fixture_dump (fixture);
  store_fixture_save (fixture, record);
  states[1] = store_fixture_dump (fixture);
  uds_record_set_text (record, "title_da", "B");
  store_fixture_save (fixture, record);
  states[2] = store_fixture_dump (fixture);
  store_fixture_remove (fixture, record);
  states[3] = store_fixture_dump (fixture);
  g_assert_cmpstr (states[3], ==, states[0]);

  for (int i = 2; i >= 0; i--)
    {
      g_autofree char *now = NULL;

      store_fixture_reopen (fixture);
      g_assert_cmpint (uds_store_undo (fixture->store, 0, &error), >, 0);
      g_assert_no_error (error);
      now = store_fixture_dump (fixture);
      g_assert_cmpstr (now, ==, states[i]);
    }
  g_assert_cmpint (uds_store_undo (fixture->store, 0, &error), ==, -1);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND);
  g_clear_error (&error);

  for (guint i = 1; i < 4; i++)
    {
      g_autofree char *now = NULL;

      store_fixture_reopen (fixture);
      g_assert_cmpint (uds_store_redo (fixture->store, &error), >, 0);
      g_assert_no_error (error);
      now = store_fixture_dump (fixture);
      g_assert_cmpstr (now, ==, states[i]);
    }
  g_assert_cmpint (uds_store_redo (fixture->store, &error), ==, -1);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND);
}

static void
test_redo_ends_with_a_new_command (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (UdsRecord) other = store_fixture_indicator ("1.2", "B", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_save (fixture, record);
  uds_store_undo (fixture->store, 0, NULL);
  store_fixture_save (fixture, other);
  g_assert_cmpint (uds_store_redo (fixture->store, &error), ==, -1);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND);
}

static void
test_an_old_command_is_undone_around_later_ones (StoreFixture  *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "A", "a");
  g_autoptr (UdsRecord) now = NULL;
  g_autoptr (GError) error = NULL;
  gint64 danish, english;

  store_fixture_save (fixture, record);
  uds_record_set_text (record, "title_da", "B");
  danish = store_fixture_save (fixture, record);
  uds_record_set_text (record, "title_en", "b");
  english = store_fixture_save (fixture, record);
  g_assert_cmpint (english, >, danish);

  g_assert_cmpint (uds_store_undo (fixture->store, danish, &error), >, 0);
  g_assert_no_error (error);
  now = store_fixture_get (fixture, "indicator", uds_record_get_id (record));
  g_assert_cmpstr (uds_record_get_text (now, "title_da"), ==, "A");
  g_assert_cmpstr (uds_record_get_text (now, "title_en"), ==, "b");
}

static void
test_undo_refuses_to_overwrite_a_later_word (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 first;

  store_fixture_save (fixture, record);
  uds_record_set_text (record, "title_da", "B");
  first = store_fixture_save (fixture, record);
  uds_record_set_text (record, "title_da", "C");
  store_fixture_save (fixture, record);

  before = store_fixture_dump (fixture);
  g_assert_cmpint (uds_store_undo (fixture->store, first, &error), ==, -1);
  g_assert_error (error, UDS_ERROR, UDS_ERROR_CONFLICT);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static gpointer
list_changes (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  return uds_session_list_changes (session, data, 0, 100, error);
}

static void
test_the_history_of_a_record_tells_before_and_after (StoreFixture  *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (GPtrArray) changes = NULL;
  const UdsChange *latest;

  store_fixture_save (fixture, record);
  uds_record_set_text (record, "title_da", "B");
  store_fixture_save (fixture, record);

  changes = uds_store_read (fixture->store, list_changes, (gpointer) uds_record_get_id (record), NULL);
  g_assert_cmpuint (changes->len, ==, 2);
  latest = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (latest->before, ==, "{\"version\":1,\"code\":\"1.1\",\"title_da\":\"A\"}");
  g_assert_cmpstr (latest->after, ==, "{\"version\":2,\"code\":\"1.1\",\"title_da\":\"B\"}");
  g_assert_cmpstr (latest->command->name, ==, "Save");
}

static UdsRecord *
get_any (StoreFixture *fixture,
         GPtrArray    *ids)
{
  for (guint i = 0; i < 5 && ids->len > 0; i++)
    {
      UdsRecord *record = store_fixture_get (fixture, "indicator",
                                             g_ptr_array_index (ids, g_test_rand_int_range (0, (int) ids->len)));

      if (record != NULL)
        return record;
    }
  return NULL;
}

static void
do_anything (StoreFixture *fixture,
             GPtrArray    *ids,
             guint         number)
{
  g_autofree char *text = g_strdup_printf ("Titel %u æøå", number);
  g_autoptr (UdsRecord) record = g_test_rand_int_range (0, 3) > 0 ? get_any (fixture, ids) : NULL;

  if (record == NULL)
    {
      record = store_fixture_indicator (text, text, NULL);
      store_fixture_save (fixture, record);
      g_ptr_array_add (ids, g_strdup (uds_record_get_id (record)));
    }
  else if (g_test_rand_int_range (0, 4) == 0)
    {
      store_fixture_remove (fixture, record);
    }
  else
    {
      uds_record_set_text (record, "title_en", text);
      uds_record_set_real (record, "target_value", g_test_rand_double ());
      store_fixture_save (fixture, record);
    }
}

static void
test_a_thousand_random_commands_are_all_taken_back (StoreFixture  *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 1000; i++)
    {
      if (i % 100 == 0)
        g_ptr_array_add (states, store_fixture_dump (fixture));
      do_anything (fixture, ids, i);
    }

  for (guint i = 1000; i-- > 0;)
    {
      g_autofree char *now = NULL;

      g_assert_cmpint (uds_store_undo (fixture->store, 0, NULL), >, 0);
      if (i % 100 != 0)
        continue;
      now = store_fixture_dump (fixture);
      g_assert_cmpstr (now, ==, g_ptr_array_index (states, i / 100));
    }
}

static gpointer
read_latest_change (UdsSession  *session,
                    gpointer     data,
                    GError     **error)
{
  g_autoptr (GPtrArray) changes = uds_session_list_changes (session, data, 0, 1, error);

  g_assert_no_error (*error);
  g_assert_cmpuint (changes->len, ==, 1);
  return g_strdup (((UdsChange *) g_ptr_array_index (changes, 0))->after);
}

/* Letters that mean something in JSON, signs that it does not take, and a number that 15 digits are not enough for. */
static void
test_keeps_every_letter_and_digit (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "\"Æ\\ø\"\n\t\x01\x7f/å 🌍", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;
  g_autofree char *after = NULL;

  uds_record_set_real (record, "target_value", 0.1 + 0.2);
  store_fixture_save (fixture, record);
  before = store_fixture_dump (fixture);
  after = uds_store_read (fixture->store, read_latest_change, (gpointer) uds_record_get_id (record), &error);
  g_assert_nonnull (strstr (after, "\"title_da\":\"\\\"Æ\\\\ø\\\"\\n\\t\\u0001\x7f/å 🌍\""));
  g_assert_nonnull (strstr (after, "0.30000000000000004"));

  store_fixture_remove (fixture, record);
  g_assert_cmpint (uds_store_undo (fixture->store, 0, &error), >, 0);
  g_assert_no_error (error);
  now = store_fixture_dump (fixture);
  g_assert_cmpstr (now, ==, before);
}

/* The triggers of the first four versions put the text together in SQL. */
#define OLD_TRIGGER \
  "CREATE TRIGGER indicator_insert AFTER INSERT ON indicator BEGIN" \
  " INSERT INTO change (group_id, kind, record, before, after)" \
  " VALUES ((SELECT max (id) FROM change_group), 'indicator', NEW.id, NULL," \
  " '{\"version\":' || NEW.version || iif (NEW.code IS NULL, '', ',\"code\":' || json_quote (NEW.code))" \
  " || iif (NEW.title_da IS NULL, '', ',\"title_da\":' || json_quote (NEW.title_da)) || '}');" \
  "END;"

static void
test_what_old_triggers_wrote_is_undone (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  static const char id[] = "0190a6d4-7c00-7000-8000-000000000001";
  g_autofree char *before = store_fixture_dump (fixture);
  g_autofree char *now = NULL;
  g_autofree char *after = NULL;
  g_autoptr (UdsRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  script_make_older (fixture->path, 4, 0);
  store_fixture_run_sql (fixture->path, OLD_TRIGGER
           "INSERT INTO change_group (name, at) VALUES ('Old', 1);"
           "INSERT INTO indicator (id, version, code, title_da)"
           " VALUES ('0190a6d4-7c00-7000-8000-000000000001', 1, '1.1', 'Gammel \"A\"');");
  fixture->store = uds_store_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);

  after = uds_store_read (fixture->store, read_latest_change, (gpointer) id, &error);
  g_assert_cmpstr (after, ==, "{\"version\":1,\"code\":\"1.1\",\"title_da\":\"Gammel \\\"A\\\"\"}");
  record = store_fixture_get (fixture, "indicator", id);
  uds_record_set_text (record, "title_da", "Ny");
  store_fixture_save (fixture, record);

  g_assert_cmpint (uds_store_undo (fixture->store, 0, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (uds_store_undo (fixture->store, 0, &error), >, 0);
  g_assert_no_error (error);
  now = store_fixture_dump (fixture);
  g_assert_cmpstr (now, ==, before);
}

static gpointer
read_newest_name (UdsSession  *session,
                  gpointer     data,
                  GError     **error)
{
  g_autoptr (GPtrArray) commands = uds_session_list_commands (session, 1, error);

  return commands != NULL ? uds_command_format (g_ptr_array_index (commands, 0)) : NULL;
}

static void
assert_newest_is (StoreFixture *fixture,
                  const char   *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *newest = uds_store_read (fixture->store, read_newest_name, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (newest, ==, name);
}

static void
test_what_is_taken_back_is_told_by_its_name (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr (UdsRecord) record = store_fixture_indicator ("1.1", "A", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_save (fixture, record);
  assert_newest_is (fixture, "Save");
  g_assert_cmpint (uds_store_undo (fixture->store, 0, &error), >, 0);
  assert_newest_is (fixture, "Undone: Save");
  g_assert_cmpint (uds_store_redo (fixture->store, &error), >, 0);
  assert_newest_is (fixture, "Done again: Save");
  g_assert_cmpint (uds_store_undo (fixture->store, 0, &error), >, 0);
  assert_newest_is (fixture, "Undone: Save");
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/history/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

  ADD ("undo-and-redo-across-restarts", test_undo_and_redo_across_restarts);
  ADD ("redo-ends-with-a-new-command", test_redo_ends_with_a_new_command);
  ADD ("old-command-is-undone-around-later-ones", test_an_old_command_is_undone_around_later_ones);
  ADD ("undo-refuses-to-overwrite-a-later-word", test_undo_refuses_to_overwrite_a_later_word);
  ADD ("of-a-record-tells-before-and-after", test_the_history_of_a_record_tells_before_and_after);
  ADD ("thousand-random-commands-are-all-taken-back", test_a_thousand_random_commands_are_all_taken_back);

  ADD ("keeps-every-letter-and-digit", test_keeps_every_letter_and_digit);
  ADD ("what-is-taken-back-is-told-by-its-name", test_what_is_taken_back_is_told_by_its_name);
  ADD ("what-old-triggers-wrote-is-undone", test_what_old_triggers_wrote_is_undone);

  return g_test_run ();
}
