/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out what the columns are and reads the rows by it. What a cell means is said in uds-observation-cell.c; writing
 * is uds-observation-paste-save.c's. */
#include "uds-observation-paste-private.h"

#include "uds-csv.h"
#include "uds-fold.h"
#include "uds-format.h"
#include "uds-import-file.h"
#include "uds-period.h"
#include "uds-plain-table-private.h"
#include "uds-value-cell-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A column that is none of an observation's. */
#define NO_COLUMN UDS_OBSERVATION_N_COLUMNS

/* A row as it was pasted. */
typedef struct {
  guint number;
  gboolean unclosed; /* a quotation mark in it never ends */
  GStrv cells;       /* without blanks around them */
} Line;

G_DEFINE_FINAL_TYPE (UdsObservationPaste, uds_observation_paste, G_TYPE_OBJECT)

static void
line_free (gpointer data)
{
  Line *line = data;

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

static const Line *
get_line (UdsObservationPaste *self,
          guint                index)
{
  return g_ptr_array_index (self->lines, index);
}

static const char *
get_cell (const Line *line,
          guint       column)
{
  return column < g_strv_length (line->cells) ? line->cells[column] : "";
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
  Line *line = g_new0 (Line, 1);

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

/* Columns */

/* What a heading says that its column is; %NO_COLUMN where it is no word for one of ours. */
static guint
get_named_column (const char *heading)
{
  g_autofree char *folded = uds_fold (heading);

  if (g_str_equal (folded, "source") || g_str_equal (folded, "kilde"))
    return UDS_OBSERVATION_COLUMN_SOURCE;

  switch ((int) uds_plain_table_get_role (heading))
    {
    case UDS_COLUMN_ROLE_PERIOD:
      return UDS_OBSERVATION_COLUMN_PERIOD;

    case UDS_COLUMN_ROLE_VALUE:
      return UDS_OBSERVATION_COLUMN_VALUE;

    case UDS_COLUMN_ROLE_STATUS:
      return UDS_OBSERVATION_COLUMN_QUALITY;

    case UDS_COLUMN_ROLE_COMMENT:
      return UDS_OBSERVATION_COLUMN_FOOTNOTE;

    default:
      return NO_COLUMN;
    }
}

static gboolean
looks_like (UdsObservationColumn  column,
            const char           *text)
{
  g_autoptr (UdsRecord) scratch = uds_record_new (uds_kind_lookup ("observation"));
  UdsProblem *problem = uds_observation_read_cell (scratch, column, text, uds_observation_tell_decimal (text));
  UdsProblemCode code = problem != NULL ? problem->code : UDS_PROBLEM_NONE;

  g_clear_pointer (&problem, uds_problem_free);
  return code <= UDS_PROBLEM_LAST_NOTE || code == UDS_PROBLEM_AMBIGUOUS_NUMBER;
}

static gboolean
is_empty (const Line *line)
{
  for (guint i = 0; line->cells[i] != NULL; i++)
    if (*line->cells[i] != '\0')
      return FALSE;
  return TRUE;
}

/* Whether every row below the heading has in it what a column would have. */
static gboolean
all_look_like (UdsObservationPaste  *self,
               guint                 place,
               UdsObservationColumn  column)
{
  for (guint i = self->has_heading ? 1 : 0; i < self->lines->len; i++)
    if (!is_empty (get_line (self, i)) && !looks_like (column, get_cell (get_line (self, i), place)))
      return FALSE;
  return TRUE;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* A row without figures above one that has them. A figure written wrong must not be taken for a heading: it would go
 * unseen, and the rows below it would move. */
static gboolean
is_unknown_heading (UdsObservationPaste *self,
                    const Line          *line)
{
  gboolean is_wide = g_strv_length (line->cells) > 1;

  return self->first <= UDS_OBSERVATION_COLUMN_VALUE && *get_cell (line, 0) != '\0' && !has_digit (get_cell (line, 0))
         && !looks_like (self->first, get_cell (line, 0))
         && (!is_wide || !looks_like (UDS_OBSERVATION_COLUMN_VALUE, get_cell (line, 1)))
         && has_digit (get_cell (get_line (self, 1), 0));
}

/* Whether the first row names the columns: by words we know, or as the only row that begins otherwise. */
static gboolean
find_heading (UdsObservationPaste *self)
{
  const Line *line;

  if (self->lines->len < 2)
    return FALSE;

  line = get_line (self, 0);
  for (guint i = 0; line->cells[i] != NULL; i++)
    if (get_named_column (line->cells[i]) != NO_COLUMN)
      return TRUE;

  return is_unknown_heading (self, line);
}

static guint *
find_column (UdsObservationPaste *self,
             guint                column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, guint, i) == column)
      return &g_array_index (self->columns, guint, i);
  return NULL;
}

/* “Men” for the series “Men”, and “Men (percent)” too. */
static gboolean
names_series (UdsObservationPaste *self,
              const char          *heading)
{
  g_autofree char *folded = uds_fold (heading);
  g_autofree char *name = uds_fold (self->series);
  gsize length = strlen (name);

  return length > 0 && g_str_has_prefix (folded, name) && (folded[length] == '\0' || folded[length] == ' ');
}

static void
name_columns (UdsObservationPaste *self)
{
  const Line *heading = get_line (self, 0);
  guint unknown = 0, n_unknown = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint named = get_named_column (get_cell (heading, i));

      if (named != NO_COLUMN && find_column (self, named) == NULL)
        g_array_index (self->columns, guint, i) = named;
    }
  if (find_column (self, UDS_OBSERVATION_COLUMN_PERIOD) == NULL && g_array_index (self->columns, guint, 0) == NO_COLUMN
      && all_look_like (self, 0, UDS_OBSERVATION_COLUMN_PERIOD))
    g_array_index (self->columns, guint, 0) = UDS_OBSERVATION_COLUMN_PERIOD;
  if (find_column (self, UDS_OBSERVATION_COLUMN_VALUE) != NULL)
    return;

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_array_index (self->columns, guint, i) != NO_COLUMN)
        continue;
      if (names_series (self, get_cell (heading, i)))
        {
          g_array_index (self->columns, guint, i) = UDS_OBSERVATION_COLUMN_VALUE;
          return;
        }
      unknown = i;
      n_unknown++;
    }
  if (n_unknown == 1)
    g_array_index (self->columns, guint, unknown) = UDS_OBSERVATION_COLUMN_VALUE;
}

