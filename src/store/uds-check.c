/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a database through and lists what is wrong with it, in words. Repairs nothing. */
#include "uds-check.h"

#include "uds-error.h"
#include "uds-store-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct {
  UdsStore *store;
  gboolean thorough;
  GPtrArray *problems;
} Check;

static gboolean
add_rows (UdsDatabase  *database,
          const char   *sql,
          const char   *format,
          GPtrArray    *problems,
          GError      **error)
{
  UDS_STATEMENT statement = uds_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      g_autoptr (GString) problem = NULL;

      if (!uds_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      problem = g_string_new (format);
      g_string_replace (problem, "{}", uds_statement_get_text (statement, 0), 1);
      g_ptr_array_add (problems, g_strdup (problem->str));
    }
}

/* A record that lists would leave out, because it has no place in the order of names. */
static gboolean
check_order (UdsDatabase  *database,
             GPtrArray    *problems,
             GError      **error)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *sql = NULL;

      if (!uds_kind_is_sorted_by_name (kinds[i]))
        continue;
      sql = g_strdup_printf ("SELECT \"record\" FROM \"search_document\" WHERE \"kind\" = '%s'"
                             " AND (\"sort_da\" IS NULL OR \"sort_en\" IS NULL)",
                             kinds[i]->name);
      /* Translators: {} is the id of a record */
      if (!add_rows (database, sql, _("Lists leave out the record {}."), problems, error))
        return FALSE;
    }

  return TRUE;
}

