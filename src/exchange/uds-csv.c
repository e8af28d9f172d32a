/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader walks over the text once and copies each row's cells into one buffer that the next row uses again.
 * It repairs nothing: what is odd about a cell is said in its flags. */
#include "uds-csv.h"

#include "uds-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many rows the separator is told by. */
#define SAMPLE_ROWS 50

typedef struct {
  gsize offset;
  UdsCsvFlags flags;
} Cell;

struct _UdsCsvReader
{
  GBytes *bytes;
  const char *position;
  const char *end;
  char separator;

  GString *text; /* the row's cells, each ended by a zero byte */
  GArray *cells;
  guint row;
  guint line;      /* where the row begins */
  guint next_line; /* where the next one does */

  GPtrArray *heading;
};

/**
 * uds_csv_reader_new:
 * @text: UTF-8 without zero bytes (uds_encoding_to_utf8()); a byte order mark is skipped
 * @separator: `,`, `;` or a tab
 *
 * Returns: (transfer full): a reader before the first row; it holds a reference on @text
 */
UdsCsvReader *
uds_csv_reader_new (GBytes *text,
                    char    separator)
{
  UdsCsvReader *self = g_new0 (UdsCsvReader, 1);
  gsize size;

  self->bytes = g_bytes_ref (text);
  self->position = g_bytes_get_data (text, &size);
  if (self->position == NULL)
    self->position = ""; /* bytes without a size have no data either */
  self->end = self->position + size;
  if (size >= 3 && memcmp (self->position, "\xef\xbb\xbf", 3) == 0)
    self->position += 3;
  self->separator = separator;
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->next_line = 1;
  return self;
}

/**
 * uds_csv_reader_free:
 * @self: (nullable) (transfer full): a reader
 */
void
uds_csv_reader_free (UdsCsvReader *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_clear_pointer (&self->heading, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_end_of_cell (UdsCsvReader *self)
{
  return self->position == self->end || *self->position == self->separator || *self->position == '\n'
         || *self->position == '\r';
}

static void
read_bare (UdsCsvReader *self)
{
  const char *start = self->position;

  while (!is_end_of_cell (self))
    self->position++;
  g_string_append_len (self->text, start, self->position - start);
}

static void
count_lines (UdsCsvReader *self,
             const char   *from,
             const char   *to)
{
  for (const char *p = from; p < to; p++)
    self->next_line += *p == '\n' || (*p == '\r' && (p + 1 == self->end || p[1] != '\n'));
}

/* The position is behind the opening quotation mark. */
static UdsCsvFlags
read_quoted (UdsCsvReader *self)
{
  for (;;)
    {
      const char *start = self->position;
      const char *quote = memchr (start, '"', self->end - start);

      self->position = quote != NULL ? quote + 1 : self->end;
      count_lines (self, start, self->position);
      g_string_append_len (self->text, start, (quote != NULL ? quote : self->end) - start);
      if (quote == NULL)
        return UDS_CSV_QUOTED | UDS_CSV_UNCLOSED;
      if (self->position == self->end || *self->position != '"')
        break;
      g_string_append_c (self->text, '"');
      self->position++;
    }

  if (is_end_of_cell (self))
    return UDS_CSV_QUOTED;
  read_bare (self);
  return UDS_CSV_QUOTED | UDS_CSV_STRAY;
}

static void
set_too_long (UdsCsvReader  *self,
              UdsCsvFlags    flags,
              GError       **error)
{
  guint column = self->cells->len + 1;

  if ((flags & UDS_CSV_UNCLOSED) != 0)
    g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                 _("The quotation mark in row %u, column %u is never closed"), self->row, column);
  else
    g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT,
                 _("The cell in row %u, column %u is longer than %d characters"), self->row, column, UDS_CSV_MAX_CELL);
}

static gboolean
read_cell (UdsCsvReader  *self,
           GError       **error)
{
  Cell cell = { .offset = self->text->len };

  if (self->cells->len == UDS_CSV_MAX_COLUMNS)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("Row %u has more than %d columns"), self->row,
                   UDS_CSV_MAX_COLUMNS);
      return FALSE;
    }

  if (self->position < self->end && *self->position == '"')
    {
      self->position++;
      cell.flags = read_quoted (self);
    }
  else
    read_bare (self);

  if (self->text->len - cell.offset > UDS_CSV_MAX_CELL)
    {
      set_too_long (self, cell.flags, error);
      return FALSE;
    }
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->cells, cell);
  return TRUE;
}

/* LF, CR LF, CR alone, or the end of the file. */
static void
read_end_of_row (UdsCsvReader *self)
{
  if (self->position == self->end)
    return;

  if (*self->position == '\r' && self->position + 1 < self->end && self->position[1] == '\n')
    self->position++;
  self->position++;
  self->next_line++;
}

static gboolean
is_blank_row (UdsCsvReader *self)
{
  return self->cells->len == 1 && self->text->len == 1 && g_array_index (self->cells, Cell, 0).flags == 0;
}