/* Periods and numbers that were pasted on a value: nothing else fits, for a number is never a quality. */
static gboolean
begins_with_period (UdsObservationPaste *self)
{
  if (self->first == UDS_OBSERVATION_COLUMN_PERIOD)
    return TRUE;
  if (self->first != UDS_OBSERVATION_COLUMN_VALUE || self->columns->len < 2)
    return FALSE;
  return all_look_like (self, 0, UDS_OBSERVATION_COLUMN_PERIOD) && all_look_like (self, 1, UDS_OBSERVATION_COLUMN_VALUE)
         && !all_look_like (self, 1, UDS_OBSERVATION_COLUMN_QUALITY);
}

static void
place_columns (UdsObservationPaste *self)
{
  guint first = begins_with_period (self) ? UDS_OBSERVATION_COLUMN_PERIOD : self->first;

  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, guint, i) = MIN (first + i, NO_COLUMN);
}

static void
find_columns (UdsObservationPaste *self)
{
  static const guint none = NO_COLUMN;
  guint n_columns = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n_columns = MAX (n_columns, g_strv_length (get_line (self, i)->cells));
  for (guint i = 0; i < n_columns; i++)
    g_array_append_val (self->columns, none);
  if (n_columns == 0)
    return;

  self->has_heading = find_heading (self);
  if (self->has_heading)
    name_columns (self);
  else
    place_columns (self);
  self->has_period = find_column (self, UDS_OBSERVATION_COLUMN_PERIOD) != NULL;
}

