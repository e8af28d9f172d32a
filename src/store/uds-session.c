/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading: one record, a list, ids only, a count. Searching is uds-session-search.c's, writing
 * uds-session-write.c's. */
#include "uds-session-private.h"

#include "uds-error.h"
#include "uds-query-private.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>

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
 * uds_session_get_today:
 * @self: a session
 *
 * Returns: the day it is, by the store's clock
 */
UdsDate
uds_session_get_today (UdsSession *self)
{
  return uds_clock_get_today (self->clock);
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
  gboolean is_end;

  if (statement == NULL)
    return NULL;

  while (uds_database_next (self->database, statement, &is_end, error))
    g_ptr_array_add (records, read_record (query->kind, statement));
  return is_end ? g_steal_pointer (&records) : NULL;
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
  gboolean is_end;

  if (statement == NULL)
    return NULL;

  while (uds_database_next (self->database, statement, &is_end, error))
    g_ptr_array_add (ids, g_strdup (uds_statement_get_text (statement, 0)));
  return is_end ? g_steal_pointer (&ids) : NULL;
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
  gboolean is_end;

  while (uds_database_next (self->database, statement, &is_end, error))
    g_hash_table_add (ids, g_strdup (uds_statement_get_text (statement, 0)));
  return is_end ? g_steal_pointer (&ids) : NULL;
}

static gboolean
pack_id (sqlite3_stmt  *statement,
         UdsUuid       *id,
         GError       **error)
{
  const char *text = uds_statement_get_text (statement, 0);

  if (uds_uuid_pack (text, id))
    return TRUE;
  g_set_error (error, UDS_ERROR, UDS_ERROR_CORRUPT, _("“%s” is not the id of a record."), text);
  return FALSE;
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
  gboolean is_end;
  UdsUuid id;

  if (statement == NULL)
    return NULL;

  while (uds_database_next (self->database, statement, &is_end, error))
    {
      if (!pack_id (statement, &id, error))
        return NULL;
      g_array_append_val (ids, id);
    }
  return is_end ? g_steal_pointer (&ids) : NULL;
}

/**
 * uds_session_scan_pairs:
 * @self: a session
 * @query: what is wanted
 * @key: "id", or a field of its kind that refers to a record
 * @value: a field of its kind, or through references a field of another kind: "organisation.country"
 * @func: called for each that has both
 * @data: handed to @func
 * @error: what went wrong
 *
 * Reads what many records have in one field, in no order.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_scan_pairs (UdsSession   *self,
                        UdsQuery     *query,
                        const char   *key,
                        const char   *value,
                        UdsPairFunc   func,
                        gpointer      data,
                        GError      **error)
{
  UDS_STATEMENT statement = uds_query_prepare_pairs (query, self->database, key, value, error);
  gboolean is_end;
  UdsUuid id;

  if (statement == NULL)
    return FALSE;

  while (uds_database_next (self->database, statement, &is_end, error))
    {
      const char *text = uds_statement_get_text (statement, 1);

      if (text == NULL || uds_statement_get_text (statement, 0) == NULL)
        continue;
      if (!pack_id (statement, &id, error))
        return FALSE;
      func (&id, text, data);
    }
  return is_end;
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
  gboolean is_end;

  if (statement == NULL)
    return FALSE;

  while (uds_database_next (self->database, statement, &is_end, error))
    {
      for (guint i = 0; i < query->kind->n_fields; i++)
        uds_statement_get_value (statement, (int) i + 2, &values[i]);
      if (!func (uds_statement_get_text (statement, 0), values, data))
        return TRUE;
    }
  return is_end;
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

/* An index is leapt through from value to value; without one each leap would read all. */
static gboolean
has_index (UdsSession     *self,
           const UdsKind  *kind,
           const char     *field)
{
  UDS_STATEMENT statement = uds_database_prepare (
      self->database,
      "SELECT 1 FROM pragma_index_list ($1) AS \"index\" JOIN pragma_index_info (\"index\".\"name\") AS \"column\""
      " WHERE \"column\".\"seqno\" = 0 AND \"column\".\"name\" = $2",
      NULL);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  uds_statement_bind_text (statement, 1, kind->table);
  uds_statement_bind_text (statement, 2, field);
  return uds_database_step (self->database, statement, &row, NULL) && row;
}

static GPtrArray *
list_texts (UdsSession  *self,
            const char  *sql,
            GError     **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  UDS_STATEMENT statement = uds_database_prepare (self->database, sql, error);
  gboolean is_end;

  if (statement == NULL)
    return NULL;
  while (uds_database_next (self->database, statement, &is_end, error))
    g_ptr_array_add (texts, g_strdup (uds_statement_get_text (statement, 0)));
  return is_end ? g_steal_pointer (&texts) : NULL;
}

static char *
make_leaps (const UdsKind *kind,
            const char    *field,
            guint          limit)
{
  return g_strdup_printf ("WITH RECURSIVE \"leap\" (\"value\") AS (SELECT min (\"%s\") FROM \"%s\" UNION ALL"
                          " SELECT (SELECT min (\"%s\") FROM \"%s\" WHERE \"%s\" > \"value\") FROM \"leap\""
                          " WHERE \"value\" IS NOT NULL)"
                          " SELECT \"value\" FROM \"leap\" WHERE \"value\" IS NOT NULL LIMIT %u",
                          field, kind->table, field, kind->table, field, limit);
}

/**
 * uds_session_list_values:
 * @self: a session
 * @kind: a kind
 * @field: a field of it that holds text
 * @limit: how many at the most
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the different values, in no order; where there are more than
 *   @limit, those of most records
 */
GPtrArray *
uds_session_list_values (UdsSession     *self,
                         const UdsKind  *kind,
                         const char     *field,
                         guint           limit,
                         GError        **error)
{
  g_autofree char *leaps = make_leaps (kind, field, limit + 1);
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL GROUP BY \"%s\""
                                          " ORDER BY count (*) DESC, \"%s\" LIMIT %u",
                                          field, kind->table, field, field, field, limit);
  g_autoptr (GPtrArray) values = NULL;

  if (!has_index (self, kind, field))
    return list_texts (self, sql, error);
  values = list_texts (self, leaps, error);
  return values == NULL || values->len <= limit ? g_steal_pointer (&values) : list_texts (self, sql, error);
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
