/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies one table out of a damaged file: forwards to the damage, backwards to its other side, and then again on both
 * sides of the middle of what is left. What the rows mean is uds-salvage.c's. */
#include "uds-salvage-rows-private.h"

#include "uds-error.h"
#include "uds-uuid.h"

/* Where a whole branch of a table is gone, halving the gap would go on for ever. */
#define MOST_PROBES 20000

typedef struct {
  UdsDatabase *from;
  UdsDatabase *to;
  const char *table;
  GPtrArray *columns;
  gboolean has_rowid;
  guint n_probes;
} Table;

static gboolean
add_names (UdsDatabase  *database,
           const char   *table,
           GPtrArray    *names,
           GError      **error)
{
  UDS_STATEMENT statement = uds_database_prepare (database, "SELECT \"name\" FROM pragma_table_info ($1)", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  uds_statement_bind_text (statement, 1, table);
  while (TRUE)
    {
      if (!uds_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      g_ptr_array_add (names, g_strdup (uds_statement_get_text (statement, 0)));
    }
}

/* The columns of the table now that it had in the damaged file: an earlier version had fewer. */
static GPtrArray *
list_columns (UdsDatabase  *from,
              UdsDatabase  *to,
              const char   *table,
              GError      **error)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func (g_free);

  if (!add_names (to, table, now, error))
    return NULL;
  if (!add_names (from, table, before, NULL))
    g_ptr_array_set_size (before, 0);

  for (guint i = now->len; i-- > 0;)
    if (!g_ptr_array_find_with_equal_func (before, g_ptr_array_index (now, i), g_str_equal, NULL))
      g_ptr_array_remove_index (now, i);
  return g_steal_pointer (&now);
}

static char *
make_select (const Table *table,
             gboolean     forwards)
{
  GString *sql = g_string_new ("SELECT ");
  const char *key = table->has_rowid ? "rowid" : "\"id\"";

  g_string_append (sql, key);
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, ", \"%s\"", (const char *) g_ptr_array_index (table->columns, i));
  g_string_append_printf (sql, " FROM \"%s\" NOT INDEXED", table->table);
  if (table->has_rowid)
    g_string_append (sql, " WHERE rowid BETWEEN $1 AND $2");
  g_string_append_printf (sql, " ORDER BY %s %s", key, forwards ? "ASC" : "DESC");
  return g_string_free (sql, FALSE);
}

static char *
make_insert (const Table *table)
{
  GString *sql = g_string_new ("INSERT OR IGNORE INTO ");

  g_string_append_printf (sql, "\"%s\" (", table->table);
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", (const char *) g_ptr_array_index (table->columns, i));
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, "%s$%u", i > 0 ? ", " : "", i + 1);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* A row that the damage made invalid is left out; that the new file cannot be written is another matter. */
static gboolean
copy_row (Table         *table,
          sqlite3_stmt  *row,
          GError       **error)
{
  g_autofree char *sql = make_insert (table);
  UDS_STATEMENT insert = uds_database_prepare (table->to, sql, error);
  g_autoptr (GError) failure = NULL;

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < table->columns->len; i++)
    {
      UdsValue value;

      uds_statement_get_value (row, (int) i + 1, &value);
      uds_statement_bind_value (insert, (int) i + 1, &value);
    }
  if (uds_database_run (table->to, insert, &failure) || g_error_matches (failure, UDS_ERROR, UDS_ERROR_CONFLICT))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Copies in one direction until the end of the range or the first damage: *@reached is then the last row before it. */
static gboolean
copy_run (Table     *table,
          gboolean   forwards,
          gint64     low,
          gint64     high,
          gint64    *reached,
          gboolean  *whole,
          GError   **error)
{
  g_autofree char *sql = make_select (table, forwards);
  UDS_STATEMENT select = uds_database_prepare (table->from, sql, NULL);
  gboolean row;

  table->n_probes++;
  *reached = forwards ? low - 1 : high + 1;
  *whole = FALSE;
  if (select == NULL)
    return TRUE;

  if (table->has_rowid)
    {
      sqlite3_bind_int64 (select, 1, low);
      sqlite3_bind_int64 (select, 2, high);
    }
  while (uds_database_step (table->from, select, &row, NULL))
    {
      if (!row)
        {
          *whole = TRUE;
          return TRUE;
        }
      if (!copy_row (table, select, error))
        return FALSE;
      *reached = table->has_rowid ? sqlite3_column_int64 (select, 0) : *reached;
    }
  return TRUE;
}

