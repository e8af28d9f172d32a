/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row while it is read: each cell carries what becomes of it until the row is settled, and only settling counts. */
#include "uds-open-sdg-row-private.h"

/**
 * uds_open_sdg_row_get:
 * @self: a row
 * @column: a column, from 0
 *
 * Returns: what becomes of the cell; where the row is too short, of an empty one
 */
const UdsOpenSdgMark *
uds_open_sdg_row_get (UdsOpenSdgRow *self,
                      guint          column)
{
  static const UdsOpenSdgMark none = { "" };

  return column < self->marks->len ? &g_array_index (self->marks, UdsOpenSdgMark, column) : &none;
}

/**
 * uds_open_sdg_row_set:
 * @self: a row
 * @column: the column of a cell that is there
 * @code: what is odd about it
 * @detail: (nullable): what the reason names besides
 * @repair: (nullable): what would be right
 *
 * Says what becomes of a cell. The texts must last until the row is settled.
 */
void
uds_open_sdg_row_set (UdsOpenSdgRow  *self,
                      guint           column,
                      UdsProblemCode  code,
                      const char     *detail,
                      const char     *repair)
{
  UdsOpenSdgMark *mark = &g_array_index (self->marks, UdsOpenSdgMark, column);

  mark->code = code;
  mark->detail = detail;
  mark->repair = repair;
}

/**
 * uds_open_sdg_row_refuse:
 * @self: a row
 * @code: why
 * @detail: (nullable): what the reason names besides
 *
 * Refuses every cell of the row that is not refused already for a reason of its own.
 */
void
uds_open_sdg_row_refuse (UdsOpenSdgRow  *self,
                         UdsProblemCode  code,
                         const char     *detail)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (uds_open_sdg_row_get (self, i)->code <= UDS_PROBLEM_LAST_NOTE)
      uds_open_sdg_row_set (self, i, code, detail, NULL);
}

static void
mark_cell (UdsOpenSdgRow *self,
           guint          column)
{
  const char *text = uds_csv_reader_get_cell (self->reader, column);
  UdsCsvFlags flags = uds_csv_reader_get_flags (self->reader, column);
  UdsOpenSdgMark mark = { .text = text };
  const char *start;
  gsize length;

  mark.trimmed = uds_text_trim (text, &start, &length);
  if (mark.trimmed)
    mark.text = g_string_chunk_insert_len (self->scratch, start, (gssize) length);

  if ((flags & UDS_CSV_UNCLOSED) != 0)
    mark.code = UDS_PROBLEM_UNCLOSED_QUOTE;
  else if (column >= self->columns->len)
    mark.code = UDS_PROBLEM_EXTRA_CELL;
  else if (g_array_index (self->columns, UdsOpenSdgColumn, column).role == UDS_OPEN_SDG_UNNAMED)
    mark.code = UDS_PROBLEM_UNNAMED_COLUMN;
  else if (g_array_index (self->columns, UdsOpenSdgColumn, column).role == UDS_OPEN_SDG_DUPLICATE)
    {
      mark.code = UDS_PROBLEM_DUPLICATE_COLUMN;
      mark.detail = g_array_index (self->columns, UdsOpenSdgColumn, column).name;
    }
  else if ((flags & UDS_CSV_STRAY) != 0)
    mark.code = UDS_PROBLEM_STRAY_QUOTE;
  g_array_append_val (self->marks, mark);
}

/**
 * uds_open_sdg_row_read:
 * @self: a row whose reader stands at it
 *
 * Begins the row: what its cells hold, and which cannot be imported wherever they stand.
 *
 * Returns: whether any cell has content
 */
gboolean
uds_open_sdg_row_read (UdsOpenSdgRow *self)
{
  gboolean content = FALSE;

  g_array_set_size (self->marks, 0);
  g_string_chunk_clear (self->scratch);
  for (guint i = 0; i < uds_csv_reader_get_n_cells (self->reader); i++)
    {
      mark_cell (self, i);
      content |= *uds_open_sdg_row_get (self, i)->text != '\0';
    }
  return content;
}

/**
 * uds_open_sdg_row_settle:
 * @self: a row that was read
 *
 * Gives each cell to the file's count: once, with what became of it.
 */
void
uds_open_sdg_row_settle (UdsOpenSdgRow *self)
{
  guint row = uds_csv_reader_get_row (self->reader);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const UdsOpenSdgMark *mark = uds_open_sdg_row_get (self, i);
      const char *written = uds_csv_reader_get_cell (self->reader, i);
      gboolean trimmed = mark->trimmed && mark->code <= UDS_PROBLEM_LAST_NOTE;

      if (*written == '\0')
        continue;
      if (trimmed && mark->code == UDS_PROBLEM_NONE)
        {
          uds_import_file_add_cell (self->file, row, i + 1, UDS_PROBLEM_TRIMMED, written, NULL, mark->text);
          continue;
        }
      uds_import_file_add_cell (self->file, row, i + 1, mark->code, written, mark->detail, mark->repair);
      if (trimmed)
        uds_import_file_add_note (self->file, row, i + 1, UDS_PROBLEM_TRIMMED, written, NULL);
    }
}
