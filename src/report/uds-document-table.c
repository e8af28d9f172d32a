/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps a table's columns and rows. */
#include "uds-document-table.h"

typedef struct {
  char *text;
  UdsMark mark;
} Cell;

typedef struct {
  Cell heading;
  UdsColumnFlags flags;
} Column;

typedef struct {
  Cell *cells;
  guint n_cells;
  gboolean strong;
} Row;

struct _UdsDocumentTable {
  char *caption;
  GArray *columns;
  GArray *rows;
};

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->heading.text);
}

static void
row_clear (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i].text);
  g_free (row->cells);
}

/**
 * uds_document_table_new:
 * @caption: (nullable): what the table shows, printed above it
 *
 * Returns: (transfer full): a table without columns and rows
 */
UdsDocumentTable *
uds_document_table_new (const char *caption)
{
  UdsDocumentTable *self = g_new0 (UdsDocumentTable, 1);

  self->caption = g_strdup (caption);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

/**
 * uds_document_table_free:
 * @self: (transfer full): a table
 */
void
uds_document_table_free (UdsDocumentTable *self)
{
  g_free (self->caption);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * uds_document_table_add_column:
 * @self: a table without rows
 * @heading: the column's heading, "" for none
 * @mark: a shape before the heading
 * @flags: what the column holds
 */
void
uds_document_table_add_column (UdsDocumentTable *self,
                               const char       *heading,
                               UdsMark           mark,
                               UdsColumnFlags    flags)
{
  Column column = { .heading = { g_strdup (heading), mark }, .flags = flags };

  g_return_if_fail (self->rows->len == 0);

  g_array_append_val (self->columns, column);
}

/**
 * uds_document_table_add_row:
 * @self: a table
 * @cells: the texts of the row, one for each column
 */
void
uds_document_table_add_row (UdsDocumentTable  *self,
                            const char *const *cells)
{
  Row row = { .n_cells = self->columns->len };

  row.cells = g_new0 (Cell, row.n_cells);
  for (guint i = 0; i < row.n_cells; i++)
    row.cells[i].text = g_strdup (cells[i]);
  g_array_append_val (self->rows, row);
}

static Row *
get_row (const UdsDocumentTable *self,
         guint                   index)
{
  return &g_array_index (self->rows, Row, index);
}

/**
 * uds_document_table_set_mark:
 * @self: a table with a row
 * @column: a column of the last row
 * @mark: the shape before its text
 */
void
uds_document_table_set_mark (UdsDocumentTable *self,
                             guint             column,
                             UdsMark           mark)
{
  g_return_if_fail (self->rows->len > 0 && column < self->columns->len);

  get_row (self, self->rows->len - 1)->cells[column].mark = mark;
}

/**
 * uds_document_table_set_strong:
 * @self: a table with a row
 *
 * Makes the last row stand out, as a sum does.
 */
void
uds_document_table_set_strong (UdsDocumentTable *self)
{
  g_return_if_fail (self->rows->len > 0);

  get_row (self, self->rows->len - 1)->strong = TRUE;
}

/**
 * uds_document_table_get_caption:
 * @self: a table
 *
 * Returns: (nullable): its caption
 */
const char *
uds_document_table_get_caption (const UdsDocumentTable *self)
{
  return self->caption;
}

/**
 * uds_document_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has
 */
guint
uds_document_table_get_n_columns (const UdsDocumentTable *self)
{
  return self->columns->len;
}

/**
 * uds_document_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, the headings not counted
 */
guint
uds_document_table_get_n_rows (const UdsDocumentTable *self)
{
  return self->rows->len;
}

/**
 * uds_document_table_get_flags:
 * @self: a table
 * @column: a column
 *
 * Returns: what the column holds
 */
UdsColumnFlags
uds_document_table_get_flags (const UdsDocumentTable *self,
                              guint                   column)
{
  return g_array_index (self->columns, Column, column).flags;
}

/**
 * uds_document_table_get_heading:
 * @self: a table
 * @column: a column
 * @mark: (out) (optional): the shape before it
 *
 * Returns: the column's heading
 */
const char *
uds_document_table_get_heading (const UdsDocumentTable *self,
                                guint                   column,
                                UdsMark                *mark)
{
  const Cell *heading = &g_array_index (self->columns, Column, column).heading;

  if (mark != NULL)
    *mark = heading->mark;
  return heading->text;
}

/**
 * uds_document_table_get_cell:
 * @self: a table
 * @row: a row
 * @column: a column
 * @mark: (out) (optional): the shape before it
 *
 * Returns: the text of a cell
 */
const char *
uds_document_table_get_cell (const UdsDocumentTable *self,
                             guint                   row,
                             guint                   column,
                             UdsMark                *mark)
{
  const Cell *cell = &get_row (self, row)->cells[column];

  if (mark != NULL)
    *mark = cell->mark;
  return cell->text;
}

/**
 * uds_document_table_is_strong:
 * @self: a table
 * @row: a row
 *
 * Returns: whether the row stands out
 */
gboolean
uds_document_table_is_strong (const UdsDocumentTable *self,
                              guint                   row)
{
  return get_row (self, row)->strong;
}
