/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds a question and checks that its fields exist and its values fit them. How it becomes SQL: uds-query-sql.c. */
#include "uds-query-private.h"

#include "uds-error.h"
#include "uds-fold.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (UdsQuery, uds_query, G_TYPE_OBJECT)

static void
condition_free (UdsCondition *condition)
{
  g_ptr_array_unref (condition->path);
  uds_value_clear (&condition->value);
  g_clear_object (&condition->other);
  g_free (condition);
}

static void
uds_query_finalize (GObject *object)
{
  UdsQuery *self = UDS_QUERY (object);

  g_ptr_array_unref (self->conditions);
  g_array_unref (self->orders);
  g_free (self->match);
  g_free (self->code);

  G_OBJECT_CLASS (uds_query_parent_class)->finalize (object);
}

static void
uds_query_class_init (UdsQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_query_finalize;
}

static void
uds_query_init (UdsQuery *self)
{
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) condition_free);
  self->orders = g_array_new (FALSE, FALSE, sizeof (UdsOrder));
}

/**
 * uds_query_new:
 * @kind: a kind
 *
 * Returns: (transfer full): the question for all records of @kind, in the kind's order as English has it, without
 *   their long texts
 */
UdsQuery *
uds_query_new (const UdsKind *kind)
{
  UdsQuery *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (UDS_TYPE_QUERY, NULL);
  self->kind = kind;
  return self;
}

static gpointer
condition_copy (gconstpointer condition,
                gpointer      data)
{
  const UdsCondition *from = condition;
  UdsCondition *copy = g_new0 (UdsCondition, 1);

  copy->path = g_ptr_array_ref (from->path);
  copy->comparison = from->comparison;
  uds_value_copy (&copy->value, &from->value);
  copy->other = from->other != NULL ? uds_query_copy (from->other) : NULL;
  copy->reference = from->reference;
  return copy;
}

/**
 * uds_query_copy:
 * @self: a question
 *
 * Returns: (transfer full): the same question, for one who keeps it while @self may change
 */
UdsQuery *
uds_query_copy (UdsQuery *self)
{
  UdsQuery *copy;

  g_return_val_if_fail (UDS_IS_QUERY (self), NULL);

  copy = uds_query_new (self->kind);
  g_ptr_array_extend (copy->conditions, self->conditions, condition_copy, NULL);
  g_array_append_vals (copy->orders, self->orders->data, self->orders->len);
  copy->match = g_strdup (self->match);
  copy->code = g_strdup (self->code);
  copy->language = self->language;
  copy->limit = self->limit;
  copy->long_text = self->long_text;
  copy->is_unordered = self->is_unordered;
  return copy;
}

/**
 * uds_query_get_kind:
 * @self: a question
 *
 * Returns: the kind it asks for
 */
const UdsKind *
uds_query_get_kind (UdsQuery *self)
{
  g_return_val_if_fail (UDS_IS_QUERY (self), NULL);

  return self->kind;
}

/* The id is a field of every kind, though no table lists it. */
static const UdsField id_field = { "id", UDS_FIELD_TEXT, N_("Id") };

static void
set_no_field (GError        **error,
              const UdsKind  *kind,
              const char     *name)
{
  g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("A record of the kind “%s” has no field “%s”."), kind->name,
               name);
}

static const UdsField *
find_field (const UdsKind  *kind,
            const char     *name,
            GError        **error)
{
  const UdsField *field = g_str_equal (name, "id") ? &id_field : uds_kind_lookup_field (kind, name, NULL);

  if (field == NULL)
    set_no_field (error, kind, name);
  return field;
}

/**
 * uds_query_find_shown:
 * @self: a question
 * @name: "id", the name of a field, or of a pair without its language
 * @language: a language
 *
 * Returns: (nullable): the field, of a pair the half in @language
 */
const UdsField *
uds_query_find_shown (UdsQuery    *self,
                      const char  *name,
                      UdsLanguage  language)
{
  return g_str_equal (name, id_field.name) ? &id_field : uds_kind_lookup_shown (self->kind, name, language);
}

static GPtrArray *
find_path (const UdsKind  *kind,
           const char     *names,
           GError        **error)
{
  g_auto (GStrv) parts = g_strsplit (names, ".", 0);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const UdsField *field = find_field (kind, parts[i], error);

      if (field == NULL)
        return NULL;
      g_ptr_array_add (path, (gpointer) field);
      if (parts[i + 1] == NULL)
        continue;
      if (field->target == NULL)
        {
          g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("The field “%s” does not refer to another record."),
                       parts[i]);
          return NULL;
        }
      kind = uds_kind_lookup (field->target);
    }

  return g_steal_pointer (&path);
}

