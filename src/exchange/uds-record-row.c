/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the rows of a table of records: each cell by the type of its field, as `udsyn export` writes it or as a person
 * would. Looks nothing up: which record a row is about is uds-record-table-save.c's. */
#include "uds-record-table-private.h"

#include "uds-error.h"
#include "uds-export.h"
#include "uds-json.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>
#include <string.h>

static void
clear_cell (gpointer data)
{
  UdsRecordCell *cell = data;

  g_free (cell->detail);
  g_free (cell->repair);
}

/**
 * uds_record_row_init:
 * @row: (out caller-allocates): a row
 * @table: its table, which must stay
 *
 * Begins before the first row below the heading.
 */
void
uds_record_row_init (UdsRecordRow         *row,
                     const UdsRecordTable *table)
{
  *row = (UdsRecordRow) {
    .table = table,
    .reader = uds_csv_reader_new (table->file->text, table->file->separator),
    .cells = g_array_new (FALSE, TRUE, sizeof (UdsRecordCell)),
  };
  g_array_set_clear_func (row->cells, clear_cell);
  uds_csv_reader_next (row->reader, NULL);
}

static void
forget (UdsRecordRow *row)
{
  g_array_set_size (row->cells, 0);
  g_clear_object (&row->said);
  g_clear_pointer (&row->id, g_free);
  row->refused = FALSE;
}

/**
 * uds_record_row_clear:
 * @row: a row
 *
 * Frees what it holds.
 */
void
uds_record_row_clear (UdsRecordRow *row)
{
  forget (row);
  uds_csv_reader_free (row->reader);
  g_array_unref (row->cells);
}

/**
 * uds_record_row_get_text:
 * @row: a row
 * @column: the place of a cell
 *
 * Returns: what stands there
 */
const char *
uds_record_row_get_text (const UdsRecordRow *row,
                         guint               column)
{
  return uds_csv_reader_get_cell (row->reader, column);
}

static UdsProblemCode
refuse (UdsRecordCell *cell,
        const GError  *error)
{
  cell->detail = g_strdup (error->message);
  return UDS_PROBLEM_DOES_NOT_FIT;
}

static UdsProblemCode
read_number (UdsRecordRow   *row,
             const UdsField *field,
             const char     *text,
             UdsRecordCell  *cell)
{
  UdsDecimal decimal = row->table->decimal;
  g_autofree char *repair = NULL;
  double value;

  if (uds_decimal_parse (decimal, text, &value))
    {
      uds_record_set_real (row->said, field->name, value);
      return UDS_PROBLEM_NONE;
    }
  if (decimal == UDS_DECIMAL_UNKNOWN && uds_decimal_is_ambiguous (text))
    return UDS_PROBLEM_AMBIGUOUS_NUMBER;

  repair = uds_decimal_repair (decimal, text);
  if (repair == NULL)
    return UDS_PROBLEM_NOT_A_NUMBER;
  cell->detail = g_strdup (repair);
  cell->repair = g_strdup (repair);
  if (!row->table->repair || !uds_decimal_parse (UDS_DECIMAL_POINT, repair, &value))
    return UDS_PROBLEM_NUMBER_FORMAT;
  uds_record_set_real (row->said, field->name, value);
  return UDS_PROBLEM_REPAIRED;
}

/* The code of a choice, also by its label in either language. */
static const char *
find_choice (const UdsField *field,
             const char     *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const UdsChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      g_autofree char *english = g_utf8_casefold (choice->label, -1);
      g_autofree char *translated = g_utf8_casefold (_(choice->label), -1);

      if (g_str_equal (folded, english) || g_str_equal (folded, translated))
        return choice->code;
    }

  return text;
}

static UdsProblemCode
read_json (UdsRecordRow   *row,
           const UdsField *field,
           const char     *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autofree char *canonical = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return UDS_PROBLEM_NOT_JSON;

  canonical = uds_json_to_canonical (json_node_get_object (node));
  uds_record_set_text (row->said, field->name, canonical);
  return UDS_PROBLEM_NONE;
}

static UdsProblemCode
read_typed (UdsRecordRow   *row,
            const UdsField *field,
            const char     *text,
            UdsRecordCell  *cell)
{
  g_autoptr (GError) error = NULL;

  if (field->type == UDS_FIELD_REAL)
    return read_number (row, field, text, cell);
  if (field->type == UDS_FIELD_JSON)
    return read_json (row, field, text);
  if (field->type == UDS_FIELD_CHOICE)
    text = find_choice (field, text);
  return uds_record_set_from_string (row->said, field->name, text, &error) ? UDS_PROBLEM_NONE : refuse (cell, error);
}

