/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading: one record, a list, ids only, a count, hits of a search. Writing is uds-session-write.c's. */
#include "uds-session-private.h"

#include "uds-error.h"
#include "uds-query-private.h"
#include "uds-search-private.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>

/* How many of the newest hits are ranked: enough to fill any list, few enough for a keystroke among a million. */
#define RANKED_HITS 1000

/**
 * uds_hit_free:
 * @hit: (transfer full): a hit
 */
void
uds_hit_free (UdsHit *hit)
{
  g_object_unref (hit->record);
  g_free (hit);
}

/**
 * uds_session_read_row:
 * @statement: a statement at a row of id, version and the fields of the record's kind
 * @record: the record to fill
 */
void
uds_session_read_row (sqlite3_stmt *statement,
                      UdsRecord    *record)
{
  const UdsKind *kind = uds_record_get_kind (record);

  uds_record_set_identity (record, uds_statement_get_text (statement, 0), sqlite3_column_int64 (statement, 1));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      UdsValue value;

      uds_statement_get_value (statement, (int) i + 2, &value);
      uds_record_put (record, i, &value);
    }
  uds_record_mark_stored (record);
}

static UdsRecord *
read_record (const UdsKind *kind,
             sqlite3_stmt  *statement)
{
  UdsRecord *record = uds_record_new (kind);

  uds_session_read_row (statement, record);
  return record;
}

static char *
make_by_id_sql (const UdsKind *kind,
                gboolean       long_text)
{
  GString *sql = g_string_new ("SELECT ");

  uds_kind_append_columns (kind, long_text, sql);
  g_string_append_printf (sql, " FROM \"%s\" WHERE \"id\" = $1", kind->table);
  return g_string_free (sql, FALSE);
}

static char *
make_whole_sql (const UdsKind *kind)
{
  return make_by_id_sql (kind, TRUE);
}

static char *
make_listed_sql (const UdsKind *kind)
{
  return make_by_id_sql (kind, FALSE);
}

/**
 * uds_session_get:
 * @self: a session
 * @kind: a kind
 * @id: a record's id
 * @error: %UDS_ERROR_NOT_FOUND where there is no such record
 *
 * Returns: (transfer full) (nullable): the record with all its values, long texts too
 */
UdsRecord *
uds_session_get (UdsSession     *self,
                 const UdsKind  *kind,
                 const char     *id,
                 GError        **error)
{
  UDS_STATEMENT statement = uds_database_prepare_for (self->database, kind, make_whole_sql, error);
  gboolean found;

  if (statement == NULL)
    return NULL;

  uds_statement_bind_text (statement, 1, id);
  if (!uds_database_step (self->database, statement, &found, error))
    return NULL;
  if (found)
    return read_record (kind, statement);

  /* Translators: a kind of record, then an id */
  g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There is no record of the kind “%s” with the id “%s”."),
               kind->name, id);
  return NULL;
}

static void
unref_record (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

/**
 * uds_session_load:
 * @self: a session
 * @kind: a kind
 * @ids: (array length=n_ids): the ids of records
 * @n_ids: how many
 * @error: what went wrong
 *
 * Reads a window of a list.
 *
 * Returns: (transfer full) (nullable) (element-type UdsRecord): the records in the order of @ids, without long texts;
 *   %NULL in the place of one that is no longer there
 */
GPtrArray *
uds_session_load (UdsSession         *self,
                  const UdsKind      *kind,
                  const char *const  *ids,
                  guint               n_ids,
                  GError            **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (n_ids, unref_record);
  UDS_STATEMENT statement = uds_database_prepare_for (self->database, kind, make_listed_sql, error);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < n_ids; i++)
    {
      gboolean found;

      sqlite3_reset (statement);
      uds_statement_bind_text (statement, 1, ids[i]);
      if (!uds_database_step (self->database, statement, &found, error))
        return NULL;
      g_ptr_array_add (records, found ? read_record (kind, statement) : NULL);
    }

  return g_steal_pointer (&records);
}

/**
 * uds_session_list:
 * @self: a session
 * @query: what is wanted
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsRecord): the records
 */
