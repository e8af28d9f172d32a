/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the data of a PX file into a cube: the whole matrix row after row, or, where the file has KEYS, only the rows
 * that are there, each behind its categories. */
#include "uds-px-private.h"

#include "uds-format.h"
#include "uds-value-cell-private.h"

#include <string.h>

/* "." to "......" have a meaning each, which the file may say. */
#define N_SYMBOLS 6

/* One value or key of the data. */
typedef struct {
  gboolean is_quoted;
  gboolean is_unclosed;
  gboolean is_cut_off; /* the file ends right behind it, without the sign that ends the data */
  gboolean is_key;     /* a comma stands behind it */
  guint line;
  const char *begin;
  gsize length;
} Cell;

typedef struct {
  UdsCube *cube;
  UdsImportFile *file;
  const char *at;
  guint line;
  guint size;
  GString *text;
  const char *symbols[N_SYMBOLS];
  const char *nil;
  GPtrArray *keys;     /* of each dimension with KEYS a hash table from code and text to place plus one */
  guint row_size;
} Reading;

static void
free_reading (Reading *reading)
{
  g_string_free (reading->text, TRUE);
  g_ptr_array_unref (reading->keys);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, free_reading)

/* Cells */

static const char *
read_quoted (Cell *cell)
{
  const char *end = strchr (cell->begin + 1, '"');

  cell->is_quoted = TRUE;
  cell->is_unclosed = end == NULL;
  cell->begin++;
  cell->length = end != NULL ? (gsize) (end - cell->begin) : strlen (cell->begin);
  return cell->begin + cell->length + (end != NULL);
}

/* The cell at hand, without moving on; returns where the next begins, or %NULL at the end of the data. */
static const char *
peek_cell (Reading *reading,
           Cell    *cell,
           guint   *line)
{
  const char *next;
  const char *behind;
  guint behind_line;

  *line = reading->line;
  next = uds_px_skip_blanks (reading->at, line);
  if (*next == '\0' || *next == ';')
    return NULL;

  *cell = (Cell) { .line = *line, .begin = next };
  if (*next == '"')
    next = read_quoted (cell);
  else
    {
      cell->length = strcspn (next, " \t\r\n\f\v\x1a;\"");
      next += cell->length;
      if (cell->length > 1 && cell->begin[cell->length - 1] == ',')
        cell->length--;
    }
  cell->is_cut_off = *next == '\0';
  for (const char *p = cell->begin; cell->is_quoted && p < next; p++)
    *line += *p == '\n';

  behind_line = *line;
  behind = uds_px_skip_blanks (next, &behind_line);
  if (*behind != ',')
    return next;
  cell->is_key = cell->is_quoted;
  return behind + 1;
}

static gboolean
next_cell (Reading *reading,
           Cell    *cell)
{
  guint line;
  const char *next = peek_cell (reading, cell, &line);

  if (next == NULL)
    return FALSE;
  reading->at = next;
  reading->line = line;
  g_string_overwrite_len (g_string_truncate (reading->text, 0), 0, cell->begin, (gssize) cell->length);
  return TRUE;
}

static guint
count_dots (const char *text)
{
  gsize n_dots = strspn (text, ".");

  if (g_str_equal (text, "…"))
    return 3;
  return text[n_dots] == '\0' && n_dots <= N_SYMBOLS ? (guint) n_dots : 0;
}

static void
read_value (Reading      *reading,
            const Cell   *cell,
            UdsCubeValue *value)
{
  const char *text = reading->text->str;
  guint n_dots = count_dots (text);

  if (cell->is_unclosed)
    value->code = UDS_PROBLEM_UNCLOSED_QUOTE;
  else if (cell->is_cut_off && !cell->is_quoted)
    value->code = UDS_PROBLEM_CUT_OFF;
  else if (n_dots > 0)
    value->footnote = reading->symbols[n_dots - 1];
  else if (g_str_equal (text, UDS_VALUE_CELL_NIL))
    {
      value->has_value = TRUE;
      value->footnote = reading->nil;
    }
  else if (*text != '\0')
    {
      value->has_value = uds_parse_machine (text, &value->value);
      if (!value->has_value)
        value->code = UDS_PROBLEM_VALUE_NOT_A_NUMBER;
    }
  if (value->code != UDS_PROBLEM_NONE)
    value->text = g_string_chunk_insert (reading->cube->texts, text);
}

static gboolean
add_cell (Reading     *reading,
          const Cell  *cell,
          guint        place,
          GError     **error)
{
  UdsCubeValue value = { .place = place, .line = cell->line };

  read_value (reading, cell, &value);
  return uds_cube_add_value (reading->cube, &value, error);
}

static gboolean
report_cell (Reading         *reading,
             const Cell      *cell,
             UdsProblemCode   code,
             const char      *detail,
             GError         **error)
{
  uds_import_file_add_cell (reading->file, cell->line, 1, code, reading->text->str, detail, NULL);
  return uds_import_file_check (reading->file, error);
}

static void
note_missing (Reading *reading,
              guint    n_missing)
{
  g_autofree char *number = g_strdup_printf ("%u", n_missing);

  uds_import_file_add_note (reading->file, reading->line, 0, UDS_PROBLEM_VALUES_MISSING, NULL, number);
}

/* The whole matrix */

static gboolean
read_matrix (Reading  *reading,
             GError  **error)
{
  Cell cell;
  guint place = 0;

  while (next_cell (reading, &cell))
    {
      if (place == reading->size)
        {
          if (!report_cell (reading, &cell, UDS_PROBLEM_OUTSIDE_TABLE, NULL, error))
            return FALSE;
          continue;
        }
      if (!add_cell (reading, &cell, place, error))
        return FALSE;
      place++;
    }
  if (place < reading->size)
    note_missing (reading, reading->size - place);
  return TRUE;
}

