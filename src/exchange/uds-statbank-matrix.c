/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of matrices, as Statistics Denmark's pages save them: labels in the first columns, each said once and
 * meant for all rows below it, and values under one or more rows of categories. A label counts as imported with the
 * first value that it is about. What the matrix is like is uds-matrix-shape.c's. */
#include "uds-category-private.h"
#include "uds-csv.h"
#include "uds-description-private.h"
#include "uds-error.h"
#include "uds-importer.h"
#include "uds-matrix-shape-private.h"
#include "uds-tidy-period-private.h"
#include "uds-value-cell-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How far a file is looked at to tell whether it is a matrix. */
#define SAMPLE_ROWS 500

/* A label that is in force, and what became of the values it is about. */
typedef struct {
  guint row;
  char *written;
  char *text;
  gboolean used;
  UdsProblemCode refusal;
  char *detail;
} Label;

typedef struct {
  UdsImportFile *file;
  UdsMatrixShape *shape;
  UdsIndicatorTable *table;
  UdsTidyPeriods *periods;
  UdsCsvReader *reader;
  GArray *labels;     /* one per column of labels */
  GPtrArray *current; /* the category of each dimension, for the value at hand */
  GHashTable *series; /* joined categories to place plus one */
  GString *key;
  gboolean repair;
} Reading;

static void
clear_label (gpointer data)
{
  Label *label = data;

  g_clear_pointer (&label->written, g_free);
  g_clear_pointer (&label->text, g_free);
  g_clear_pointer (&label->detail, g_free);
}

static void
free_reading (Reading *reading)
{
  g_clear_pointer (&reading->shape, uds_matrix_shape_free);
  g_clear_pointer (&reading->table, uds_indicator_table_free);
  g_clear_pointer (&reading->periods, uds_tidy_periods_free);
  g_clear_pointer (&reading->reader, uds_csv_reader_free);
  g_array_unref (reading->labels);
  g_ptr_array_unref (reading->current);
  g_hash_table_unref (reading->series);
  g_string_free (reading->key, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, free_reading)

static const UdsMatrixDimension *
get_dimension (const Reading *reading,
               guint          place)
{
  return &g_array_index (reading->shape->dimensions, UdsMatrixDimension, place);
}

/* The labels */

static void
settle_label (Reading *reading,
              guint    column)
{
  Label *label = &g_array_index (reading->labels, Label, column);
  UdsProblemCode code = UDS_PROBLEM_NO_VALUES;

  if (label->text != NULL)
    {
      if (label->used)
        code = g_str_equal (label->text, label->written) ? UDS_PROBLEM_NONE : UDS_PROBLEM_TRIMMED;
      else if (label->refusal != UDS_PROBLEM_NONE)
        code = label->refusal;
      uds_import_file_add_cell (reading->file, label->row, column + 1, code, label->written, label->detail,
                                code == UDS_PROBLEM_TRIMMED ? label->text : NULL);
    }
  clear_label (label);
  *label = (Label) { 0 };
}

static void
settle_labels_from (Reading *reading,
                    guint    column)
{
  for (guint i = column; i < reading->labels->len; i++)
    settle_label (reading, i);
}

static const char *
trim (Reading    *reading,
      const char *text)
{
  const char *start;
  gsize length;

  uds_text_trim (text, &start, &length);
  g_string_overwrite_len (g_string_truncate (reading->key, 0), 0, start, (gssize) length);
  return reading->key->str;
}

/* A new label ends those below it, which were about the one before. */
static gboolean
read_labels (Reading *reading)
{
  gboolean ended = FALSE;

  for (guint i = 0; i < reading->labels->len; i++)
    {
      const char *written = uds_csv_reader_get_cell (reading->reader, i);
      const char *text = trim (reading, written);
      Label *label = &g_array_index (reading->labels, Label, i);

      if (*text == '\0')
        continue;
      if (!ended)
        settle_labels_from (reading, i);
      ended = TRUE;
      *label = (Label) { uds_csv_reader_get_row (reading->reader), g_strdup (written), g_strdup (text) };
    }
  return ended;
}

/* What became of a value becomes of its labels, unless another value uses them. */
static void
tell_labels (Reading        *reading,
             UdsProblemCode  refusal,
             const char     *detail)
{
  for (guint i = 0; i < reading->labels->len; i++)
    {
      Label *label = &g_array_index (reading->labels, Label, i);

      if (refusal == UDS_PROBLEM_NONE)
        label->used = TRUE;
      label->refusal = refusal;
      g_set_str (&label->detail, label->used ? NULL : detail);
    }
}

/* The values */

static void
set_current (Reading *reading,
             guint    column)
{
  for (guint i = 0; i < reading->shape->dimensions->len; i++)
    reading->current->pdata[i] =
        i < reading->labels->len
            ? g_array_index (reading->labels, Label, i).text
            : (char *) uds_matrix_shape_get_category (reading->shape, i - reading->labels->len, column);
}

static guint
intern_series (Reading *reading)
{
  g_autoptr (JsonObject) breakdown = json_object_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < reading->current->len; i++)
    {
      const UdsMatrixDimension *dimension = get_dimension (reading, i);
      const char *category = g_ptr_array_index (reading->current, i);

      if (category != NULL && !dimension->is_time && dimension->wanted == NULL && !uds_category_is_total (category)
          && g_strcmp0 (category, dimension->whole) != 0)
        json_object_set_string_member (breakdown, dimension->name, category);
    }
  if (json_object_get_size (breakdown) > 0)
    text = uds_json_to_canonical (breakdown);
  return uds_indicator_table_intern_series (reading->table, NULL, NULL, text);
}

