/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a question into SQL that SQLite and PostgreSQL both understand; only the words searched for, and the order of
 * names, go to SQLite's own index. Values are always parameters. */
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

/**
 * uds_kind_append_shown:
 * @kind: a kind
 * @name: the name of a field, or of a pair without its language
 * @language: the reader's
 * @sql: where to put what is shown: of a pair the half in @language, where that is empty the other
 */
void
uds_kind_append_shown (const UdsKind *kind,
                       const char    *name,
                       UdsLanguage    language,
                       GString       *sql)
{
  const UdsField *field = uds_kind_lookup_shown (kind, name, language);
  const UdsField *other =
      uds_kind_lookup_shown (kind, name, language == UDS_LANGUAGE_DA ? UDS_LANGUAGE_EN : UDS_LANGUAGE_DA);

  if (other != field)
    g_string_append_printf (sql, "coalesce (\"%s\", \"%s\")", field->name, other->name);
  else
    g_string_append_printf (sql, "\"%s\"", field->name);
}

/**
 * Plan:
 * @PLAN_TABLE: the records are read and sorted
 * @PLAN_NAMES: the keys of the names are read in order, until there are enough
 * @PLAN_CONDITIONS: the records that meet the conditions are read and sorted by the keys of their names
 * @PLAN_HITS: the records found by words are read and sorted by the keys of their names
 */
typedef enum {
  PLAN_TABLE,
  PLAN_NAMES,
  PLAN_CONDITIONS,
  PLAN_HITS,
} Plan;

/* How a question becomes SQL. Values are numbered as they are put into it. */
typedef struct {
  UdsQuery *query;
  UdsColumns columns;
  Plan plan;
  UdsValue words;    /* as the index of words has them */
  UdsValue code;     /* a pattern that will do as well as the words */
  GString *sql;
  GPtrArray *values; /* (element-type UdsValue) */
} Making;

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

static guint
add_value (Making         *making,
           const UdsValue *value)
{
  g_ptr_array_add (making->values, (gpointer) value);
  return making->values->len;
}

static void append_where (Making     *making,
                          UdsQuery   *query,
                          const char *match);

/* A date may be partial: what begins with a year or a month was there from its first day, and until its last. */
static void
append_comparison (Making             *making,
                   const char         *field,
                   const UdsCondition *condition)
{
  guint parameter;

  if (condition->value.type == UDS_VALUE_NONE)
    {
      g_string_append_printf (making->sql, "\"%s\" %s", field, comparisons[condition->comparison]);
      return;
    }

  parameter = add_value (making, &condition->value);
  if (condition->comparison == UDS_BEGUN)
    g_string_append_printf (making->sql, "(\"%s\" IS NULL OR \"%s\" <= $%u)", field, field, parameter);
  else if (condition->comparison == UDS_NOT_OVER)
    g_string_append_printf (making->sql,
                            "(\"%s\" IS NULL OR \"%s\" >= $%u OR \"%s\" = substr ($%u, 1, length (\"%s\")))", field,
                            field, parameter, field, parameter, field);
  else
    g_string_append_printf (making->sql, "\"%s\" %s $%u", field, comparisons[condition->comparison], parameter);
}

static void
append_named (Making             *making,
              const char         *field,
              const UdsCondition *condition)
{
  g_string_append_printf (making->sql, "\"%s\" IN (SELECT \"%s\" FROM \"%s\"", field, condition->reference->name,
                          condition->other->kind->table);
  append_where (making, condition->other, NULL);
  g_string_append_c (making->sql, ')');
}

/* "series" IN (SELECT "id" FROM "series" WHERE "indicator" = $1): one level for each reference on the way */
static void
append_condition (Making             *making,
                  const UdsCondition *condition)
{
  guint last = condition->path->len - 1;
  const UdsField *field = g_ptr_array_index (condition->path, last);

  for (guint i = 0; i < last; i++)
    {
      const UdsField *reference = g_ptr_array_index (condition->path, i);

      g_string_append_printf (making->sql, "\"%s\" IN (SELECT \"id\" FROM \"%s\" WHERE ", reference->name,
                              uds_kind_lookup (reference->target)->table);
    }
  if (condition->other != NULL)
    append_named (making, field->name, condition);
  else
    append_comparison (making, field->name, condition);
  for (guint i = 0; i < last; i++)
    g_string_append_c (making->sql, ')');
}

static void
append_where (Making     *making,
              UdsQuery   *query,
              const char *match)
{
  const char *word = " WHERE ";

  for (guint i = 0; i < query->conditions->len; i++)
    {
      g_string_append (making->sql, word);
      append_condition (making, g_ptr_array_index (query->conditions, i));
      word = " AND ";
    }
  if (match != NULL)
    g_string_append_printf (making->sql, "%s%s", word, match);
}

