/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the text into lines, and the lines into rows. What the columns are is found in uds-observation-paste-columns.c;
 * what a cell means is said in uds-observation-cell.c; writing is uds-observation-paste-save.c's. */
#include "uds-observation-paste-private.h"

#include "uds-csv.h"
#include "uds-format.h"
#include "uds-import-file.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (UdsObservationPaste, uds_observation_paste, G_TYPE_OBJECT)

static void
line_free (gpointer data)
{
  UdsPasteLine *line = data;

  g_strfreev (line->cells);
  g_free (line);
}

static void
row_free (gpointer data)
{
  UdsPasteRow *row = data;

  g_object_unref (row->record);
  g_free (row);
}

static void
uds_observation_paste_finalize (GObject *object)
{
  UdsObservationPaste *self = UDS_OBSERVATION_PASTE (object);

  g_free (self->series);
  g_free (self->unit);
  g_ptr_array_unref (self->lines);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (uds_observation_paste_parent_class)->finalize (object);
}

static void
uds_observation_paste_class_init (UdsObservationPasteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_observation_paste_finalize;
}

static void
uds_observation_paste_init (UdsObservationPaste *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_problem_free);
}

/* Lines */

/**
 * uds_paste_get_line:
 * @self: a paste
 * @index: which line
 *
 * Returns: (transfer none): the line
 */
const UdsPasteLine *
uds_paste_get_line (UdsObservationPaste *self,
                    guint                index)
{
  return g_ptr_array_index (self->lines, index);
}

/**
 * uds_paste_get_cell:
 * @line: a line
 * @column: a column, from 0
 *
 * Returns: what stands there; empty behind the end of the line
 */
const char *
uds_paste_get_cell (const UdsPasteLine *line,
                    guint               column)
{
  return column < g_strv_length (line->cells) ? line->cells[column] : "";
}

/**
 * uds_paste_line_is_empty:
 * @line: a line
 *
 * Returns: whether nothing stands in it
 */
gboolean
uds_paste_line_is_empty (const UdsPasteLine *line)
{
  for (guint i = 0; line->cells[i] != NULL; i++)
    if (*line->cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static void
add_problem (UdsObservationPaste *self,
             guint                row,
             guint                column,
             UdsProblemCode       code,
             const char          *value,
             const char          *detail)
{
  g_ptr_array_add (self->problems, uds_problem_new (row, column, code, value, detail, NULL));
}

static void
add_line (UdsObservationPaste *self,
          UdsCsvReader        *reader)
{
  guint n_cells = uds_csv_reader_get_n_cells (reader);
  UdsPasteLine *line = g_new0 (UdsPasteLine, 1);

  line->number = uds_csv_reader_get_row (reader);
  line->cells = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    {
      const char *start;
      gsize length;

      uds_text_trim (uds_csv_reader_get_cell (reader, i), &start, &length);
      line->cells[i] = g_strndup (start, length);
      line->unclosed |= (uds_csv_reader_get_flags (reader, i) & UDS_CSV_UNCLOSED) != 0;
    }
  g_ptr_array_add (self->lines, line);
}

/* Spreadsheets put tabs between cells. A comma is none, for it may be a decimal sign. */
static char
find_separator (const char *text)
{
  return strchr (text, '\t') == NULL && strchr (text, ';') != NULL ? ';' : '\t';
}

static void
read_lines (UdsObservationPaste *self,
            const char          *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (bytes, find_separator (text));
  g_autoptr (GError) error = NULL;

  while (self->lines->len <= UDS_PASTE_MAX_ROWS && uds_csv_reader_next (reader, &error))
    if (uds_csv_reader_get_n_cells (reader) > 0)
      add_line (self, reader);

  if (error != NULL)
    add_problem (self, uds_csv_reader_get_row (reader), 0, UDS_PROBLEM_TOO_LARGE, NULL, error->message);
  if (self->lines->len > UDS_PASTE_MAX_ROWS)
    {
      add_problem (self, UDS_PASTE_MAX_ROWS + 1, 0, UDS_PROBLEM_TOO_LARGE, NULL,
                   _("There are too many rows to paste. Save the table as a file and import that."));
      g_ptr_array_set_size (self->lines, 0);
    }
  self->n_text_problems = self->problems->len;
}

/* Rows */

static gboolean
has_cells (UdsObservationPaste *self,
           guint                column)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (*uds_paste_get_cell (uds_paste_get_line (self, i), column) != '\0')
      return TRUE;
  return FALSE;
}

static void
report_other_columns (UdsObservationPaste *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const UdsPasteLine *first = uds_paste_get_line (self, 0);

      if (g_array_index (self->columns, guint, i) == UDS_PASTE_NO_COLUMN && has_cells (self, i))
        add_problem (self, first->number, i + 1, UDS_PROBLEM_OTHER_COLUMN, uds_paste_get_cell (first, i), NULL);
    }
}