GPtrArray *
uds_session_list (UdsSession  *self,
                  UdsQuery    *query,
                  GError     **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  UDS_STATEMENT statement = uds_query_prepare (query, self->database, UDS_COLUMNS_ALL, error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      if (!uds_database_step (self->database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&records);
      g_ptr_array_add (records, read_record (query->kind, statement));
    }
}

/**
 * uds_session_find:
 * @self: a session
 * @query: what is wanted
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): the first record; %NULL where there is none, or with @error set on failure
 */
UdsRecord *
uds_session_find (UdsSession  *self,
                  UdsQuery    *query,
                  GError     **error)
{
  UDS_STATEMENT statement = uds_query_prepare (query, self->database, UDS_COLUMNS_ALL, error);
  gboolean row;

  if (statement == NULL || !uds_database_step (self->database, statement, &row, error) || !row)
    return NULL;

  return read_record (query->kind, statement);
}

/**
 * uds_session_list_ids:
 * @self: a session
 * @query: what is wanted
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids, in order
 */
GPtrArray *
uds_session_list_ids (UdsSession  *self,
                      UdsQuery    *query,
                      GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  UDS_STATEMENT statement = uds_query_prepare (query, self->database, UDS_COLUMNS_ID, error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      if (!uds_database_step (self->database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      g_ptr_array_add (ids, g_strdup (uds_statement_get_text (statement, 0)));
    }
}

/**
 * uds_session_collect_ids:
 * @self: a session
 * @statement: a statement whose first column is an id
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): a set of the ids
 */
GHashTable *
uds_session_collect_ids (UdsSession    *self,
                         sqlite3_stmt  *statement,
                         GError       **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean row;

  while (TRUE)
    {
      if (!uds_database_step (self->database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      g_hash_table_add (ids, g_strdup (uds_statement_get_text (statement, 0)));
    }
}

/**
 * uds_session_list_packed_ids:
 * @self: a session
 * @query: what is wanted
 * @error: what went wrong; an id is no UUID (%UDS_ERROR_CORRUPT)
 *
 * The same as uds_session_list_ids(), for lists of a million.
 *
 * Returns: (transfer full) (nullable) (element-type UdsUuid): the ids, in order
 */
GArray *
uds_session_list_packed_ids (UdsSession  *self,
                             UdsQuery    *query,
                             GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (UdsUuid));
  UDS_STATEMENT statement = uds_query_prepare (query, self->database, UDS_COLUMNS_ID, error);
  UdsUuid id;
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      if (!uds_database_step (self->database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      if (!uds_uuid_pack (uds_statement_get_text (statement, 0), &id))
        {
          g_set_error (error, UDS_ERROR, UDS_ERROR_CORRUPT, _("“%s” is not the id of a record."),
                       uds_statement_get_text (statement, 0));
          return NULL;
        }
      g_array_append_val (ids, id);
    }
}

/**
 * uds_session_scan:
 * @self: a session
 * @query: what is wanted
 * @func: called for each row
 * @data: handed to @func
 * @error: what went wrong
 *
 * Reads many rows without making records of them.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_scan (UdsSession   *self,
                  UdsQuery     *query,
                  UdsScanFunc   func,
                  gpointer      data,
                  GError      **error)
{
  UDS_STATEMENT statement = uds_query_prepare (query, self->database, UDS_COLUMNS_ALL, error);
  g_autofree UdsValue *values = g_new0 (UdsValue, query->kind->n_fields);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      if (!uds_database_step (self->database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      for (guint i = 0; i < query->kind->n_fields; i++)
        uds_statement_get_value (statement, (int) i + 2, &values[i]);
      if (!func (uds_statement_get_text (statement, 0), values, data))
        return TRUE;
    }
}

/**
 * uds_session_count:
 * @self: a session
 * @query: what is wanted; its limit does not count
 * @error: what went wrong
 *
 * Returns: how many records there are; -1 on failure
 */
gint64
uds_session_count (UdsSession  *self,
                   UdsQuery    *query,
                   GError     **error)
{
  UDS_STATEMENT statement = uds_query_prepare (query, self->database, UDS_COLUMNS_COUNT, error);
  gboolean row;

  if (statement == NULL || !uds_database_step (self->database, statement, &row, error))
    return -1;

  return sqlite3_column_int64 (statement, 0);
}

/* Only the best are looked up: rows all over a large file cost more than to rank them. */
#define SEARCH(newest) \
  "WITH \"newest\" AS (SELECT \"search\".rowid AS \"id\", uds_rank (\"search\") AS \"score\"" \
  " FROM " newest " ORDER BY \"search\".rowid DESC LIMIT $2)," \
  " \"best\" AS (SELECT \"id\", \"score\" FROM \"newest\" ORDER BY \"score\", \"id\" DESC LIMIT $3)" \
  "SELECT \"kind\", \"record\", \"score\" FROM \"best\" JOIN \"search_document\" USING (\"id\")" \
  " ORDER BY \"score\", \"id\" DESC"

#define SEARCH_ALL SEARCH ("\"search\" WHERE \"search\" MATCH $1")
#define SEARCH_KIND \
  SEARCH ("\"search\" JOIN \"search_document\" AS \"document\" ON \"document\".\"id\" = \"search\".rowid" \
          " WHERE \"search\" MATCH $1 AND \"document\".\"kind\" = $4")

static gboolean
add_hit (UdsSession    *self,
         sqlite3_stmt  *statement,
         GPtrArray     *hits,
         GError       **error)
{
  const UdsKind *kind = uds_kind_lookup (uds_statement_get_text (statement, 0));
  g_autoptr (UdsRecord) record = NULL;
  UdsHit *hit;

  /* A newer Udsyn may have kinds that this one does not know. */
  if (kind == NULL)
    return TRUE;

  record = uds_session_get (self, kind, uds_statement_get_text (statement, 1), error);
  if (record == NULL)
    return FALSE;

  hit = g_new0 (UdsHit, 1);
  hit->record = g_steal_pointer (&record);
  hit->rank = sqlite3_column_double (statement, 2);
  g_ptr_array_add (hits, hit);
  return TRUE;
}

/**
 * uds_session_search:
 * @self: a session
 * @text: what a user typed
 * @kind: (nullable): the kind to search, %NULL for all
 * @limit: how many hits at the most
 * @error: what went wrong
 *
 * Finds the records that have all the words of @text, or words that begin with them. Of very many hits only the newest
 * are ranked, so that an answer comes between two keystrokes.
 *
 * Returns: (transfer full) (nullable) (element-type UdsHit): the hits, best first
 */
GPtrArray *
uds_session_search (UdsSession     *self,
                    const char     *text,
                    const UdsKind  *kind,
                    guint           limit,
                    GError        **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_hit_free);
  g_autofree char *expression = uds_search_make_expression (text);
  UDS_STATEMENT statement = NULL;
  gboolean row;

  if (expression == NULL)
    return g_steal_pointer (&hits);

  statement = uds_database_prepare (self->database, kind != NULL ? SEARCH_KIND : SEARCH_ALL, error);
  if (statement == NULL)
    return NULL;
  uds_statement_bind_text (statement, 1, expression);
  sqlite3_bind_int (statement, 2, RANKED_HITS);
  sqlite3_bind_int64 (statement, 3, limit);
  if (kind != NULL)
    uds_statement_bind_text (statement, 4, kind->name);

  while (TRUE)
    {
      if (!uds_database_step (self->database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&hits);
      if (!add_hit (self, statement, hits, error))
        return NULL;
    }
}

/**
 * uds_session_get_note:
 * @self: a session
 * @name: the name of something the store remembers
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): what it remembers; %NULL where nothing
 */
char *
uds_session_get_note (UdsSession  *self,
                      const char  *name,
                      GError     **error)
{
  UDS_STATEMENT statement =
      uds_database_prepare (self->database, "SELECT \"value\" FROM \"store_note\" WHERE \"name\" = $1", error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  uds_statement_bind_text (statement, 1, name);
  if (!uds_database_step (self->database, statement, &row, error) || !row)
    return NULL;
  return g_strdup (uds_statement_get_text (statement, 0));
}