static gboolean
is_text (const UdsField *field)
{
  return field->type == UDS_FIELD_TEXT || field->type == UDS_FIELD_LONG_TEXT;
}

/* "start", or of a text coalesce ("name_da", "name_en") COLLATE "uds_da": the language shown, then the other. The id
 * is sorted as bytes, and so are codes of the program's own, such as choices. */
static void
append_order_field (Making     *making,
                    const char *name,
                    gboolean    descending)
{
  UdsQuery *query = making->query;
  const UdsField *field = uds_query_find_shown (query, name, query->language);

  if (g_str_equal (name, "id"))
    g_string_append (making->sql, "\"id\"");
  else
    uds_kind_append_shown (query->kind, name, query->language, making->sql);
  if (is_text (field) && !g_str_equal (name, "id"))
    g_string_append_printf (making->sql, " COLLATE \"uds_%s\"", uds_language_get_code (query->language));
  g_string_append_printf (making->sql, "%s NULLS LAST, ", descending ? " DESC" : "");
}

/* lower (CAST ("number" AS TEXT)) LIKE $3 ESCAPE '\' */
static void
append_code (Making  *making,
             GString *sql)
{
  g_string_append_printf (sql, "lower (CAST (\"%s\" AS TEXT)) LIKE $%u ESCAPE '\\'",
                          uds_kind_get_code_field (making->query->kind), add_value (making, &making->code));
}

static gboolean
has_code (const Making *making)
{
  return making->code.type != UDS_VALUE_NONE;
}

static void
append_order (Making *making)
{
  UdsQuery *query = making->query;

  g_string_append (making->sql, " ORDER BY ");
  if (has_code (making))
    {
      g_string_append (making->sql, "CASE WHEN ");
      append_code (making, making->sql);
      g_string_append (making->sql, " THEN 0 ELSE 1 END, ");
    }
  for (guint i = 0; i < query->orders->len; i++)
    {
      const UdsOrder *order = &g_array_index (query->orders, UdsOrder, i);

      append_order_field (making, order->name, order->descending);
    }
  if (query->orders->len == 0 && query->kind->order != NULL)
    append_order_field (making, query->kind->order, query->kind->descending);
  g_string_append (making->sql, "\"id\"");
}

static gboolean
is_by_name (UdsQuery   *query,
            UdsColumns  columns)
{
  if (columns == UDS_COLUMNS_COUNT || !uds_kind_is_sorted_by_name (query->kind) || query->orders->len > 1)
    return FALSE;
  if (query->is_unordered || query->code != NULL)
    return FALSE;
  return query->orders->len == 0
         || g_str_equal (g_array_index (query->orders, UdsOrder, 0).name, query->kind->title);
}

/* The keys of the names stand in the index, with the number of the document in which words are searched. Which of the
 * two tables comes first is said, as SQLite knows nothing of how much is in them. */
static void
append_from (Making *making)
{
  UdsQuery *query = making->query;
  const char *code = uds_language_get_code (query->language);
  g_autofree char *keys = NULL;

  if (making->plan == PLAN_TABLE)
    {
      g_string_append_printf (making->sql, " FROM \"%s\"", query->kind->table);
      return;
    }

  keys = g_strdup_printf ("(SELECT \"record\", \"sort_%s\" AS \"sort\", \"id\" AS \"document\""
                          " FROM \"search_document\"%s WHERE \"kind\" = '%s' AND \"sort_%s\" IS NOT NULL)",
                          code, making->plan == PLAN_HITS ? " NOT INDEXED" : "", query->kind->name, code);
  if (making->columns == UDS_COLUMNS_ID && query->conditions->len == 0)
    g_string_append_printf (making->sql, " FROM %s", keys);
  else if (making->plan == PLAN_CONDITIONS)
    g_string_append_printf (making->sql, " FROM \"%s\" CROSS JOIN %s ON \"record\" = \"id\"", query->kind->table, keys);
  else
    g_string_append_printf (making->sql, " FROM %s CROSS JOIN \"%s\" ON \"record\" = \"id\"", keys, query->kind->table);
}

static gboolean
is_descending (UdsQuery *query)
{
  return query->orders->len > 0 && g_array_index (query->orders, UdsOrder, 0).descending;
}

static void
append_columns (Making *making)
{
  if (making->columns == UDS_COLUMNS_COUNT)
    g_string_append (making->sql, "count (*)");
  else if (making->columns == UDS_COLUMNS_ID)
    g_string_append (making->sql, making->plan == PLAN_TABLE ? "\"id\"" : "\"record\"");
  else
    uds_kind_append_columns (making->query->kind, making->query->long_text, making->sql);
}

