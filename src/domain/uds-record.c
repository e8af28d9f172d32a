/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record: values by field, with the value each changed field had when the record was read, so that the store can
 * write what changed and merge it with what others changed. Values as text are uds-record-text.c's. No database. */
#include "uds-record.h"

#include "uds-error.h"

#include <glib/gi18n.h>

struct _UdsRecord
{
  GObject parent_instance;

  const UdsKind *kind;
  char *id;
  gint64 version;

  UdsValue *values; /* one per field */
  UdsValue *before; /* what a changed field held when read */
  gboolean *changed;
};

G_DEFINE_FINAL_TYPE (UdsRecord, uds_record, G_TYPE_OBJECT)

/**
 * uds_value_clear:
 * @value: a value
 *
 * Empties @value and frees what it holds.
 */
void
uds_value_clear (UdsValue *value)
{
  if (value->type == UDS_VALUE_TEXT)
    g_free (value->text);
  value->type = UDS_VALUE_NONE;
}

/**
 * uds_value_copy:
 * @value: (inout): the value to replace
 * @from: the value to copy
 */
void
uds_value_copy (UdsValue       *value,
                const UdsValue *from)
{
  UdsValue copy = *from;

  if (from->type == UDS_VALUE_TEXT)
    copy.text = g_strdup (from->text);
  uds_value_clear (value);
  *value = copy;
}

/**
 * uds_value_equal:
 * @a: a value
 * @b: another
 *
 * Returns: whether both are of one type and the same
 */
gboolean
uds_value_equal (const UdsValue *a,
                 const UdsValue *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case UDS_VALUE_INTEGER:
      return a->integer == b->integer;
    case UDS_VALUE_REAL:
      return a->real == b->real;
    case UDS_VALUE_TEXT:
      return g_str_equal (a->text, b->text);
    case UDS_VALUE_NONE:
    default:
      return TRUE;
    }
}

static void
uds_record_finalize (GObject *object)
{
  UdsRecord *self = UDS_RECORD (object);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      uds_value_clear (&self->values[i]);
      uds_value_clear (&self->before[i]);
    }
  g_free (self->values);
  g_free (self->before);
  g_free (self->changed);
  g_free (self->id);

  G_OBJECT_CLASS (uds_record_parent_class)->finalize (object);
}

static void
uds_record_class_init (UdsRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_record_finalize;
}

static void
uds_record_init (UdsRecord *self)
{
}

/**
 * uds_record_new:
 * @kind: a kind
 *
 * Returns: (transfer full): a new record with no values and no id yet
 */
UdsRecord *
uds_record_new (const UdsKind *kind)
{
  UdsRecord *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (UDS_TYPE_RECORD, NULL);
  self->kind = kind;
  self->values = g_new0 (UdsValue, kind->n_fields);
  self->before = g_new0 (UdsValue, kind->n_fields);
  self->changed = g_new0 (gboolean, kind->n_fields);
  return self;
}

/**
 * uds_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a record with the same identity and values; what was changed stays changed
 */
UdsRecord *
uds_record_copy (UdsRecord *self)
{
  UdsRecord *copy;

  g_return_val_if_fail (UDS_IS_RECORD (self), NULL);

  copy = uds_record_new (self->kind);
  uds_record_set_identity (copy, self->id, self->version);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      uds_value_copy (&copy->values[i], &self->values[i]);
      uds_value_copy (&copy->before[i], &self->before[i]);
      copy->changed[i] = self->changed[i];
    }
  return copy;
}

/**
 * uds_record_get_kind:
 * @self: a record
 *
 * Returns: its kind
 */
const UdsKind *
uds_record_get_kind (UdsRecord *self)
{
  g_return_val_if_fail (UDS_IS_RECORD (self), NULL);

  return self->kind;
}

/**
 * uds_record_is_a:
 * @self: a record
 * @kind: the name of a kind
 *
 * Returns: whether @self is of that kind
 */
gboolean
uds_record_is_a (UdsRecord  *self,
                 const char *kind)
{
  g_return_val_if_fail (UDS_IS_RECORD (self), FALSE);

  return g_str_equal (self->kind->name, kind);
}

/**
 * uds_record_get_id:
 * @self: a record
 *
 * Returns: (nullable): its id, or %NULL where it was never stored
 */
const char *
uds_record_get_id (UdsRecord *self)
{
  g_return_val_if_fail (UDS_IS_RECORD (self), NULL);

  return self->id;
}

/**
 * uds_record_get_version:
 * @self: a record
 *
 * Returns: the version that was read, 0 where it was never stored
 */
gint64
uds_record_get_version (UdsRecord *self)
{
  g_return_val_if_fail (UDS_IS_RECORD (self), 0);

  return self->version;
}

/**
 * uds_record_set_identity:
 * @self: a record
 * @id: (nullable): its id
 * @version: its version
 *
 * For the store, and for a caller that makes the id before the record is stored.
 */