/* Reports the cells of a row that are sound but cannot be kept without the one that is not. */
static void
refuse_row (UdsObservationPaste *self,
            const UdsPasteLine  *line,
            guint                bad,
            const char          *reason)
{
  for (guint i = 0; line->cells[i] != NULL; i++)
    if (i != bad && *line->cells[i] != '\0' && g_array_index (self->columns, guint, i) != UDS_PASTE_NO_COLUMN)
      add_problem (self, line->number, i + 1, UDS_PROBLEM_ROW_REFUSED, line->cells[i], reason);
  self->n_refused++;
}

/* Before a note, tables of charts say in a word how sure the value is. The rows have a column of their own for that,
 * which says it better. */
static const char *
skip_certainty (const char *note)
{
  static const char *const words[] = { N_("uncertain"), N_("projection") };
  const char *rest = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (words) && rest == NULL; i++)
    {
      if (g_str_has_prefix (note, words[i]))
        rest = note + strlen (words[i]);
      else if (g_str_has_prefix (note, _(words[i])))
        rest = note + strlen (_(words[i]));
    }

  if (rest != NULL && *rest == '\0')
    return rest;
  return rest != NULL && g_str_has_prefix (rest, "; ") ? skip_certainty (rest + 2) : note;
}

static UdsProblem *
read_cell (UdsObservationPaste  *self,
           UdsRecord            *record,
           UdsObservationColumn  column,
           const char           *text)
{
  if (column == UDS_OBSERVATION_COLUMN_FOOTNOTE)
    text = skip_certainty (text);
  return uds_observation_read_cell (record, column, text, self->decimal, self->unit);
}

/* A cell in which there was nothing but how sure the value is says nothing else. */
static gboolean
says_anything (UdsRecord            *record,
               UdsObservationColumn  column,
               const UdsProblem     *problem)
{
  if (problem != NULL)
    return uds_problem_is_note (problem);
  return uds_record_has (record, uds_observation_column_get_field (column)->name);
}

/* Whether the row can be kept. */
static gboolean
read_cells (UdsObservationPaste *self,
            const UdsPasteLine  *line,
            UdsPasteRow         *row)
{
  for (guint i = 0; line->cells[i] != NULL; i++)
    {
      guint column = g_array_index (self->columns, guint, i);
      UdsProblem *problem;

      if (column == UDS_PASTE_NO_COLUMN || *line->cells[i] == '\0')
        continue;
      problem = read_cell (self, row->record, column, line->cells[i]);
      row->says[column] = says_anything (row->record, column, problem);
      if (problem == NULL)
        continue;

      problem->row = line->number;
      problem->column = i + 1;
      g_ptr_array_add (self->problems, problem);
      if (!row->says[column] && column <= UDS_OBSERVATION_COLUMN_VALUE)
        {
          refuse_row (self, line, i, line->cells[i]);
          return FALSE;
        }
    }

  /* A star behind a value says how sure it is, unless the row says so itself. */
  row->says[UDS_OBSERVATION_COLUMN_QUALITY] |= uds_record_has (row->record, "quality");
  return TRUE;
}

static gboolean
check_period (UdsObservationPaste *self,
              const UdsPasteLine  *line,
              const UdsPasteRow   *row,
              GHashTable          *numbers)
{
  const char *period = uds_record_get_text (row->record, "period");
  guint other = period != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, period)) : 0;
  g_autofree char *detail = g_strdup_printf ("%u", other);

  if (!self->has_period)
    return TRUE;

  if (period != NULL && other == 0)
    return g_hash_table_insert (numbers, g_strdup (period), GUINT_TO_POINTER (line->number));

  add_problem (self, line->number, 0, other != 0 ? UDS_PROBLEM_DUPLICATE : UDS_PROBLEM_NO_PERIOD, period, detail);
  refuse_row (self, line, G_MAXUINT, period != NULL ? period : UDS_FORMAT_NONE);
  return FALSE;
}

static void
read_line (UdsObservationPaste *self,
           const UdsPasteLine  *line,
           GHashTable          *numbers)
{
  UdsPasteRow *row;

  if (uds_paste_line_is_empty (line))
    return;

  if (line->unclosed)
    {
      add_problem (self, line->number, 0, UDS_PROBLEM_UNCLOSED_QUOTE, NULL, NULL);
      self->n_refused++;
      return;
    }

  row = g_new0 (UdsPasteRow, 1);
  row->number = line->number;
  row->record = uds_record_new (uds_kind_lookup ("observation"));
  if (read_cells (self, line, row) && check_period (self, line, row, numbers))
    g_ptr_array_add (self->rows, row);
  else
    row_free (row);
}

