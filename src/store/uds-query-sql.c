/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a question into SQL that SQLite and PostgreSQL both understand; only the words searched for go to SQLite's
 * own index. Values are always parameters. */
#include "uds-query-private.h"

#include "uds-search-private.h"

#include <string.h>

static const char *const comparisons[] = {
  [UDS_IS] = "=",
  [UDS_IS_NOT] = "IS DISTINCT FROM",
  [UDS_IS_NONE] = "IS NULL",
  [UDS_IS_SOME] = "IS NOT NULL",
  [UDS_LESS] = "<",
  [UDS_AT_MOST] = "<=",
  [UDS_MORE] = ">",
  [UDS_AT_LEAST] = ">=",
};

/**
 * uds_kind_append_columns:
 * @kind: a kind
 * @long_text: whether to read long texts; else they are read as null, which costs nothing
 * @sql: where to put the columns of its table: id, version, then its fields in order
 */
void
uds_kind_append_columns (const UdsKind *kind,
                         gboolean       long_text,
                         GString       *sql)
{
  g_string_append (sql, "\"id\", \"version\"");
  for (guint i = 0; i < kind->n_fields; i++)
    if (long_text || kind->fields[i].type != UDS_FIELD_LONG_TEXT)
      g_string_append_printf (sql, ", \"%s\"", kind->fields[i].name);
    else
      g_string_append (sql, ", NULL");
}

/* "series" IN (SELECT "id" FROM "series" WHERE "indicator" = $1): one level for each reference on the way */
static void
append_condition (GString            *sql,
                  const UdsCondition *condition,
                  guint               parameter)
{
  guint last = condition->path->len - 1;
  const UdsField *field = g_ptr_array_index (condition->path, last);

  for (guint i = 0; i < last; i++)
    {
      const UdsField *reference = g_ptr_array_index (condition->path, i);

      g_string_append_printf (sql, "\"%s\" IN (SELECT \"id\" FROM \"%s\" WHERE ", reference->name,
                              uds_kind_lookup (reference->target)->table);
    }
  g_string_append_printf (sql, "\"%s\" %s", field->name, comparisons[condition->comparison]);
  if (condition->value.type != UDS_VALUE_NONE)
    g_string_append_printf (sql, " $%u", parameter);
  for (guint i = 0; i < last; i++)
    g_string_append_c (sql, ')');
}

/* lower (CAST ("number" AS TEXT)) LIKE $3 ESCAPE '\': the parameter after that of the words. */
static void
append_code (UdsQuery *self,
             GString  *sql)
{
  g_string_append_printf (sql, "lower (CAST (\"%s\" AS TEXT)) LIKE $%u ESCAPE '\\'",
                          uds_kind_get_code_field (self->kind), self->conditions->len + 2);
}

static void
append_where (UdsQuery   *self,
              GString    *sql,
              const char *expression)
{
  const char *word = " WHERE ";

  for (guint i = 0; i < self->conditions->len; i++)
    {
      g_string_append (sql, word);
      append_condition (sql, g_ptr_array_index (self->conditions, i), i + 1);
      word = " AND ";
    }
  if (expression == NULL)
    return;

  g_string_append_printf (sql,
                          "%s(\"id\" IN (SELECT \"record\" FROM \"search_document\""
                          " WHERE \"kind\" = '%s'"
                          " AND \"id\" IN (SELECT rowid FROM \"search\" WHERE \"search\" MATCH $%u))",
                          word, self->kind->name, self->conditions->len + 1);
  if (self->code != NULL)
    {
      g_string_append (sql, " OR ");
      append_code (self, sql);
    }
  g_string_append_c (sql, ')');
}

static gboolean
is_text (const UdsField *field)
{
  return field->type == UDS_FIELD_TEXT || field->type == UDS_FIELD_LONG_TEXT;
}

/* "start", or of a text coalesce ("name_da", "name_en") COLLATE "uds_da": the language shown, then the other. The id
 * is sorted as bytes, and so are codes of the program's own, such as choices. */