/* Rows behind their keys */

static gboolean
is_next_key (Reading *reading)
{
  Cell cell;
  guint line;

  return peek_cell (reading, &cell, &line) == NULL || cell.is_key;
}

/* The place of the row's first value; @unknown is a key that the table does not list. */
static gboolean
read_keys (Reading  *reading,
           guint    *place,
           char    **unknown)
{
  Cell cell;

  *place = 0;
  *unknown = NULL;
  for (guint i = 0; i < reading->keys->len; i++)
    {
      const UdsCubeDimension *dimension = g_ptr_array_index (reading->cube->dimensions, i);
      guint category;

      if (!next_cell (reading, &cell))
        return i > 0;
      category = GPOINTER_TO_UINT (g_hash_table_lookup (g_ptr_array_index (reading->keys, i), reading->text->str));
      if (category == 0 && *unknown == NULL)
        *unknown = g_strdup (reading->text->str);
      *place = *place * dimension->categories->len + category - (category > 0);
    }
  *place *= reading->row_size;
  return TRUE;
}

static gboolean
read_row (Reading     *reading,
          guint        place,
          const char  *unknown,
          GError     **error)
{
  guint n_read = 0;
  Cell cell;

  for (; n_read < reading->row_size && !is_next_key (reading); n_read++)
    {
      next_cell (reading, &cell);
      if (unknown != NULL)
        {
          if (!report_cell (reading, &cell, UDS_PROBLEM_UNKNOWN_CATEGORY, unknown, error))
            return FALSE;
        }
      else if (!add_cell (reading, &cell, place + n_read, error))
        return FALSE;
    }
  if (n_read < reading->row_size)
    note_missing (reading, reading->row_size - n_read);
  while (!is_next_key (reading))
    {
      next_cell (reading, &cell);
      if (!report_cell (reading, &cell, UDS_PROBLEM_OUTSIDE_TABLE, NULL, error))
        return FALSE;
    }
  return uds_import_file_check (reading->file, error);
}

static gboolean
read_sparse (Reading  *reading,
             GError  **error)
{
  guint place;

  for (;;)
    {
      g_autofree char *unknown = NULL;

      if (!read_keys (reading, &place, &unknown))
        return TRUE;
      if (!read_row (reading, place, unknown, error))
        return FALSE;
    }
}

static GHashTable *
index_categories (const UdsCubeDimension *dimension)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dimension->categories->len; i++)
    {
      UdsCubeCategory *category = g_ptr_array_index (dimension->categories, i);

      if (category->code != NULL)
        g_hash_table_insert (places, category->code, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < dimension->categories->len; i++)
    {
      UdsCubeCategory *category = g_ptr_array_index (dimension->categories, i);

      if (!g_hash_table_contains (places, category->text))
        g_hash_table_insert (places, category->text, GUINT_TO_POINTER (i + 1));
    }
  return places;
}

/* The dimensions that KEYS names are the first ones; the others make up a row. */
static void
find_keys (Reading     *reading,
           const UdsPx *px)
{
  guint i;

  for (i = 0; i < reading->cube->dimensions->len; i++)
    {
      UdsCubeDimension *dimension = g_ptr_array_index (reading->cube->dimensions, i);

      if (uds_px_find (px, "KEYS", NULL, dimension->text) == NULL)
        break;
      g_ptr_array_add (reading->keys, index_categories (dimension));
    }
  reading->row_size = 1;
  for (; i < reading->cube->dimensions->len; i++)
    reading->row_size *= ((UdsCubeDimension *) g_ptr_array_index (reading->cube->dimensions, i))->categories->len;
}

static gboolean
report_rest (Reading  *reading,
             GError  **error)
{
  const char *rest = uds_px_skip_blanks (reading->at, &reading->line);

  if (*rest == ';')
    rest = uds_px_skip_blanks (rest + 1, &reading->line);
  if (*rest == '\0')
    return TRUE;
  uds_import_file_add_cell (reading->file, reading->line, 1, UDS_PROBLEM_OUTSIDE_TABLE, rest, NULL, NULL);
  return uds_import_file_check (reading->file, error);
}

/**
 * uds_px_read_data:
 * @self: a PX file
 * @cube: its cube, not yet settled, without values
 * @file: the file that gets what has no place in the cube
 * @error: why nothing can be imported
 *
 * Returns: %FALSE where there are too many values, or too many that have no place
 */
gboolean
uds_px_read_data (const UdsPx    *self,
                  UdsCube        *cube,
                  UdsImportFile  *file,
                  GError        **error)
{
  g_auto (Reading) reading = {
    .cube = cube,
    .file = file,
    .at = self->data,
    .line = self->data_line,
    .text = g_string_new (NULL),
    .keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref),
    .nil = uds_px_get_text (self, "DATASYMBOLNIL", NULL, NULL),
  };

  if (!uds_cube_get_size (cube, &reading.size, error))
    return FALSE;
  for (guint i = 0; i < N_SYMBOLS; i++)
    {
      g_autofree char *keyword = g_strdup_printf ("DATASYMBOL%u", i + 1);

      reading.symbols[i] = uds_px_get_text (self, keyword, NULL, NULL);
    }
  find_keys (&reading, self);
  if (!(reading.keys->len > 0 ? read_sparse (&reading, error) : read_matrix (&reading, error)))
    return FALSE;
  return report_rest (&reading, error);
}