/**
 * uds_query_find_path:
 * @self: a question
 * @names: a field of its kind, "id", or through references a field of another: "series.indicator"
 * @error: there is no such field
 *
 * Returns: (transfer full) (nullable) (element-type UdsField): the fields on the way
 */
GPtrArray *
uds_query_find_path (UdsQuery    *self,
                     const char  *names,
                     GError     **error)
{
  return find_path (self->kind, names, error);
}

static gboolean
parse_value (const UdsField  *field,
             const char      *text,
             UdsValue        *value,
             GError         **error)
{
  value->type = UDS_VALUE_TEXT;
  switch (field->type)
    {
    case UDS_FIELD_INTEGER:
    case UDS_FIELD_YEAR:
    case UDS_FIELD_BOOLEAN:
      value->type = UDS_VALUE_INTEGER;
      return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value->integer, error);
    case UDS_FIELD_REAL:
      value->type = UDS_VALUE_REAL;
      value->real = g_ascii_strtod (text, NULL);
      return TRUE;
    case UDS_FIELD_TEXT:
    case UDS_FIELD_LONG_TEXT:
    case UDS_FIELD_DATE:
    case UDS_FIELD_TIME:
    case UDS_FIELD_PERIOD:
    case UDS_FIELD_COUNTRY:
    case UDS_FIELD_CHOICE:
    case UDS_FIELD_REFERENCE:
    case UDS_FIELD_JSON:
    default:
      value->text = g_strdup (text);
      return TRUE;
    }
}

static gboolean
needs_value (UdsComparison comparison)
{
  return comparison != UDS_IS_NONE && comparison != UDS_IS_SOME;
}

/**
 * uds_query_where:
 * @self: a question
 * @field: a field of the kind, "id", or through references a field of another kind: "series.indicator"
 * @comparison: how to compare
 * @value: (nullable): with what, as machines write it
 * @error: there is no such field, or the value does not fit it
 *
 * Keeps only the records for which the comparison holds; all conditions must hold together.
 *
 * Returns: %FALSE on failure; the question is then as before
 */
gboolean
uds_query_where (UdsQuery       *self,
                 const char     *field,
                 UdsComparison   comparison,
                 const char     *value,
                 GError        **error)
{
  g_autoptr (GPtrArray) path = NULL;
  UdsValue parsed = { UDS_VALUE_NONE };
  UdsCondition *condition;

  g_return_val_if_fail (UDS_IS_QUERY (self), FALSE);
  g_return_val_if_fail (value != NULL || !needs_value (comparison), FALSE);

  path = find_path (self->kind, field, error);
  if (path == NULL)
    return FALSE;
  if (needs_value (comparison) && !parse_value (g_ptr_array_index (path, path->len - 1), value, &parsed, error))
    return FALSE;

  condition = g_new0 (UdsCondition, 1);
  condition->path = g_steal_pointer (&path);
  condition->comparison = comparison;
  condition->value = parsed;
  g_ptr_array_add (self->conditions, condition);
  return TRUE;
}

/**
 * uds_query_where_is:
 * @self: a question
 * @field: a field known to exist
 * @value: (nullable): its value; %NULL for none
 *
 * The short form for conditions that our own code writes: a wrong name is a mistake in it.
 */
void
uds_query_where_is (UdsQuery   *self,
                    const char *field,
                    const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!uds_query_where (self, field, value != NULL ? UDS_IS : UDS_IS_NONE, value, &error))
    g_critical ("%s", error->message);
}

/**
 * uds_query_where_valid:
 * @self: a question
 * @from: a field known to exist: a date, the first day
 * @to: a field known to exist: a date, the last day
 * @day: a whole date
 *
 * Keeps only the records that were in force on @day. A date of a year or a month begins with its first day and ends
 * with its last; without a date it has no such end.
 */
void
uds_query_where_valid (UdsQuery      *self,
                       const char    *from,
                       const char    *to,
                       const UdsDate *day)
{
  g_autofree char *text = uds_date_to_string (day);
  g_autoptr (GError) error = NULL;

  if (!uds_query_where (self, from, UDS_BEGUN, text, &error)
      || !uds_query_where (self, to, UDS_NOT_OVER, text, &error))
    g_critical ("%s", error->message);
}