static void
append_order_field (UdsQuery   *self,
                    GString    *sql,
                    const char *name,
                    gboolean    descending)
{
  const UdsField *field = uds_query_find_shown (self, name, self->language);
  const UdsField *other =
      uds_query_find_shown (self, name, self->language == UDS_LANGUAGE_DA ? UDS_LANGUAGE_EN : UDS_LANGUAGE_DA);

  if (other != field)
    g_string_append_printf (sql, "coalesce (\"%s\", \"%s\")", field->name, other->name);
  else
    g_string_append_printf (sql, "\"%s\"", field->name);
  if (is_text (field) && !g_str_equal (name, "id"))
    g_string_append_printf (sql, " COLLATE \"uds_%s\"", uds_language_get_code (self->language));
  g_string_append_printf (sql, "%s NULLS LAST, ", descending ? " DESC" : "");
}

static void
append_order (UdsQuery   *self,
              GString    *sql,
              const char *expression)
{
  g_string_append (sql, " ORDER BY ");
  if (expression != NULL && self->code != NULL)
    {
      g_string_append (sql, "CASE WHEN ");
      append_code (self, sql);
      g_string_append (sql, " THEN 0 ELSE 1 END, ");
    }
  for (guint i = 0; i < self->orders->len; i++)
    {
      const UdsOrder *order = &g_array_index (self->orders, UdsOrder, i);

      append_order_field (self, sql, order->name, order->descending);
    }
  if (self->orders->len == 0 && self->kind->order != NULL)
    append_order_field (self, sql, self->kind->order, self->kind->descending);
  g_string_append (sql, "\"id\"");
}

static char *
make_sql (UdsQuery   *self,
          UdsColumns  columns,
          const char *expression)
{
  GString *sql = g_string_new ("SELECT ");

  if (columns == UDS_COLUMNS_COUNT)
    g_string_append (sql, "count (*)");
  else if (columns == UDS_COLUMNS_ID)
    g_string_append (sql, "\"id\"");
  else
    uds_kind_append_columns (self->kind, self->long_text, sql);

  g_string_append_printf (sql, " FROM \"%s\"", self->kind->table);
  append_where (self, sql, expression);
  if (columns != UDS_COLUMNS_COUNT)
    append_order (self, sql, expression);
  if (self->limit > 0 && columns != UDS_COLUMNS_COUNT)
    g_string_append_printf (sql, " LIMIT %u", self->limit);

  return g_string_free (sql, FALSE);
}

/* What the code has to be like: these letters, and then any. */
static char *
make_pattern (const char *code)
{
  GString *pattern = g_string_new (NULL);

  for (const char *p = code; *p != '\0'; p++)
    {
      if (strchr ("\\%_", *p) != NULL)
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

static void
bind_match (UdsQuery     *self,
            sqlite3_stmt *statement,
            const char   *expression)
{
  int place = (int) self->conditions->len + 1;
  g_autofree char *pattern = self->code != NULL ? make_pattern (self->code) : NULL;

  sqlite3_bind_text (statement, place, expression, -1, SQLITE_TRANSIENT);
  if (pattern != NULL)
    sqlite3_bind_text (statement, place + 1, pattern, -1, SQLITE_TRANSIENT);
}

/**
 * uds_query_prepare:
 * @self: a question
 * @database: a connection
 * @columns: what is wanted of each record
 * @error: what went wrong
 *
 * Returns: (transfer none) (nullable): the statement with its values; @self must stay until it is done with
 */
sqlite3_stmt *
uds_query_prepare (UdsQuery     *self,
                   UdsDatabase  *database,
                   UdsColumns    columns,
                   GError      **error)
{
  g_autofree char *expression = self->match != NULL ? uds_search_make_expression (self->match) : NULL;
  g_autofree char *sql = make_sql (self, columns, expression);
  sqlite3_stmt *statement = uds_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const UdsCondition *condition = g_ptr_array_index (self->conditions, i);

      if (condition->value.type != UDS_VALUE_NONE)
        uds_statement_bind_value (statement, (int) i + 1, &condition->value);
    }
  if (expression != NULL)
    bind_match (self, statement, expression);
  return statement;
}
