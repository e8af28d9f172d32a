/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column for each field of the kind that forms show; of a pair the half in the reader's language, else the other. */
#include "uds-record-sheet.h"

#include "uds-record-titles.h"

#include <glib/gi18n.h>

#define NO_HALF G_MAXUINT

typedef struct {
  const UdsField *field;
  guint place; /* in the field table */
  guint other; /* the pair's other half, or NO_HALF */
} Column;

typedef struct {
  UdsSheet *sheet;
  UdsLanguage language;
  GArray *columns; /* Column */
  UdsRecordTitles *titles;
  GCancellable *cancellable;
  int *n_done;
} Making;

static void
making_clear (Making *self)
{
  g_array_unref (self->columns);
  uds_record_titles_free (self->titles);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

/* Columns */

static gboolean
is_shown (const UdsField *field)
{
  return (field->flags & UDS_FIELD_HIDDEN) == 0;
}

static void
add_column (Making        *self,
            const UdsKind *kind,
            guint          place)
{
  const UdsField *field = &kind->fields[place];
  gboolean is_half = (field->flags & (UDS_FIELD_DANISH | UDS_FIELD_ENGLISH)) != 0;
  UdsFieldFlags mine = self->language == UDS_LANGUAGE_DA ? UDS_FIELD_DANISH : UDS_FIELD_ENGLISH;
  Column column = { field, place, NO_HALF };
  g_autofree char *base = NULL;

  if (is_half && (field->flags & mine) == 0)
    return;
  if (is_half)
    {
      g_autofree char *other = NULL;

      base = uds_field_get_base_name (field);
      other = g_strconcat (base, self->language == UDS_LANGUAGE_DA ? "_en" : "_da", NULL);
      uds_kind_lookup_field (kind, other, &column.other);
    }
  g_array_append_val (self->columns, column);
  uds_sheet_add_column (self->sheet, _ (field->label), field->type == UDS_FIELD_INTEGER ? 0 : UDS_FORMAT_SHORTEST);
}

static gboolean
read_all_titles (Making  *self,
                 GError **error)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const UdsField *field = g_array_index (self->columns, Column, i).field;

      if (field->type == UDS_FIELD_REFERENCE
          && uds_record_titles_read (self->titles, uds_kind_lookup (field->target), error) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Rows */

/* All titles are read by now. */
static const char *
get_reference (Making         *self,
               const UdsField *field,
               const char     *id)
{
  return g_hash_table_lookup (uds_record_titles_read (self->titles, uds_kind_lookup (field->target), NULL), id);
}

static void
append_integer (Making         *self,
                const UdsField *field,
                gint64          integer)
{
  if (field->type == UDS_FIELD_BOOLEAN)
    uds_sheet_append_text (self->sheet, integer ? _ ("Yes") : _ ("No"));
  else if (field->type == UDS_FIELD_YEAR)
    uds_sheet_append_year (self->sheet, integer);
  else
    uds_sheet_append_number (self->sheet, (double) integer);
}

/* A code that is none of the choices any more stays what it is. */
static const char *
get_choice (const UdsField *field,
            const char     *code)
{
  const char *label = uds_field_get_choice_label (field, code);

  return label != NULL ? label : code;
}

static void
append_text (Making         *self,
             const UdsField *field,
             const char     *text)
{
  switch (field->type)
    {
    case UDS_FIELD_DATE:
    case UDS_FIELD_PERIOD:
      uds_sheet_append_date (self->sheet, text);
      break;
    case UDS_FIELD_CHOICE:
      uds_sheet_append_text (self->sheet, get_choice (field, text));
      break;
    case UDS_FIELD_REFERENCE:
      uds_sheet_append_text (self->sheet, get_reference (self, field, text));
      break;
    case UDS_FIELD_TEXT:
    case UDS_FIELD_LONG_TEXT:
    case UDS_FIELD_TIME:
    case UDS_FIELD_COUNTRY:
    case UDS_FIELD_JSON:
    case UDS_FIELD_INTEGER:
    case UDS_FIELD_YEAR:
    case UDS_FIELD_REAL:
    case UDS_FIELD_BOOLEAN:
    default:
      uds_sheet_append_text (self->sheet, text);
      break;
    }
}

static void
append_value (Making         *self,
              const Column   *column,
              const UdsValue *values)
{
  const UdsValue *value = &values[column->place];

  if (value->type == UDS_VALUE_NONE && column->other != NO_HALF)
    value = &values[column->other];
  switch (value->type)
    {
    case UDS_VALUE_INTEGER:
      append_integer (self, column->field, value->integer);
      break;
    case UDS_VALUE_REAL:
      uds_sheet_append_number (self->sheet, value->real);
      break;
    case UDS_VALUE_TEXT:
      append_text (self, column->field, value->text);
      break;
    case UDS_VALUE_NONE:
    default:
      uds_sheet_append_none (self->sheet);
      break;
    }
}

static gboolean
append_row (const char     *id,
            const UdsValue *values,
            gpointer        data)
{
  Making *self = data;

  for (guint i = 0; i < self->columns->len; i++)
    append_value (self, &g_array_index (self->columns, Column, i), values);
  if (self->n_done != NULL)
    g_atomic_int_inc (self->n_done);
  return !g_cancellable_is_cancelled (self->cancellable);
}

/**
 * uds_record_sheet_new:
 * @session: a session
 * @query: which records, in which order
 * @language: the reader's
 * @n_done: (nullable): where another thread can see how many rows there are already, atomically
 * @cancellable: (nullable): to give up
 * @error: what went wrong, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the records with all the fields that forms show
 */
UdsSheet *
uds_record_sheet_new (UdsSession    *session,
                      UdsQuery      *query,
                      UdsLanguage    language,
                      int           *n_done,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const UdsKind *kind = uds_query_get_kind (query);
  g_autoptr (UdsSheet) sheet = uds_sheet_new (_ (kind->label_plural), language);
  g_auto (Making) self = {
    .sheet = sheet,
    .language = language,
    .columns = g_array_new (FALSE, FALSE, sizeof (Column)),
    .titles = uds_record_titles_new (session, language),
    .cancellable = cancellable,
    .n_done = n_done,
  };

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_shown (&kind->fields[i]))
      add_column (&self, kind, i);
  uds_query_set_long_text (query, TRUE);
  if (!read_all_titles (&self, error) || !uds_session_scan (session, query, append_row, &self, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&sheet);
}