static guint
find_series (Reading *reading)
{
  guint place;

  g_string_truncate (reading->key, 0);
  for (guint i = 0; i < reading->current->len; i++)
    {
      const char *category = g_ptr_array_index (reading->current, i);

      if (category != NULL && !get_dimension (reading, i)->is_time)
        g_string_append (reading->key, category);
      g_string_append_c (reading->key, '\x1f');
    }
  place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->series, reading->key->str));
  if (place == 0)
    {
      place = 1 + intern_series (reading);
      g_hash_table_insert (reading->series, g_strdup (reading->key->str), GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static const UdsTidyPeriod *
find_period (Reading *reading)
{
  for (guint i = 0; i < reading->current->len; i++)
    if (get_dimension (reading, i)->is_time && g_ptr_array_index (reading->current, i) != NULL)
      return uds_tidy_periods_read (reading->periods, g_ptr_array_index (reading->current, i));
  return NULL;
}

static const char *
find_unwanted (Reading *reading)
{
  for (guint i = 0; i < reading->current->len; i++)
    {
      const char *wanted = get_dimension (reading, i)->wanted;
      const char *category = g_ptr_array_index (reading->current, i);

      if (wanted != NULL && g_strcmp0 (wanted, category) != 0)
        return category != NULL ? category : "";
    }
  return NULL;
}

static gboolean
has_heading (Reading *reading,
             guint    column)
{
  for (guint i = 0; i < reading->shape->headings->len; i++)
    if (uds_matrix_shape_get_category (reading->shape, i, column) == NULL)
      return FALSE;
  return TRUE;
}

static void
add_observation (Reading             *reading,
                 const UdsTidyPeriod *period,
                 const UdsValueCell  *cell)
{
  UdsIndicatorObservation observation = {
    .series = find_series (reading),
    .period = period->place,
    .row = uds_csv_reader_get_row (reading->reader),
    .has_value = cell->has_value,
    .value = cell->value,
    .label = period->label,
  };

  if (cell->has_value)
    observation.quality = cell->provisional ? "provisional" : "measured";
  uds_indicator_table_add (reading->table, &observation);
}

/* Why a value cannot be imported wherever it stands; the detail lasts no longer than the row. */
static UdsProblemCode
look_at_place (Reading     *reading,
               guint        column,
               const char **detail)
{
  *detail = NULL;
  if ((uds_csv_reader_get_flags (reading->reader, column) & UDS_CSV_UNCLOSED) != 0)
    return UDS_PROBLEM_UNCLOSED_QUOTE;
  if (column >= ((GPtrArray *) g_ptr_array_index (reading->shape->headings, 0))->len)
    return UDS_PROBLEM_EXTRA_CELL;
  if (!has_heading (reading, column))
    return UDS_PROBLEM_UNNAMED_COLUMN;
  *detail = find_unwanted (reading);
  if (*detail != NULL)
    return UDS_PROBLEM_UNWANTED;
  return find_period (reading) == NULL ? UDS_PROBLEM_NO_PERIOD : UDS_PROBLEM_NONE;
}

static void
report_value (Reading        *reading,
              guint           column,
              UdsProblemCode  code,
              const char     *detail,
              const char     *repair)
{
  const char *written = uds_csv_reader_get_cell (reading->reader, column);
  gboolean about_row = code == UDS_PROBLEM_UNWANTED || code == UDS_PROBLEM_NO_PERIOD || code == UDS_PROBLEM_DUPLICATE
                       || code == UDS_PROBLEM_OTHER_VALUE;

  uds_import_file_add_cell (reading->file, uds_csv_reader_get_row (reading->reader), column + 1, code, written, detail,
                            repair);
  if (code <= UDS_PROBLEM_LAST_NOTE)
    tell_labels (reading, UDS_PROBLEM_NONE, NULL);
  else
    tell_labels (reading, about_row ? code : UDS_PROBLEM_ROW_REFUSED, about_row ? detail : written);
}

/* Whether there is any. */
static gboolean
read_value (Reading *reading,
            guint    column)
{
  g_auto (UdsValueCell) cell = { 0 };
  g_autofree char *text = g_strdup (trim (reading, uds_csv_reader_get_cell (reading->reader, column)));
  const UdsIndicatorObservation *other;
  const UdsTidyPeriod *period;
  const char *detail;
  UdsProblemCode code;

  if (*text == '\0')
    return FALSE;

  set_current (reading, column);
  code = look_at_place (reading, column, &detail);
  if (code != UDS_PROBLEM_NONE)
    {
      report_value (reading, column, code, detail, NULL);
      return FALSE;
    }
  uds_value_cell_read (&cell, text, UDS_VALUE_CELL_NIL, reading->file->decimal, reading->repair);
  if (cell.code > UDS_PROBLEM_LAST_NOTE)
    {
      report_value (reading, column, cell.code, cell.repair, cell.repair);
      return FALSE;
    }

  period = find_period (reading);
  other = uds_indicator_table_find (reading->table, find_series (reading), period->place);
  if (other != NULL)
    {
      g_autofree char *row = NULL;

      code = uds_indicator_table_tell_second (other, cell.has_value, cell.value, &row);
      report_value (reading, column, code, row, NULL);
      return FALSE;
    }
  add_observation (reading, period, &cell);
  report_value (reading, column, cell.code, NULL, cell.repair);
  return TRUE;
}

static void
read_note (Reading *reading)
{
  const char *written = uds_csv_reader_get_cell (reading->reader, 0);

  if (*trim (reading, written) == '\0')
    return;
  uds_tidy_frame_add_note (&reading->shape->frame, written);
  uds_import_file_add_cell (reading->file, uds_csv_reader_get_row (reading->reader), 1, UDS_PROBLEM_NONE, written, NULL,
                            NULL);
}

static void
read_row (Reading *reading)
{
  gboolean content = read_labels (reading);

  for (guint i = reading->labels->len; i < uds_csv_reader_get_n_cells (reading->reader); i++)
    content |= read_value (reading, i);
  reading->file->n_rows += content;
}

static gboolean
read_rows (Reading  *reading,
           GError  **error)
{
  g_autoptr (GError) local_error = NULL;

  while (uds_csv_reader_next (reading->reader, &local_error))
    {
      if (uds_tidy_frame_is_note (&reading->shape->frame, reading->reader))
        read_note (reading);
      else
        read_row (reading);
      if (!uds_import_file_check (reading->file, error))
        return FALSE;
    }
  settle_labels_from (reading, 0);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
list_dimensions (Reading *reading)
{
  for (guint i = 0; i < reading->shape->dimensions->len; i++)
    {
      const UdsMatrixDimension *dimension = get_dimension (reading, i);
      UdsColumnRole role = dimension->is_time ? UDS_COLUMN_ROLE_PERIOD : UDS_COLUMN_ROLE_BREAKDOWN;

      uds_import_file_add_column (reading->file, dimension->name, uds_column_role_get_label (role));
      if (!dimension->is_time)
        uds_import_column_set_categories (g_ptr_array_index (reading->file->columns, i), dimension->categories);
      if (!dimension->is_told && !dimension->is_time)
        uds_import_file_add_note (reading->file, reading->shape->frame.heading, i < reading->labels->len ? i + 1 : 0,
                                  UDS_PROBLEM_UNNAMED_DIMENSION, NULL, dimension->name);
    }
}

/* Labels are settled after the values they are about. */
static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const UdsProblem *first = *(const UdsProblem *const *) a;
  const UdsProblem *second = *(const UdsProblem *const *) b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return (first->column > second->column) - (first->column < second->column);
}

static UdsIndicatorTable *
read_matrix (UdsImportFile  *file,
             gboolean        repair,
             JsonObject     *metadata,
             GError        **error)
{
  g_auto (Reading) reading = {
    .file = file,
    .shape = uds_matrix_shape_read (file, UDS_CSV_MAX_ROWS),
    .table = uds_indicator_table_new (file),
    .labels = g_array_new (FALSE, TRUE, sizeof (Label)),
    .current = g_ptr_array_new (),
    .series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .key = g_string_new (NULL),
    .repair = repair,
  };

  if (reading.shape == NULL)
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT,
                           _("Neither the labels nor the headings of the table are periods"));
      return NULL;
    }
  if (!file->separator_given)
    file->separator = uds_csv_detect_separator (file->text);
  if (!file->decimal_given)
    file->decimal = uds_decimal_decide (&reading.shape->decimal);
  reading.periods = uds_tidy_periods_new (reading.table);
  reading.reader = uds_matrix_shape_open (reading.shape, file);
  g_array_set_size (reading.labels, reading.shape->n_stubs);
  g_ptr_array_set_size (reading.current, (gint) reading.shape->dimensions->len);

  list_dimensions (&reading);
  if (!read_rows (&reading, error))
    return NULL;
  g_ptr_array_sort (file->problems, compare_problems);
  uds_indicator_table_note_headline (reading.table);
  uds_matrix_shape_describe (reading.shape, metadata);
  return g_steal_pointer (&reading.table);
}

