/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixture of the store's tests: opens, writes, dumps all records as text, and cleans up behind itself. */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* With no database a new one is made. */
void
store_fixture_set_up_from (StoreFixture *fixture,
                           GBytes       *database)
{
  g_autoptr (GError) error = NULL;
  gconstpointer contents;
  gsize length;

  fixture->folder = g_dir_make_tmp ("udsyn-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "udsyn.db", NULL);
  contents = database != NULL ? g_bytes_get_data (database, &length) : NULL;
  if (contents != NULL)
    g_file_set_contents (fixture->path, contents, (gssize) length, &error);
  g_assert_no_error (error);
  fixture->clock = uds_clock_new_fixed (G_GINT64_CONSTANT (1795478400000000)); /* 24 November 2026 */
  fixture->store = uds_store_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
}

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  store_fixture_set_up_from (fixture, NULL);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  fixture->store = uds_store_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
}

static gboolean
save (UdsSession  *session,
      gpointer     data,
      GError     **error)
{
  return uds_session_save (session, data, error);
}

gint64
store_fixture_save (StoreFixture *fixture,
                    UdsRecord    *record)
{
  g_autoptr (GError) error = NULL;
  gint64 group = uds_store_write (fixture->store, "Save", save, record, &error);

  g_assert_no_error (error);
  return group;
}

/* A stored record of a kind, from its fields and their values, ended by NULL. */
UdsRecord *
store_fixture_add (StoreFixture *fixture,
                   const char   *kind,
                   ...)
{
  UdsRecord *record = uds_record_new (uds_kind_lookup (kind));
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list fields;

  va_start (fields, kind);
  while ((field = va_arg (fields, const char *)) != NULL)
    uds_record_set_from_string (record, field, va_arg (fields, const char *), &error);
  va_end (fields);
  g_assert_no_error (error);
  store_fixture_save (fixture, record);
  return record;
}

static gboolean
remove_record (UdsSession  *session,
               gpointer     data,
               GError     **error)
{
  return uds_session_remove (session, uds_record_get_kind (data), uds_record_get_id (data), error);
}

gint64
store_fixture_remove (StoreFixture *fixture,
                      UdsRecord    *record)
{
  g_autoptr (GError) error = NULL;
  gint64 group = uds_store_write (fixture->store, "Remove", remove_record, record, &error);

  g_assert_no_error (error);
  return group;
}

typedef struct {
  const char *kind;
  const char *id;
} Wanted;

static gpointer
get (UdsSession  *session,
     gpointer     data,
     GError     **error)
{
  Wanted *wanted = data;

  return uds_session_get (session, uds_kind_lookup (wanted->kind), wanted->id, error);
}

/* The record, or NULL where there is none. */
UdsRecord *
store_fixture_get (StoreFixture *fixture,
                   const char   *kind,
                   const char   *id)
{
  return uds_store_read (fixture->store, get, &(Wanted) { kind, id }, NULL);
}

static gpointer
dump (UdsSession  *session,
      gpointer     data,
      GError     **error)
{
  GString *text = g_string_new (NULL);
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (UdsQuery) query = uds_query_new (kinds[i]);
      g_autoptr (GPtrArray) records = NULL;

      uds_query_set_long_text (query, TRUE);
      g_assert_true (uds_query_order_by (query, "id", FALSE, error));
      records = uds_session_list (session, query, error);
      g_assert_nonnull (records);
      for (guint j = 0; j < records->len; j++)
        {
          UdsRecord *record = g_ptr_array_index (records, j);

          g_string_append_printf (text, "%s %s", kinds[i]->name, uds_record_get_id (record));
          for (guint k = 0; k < kinds[i]->n_fields; k++)
            {
              g_autofree char *value = uds_record_to_string (record, kinds[i]->fields[k].name);

              if (value != NULL)
                g_string_append_printf (text, " %s=%s", kinds[i]->fields[k].name, value);
            }
          g_string_append_c (text, '\n');
        }
    }

  return g_string_free (text, FALSE);
}

/* All records with all their values, as text: what must be the same after undo. */
char *
store_fixture_dump (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = uds_store_read (fixture->store, dump, NULL, &error);

  g_assert_no_error (error);
  return text;
}

UdsRecord *
store_fixture_indicator (const char *code,
                         const char *title_da,
                         const char *title_en)
{
  UdsRecord *record = uds_record_new (uds_kind_lookup ("indicator"));

  uds_record_set_text (record, "code", code);
  uds_record_set_text (record, "title_da", title_da);
  uds_record_set_text (record, "title_en", title_en);
  return record;
}

/**
 * store_fixture_run_sql:
 * @path: a database that nobody has open
 * @sql: what is done to it behind the store's back
 */
void
store_fixture_run_sql (const char *path,
                       const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/**
 * store_fixture_read_everything:
 * @session: a session
 * @data: unused
 * @error: what cannot be read
 *
 * Reads all records of all kinds with all their fields. A #UdsReadFunc.
 *
 * Returns: (nullable): always %NULL
 */
gpointer
store_fixture_read_everything (UdsSession  *session,
                               gpointer     data,
                               GError     **error)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (UdsQuery) query = uds_query_new (kinds[i]);
      g_autoptr (GPtrArray) records = NULL;

      uds_query_set_long_text (query, TRUE);
      records = uds_session_list (session, query, error);
      if (records == NULL)
        return NULL;
    }
  return NULL;
}