void
uds_record_set_identity (UdsRecord  *self,
                         const char *id,
                         gint64      version)
{
  g_return_if_fail (UDS_IS_RECORD (self));

  g_set_str (&self->id, id);
  self->version = version;
}

/* The place of a field that must be there: a wrong name is a mistake in our code. */
static gboolean
find_field (UdsRecord  *self,
            const char *name,
            guint      *index)
{
  if (uds_kind_lookup_field (self->kind, name, index) != NULL)
    return TRUE;

  g_critical ("a %s has no field %s", self->kind->name, name);
  return FALSE;
}

static const UdsValue *
get_value (UdsRecord  *self,
           const char *name)
{
  static const UdsValue none = { UDS_VALUE_NONE };
  guint index;

  g_return_val_if_fail (UDS_IS_RECORD (self), &none);

  return find_field (self, name, &index) ? &self->values[index] : &none;
}

/**
 * uds_record_has:
 * @self: a record
 * @name: the name of a field
 *
 * Returns: whether the field has a value
 */
gboolean
uds_record_has (UdsRecord  *self,
                const char *name)
{
  return get_value (self, name)->type != UDS_VALUE_NONE;
}

/**
 * uds_record_get_text:
 * @self: a record
 * @name: the name of a field that holds text
 *
 * Returns: (nullable): its text, valid until the field is set; %NULL where it has none
 */
const char *
uds_record_get_text (UdsRecord  *self,
                     const char *name)
{
  const UdsValue *value = get_value (self, name);

  return value->type == UDS_VALUE_TEXT ? value->text : NULL;
}

/**
 * uds_record_get_integer:
 * @self: a record
 * @name: the name of a field that holds a whole number
 *
 * Returns: the number; 0 where it has none
 */
gint64
uds_record_get_integer (UdsRecord  *self,
                        const char *name)
{
  const UdsValue *value = get_value (self, name);

  return value->type == UDS_VALUE_INTEGER ? value->integer : 0;
}

/**
 * uds_record_get_real:
 * @self: a record
 * @name: the name of a field that holds a number
 *
 * Returns: the number; 0 where it has none
 */
double
uds_record_get_real (UdsRecord  *self,
                     const char *name)
{
  const UdsValue *value = get_value (self, name);

  if (value->type == UDS_VALUE_INTEGER)
    return (double) value->integer;
  return value->type == UDS_VALUE_REAL ? value->real : 0;
}

/**
 * uds_record_get_localized:
 * @self: a record
 * @base_name: the name of a pair of fields without its language, or of a field that has none
 * @language: the language wanted
 *
 * Returns: (nullable): the text in @language; where it is empty, in the other
 */
const char *
uds_record_get_localized (UdsRecord   *self,
                          const char  *base_name,
                          UdsLanguage  language)
{
  g_autofree char *wanted = NULL;
  g_autofree char *other = NULL;
  const char *text;

  g_return_val_if_fail (UDS_IS_RECORD (self), NULL);

  if (uds_kind_lookup_field (self->kind, base_name, NULL) != NULL)
    return uds_record_get_text (self, base_name);

  wanted = g_strconcat (base_name, language == UDS_LANGUAGE_DA ? "_da" : "_en", NULL);
  other = g_strconcat (base_name, language == UDS_LANGUAGE_DA ? "_en" : "_da", NULL);
  text = uds_record_get_text (self, wanted);
  return text != NULL ? text : uds_record_get_text (self, other);
}

/**
 * uds_record_get_title:
 * @self: a record
 * @language: the language wanted
 *
 * Returns: what the record is called; where it has no name of its own, of what type it is, or else its kind's name
 */
const char *
uds_record_get_title (UdsRecord   *self,
                      UdsLanguage  language)
{
  const UdsField *type;
  const char *title = NULL;

  g_return_val_if_fail (UDS_IS_RECORD (self), NULL);

  if (self->kind->title != NULL)
    title = uds_record_get_localized (self, self->kind->title, language);
  if (title != NULL)
    return title;

  type = uds_kind_get_type_field (self->kind);
  if (type != NULL)
    title = uds_field_get_choice_label (type, uds_record_get_text (self, type->name));
  return title != NULL ? title : _(self->kind->label);
}

/**
 * uds_record_put:
 * @self: a record
 * @index: the place of a field in the field table
 * @value: its new value
 *
 * Sets a field by its place. What the field held when the record was read is kept until it is stored.
 */
void
uds_record_put (UdsRecord      *self,
                guint           index,
                const UdsValue *value)
{
  g_return_if_fail (UDS_IS_RECORD (self));
  g_return_if_fail (index < self->kind->n_fields);

  if (uds_value_equal (&self->values[index], value))
    return;

  if (!self->changed[index])
    {
      self->before[index] = self->values[index];
      self->values[index].type = UDS_VALUE_NONE;
      self->changed[index] = TRUE;
    }
  uds_value_copy (&self->values[index], value);

  if (uds_value_equal (&self->values[index], &self->before[index]))
    {
      uds_value_clear (&self->before[index]);
      self->changed[index] = FALSE;
    }
}