/**
 * uds_query_where_named:
 * @self: a question
 * @field: a field known to exist, or "id"
 * @other: another question; what changes in it later does not count
 * @reference: a field of its kind known to exist
 *
 * Keeps only the records whose @field is the @reference of a record of @other: the cities that a membership names.
 */
void
uds_query_where_named (UdsQuery   *self,
                       const char *field,
                       UdsQuery   *other,
                       const char *reference)
{
  UdsCondition *condition = g_new0 (UdsCondition, 1);

  condition->path = find_path (self->kind, field, NULL);
  condition->other = uds_query_copy (other);
  condition->reference = find_field (other->kind, reference, NULL);
  g_assert (condition->path != NULL && condition->reference != NULL);
  g_ptr_array_add (self->conditions, condition);
}

/**
 * uds_query_match:
 * @self: a question
 * @text: (nullable): what a user typed into a search field
 *
 * Keeps only the records that have every word of @text, or a word that begins with it, in a searchable field.
 * Text without a word keeps all.
 */
void
uds_query_match (UdsQuery   *self,
                 const char *text)
{
  g_return_if_fail (UDS_IS_QUERY (self));

  g_set_str (&self->match, text);
}

/**
 * uds_query_match_code:
 * @self: a question
 * @text: (nullable): what a user typed, beginning perhaps with the number or code of a record
 *
 * Keeps only the records whose number or code begins with @text, and after them those that uds_query_match() would
 * keep. A kind whose records have neither has only these.
 */
void
uds_query_match_code (UdsQuery   *self,
                      const char *text)
{
  g_return_if_fail (UDS_IS_QUERY (self));

  uds_query_match (self, text);
  g_clear_pointer (&self->code, g_free);
  if (text != NULL && uds_kind_get_code_field (self->kind) != NULL)
    self->code = g_strstrip (g_ascii_strdown (text, -1));
}

/**
 * uds_query_order_by:
 * @self: a question
 * @field: a field of the kind, or a pair by its name without its language: what is shown of it then counts
 * @descending: whether from the highest
 * @error: there is no such field
 *
 * Sorts by @field, after the fields named before. Replaces the kind's own order. Text is sorted as the query's language
 * has it (uds-fold.h); records without a value come last either way.
 *
 * Returns: %FALSE where there is no such field
 */
gboolean
uds_query_order_by (UdsQuery    *self,
                    const char  *field,
                    gboolean     descending,
                    GError     **error)
{
  UdsOrder order = { g_intern_string (field), descending };

  g_return_val_if_fail (UDS_IS_QUERY (self), FALSE);

  if (uds_query_find_shown (self, field, self->language) == NULL)
    {
      set_no_field (error, self->kind, field);
      return FALSE;
    }
  g_array_append_val (self->orders, order);
  return TRUE;
}

/**
 * uds_query_set_language:
 * @self: a question
 * @language: the language in which the answer is read
 *
 * Whose alphabet text is sorted by, and which half of a pair comes first.
 */
void
uds_query_set_language (UdsQuery    *self,
                        UdsLanguage  language)
{
  g_return_if_fail (UDS_IS_QUERY (self));

  self->language = language;
}

/**
 * uds_query_get_language:
 * @self: a question
 *
 * Returns: the language in which the answer is read
 */
UdsLanguage
uds_query_get_language (UdsQuery *self)
{
  g_return_val_if_fail (UDS_IS_QUERY (self), UDS_LANGUAGE_EN);

  return self->language;
}

/**
 * uds_query_has_words:
 * @self: a question
 *
 * Returns: whether something is searched for
 */
gboolean
uds_query_has_words (UdsQuery *self)
{
  g_return_val_if_fail (UDS_IS_QUERY (self), FALSE);

  return self->match != NULL;
}

/**
 * uds_query_set_unordered:
 * @self: a question
 *
 * The order of the answer does not matter: it comes as it is found.
 */
void
uds_query_set_unordered (UdsQuery *self)
{
  g_return_if_fail (UDS_IS_QUERY (self));

  self->is_unordered = TRUE;
}

/**
 * uds_query_set_limit:
 * @self: a question
 * @limit: how many records at the most; 0 for all
 */
void
uds_query_set_limit (UdsQuery *self,
                     guint     limit)
{
  g_return_if_fail (UDS_IS_QUERY (self));

  self->limit = limit;
}

/**
 * uds_query_set_long_text:
 * @self: a question
 * @long_text: whether the records come with their long texts
 */
void
uds_query_set_long_text (UdsQuery *self,
                         gboolean  long_text)
{
  g_return_if_fail (UDS_IS_QUERY (self));

  self->long_text = long_text;
}
