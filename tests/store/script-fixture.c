/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that the tests of broken disks and killed programs give, and the questions they ask afterwards. */
#include "script-fixture.h"

#include "uds-check.h"
#include "uds-database-private.h"

struct _Script
{
  GRand *rand;
  guint n_steps;
};

Script *
script_new (guint32 seed)
{
  Script *script = g_new0 (Script, 1);

  script->rand = g_rand_new_with_seed (seed);
  return script;
}

void
script_free (Script *script)
{
  g_rand_free (script->rand);
  g_free (script);
}

typedef struct {
  guint number;
  guint n_years;
} Addition;

static gboolean
add_series (UdsSession  *session,
            UdsRecord   *indicator,
            const char  *breakdown,
            guint        n_years,
            GError     **error)
{
  g_autoptr (UdsRecord) series = uds_record_new (uds_kind_lookup ("series"));

  uds_record_set_text (series, "indicator", uds_record_get_id (indicator));
  uds_record_set_text (series, "breakdown", breakdown);
  if (!uds_session_save (session, series, error))
    return FALSE;

  for (guint i = 0; i < n_years; i++)
    {
      g_autoptr (UdsRecord) observation = uds_record_new (uds_kind_lookup ("observation"));
      g_autofree char *year = g_strdup_printf ("%u", 2000 + i);

      uds_record_set_text (observation, "series", uds_record_get_id (series));
      uds_record_set_text (observation, "period", year);
      uds_record_set_real (observation, "value", i / 7.0);
      if (!uds_session_save (session, observation, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add (UdsSession  *session,
     gpointer     data,
     GError     **error)
{
  const Addition *addition = data;
  g_autofree char *code = g_strdup_printf ("%u.2", addition->number);
  g_autofree char *title = g_strdup_printf ("Andel, der cykler, nr. %u", addition->number);
  g_autoptr (UdsRecord) indicator = store_fixture_indicator (code, title, NULL);

  return uds_session_save (session, indicator, error)
         && add_series (session, indicator, NULL, addition->n_years, error)
         && add_series (session, indicator, "{\"Sex\":\"Female\"}", addition->n_years, error);
}

/* One command: an indicator with two series of @n_years observations each. */
gint64
script_add (UdsStore  *store,
            guint      number,
            guint      n_years,
            GError   **error)
{
  return uds_store_write (store, "Add", add, &(Addition) { number, n_years }, error);
}

static GPtrArray *
list_indicators (UdsSession  *session,
                 GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  return uds_session_list (session, query, error);
}

static UdsRecord *
choose_indicator (UdsSession  *session,
                  Script      *script,
                  GError     **error)
{
  g_autoptr (GPtrArray) records = list_indicators (session, error);

  if (records == NULL)
    return NULL;
  return g_object_ref (g_ptr_array_index (records, g_rand_int_range (script->rand, 0, (gint32) records->len)));
}

static gboolean
change (UdsSession  *session,
        gpointer     data,
        GError     **error)
{
  Script *script = data;
  g_autoptr (UdsRecord) record = choose_indicator (session, script, error);
  g_autofree char *title = g_strdup_printf ("Ændret i trin %u", script->n_steps);

  if (record == NULL)
    return FALSE;
  uds_record_set_text (record, "title_da", title);
  uds_record_set_real (record, "target_value", g_rand_double (script->rand));
  return uds_session_save (session, record, error);
}

static gboolean
remove_one (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  g_autoptr (UdsRecord) record = choose_indicator (session, data, error);

  return record != NULL
         && uds_session_remove (session, uds_record_get_kind (record), uds_record_get_id (record), error);
}

/* Any command; returns its number, or -1 where it could not be carried out. */
gint64
script_step (Script    *script,
             UdsStore  *store,
             GError   **error)
{
  guint number = script->n_steps++;
  int choice = g_rand_int_range (script->rand, 0, 10);

  if (script_count (store, "indicator") < 2 || choice < 4)
    return script_add (store, number, choice == 0 ? 40 : 3, error);
  if (choice < 7)
    return uds_store_write (store, "Change", change, script, error);
  if (choice == 7)
    return uds_store_write (store, "Remove", remove_one, script, error);
  return uds_store_undo (store, 0, error);
}

static gpointer
count (UdsSession  *session,
       gpointer     data,
       GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (data));
  gint64 *n_records = g_new (gint64, 1);

  *n_records = uds_session_count (session, query, error);
  return n_records;
}

gint64
script_count (UdsStore   *store,
              const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n_records = uds_store_read (store, count, (gpointer) kind, &error);

  g_assert_no_error (error);
  return *n_records;
}

static gpointer
list_latest (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  return uds_session_list_commands (session, 1, error);
}

/* The number of the latest command, 0 where there is none. */
gint64
script_get_latest (UdsStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) commands = uds_store_read (store, list_latest, NULL, &error);

  g_assert_no_error (error);
  return commands->len > 0 ? ((const UdsCommand *) g_ptr_array_index (commands, 0))->group : 0;
}

/* Pages, indices, references and the search index all hold together. */
void
script_assert_sound (UdsStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = uds_store_check (store, TRUE, &error);

  g_assert_no_error (error);
  if (problems->len > 0)
    g_error ("%s", (const char *) g_ptr_array_index (problems, 0));
}

static void
migrate_to (UdsDatabase *database,
            guint        version)
{
  static const char folder[] = "/dk/kk/Udsyn/sql/sqlite";
  g_auto (GStrv) names = g_resources_enumerate_children (folder, 0, NULL);
  g_autofree char *marks =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u", UDS_APPLICATION_ID, version);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < version; i++)
    for (guint j = 0; names[j] != NULL; j++)
      {
        g_autofree char *number = g_strdup_printf ("%04u-", i + 1);
        g_autofree char *path = g_build_path ("/", folder, names[j], NULL);
        g_autoptr (GBytes) sql = NULL;

        if (!g_str_has_prefix (names[j], number))
          continue;
        sql = g_resources_lookup_data (path, 0, &error);
        g_assert_no_error (error);
        uds_database_exec (database, g_bytes_get_data (sql, NULL), &error);
        g_assert_no_error (error);
      }

  uds_database_exec (database, marks, &error);
  g_assert_no_error (error);
}

/* A file as an earlier version made it, with indicators in it. */
void
script_make_older (const char *path,
                   guint       version,
                   guint       n_indicators)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsDatabase) database = uds_database_open (path, 0, &error);
  g_autofree char *rows =
      g_strdup_printf ("WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
                       " INSERT INTO indicator (id, version, code, title_da)"
                       " SELECT printf ('00000000-0000-7000-8000-%%012d', i), 1, i || '.1', 'Titel'"
                       " FROM n WHERE i <= %u",
                       n_indicators, n_indicators);

  g_assert_no_error (error);
  migrate_to (database, version);
  uds_database_exec (database, rows, &error);
  g_assert_no_error (error);
}