static void
set_value (UdsRecord      *self,
           const char     *name,
           const UdsValue *value)
{
  guint index;

  g_return_if_fail (UDS_IS_RECORD (self));

  if (find_field (self, name, &index))
    uds_record_put (self, index, value);
}

/**
 * uds_record_clear:
 * @self: a record
 * @name: the name of a field
 *
 * Takes the field's value away.
 */
void
uds_record_clear (UdsRecord  *self,
                  const char *name)
{
  set_value (self, name, &(UdsValue) { UDS_VALUE_NONE });
}

/**
 * uds_record_set_text:
 * @self: a record
 * @name: the name of a field that holds text
 * @text: (nullable): its text; empty text is none
 */
void
uds_record_set_text (UdsRecord  *self,
                     const char *name,
                     const char *text)
{
  if (text == NULL || *text == '\0')
    uds_record_clear (self, name);
  else
    set_value (self, name, &(UdsValue) { UDS_VALUE_TEXT, .text = (char *) text });
}

/**
 * uds_record_set_integer:
 * @self: a record
 * @name: the name of a field that holds a whole number
 * @integer: the number
 */
void
uds_record_set_integer (UdsRecord  *self,
                        const char *name,
                        gint64      integer)
{
  set_value (self, name, &(UdsValue) { UDS_VALUE_INTEGER, .integer = integer });
}

/**
 * uds_record_set_real:
 * @self: a record
 * @name: the name of a field that holds a number
 * @real: the number, finite
 */
void
uds_record_set_real (UdsRecord  *self,
                     const char *name,
                     double      real)
{
  set_value (self, name, &(UdsValue) { UDS_VALUE_REAL, .real = real });
}

static gboolean
pair_has_value (UdsRecord      *self,
                const UdsField *field)
{
  g_autofree char *base = uds_field_get_base_name (field);

  return uds_record_get_localized (self, base, UDS_LANGUAGE_DA) != NULL;
}

/**
 * uds_record_validate:
 * @self: a record
 * @error: which field is missing
 *
 * Returns: %FALSE where a required field has no value, or what is not called by its type has no name in either language
 */
gboolean
uds_record_validate (UdsRecord  *self,
                     GError    **error)
{
  gboolean needs_name;

  g_return_val_if_fail (UDS_IS_RECORD (self), FALSE);

  needs_name = uds_kind_get_type_field (self->kind) == NULL;
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const UdsField *field = &self->kind->fields[i];
      g_autofree char *base = uds_field_get_base_name (field);
      gboolean is_title = needs_name && g_strcmp0 (base, self->kind->title) == 0;

      if (!(field->flags & UDS_FIELD_REQUIRED) && !is_title)
        continue;
      if (self->values[i].type != UDS_VALUE_NONE || (is_title && pair_has_value (self, field)))
        continue;
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                   /* Translators: the name of a field, then a kind of record */
                   _("The field “%s” of the kind “%s” must not be empty."), field->name, self->kind->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * uds_record_peek:
 * @self: a record
 * @index: the place of a field
 *
 * Returns: the field's value, valid until it is set
 */
const UdsValue *
uds_record_peek (UdsRecord *self,
                 guint      index)
{
  g_return_val_if_fail (UDS_IS_RECORD (self) && index < self->kind->n_fields, NULL);

  return &self->values[index];
}

/**
 * uds_record_peek_before:
 * @self: a record
 * @index: the place of a field
 *
 * Returns: what the field held when the record was read
 */
const UdsValue *
uds_record_peek_before (UdsRecord *self,
                        guint      index)
{
  g_return_val_if_fail (UDS_IS_RECORD (self) && index < self->kind->n_fields, NULL);

  return self->changed[index] ? &self->before[index] : &self->values[index];
}

/**
 * uds_record_is_changed:
 * @self: a record
 * @index: the place of a field
 *
 * Returns: whether the field differs from what was read
 */
gboolean
uds_record_is_changed (UdsRecord *self,
                       guint      index)
{
  g_return_val_if_fail (UDS_IS_RECORD (self) && index < self->kind->n_fields, FALSE);

  return self->changed[index];
}

/**
 * uds_record_has_changes:
 * @self: a record
 *
 * Returns: whether any field differs from what was read
 */
gboolean
uds_record_has_changes (UdsRecord *self)
{
  g_return_val_if_fail (UDS_IS_RECORD (self), FALSE);

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->changed[i])
      return TRUE;

  return FALSE;
}

/**
 * uds_record_mark_stored:
 * @self: a record
 *
 * For the store: what the record holds now is what is stored.
 */
void
uds_record_mark_stored (UdsRecord *self)
{
  g_return_if_fail (UDS_IS_RECORD (self));

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      uds_value_clear (&self->before[i]);
      self->changed[i] = FALSE;
    }
}
