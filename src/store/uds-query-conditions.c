/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of a question as SQL, and the words that it searches for. What else there is in a statement, and how
 * it is answered soonest, is uds-query-sql.c's. */
#include "uds-query-making-private.h"

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
add_value (UdsMaking      *making,
           const UdsValue *value)
{
  g_ptr_array_add (making->values, (gpointer) value);
  return making->values->len;
}

/**
 * uds_making_add_text:
 * @self: a making
 * @text: (transfer full): a value that is no part of the question
 *
 * Returns: its number
 */
guint
uds_making_add_text (UdsMaking *self,
                     char      *text)
{
  UdsValue *value = g_new (UdsValue, 1);

  *value = (UdsValue) { UDS_VALUE_TEXT, .text = text };
  g_ptr_array_add (self->texts, value);
  return add_value (self, value);
}

/* A date may be partial: what begins with a year or a month was there from its first day, and until its last. What is
 * read by another index is not looked up in the field's own. */
static void
append_comparison (UdsMaking          *making,
                   const char         *field,
                   const UdsCondition *condition,
                   gboolean            is_indexed)
{
  const char *sign = is_indexed ? "" : "+";
  guint parameter;

  if (condition->value.type == UDS_VALUE_NONE)
    {
      g_string_append_printf (making->sql, "%s\"%s\" %s", sign, field, comparisons[condition->comparison]);
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
    g_string_append_printf (making->sql, "%s\"%s\" %s $%u", sign, field, comparisons[condition->comparison],
                            parameter);
}

/* Where very many are named, each record is held against what names it; else what is named is gathered first. A table
 * is not held against itself, as its columns have one name. */
static gboolean
is_held_against (const UdsMaking *making,
                 const char      *table,
                 const char      *other)
{
  return making->holds_against && !g_str_equal (table, other);
}

static void
append_most_named (UdsMaking *making)
{
  if (making->most_named > 0)
    g_string_append_printf (making->sql, " LIMIT %u", making->most_named);
  g_string_append_c (making->sql, ')');
}

/* "id" IN (SELECT "city" FROM "membership" WHERE …) */
static void
append_named (UdsMaking          *making,
              const char         *table,
              const char         *field,
              const UdsCondition *condition)
{
  const char *other = condition->other->kind->table, *reference = condition->reference->name;
  gboolean is_held = is_held_against (making, table, other);

  if (making->needs_no_table && g_str_equal (table, making->query->kind->table))
    {
      table = "keys";
      field = "record";
    }
  if (is_held)
    g_string_append_printf (making->sql,
                            "EXISTS (SELECT 1 FROM \"%s\" WHERE \"%s\".\"%s\" = \"%s\".\"%s\" AND ", other, other,
                            reference, table, field);
  else
    g_string_append_printf (making->sql, "\"%s\" IN (SELECT \"%s\" FROM \"%s\" WHERE ", field, reference, other);
  uds_making_append_conditions (making, condition->other, UDS_PLAN_TABLE, !is_held);
  append_most_named (making);
}

/* "series" IN (SELECT "id" FROM "series" WHERE "indicator" = $1): one level for each reference on the way */
static void
append_condition (UdsMaking          *making,
                  const char         *table,
                  const UdsCondition *condition,
                  gboolean            is_indexed)
{
  guint last = condition->path->len - 1;
  const UdsField *field = g_ptr_array_index (condition->path, last);

  for (guint i = 0; i < last; i++)
    {
      const UdsField *reference = g_ptr_array_index (condition->path, i);
      const char *other = uds_kind_lookup (reference->target)->table;

      is_indexed = !is_held_against (making, table, other);
      if (!is_indexed)
        g_string_append_printf (making->sql,
                                "EXISTS (SELECT 1 FROM \"%s\" WHERE \"%s\".\"id\" = \"%s\".\"%s\" AND ", other, other,
                                table, reference->name);
      else
        g_string_append_printf (making->sql, "\"%s\" IN (SELECT \"id\" FROM \"%s\" WHERE ", reference->name, other);
      table = other;
    }
  if (condition->other != NULL)
    append_named (making, table, field->name, condition);
  else
    append_comparison (making, field->name, condition, is_indexed);
  for (guint i = 0; i < last; i++)
    append_most_named (making);
}

/**
 * uds_making_append_code:
 * @self: a making
 * @query: a question that a code will do for as well
 *
 * Appends that the code has to begin with it: lower (CAST ("number" AS TEXT)) LIKE $3 ESCAPE '\'
 */
void
uds_making_append_code (UdsMaking *self,
                        UdsQuery  *query)
{
  g_string_append_printf (self->sql, "lower (CAST (\"%s\" AS TEXT)) LIKE $%u ESCAPE '\\'",
                          uds_kind_get_code_field (query->kind),
                          uds_making_add_text (self, make_pattern (query->code)));
}

/* What is found by words; and by the beginning of its code, where that will do as well. */
static void
append_match (UdsMaking *making,
              UdsQuery  *query,
              UdsPlan    plan,
              char      *words)
{
  guint parameter = uds_making_add_text (making, words);

  if (plan != UDS_PLAN_TABLE)
    {
      g_string_append_printf (making->sql,
                              "%s\"document\" IN (SELECT rowid FROM \"search\" WHERE \"search\" MATCH $%u)",
                              plan == UDS_PLAN_HITS ? "" : "+", parameter);
      return;
    }

  g_string_append_printf (making->sql,
                          "(\"id\" IN (SELECT \"record\" FROM \"search_document\" WHERE \"kind\" = '%s'"
                          " AND \"id\" IN (SELECT rowid FROM \"search\" WHERE \"search\" MATCH $%u))",
                          query->kind->name, parameter);
  if (query->code != NULL)
    {
      g_string_append (making->sql, " OR ");
      uds_making_append_code (making, query);
    }
  g_string_append_c (making->sql, ')');
}

/**
 * uds_query_make_words:
 * @self: a question
 *
 * Returns: (transfer full) (nullable): the words searched for, as the index of words has them; %NULL where there are
 *   none
 */
char *
uds_query_make_words (UdsQuery *self)
{
  return self->match != NULL ? uds_search_make_expression (self->match) : NULL;
}

/**
 * uds_making_append_own:
 * @self: a making
 * @query: a question with conditions, or one within it
 * @is_indexed: whether what meets a condition is looked up in the index of its field
 *
 * Appends its conditions without its words.
 */
void
uds_making_append_own (UdsMaking *self,
                       UdsQuery  *query,
                       gboolean   is_indexed)
{
  for (guint i = 0; i < query->conditions->len; i++)
    {
      g_string_append (self->sql, i > 0 ? " AND " : "");
      append_condition (self, query->kind->table, g_ptr_array_index (query->conditions, i), is_indexed);
    }
}

/**
 * uds_making_append_conditions:
 * @self: a making
 * @query: a question, or one within it
 * @plan: how its words are looked up
 * @is_indexed: whether what meets a condition is looked up in the index of its field
 *
 * Appends all that must hold of a record.
 */
void
uds_making_append_conditions (UdsMaking *self,
                              UdsQuery  *query,
                              UdsPlan    plan,
                              gboolean   is_indexed)
{
  char *words = uds_query_make_words (query);

  uds_making_append_own (self, query, is_indexed);
  if (words != NULL && query->conditions->len > 0)
    g_string_append (self->sql, " AND ");
  if (words != NULL)
    append_match (self, query, plan, words);
  else if (query->conditions->len == 0)
    g_string_append (self->sql, "TRUE");
}
