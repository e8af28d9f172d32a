/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column for each field of the kind that forms show; of a pair the half in the reader's language, else the other.
 * What a reference is called is read before the records, so that a long list costs no query for each. */
#include "uds-record-sheet.h"

#include <glib/gi18n.h>

#define NO_HALF G_MAXUINT

typedef struct {
  const UdsField *field;
  guint place; /* in the field table */
  guint other; /* the pair's other half, or NO_HALF */
} Column;

typedef struct {
  UdsSession *session;
  UdsSheet *sheet;
  UdsLanguage language;
  GArray *columns;    /* Column */
  GHashTable *titles; /* the name of a kind to a GHashTable of id to title */
  GCancellable *cancellable;
  int *n_done;
} Making;

static void
making_clear (Making *self)
{
  g_array_unref (self->columns);
  g_hash_table_unref (self->titles);
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

/* Titles */

static GHashTable *read_titles (Making *self,
                                const UdsKind *kind,
                                GError **error);

static void
append_part (GString    *title,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", part);
}

/* A record without a name, such as a series, is called by what it refers to and what it says. */
static gboolean
append_field (Making          *self,
              GString         *title,
              UdsRecord       *record,
              const UdsField  *field,
              GError         **error)
{
  const char *text;
  GHashTable *titles;

  if (!is_shown (field) || (field->type != UDS_FIELD_TEXT && field->type != UDS_FIELD_REFERENCE))
    return TRUE;
  text = uds_record_get_text (record, field->name);
  if (field->type == UDS_FIELD_TEXT)
    {
      append_part (title, text);
      return TRUE;
    }
  titles = read_titles (self, uds_kind_lookup (field->target), error);
  if (titles != NULL && text != NULL)
    append_part (title, g_hash_table_lookup (titles, text));
  return titles != NULL;
}

static char *
make_title (Making     *self,
            UdsRecord  *record,
            GError    **error)
{
  const UdsKind *kind = uds_record_get_kind (record);
  g_autoptr (GString) title = g_string_new (NULL);

  if (kind->title != NULL)
    return g_strdup (uds_record_get_title (record, self->language));

  for (guint i = 0; i < kind->n_fields; i++)
    if (!append_field (self, title, record, &kind->fields[i], error))
      return NULL;
  return g_string_free (g_steal_pointer (&title), FALSE);
}

static GHashTable *
read_titles (Making         *self,
             const UdsKind  *kind,
             GError        **error)
{
  GHashTable *titles = g_hash_table_lookup (self->titles, kind->name);
  g_autoptr (UdsQuery) query = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (titles != NULL)
    return titles;

  query = uds_query_new (kind);
  records = uds_session_list (self->session, query, error);
  if (records == NULL)
    return NULL;

  titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->titles, (gpointer) kind->name, titles);
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      char *title = make_title (self, record, error);

      if (title == NULL)
        return NULL;
      g_hash_table_insert (titles, g_strdup (uds_record_get_id (record)), title);
    }
  return titles;
}

static gboolean
read_all_titles (Making  *self,
                 GError **error)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const UdsField *field = g_array_index (self->columns, Column, i).field;

      if (field->type == UDS_FIELD_REFERENCE && read_titles (self, uds_kind_lookup (field->target), error) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Rows */

static const char *
get_reference (Making         *self,
               const UdsField *field,
               const char     *id)
{
  return g_hash_table_lookup (g_hash_table_lookup (self->titles, field->target), id);
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
    .session = session,
    .sheet = sheet,
    .language = language,
    .columns = g_array_new (FALSE, FALSE, sizeof (Column)),
    .titles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref),
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