/**
 * uds_csv_reader_next:
 * @self: a reader
 * @error: what went wrong
 *
 * Goes on to the next row. A cell longer, a row wider or a row more than the limits above is %UDS_ERROR_LIMIT;
 * a quotation mark that opens such a long cell and is never closed is %UDS_ERROR_INVALID.
 *
 * Returns: %FALSE at the end, and with @error set on failure
 */
gboolean
uds_csv_reader_next (UdsCsvReader  *self,
                     GError       **error)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->cells, 0);
  self->line = self->next_line;
  if (self->position == self->end)
    return FALSE;

  if (self->row == UDS_CSV_MAX_ROWS)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_LIMIT, _("The file has more than %d rows"), UDS_CSV_MAX_ROWS);
      return FALSE;
    }
  self->row++;

  if (!read_cell (self, error))
    return FALSE;
  while (self->position < self->end && *self->position == self->separator)
    {
      self->position++;
      if (!read_cell (self, error))
        return FALSE;
    }
  read_end_of_row (self);

  if (is_blank_row (self))
    g_array_set_size (self->cells, 0);
  return TRUE;
}

/**
 * uds_csv_reader_get_row:
 * @self: a reader
 *
 * Returns: the number of the row as a spreadsheet counts: the heading is 1, and blank rows count
 */
guint
uds_csv_reader_get_row (UdsCsvReader *self)
{
  return self->row;
}

/**
 * uds_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: the line of the file in which the row begins, from 1: as an editor counts, which differs from the row
 *   where cells hold line ends
 */
guint
uds_csv_reader_get_line (UdsCsvReader *self)
{
  return self->line;
}

/**
 * uds_csv_reader_get_n_cells:
 * @self: a reader
 *
 * Returns: how many cells the row has; 0 for a blank line
 */
guint
uds_csv_reader_get_n_cells (UdsCsvReader *self)
{
  return self->cells->len;
}

/**
 * uds_csv_reader_get_cell:
 * @self: a reader
 * @column: a column, from 0
 *
 * Returns: the cell's text, valid until the next row; empty where the row is too short
 */
const char *
uds_csv_reader_get_cell (UdsCsvReader *self,
                         guint         column)
{
  return column < self->cells->len ? self->text->str + g_array_index (self->cells, Cell, column).offset : "";
}

/**
 * uds_csv_reader_get_flags:
 * @self: a reader
 * @column: a column, from 0
 *
 * Returns: what is special about the cell
 */
UdsCsvFlags
uds_csv_reader_get_flags (UdsCsvReader *self,
                          guint         column)
{
  return column < self->cells->len ? g_array_index (self->cells, Cell, column).flags : 0;
}

/**
 * uds_csv_reader_read_heading:
 * @self: a reader before its first row
 * @error: what went wrong
 *
 * Reads the first row as names for uds_csv_reader_get().
 *
 * Returns: whether there was one; an empty file is %UDS_ERROR_INVALID
 */
gboolean
uds_csv_reader_read_heading (UdsCsvReader  *self,
                             GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!uds_csv_reader_next (self, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID, _("The file is empty"));
      return FALSE;
    }

  g_clear_pointer (&self->heading, g_ptr_array_unref);
  self->heading = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->cells->len; i++)
    g_ptr_array_add (self->heading, g_strdup (uds_csv_reader_get_cell (self, i)));
  return TRUE;
}

/**
 * uds_csv_reader_get:
 * @self: a reader whose heading was read
 * @name: the name of a column
 *
 * Returns: (nullable): the text of the row's cell in that column, valid until the next row; %NULL where it is empty
 *   or there is no such column
 */
const char *
uds_csv_reader_get (UdsCsvReader *self,
                    const char   *name)
{
  g_return_val_if_fail (self->heading != NULL, NULL);

  for (guint i = 0; i < self->heading->len; i++)
    if (g_str_equal (g_ptr_array_index (self->heading, i), name))
      {
        const char *cell = uds_csv_reader_get_cell (self, i);

        return *cell != '\0' ? cell : NULL;
      }
  return NULL;
}

/* How many of the first rows have as many cells as the heading, if the text is split at @separator. */
static guint
count_rows_like_heading (GBytes *text,
                         char    separator,
                         guint  *n_columns)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (text, separator);
  guint n_rows = 0;

  *n_columns = 0;
  while (reader->row < SAMPLE_ROWS && uds_csv_reader_next (reader, NULL))
    {
      if (*n_columns <= 1) /* a title may stand above the heading */
        *n_columns = reader->cells->len;
      n_rows += *n_columns > 1 && reader->cells->len == *n_columns;
    }
  return n_rows;
}

/**
 * uds_csv_detect_separator:
 * @text: a table in UTF-8
 *
 * Returns: the separator that gives the most rows of the heading's width, and of those the widest; `,` where none does
 */
char
uds_csv_detect_separator (GBytes *text)
{
  static const char separators[] = { ',', ';', '\t' };
  char best = ',';
  guint most_rows = 0;
  guint most_columns = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint n_columns;
      guint n_rows = count_rows_like_heading (text, separators[i], &n_columns);

      if (n_rows > most_rows || (n_rows == most_rows && n_rows > 0 && n_columns > most_columns))
        {
          best = separators[i];
          most_rows = n_rows;
          most_columns = n_columns;
        }
    }
  return best;
}