/* What is found by words; and by the beginning of its code, where that will do as well. */
static char *
make_match (Making *making)
{
  guint parameter = add_value (making, &making->words);
  g_autoptr (GString) match = g_string_new (NULL);

  if (making->plan != PLAN_TABLE)
    return g_strdup_printf ("%s\"document\" IN (SELECT rowid FROM \"search\" WHERE \"search\" MATCH $%u)",
                            making->plan == PLAN_HITS ? "" : "+", parameter);

  g_string_printf (match,
                   "(\"id\" IN (SELECT \"record\" FROM \"search_document\" WHERE \"kind\" = '%s'"
                   " AND \"id\" IN (SELECT rowid FROM \"search\" WHERE \"search\" MATCH $%u))",
                   making->query->kind->name, parameter);
  if (has_code (making))
    {
      g_string_append (match, " OR ");
      append_code (making, match);
    }
  g_string_append_c (match, ')');
  return g_strdup (match->str);
}

static void
make_sql (Making *making)
{
  UdsQuery *query = making->query;
  g_autofree char *match = making->words.type != UDS_VALUE_NONE ? make_match (making) : NULL;

  g_string_append (making->sql, "SELECT ");
  append_columns (making);
  append_from (making);
  append_where (making, query, match);
  if (making->plan != PLAN_TABLE)
    g_string_append_printf (making->sql, " ORDER BY \"sort\"%s, \"record\"", is_descending (query) ? " DESC" : "");
  else if (making->columns != UDS_COLUMNS_COUNT && !query->is_unordered)
    append_order (making);
  if (query->limit > 0 && making->columns != UDS_COLUMNS_COUNT)
    g_string_append_printf (making->sql, " LIMIT %u", query->limit);
}

static sqlite3_stmt *
prepare (Making       *making,
         UdsDatabase  *database,
         GError      **error)
{
  sqlite3_stmt *statement = uds_database_prepare (database, making->sql->str, error);

  for (guint i = 0; statement != NULL && i < making->values->len; i++)
    {
      const UdsValue *value = g_ptr_array_index (making->values, i);

      /* These are no part of the question and do not last as long. */
      if (value == &making->words || value == &making->code)
        sqlite3_bind_text (statement, (int) i + 1, value->text, -1, SQLITE_TRANSIENT);
      else
        uds_statement_bind_value (statement, (int) i + 1, value);
    }
  return statement;
}

static gboolean
count_to_many (Making      *making,
               UdsDatabase *database,
               guint        many)
{
  UDS_STATEMENT statement = prepare (making, database, NULL);
  gboolean row, few;

  few = statement == NULL || !uds_database_step (database, statement, &row, NULL)
        || sqlite3_column_int64 (statement, 0) < many;
  g_string_truncate (making->sql, 0);
  g_ptr_array_set_size (making->values, 0);
  return few;
}

/* As many as can be looked up and sorted while the first rows of a list of so many are read in order. */
#define MANY 5000u

static gboolean
has_few_hits (Making      *making,
              UdsDatabase *database)
{
  g_string_append_printf (making->sql,
                          "SELECT count (*) FROM (SELECT 1 FROM \"search\" WHERE \"search\" MATCH $%u LIMIT %u)",
                          add_value (making, &making->words), MANY);
  return count_to_many (making, database, MANY);
}

static gboolean
meet_few_the_conditions (Making      *making,
                         UdsDatabase *database)
{
  g_string_append_printf (making->sql, "SELECT count (*) FROM (SELECT 1 FROM \"%s\"", making->query->kind->table);
  append_where (making, making->query, NULL);
  g_string_append_printf (making->sql, " LIMIT %u)", MANY);
  return count_to_many (making, database, MANY);
}

static Plan
choose_plan (Making      *making,
             UdsDatabase *database)
{
  UdsQuery *query = making->query;

  if (!is_by_name (query, making->columns))
    return PLAN_TABLE;
  if (making->words.type != UDS_VALUE_NONE && (query->limit == 0 || has_few_hits (making, database)))
    return PLAN_HITS;
  if (query->conditions->len > 0 && (query->limit == 0 || meet_few_the_conditions (making, database)))
    return PLAN_CONDITIONS;
  return PLAN_NAMES;
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
  g_autofree char *words = self->match != NULL ? uds_search_make_expression (self->match) : NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autofree char *pattern = words != NULL && self->code != NULL ? make_pattern (self->code) : NULL;
  Making making = { .query = self, .columns = columns, .plan = PLAN_TABLE, .sql = sql, .values = values };

  if (words != NULL)
    making.words = (UdsValue) { UDS_VALUE_TEXT, .text = words };
  if (pattern != NULL)
    making.code = (UdsValue) { UDS_VALUE_TEXT, .text = pattern };
  making.plan = choose_plan (&making, database);
  make_sql (&making);
  return prepare (&making, database, error);
}