static UdsProblemCode
read_id (UdsRecordRow  *row,
         const char    *text,
         UdsRecordCell *cell)
{
  if (!uds_uuid_is_valid (text))
    {
      cell->detail = g_strdup_printf (_("“%s” is not the id of a record."), text);
      return UDS_PROBLEM_DOES_NOT_FIT;
    }

  row->id = g_strdup (text);
  return UDS_PROBLEM_NONE;
}

static UdsProblemCode
read_field (UdsRecordRow   *row,
            int             place,
            const char     *text,
            UdsRecordCell  *cell)
{
  const UdsField *field = place >= 0 ? &row->table->kind->fields[place] : NULL;
  g_autofree char *trimmed = NULL;
  const char *start;
  gsize length;
  gboolean blanks = uds_text_trim (text, &start, &length);
  UdsProblemCode code;

  if (length == 0)
    return UDS_PROBLEM_MISSING_VALUE;
  /* Text is kept as it is written, so that what was exported comes back the same. */
  if (field != NULL && (field->type == UDS_FIELD_TEXT || field->type == UDS_FIELD_LONG_TEXT))
    {
      uds_record_set_text (row->said, field->name, uds_csv_skip_guard (text));
      return UDS_PROBLEM_NONE;
    }

  trimmed = g_strndup (start, length);
  code = field != NULL ? read_typed (row, field, trimmed, cell) : read_id (row, trimmed, cell);
  return code == UDS_PROBLEM_NONE && blanks ? UDS_PROBLEM_TRIMMED : code;
}

static UdsProblemCode
read_cell (UdsRecordRow  *row,
           guint          place,
           UdsRecordCell *cell)
{
  const char *text = uds_record_row_get_text (row, place);
  const UdsRecordColumn *column;

  if (*text == '\0')
    return UDS_PROBLEM_NONE;
  if (place >= row->table->columns->len)
    return UDS_PROBLEM_EXTRA_CELL;
  if (uds_csv_reader_get_flags (row->reader, place) & UDS_CSV_UNCLOSED)
    return UDS_PROBLEM_UNCLOSED_QUOTE;

  column = &g_array_index (row->table->columns, UdsRecordColumn, place);
  if (column->field == UDS_RECORD_COLUMN_UNNAMED)
    return UDS_PROBLEM_UNNAMED_COLUMN;
  if (column->field >= UDS_RECORD_COLUMN_ID)
    return read_field (row, column->field, text, cell);
  cell->detail = g_strdup (column->heading);
  return column->field == UDS_RECORD_COLUMN_DUPLICATE ? UDS_PROBLEM_DUPLICATE_COLUMN : UDS_PROBLEM_UNKNOWN_COLUMN;
}

static gboolean
is_key (const UdsRecordRow *row,
        guint               column)
{
  int field = column < row->table->columns->len ? g_array_index (row->table->columns, UdsRecordColumn, column).field
                                                : UDS_RECORD_COLUMN_UNKNOWN;

  return field >= 0 && (row->table->kind->fields[field].flags & UDS_FIELD_KEY) != 0;
}

/* A row of whose key a part cannot be read would be taken for another record. */
static void
refuse_without_key (UdsRecordRow *row)
{
  guint bad = 0;

  while (bad < row->cells->len
         && (g_array_index (row->cells, UdsRecordCell, bad).code <= UDS_PROBLEM_LAST_NOTE || !is_key (row, bad)))
    bad++;
  if (bad == row->cells->len)
    return;

  row->refused = TRUE;
  for (guint i = 0; i < row->cells->len; i++)
    {
      UdsRecordCell *cell = &g_array_index (row->cells, UdsRecordCell, i);

      if (cell->code > UDS_PROBLEM_LAST_NOTE || *uds_record_row_get_text (row, i) == '\0')
        continue;
      clear_cell (cell);
      *cell = (UdsRecordCell) { UDS_PROBLEM_ROW_REFUSED, g_strdup (uds_record_row_get_text (row, bad)), NULL };
    }
}

/**
 * uds_record_row_next:
 * @row: a row
 * @error: the file cannot be read on
 *
 * Goes on to the next row that is not blank, and reads it.
 *
 * Returns: %FALSE at the end, and with @error set on failure
 */
gboolean
uds_record_row_next (UdsRecordRow  *row,
                     GError       **error)
{
  guint n_cells = 0;

  forget (row);
  while (n_cells == 0)
    {
      if (!uds_csv_reader_next (row->reader, error))
        return FALSE;
      n_cells = uds_csv_reader_get_n_cells (row->reader);
    }

  row->said = uds_record_new (row->table->kind);
  g_array_set_size (row->cells, n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      UdsRecordCell *cell = &g_array_index (row->cells, UdsRecordCell, i);

      cell->code = read_cell (row, i, cell);
    }
  refuse_without_key (row);
  return TRUE;
}