static gboolean
copy_range (Table   *table,
            gint64   low,
            gint64   high,
            GError **error)
{
  gint64 before, after, middle;
  gboolean whole;

  if (low > high || table->n_probes > MOST_PROBES)
    return TRUE;
  if (!copy_run (table, TRUE, low, high, &before, &whole, error))
    return FALSE;
  if (whole)
    return TRUE;
  if (!copy_run (table, FALSE, before + 1, high, &after, &whole, error))
    return FALSE;
  if (whole || !table->has_rowid || after - before <= 2)
    return TRUE;

  middle = before + (after - before) / 2;
  return copy_range (table, before + 1, middle, error) && copy_range (table, middle + 1, after - 1, error);
}

static gboolean
get_latest_rowid (Table   *table,
                  gint64  *rowid,
                  GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (rowid) FROM \"%s\"", table->table);

  return uds_database_get_integer (table->from, sql, rowid, error);
}

/**
 * uds_salvage_copy_table:
 * @from: a damaged file
 * @to: a sound one inside a transaction
 * @table: a table of both
 * @error: the new file cannot be written; damage of the old one is no error
 *
 * Copies the rows that can be read and are not in @to yet.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_salvage_copy_table (UdsDatabase  *from,
                        UdsDatabase  *to,
                        const char   *table,
                        GError      **error)
{
  g_autoptr (GPtrArray) columns = list_columns (from, to, table, error);
  g_autofree char *probe = g_strdup_printf ("SELECT rowid FROM \"%s\" LIMIT 1", table);
  Table copy = { from, to, table, columns };
  gint64 ignored, latest;

  if (columns == NULL)
    return FALSE;
  if (columns->len == 0)
    return TRUE;

  copy.has_rowid = uds_database_get_integer (to, probe, &ignored, NULL);
  if (!copy.has_rowid || !get_latest_rowid (&copy, &latest, NULL))
    latest = G_MAXINT32;
  return copy_range (&copy, 1, latest, error);
}

static gboolean
note_id (UdsDatabase    *to,
         const UdsKind  *kind,
         const char     *id,
         GError        **error)
{
  static const char sql[] = "INSERT OR IGNORE INTO temp.\"known\" (\"kind\", \"id\") VALUES ($1, $2)";
  UDS_STATEMENT statement = NULL;

  if (id == NULL || !uds_uuid_is_valid (id))
    return TRUE;

  statement = uds_database_prepare (to, sql, error);
  if (statement == NULL)
    return FALSE;
  uds_statement_bind_text (statement, 1, kind->name);
  uds_statement_bind_text (statement, 2, id);
  return uds_database_run (to, statement, error);
}

/**
 * uds_salvage_note_ids:
 * @from: a damaged file
 * @to: a sound one with a temporary table "known"
 * @kind: a kind
 * @error: the list cannot be written
 *
 * Lists the ids that the index of the kind's table still names, from both its ends: it lies in other pages than the
 * records do.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_salvage_note_ids (UdsDatabase    *from,
                      UdsDatabase    *to,
                      const UdsKind  *kind,
                      GError        **error)
{
  static const char *const directions[] = { "ASC", "DESC" };

  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT \"id\" FROM \"%s\" ORDER BY \"id\" %s", kind->table,
                                              directions[i]);
      UDS_STATEMENT statement = uds_database_prepare (from, sql, NULL);
      gboolean row = statement != NULL;

      while (row && uds_database_step (from, statement, &row, NULL) && row)
        if (!note_id (to, kind, uds_statement_get_text (statement, 0), error))
          return FALSE;
    }

  return TRUE;
}