static void
read_rows (UdsObservationPaste *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->problems, (int) self->n_text_problems);
  self->n_refused = 0;
  report_other_columns (self);
  for (guint i = self->has_heading ? 1 : 0; i < self->lines->len; i++)
    read_line (self, uds_paste_get_line (self, i), numbers);
  if (self->rows->len > 0)
    self->first_row = uds_paste_get_line (self, self->has_heading ? 1 : 0)->number;
  self->n_row_problems = self->problems->len;
  self->counts.refused = self->n_refused;
}

/**
 * uds_observation_paste_new:
 * @text: UTF-8 from the clipboard
 * @first: the column that it was pasted on
 * @series: (nullable): what the series is called, as a heading may say it
 * @unit: (nullable): the unit of its values
 *
 * Reads the text. Any thread, and worth one of its own: there may be many rows.
 *
 * Returns: (transfer full): what was understood
 */
UdsObservationPaste *
uds_observation_paste_new (const char           *text,
                           UdsObservationColumn  first,
                           const char           *series,
                           const char           *unit)
{
  UdsObservationPaste *self = g_object_new (UDS_TYPE_OBSERVATION_PASTE, NULL);

  self->first = first;
  self->series = g_strdup (series != NULL ? series : "");
  self->unit = g_strdup (unit);
  read_lines (self, text);
  uds_paste_find_columns (self);
  uds_paste_find_decimal (self);
  read_rows (self);
  return self;
}

/**
 * uds_observation_paste_get_question:
 * @self: what was pasted
 *
 * Returns: (nullable): a number that is one with a decimal point and another with a decimal comma, where no other
 *   number says which is meant; to be asked before anything is kept
 */
const char *
uds_observation_paste_get_question (UdsObservationPaste *self)
{
  g_return_val_if_fail (UDS_IS_OBSERVATION_PASTE (self), NULL);

  return self->question;
}

/**
 * uds_observation_paste_set_decimal:
 * @self: what was pasted
 * @decimal: the decimal sign, as the user says
 *
 * Answers the question and reads the rows by it.
 */
void
uds_observation_paste_set_decimal (UdsObservationPaste *self,
                                   UdsDecimal           decimal)
{
  g_return_if_fail (UDS_IS_OBSERVATION_PASTE (self));

  self->decimal = decimal;
  self->question = NULL;
  read_rows (self);
}

/**
 * uds_observation_paste_get_n_rows:
 * @self: what was pasted
 *
 * Returns: how many rows were understood
 */
guint
uds_observation_paste_get_n_rows (UdsObservationPaste *self)
{
  g_return_val_if_fail (UDS_IS_OBSERVATION_PASTE (self), 0);

  return self->rows->len;
}

/**
 * uds_observation_paste_get_row:
 * @self: what was pasted
 * @index: which row
 *
 * Returns: (transfer none): an observation with what the row says of it; it has no period where rows follow each other
 */
UdsRecord *
uds_observation_paste_get_row (UdsObservationPaste *self,
                               guint                index)
{
  g_return_val_if_fail (UDS_IS_OBSERVATION_PASTE (self) && index < self->rows->len, NULL);

  return ((const UdsPasteRow *) g_ptr_array_index (self->rows, index))->record;
}

/**
 * uds_observation_paste_get_problems:
 * @self: what was pasted
 *
 * Returns: (transfer none) (element-type UdsProblem): what is odd about it; rows and columns are those of the text
 */
GPtrArray *
uds_observation_paste_get_problems (UdsObservationPaste *self)
{
  g_return_val_if_fail (UDS_IS_OBSERVATION_PASTE (self), NULL);

  return self->problems;
}

/**
 * uds_observation_paste_get_heading:
 * @self: what was pasted
 * @column: the column of a problem, from 1; 0 for none
 *
 * Returns: (nullable): what the column is called: by its heading, else by what it was taken for
 */
const char *
uds_observation_paste_get_heading (UdsObservationPaste *self,
                                   guint                column)
{
  guint meaning;

  g_return_val_if_fail (UDS_IS_OBSERVATION_PASTE (self), NULL);

  if (column == 0 || column > self->columns->len)
    return NULL;
  meaning = g_array_index (self->columns, guint, column - 1);
  if (self->has_heading)
    return uds_paste_get_cell (uds_paste_get_line (self, 0), column - 1);
  return meaning != UDS_PASTE_NO_COLUMN ? _(uds_observation_column_get_field (meaning)->label) : NULL;
}

/**
 * uds_observation_paste_get_counts:
 * @self: what was pasted
 *
 * Returns: what became of its rows; before it is saved, only how many were refused is known
 */
UdsPasteCounts
uds_observation_paste_get_counts (UdsObservationPaste *self)
{
  g_return_val_if_fail (UDS_IS_OBSERVATION_PASTE (self), (UdsPasteCounts) { 0 });

  return self->counts;
}