static int
sniff (const UdsImportFile  *file,
       const char          **reason)
{
  g_autoptr (UdsMatrixShape) shape = uds_matrix_shape_read (file, SAMPLE_ROWS);

  if (shape == NULL)
    return 0;
  *reason = _("The table has labels beside its rows and above its columns");
  return 70;
}

static gpointer
preview (GPtrArray *files,
         gboolean   repair)
{
  GPtrArray *plans = uds_indicator_plans_new ();

  for (guint i = 0; i < files->len; i++)
    {
      UdsImportFile *file = g_ptr_array_index (files, i);
      g_autofree char *code = uds_import_file_get_code (file, NULL);
      UdsIndicatorPlan *plan = uds_indicator_plan_new (&uds_description_terms, code, file);
      g_autoptr (GError) error = NULL;
      UdsIndicatorTable *table = read_matrix (file, repair, plan->metadata, &error);

      if (table == NULL)
        {
          uds_import_file_refuse (file, error);
          uds_indicator_plan_free (plan);
          continue;
        }
      g_ptr_array_add (plan->tables, table);
      g_ptr_array_add (plans, plan);
    }
  return plans;
}

const UdsImporter uds_statbank_matrix_importer = {
  .name = "statbank-matrix",
  .label = N_("Matrix of StatBank Denmark"),
  .sniff = sniff,
  .preview = preview,
  .apply = uds_indicator_plans_save,
  .free = uds_indicator_plans_free,
  .has_plans = TRUE,
};