/* A record that can be searched and has no document, or a document without its record. */
static gboolean
check_search (UdsDatabase  *database,
              GPtrArray    *problems,
              GError      **error)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *sql = NULL;

      if (!uds_kind_is_searchable (kinds[i]))
        continue;
      sql = g_strdup_printf ("SELECT \"id\" FROM \"%s\""
                             " WHERE \"id\" NOT IN (SELECT \"record\" FROM \"search_document\")"
                             " UNION ALL SELECT \"record\" FROM \"search_document\""
                             " WHERE \"kind\" = '%s' AND \"record\" NOT IN (SELECT \"id\" FROM \"%s\")",
                             kinds[i]->table, kinds[i]->name, kinds[i]->table);
      /* Translators: {} is the id of a record */
      if (!add_rows (database, sql, _("Search does not match the record {}."), problems, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_database (UdsDatabase  *database,
                Check        *check,
                GError      **error)
{
  const char *pages = check->thorough ? "SELECT \"integrity_check\" FROM pragma_integrity_check"
                                        " WHERE \"integrity_check\" <> 'ok'"
                                      : "SELECT \"quick_check\" FROM pragma_quick_check"
                                        " WHERE \"quick_check\" <> 'ok'";

  /* Translators: {} is what the database engine says */
  if (!add_rows (database, pages, _("The file is damaged: {}"), check->problems, error))
    return FALSE;
  if (!check->thorough || check->problems->len > 0)
    return TRUE;

  return add_rows (database, "SELECT \"table\" FROM pragma_foreign_key_check",
                   /* Translators: {} is the name of a table */
                   _("A record of “{}” refers to one that is gone."), check->problems, error)
         && check_search (database, check->problems, error)
         && check_order (database, check->problems, error);
}

/* The search index keeps its totals with a connection and does not ask again when another has written: the reader,
 * which has searched and checked before, would take a sound index for a damaged one. On a network drive there is one
 * connection only. */
static gboolean
run_check (UdsDatabase  *reader,
           gpointer      data,
           GError      **error)
{
  Check *check = data;
  g_autoptr (UdsDatabase) fresh = NULL;

  if (check->store->mode != UDS_STORE_NORMAL)
    return check_database (reader, check, error);

  fresh = uds_database_open (check->store->path, UDS_DATABASE_QUERY_ONLY, error);
  return fresh != NULL && check_database (fresh, check, error);
}

/**
 * uds_store_check:
 * @store: a store
 * @thorough: whether to check every index, reference and search document too, instead of the pages only
 * @error: the file could not even be read through
 *
 * Not for the GTK thread: takes about half a second for each 100 MB.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what is wrong, in words; empty where nothing is
 */
GPtrArray *
uds_store_check (UdsStore  *store,
                 gboolean   thorough,
                 GError   **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  Check check = { store, thorough, problems };

  if (!uds_store_with_connection (store, run_check, &check, error))
    return NULL;

  return g_steal_pointer (&problems);
}

/* The check at start */

#define SMALL_SIZE (50 * 1024 * 1024)
#define DAYS_BETWEEN 7
#define NOTE "checked"
#define CACHE_KIB "256" /* each page is read once: what a larger cache keeps would only stay with the process */

/**
 * uds_check_is_due:
 * @size: how many bytes the database has
 * @was_unclean: whether the program that had it before did not close it
 * @checked: (nullable): the day when it was last checked at start, as ISO text
 * @today: the date
 *
 * A small file is read through at each start, which nobody notices; a large one once a week, and when the program or
 * the machine went down with it.
 *
 * Returns: whether to check it now
 */
gboolean
uds_check_is_due (guint64        size,
                  gboolean       was_unclean,
                  const char    *checked,
                  const UdsDate *today)
{
  UdsDate before;
  int days;

  if (size <= SMALL_SIZE || was_unclean || checked == NULL || !uds_date_parse (checked, &before) || before.day == 0)
    return TRUE;

  days = uds_date_days_between (&before, today);
  return days < 0 || days >= DAYS_BETWEEN;
}

static gpointer
read_note (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  return uds_session_get_note (session, NOTE, error);
}

static guint64
get_size (UdsStore *store)
{
  GStatBuf info;

  return g_stat (store->path, &info) == 0 ? (guint64) info.st_size : 0;
}

/* No command of the user's, so it is none in the history either. */
static gboolean
write_note (UdsDatabase  *database,
            gpointer      data,
            GError      **error)
{
  UdsSession session = { database, NULL, 0 };

  return uds_session_set_note (&session, NOTE, data, error);
}

static void
run_check_start (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  UdsStore *store = source;
  UdsDate today = uds_clock_get_today (store->clock);
  g_autofree char *day = uds_date_to_string (&today);
  g_autofree char *checked = uds_store_read (store, read_note, NULL, NULL);
  guint64 size = get_size (store);
  g_autoptr (UdsDatabase) database = NULL;
  g_autofree char *answer = NULL;
  GError *error = NULL;

  if (!uds_check_is_due (size, store->was_unclean, checked, &today))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  database = uds_database_open (store->path, UDS_DATABASE_READ_ONLY, &error);
  if (database != NULL && uds_database_exec (database, "PRAGMA cache_size = -" CACHE_KIB, &error))
    answer = uds_database_get_text (database, "PRAGMA quick_check (1)", &error);
  if (answer != NULL && !g_str_equal (answer, "ok"))
    g_set_error (&error, UDS_ERROR, UDS_ERROR_CORRUPT, _("The database is damaged: %s"), answer);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (size > SMALL_SIZE)
    uds_store_with_writer (store, write_note, day, NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * uds_store_check_start_async:
 * @store: a store that was just opened
 * @cancellable: (nullable): to drop the answer
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Reads the file through where that is due (see uds_check_is_due()), in a thread and on a connection of its own:
 * nobody waits for it.
 */
void
uds_store_check_start_async (UdsStore            *store,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (UDS_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, uds_store_check_start_async);
  g_task_run_in_thread (task, run_check_start);
}

/**
 * uds_store_check_start_finish:
 * @store: a store
 * @result: what the callback was given
 * @error: what is wrong with the file (%UDS_ERROR_CORRUPT), or why it could not be read
 *
 * Returns: whether it is sound, as far as was looked at it
 */
gboolean
uds_store_check_start_finish (UdsStore      *store,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