/* The decimal sign is told by all values together; where they do not say, by the user. */
static void
find_decimal (UdsObservationPaste *self)
{
  guint *column = find_column (self, UDS_OBSERVATION_COLUMN_VALUE);
  guint place = column != NULL ? (guint) (column - &g_array_index (self->columns, guint, 0)) : 0;
  UdsDecimalEvidence evidence = { 0 };

  if (column == NULL)
    return;

  for (guint i = self->has_heading ? 1 : 0; i < self->lines->len; i++)
    {
      const char *text = get_cell (get_line (self, i), place);

      uds_value_cell_look (&evidence, text);
      if (evidence.n_either > 0 && self->question == NULL)
        self->question = text;
    }
  self->decimal = uds_decimal_decide (&evidence);
  if (self->decimal != UDS_DECIMAL_UNKNOWN)
    self->question = NULL;
}

/* Rows */

static gboolean
has_cells (UdsObservationPaste *self,
           guint                column)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (*get_cell (get_line (self, i), column) != '\0')
      return TRUE;
  return FALSE;
}

static void
report_other_columns (UdsObservationPaste *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, guint, i) == NO_COLUMN && has_cells (self, i))
      add_problem (self, get_line (self, 0)->number, i + 1, UDS_PROBLEM_OTHER_COLUMN, get_cell (get_line (self, 0), i),
                   NULL);
}

/* Reports the cells of a row that are sound but cannot be kept without the one that is not. */
static void
refuse_row (UdsObservationPaste *self,
            const Line          *line,
            guint                bad,
            const char          *reason)
{
  for (guint i = 0; line->cells[i] != NULL; i++)
    if (i != bad && *line->cells[i] != '\0' && g_array_index (self->columns, guint, i) != NO_COLUMN)
      add_problem (self, line->number, i + 1, UDS_PROBLEM_ROW_REFUSED, line->cells[i], reason);
  self->n_refused++;
}

/* Whether the row can be kept. */
static gboolean
read_cells (UdsObservationPaste *self,
            const Line          *line,
            UdsPasteRow                 *row)
{
  for (guint i = 0; line->cells[i] != NULL; i++)
    {
      guint column = g_array_index (self->columns, guint, i);
      UdsProblem *problem;

      if (column == NO_COLUMN || *line->cells[i] == '\0')
        continue;
      problem = uds_observation_read_cell (row->record, column, line->cells[i], self->decimal);
      row->says[column] = problem == NULL || uds_problem_is_note (problem);
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
              const Line          *line,
              const UdsPasteRow           *row,
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
           const Line          *line,
           GHashTable          *numbers)
{
  UdsPasteRow *row;

  if (is_empty (line))
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
    read_line (self, get_line (self, i), numbers);
  if (self->rows->len > 0)
    self->first_row = get_line (self, self->has_heading ? 1 : 0)->number;
  self->n_row_problems = self->problems->len;
  self->counts.refused = self->n_refused;
}

/**
 * uds_observation_paste_new:
 * @text: UTF-8 from the clipboard
 * @first: the column that it was pasted on
 * @series: (nullable): what the series is called, as a heading may say it
 *
 * Reads the text. Any thread, and worth one of its own: there may be many rows.
 *
 * Returns: (transfer full): what was understood
 */
UdsObservationPaste *
uds_observation_paste_new (const char           *text,
                           UdsObservationColumn  first,
                           const char           *series)
{
  UdsObservationPaste *self = g_object_new (UDS_TYPE_OBSERVATION_PASTE, NULL);

  self->first = first;
  self->series = g_strdup (series != NULL ? series : "");
  read_lines (self, text);
  find_columns (self);
  find_decimal (self);
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
    return get_cell (get_line (self, 0), column - 1);
  return meaning != NO_COLUMN ? _(uds_observation_column_get_field (meaning)->label) : NULL;
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
