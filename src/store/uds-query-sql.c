/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a question into SQL that SQLite and PostgreSQL both understand; only the words searched for, and the order of
 * names, go to SQLite's own index. Values are always parameters. */
#include "uds-query-making-private.h"

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

static gboolean
is_text (const UdsField *field)
{
  return field->type == UDS_FIELD_TEXT || field->type == UDS_FIELD_LONG_TEXT;
}

/* "start", or of a text coalesce ("name_da", "name_en") COLLATE "uds_da": the language shown, then the other. The id
 * is sorted as bytes, and so are codes of the program's own, such as choices. */
static void
append_order_field (UdsMaking  *making,
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

static void
append_order (UdsMaking *making)
{
  UdsQuery *query = making->query;

  g_string_append (making->sql, " ORDER BY ");
  if (making->has_words && query->code != NULL)
    {
      g_string_append (making->sql, "CASE WHEN ");
      uds_making_append_code (making, query);
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
  if (columns == UDS_COLUMNS_COUNT || columns == UDS_COLUMNS_PAIR)
    return FALSE;
  if (!uds_kind_is_sorted_by_name (query->kind) || query->orders->len > 1)
    return FALSE;
  if (query->is_unordered || query->code != NULL)
    return FALSE;
  return query->orders->len == 0
         || g_str_equal (g_array_index (query->orders, UdsOrder, 0).name, query->kind->title);
}

/* The keys of the names stand in the index, with the number of the document in which words are searched. */
static char *
make_keys (UdsQuery   *query,
           const char *indexed,
           const char *order)
{
  const char *code = uds_language_get_code (query->language);

  return g_strdup_printf ("(SELECT \"record\", \"sort_%s\" AS \"sort\", \"id\" AS \"document\""
                          " FROM \"search_document\"%s WHERE \"kind\" = '%s' AND \"sort_%s\" IS NOT NULL%s)"
                          " AS \"keys\"",
                          code, indexed, query->kind->name, code, order);
}

/* Which of the two tables comes first is said, as SQLite knows nothing of how much is in them. */
static void
append_from (UdsMaking *making)
{
  UdsQuery *query = making->query;
  g_autofree char *keys = make_keys (query, making->plan == UDS_PLAN_HITS ? " NOT INDEXED" : "", "");

  if (making->plan == UDS_PLAN_TABLE)
    g_string_append_printf (making->sql, " FROM \"%s\"", query->kind->table);
  else if (making->needs_no_table)
    g_string_append_printf (making->sql, " FROM %s", keys);
  else if (making->plan == UDS_PLAN_CONDITIONS)
    g_string_append_printf (making->sql, " FROM \"%s\" CROSS JOIN %s ON \"record\" = \"id\"", query->kind->table, keys);
  else
    g_string_append_printf (making->sql, " FROM %s CROSS JOIN \"%s\" ON \"record\" = \"id\"", keys, query->kind->table);
}

static gboolean
is_descending (UdsQuery *query)
{
  return query->orders->len > 0 && g_array_index (query->orders, UdsOrder, 0).descending;
}

/* What a field holds, at the end of a way through references. */
static void
append_followed (UdsMaking       *making,
                 const char      *table,
                 const GPtrArray *path,
                 guint            step)
{
  const UdsField *field = g_ptr_array_index (path, step);
  const char *other;

  if (step + 1 == path->len)
    {
      g_string_append_printf (making->sql, "\"%s\"", field->name);
      return;
    }
  other = uds_kind_lookup (field->target)->table;
  g_string_append (making->sql, "(SELECT ");
  append_followed (making, other, path, step + 1);
  g_string_append_printf (making->sql, " FROM \"%s\" WHERE \"%s\".\"id\" = \"%s\".\"%s\")", other, other, table,
                          field->name);
}

/* "contact", (SELECT "country" FROM "organisation" WHERE "organisation"."id" = "contact_role"."organisation") */
static void
append_pair (UdsMaking *making)
{
  g_string_append_printf (making->sql, "\"%s\", ", making->pair->key);
  append_followed (making, making->query->kind->table, making->pair->path, 0);
}

static void
append_columns (UdsMaking *making)
{
  if (making->columns == UDS_COLUMNS_COUNT)
    g_string_append (making->sql, "count (*)");
  else if (making->columns == UDS_COLUMNS_PAIR)
    append_pair (making);
  else if (making->columns == UDS_COLUMNS_ID)
    g_string_append (making->sql, making->plan == UDS_PLAN_TABLE ? "\"id\"" : "\"record\"");
  else
    uds_kind_append_columns (making->query->kind, making->query->long_text, making->sql);
}

static void
make_sql (UdsMaking *making)
{
  UdsQuery *query = making->query;
  gboolean is_ordered = making->columns == UDS_COLUMNS_ID || making->columns == UDS_COLUMNS_ALL;

  g_string_append (making->sql, "SELECT ");
  append_columns (making);
  append_from (making);
  g_string_append (making->sql, " WHERE ");
  uds_making_append_conditions (making, query, making->plan, TRUE);
  if (making->plan != UDS_PLAN_TABLE)
    g_string_append_printf (making->sql, " ORDER BY \"sort\"%s, \"record\"", is_descending (query) ? " DESC" : "");
  else if (is_ordered && !query->is_unordered)
    append_order (making);
  if (query->limit > 0 && making->columns != UDS_COLUMNS_COUNT)
    g_string_append_printf (making->sql, " LIMIT %u", query->limit);
}

static sqlite3_stmt *
prepare (UdsMaking    *making,
         UdsDatabase  *database,
         GError      **error)
{
  sqlite3_stmt *statement = uds_database_prepare (database, making->sql->str, error);

  for (guint i = 0; statement != NULL && i < making->values->len; i++)
    {
      const UdsValue *value = g_ptr_array_index (making->values, i);

      /* These are no part of the question and do not last as long. */
      if (g_ptr_array_find (making->texts, value, NULL))
        sqlite3_bind_text (statement, (int) i + 1, value->text, -1, SQLITE_TRANSIENT);
      else
        uds_statement_bind_value (statement, (int) i + 1, value);
    }
  return statement;
}

/* How many a statement counts; so many as is asked for where that can't be said. */
static guint
count (UdsMaking   *making,
       UdsDatabase *database,
       guint        most)
{
  UDS_STATEMENT statement = prepare (making, database, NULL);
  gboolean row;
  guint n = most;

  if (statement != NULL && uds_database_step (database, statement, &row, NULL))
    n = (guint) sqlite3_column_int64 (statement, 0);
  g_string_truncate (making->sql, 0);
  g_ptr_array_set_size (making->values, 0);
  g_ptr_array_set_size (making->texts, 0);
  return n;
}

/* As many as can be looked up and sorted while the first rows of a list of so many are read in order. */
#define MANY 5000u

/* Of the first names so many are held against what names them, to know of how many that may be worth while. */
#define SAMPLE 256u
#define MOST_HELD 5000u

static gboolean
has_few_hits (UdsMaking   *making,
              UdsDatabase *database)
{
  g_string_append_printf (making->sql,
                          "SELECT count (*) FROM (SELECT 1 FROM \"search\" WHERE \"search\" MATCH $%u LIMIT %u)",
                          uds_making_add_text (making, uds_query_make_words (making->query)), MANY);
  return count (making, database, MANY) < MANY;
}

static gboolean
has_named (UdsQuery *query)
{
  for (guint i = 0; i < query->conditions->len; i++)
    {
      const UdsCondition *condition = g_ptr_array_index (query->conditions, i);

      if (condition->other != NULL || condition->path->len > 1)
        return TRUE;
    }
  return FALSE;
}

/* Whether the first rows are soon found by holding each record, in order, against what names it. */
static gboolean
are_often_named (UdsMaking   *making,
                 UdsDatabase *database)
{
  UdsQuery *query = making->query;
  g_autofree char *order = g_strdup_printf (" ORDER BY \"sort\", \"record\" LIMIT %u", SAMPLE);
  g_autofree char *keys = make_keys (query, "", order);

  making->holds_against = TRUE;
  g_string_append_printf (making->sql, "SELECT count (*) FROM %s", keys);
  if (!making->needs_no_table)
    g_string_append_printf (making->sql, " CROSS JOIN \"%s\" ON \"record\" = \"id\"", query->kind->table);
  g_string_append (making->sql, " WHERE ");
  uds_making_append_own (making, query, TRUE);
  return count (making, database, 0) * MOST_HELD >= query->limit * SAMPLE;
}

/* Whether a record meets it when another names it. */
static gboolean
names_records (const UdsCondition *condition)
{
  const UdsField *field = g_ptr_array_index (condition->path, 0);

  return condition->other != NULL && condition->path->len == 1 && g_str_equal (field->name, "id");
}

/* The question whose records are counted: where a record need only be named, that is by whom it is. */
static UdsQuery *
get_counted (UdsQuery *query)
{
  const UdsCondition *only = query->conditions->len == 1 ? g_ptr_array_index (query->conditions, 0) : NULL;

  return only != NULL && names_records (only) ? only->other : query;
}

/* Of what names others no more is looked at than is needed to say that they are many. */
static gboolean
meet_few_the_conditions (UdsMaking   *making,
                         UdsDatabase *database)
{
  UdsQuery *counted = get_counted (making->query);
  guint n;

  making->most_named = 2 * MANY;
  g_string_append_printf (making->sql, "SELECT count (*) FROM (SELECT 1 FROM \"%s\" WHERE ", counted->kind->table);
  uds_making_append_own (making, counted, TRUE);
  g_string_append_printf (making->sql, " LIMIT %u)", MANY);
  n = count (making, database, MANY);
  making->most_named = 0;
  return n < MANY;
}

/* Whether records of other kinds alone say which are meant. */
static gboolean
is_named_by_others (const UdsCondition *condition,
                    const UdsKind      *kind)
{
  if (!names_records (condition) || condition->other->kind == kind)
    return FALSE;
  for (guint i = 0; i < condition->other->conditions->len; i++)
    if (((const UdsCondition *) g_ptr_array_index (condition->other->conditions, i))->other != NULL)
      return FALSE;
  return TRUE;
}

/* Whether nothing but its id is asked for and looked at of a record. */
static gboolean
is_about_ids (const UdsMaking *making)
{
  const UdsQuery *query = making->query;

  for (guint i = 0; i < query->conditions->len; i++)
    if (!is_named_by_others (g_ptr_array_index (query->conditions, i), query->kind))
      return FALSE;
  return making->columns == UDS_COLUMNS_ID;
}

/* The plan for a question whose answer is sorted by name. */
static UdsPlan
choose_by_name (UdsMaking   *making,
                UdsDatabase *database)
{
  UdsQuery *query = making->query;

  if (making->has_words && (query->limit == 0 || has_few_hits (making, database)))
    return UDS_PLAN_HITS;
  if (query->conditions->len == 0)
    return UDS_PLAN_NAMES;
  if (query->limit == 0 || meet_few_the_conditions (making, database))
    return UDS_PLAN_CONDITIONS;
  return UDS_PLAN_NAMES;
}

static void
choose_plan (UdsMaking   *making,
             UdsDatabase *database)
{
  UdsQuery *query = making->query;

  making->plan = is_by_name (query, making->columns) ? choose_by_name (making, database) : UDS_PLAN_TABLE;
  if (making->plan != UDS_PLAN_NAMES && making->plan != UDS_PLAN_HITS)
    return;
  making->needs_no_table = is_about_ids (making);
  if (making->plan == UDS_PLAN_NAMES && has_named (query))
    making->holds_against = are_often_named (making, database);
}

static void
text_free (gpointer data)
{
  UdsValue *value = data;

  uds_value_clear (value);
  g_free (value);
}

static sqlite3_stmt *
make_and_prepare (UdsQuery       *query,
                  UdsDatabase    *database,
                  UdsColumns      columns,
                  const UdsPair  *pair,
                  GError        **error)
{
  g_autofree char *words = uds_query_make_words (query);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (text_free);
  UdsMaking making = {
    .query = query,
    .columns = columns,
    .pair = pair,
    .has_words = words != NULL,
    .sql = sql,
    .values = values,
    .texts = texts,
  };

  choose_plan (&making, database);
  make_sql (&making);
  return prepare (&making, database, error);
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
  g_assert (columns != UDS_COLUMNS_PAIR);

  return make_and_prepare (self, database, columns, NULL, error);
}

/**
 * uds_query_prepare_pairs:
 * @self: a question
 * @database: a connection
 * @key: "id", or a field of its kind
 * @value: a field of its kind, or through references one of another
 * @error: what went wrong
 *
 * Returns: (transfer none) (nullable): the statement of both of each record, in no order; @self must stay until it is
 *   done with
 */
sqlite3_stmt *
uds_query_prepare_pairs (UdsQuery     *self,
                         UdsDatabase  *database,
                         const char   *key,
                         const char   *value,
                         GError      **error)
{
  g_autoptr (GPtrArray) path = uds_query_find_path (self, value, error);

  if (path == NULL)
    return NULL;
  return make_and_prepare (self, database, UDS_COLUMNS_PAIR, &(UdsPair) { key, path }, error);
}
