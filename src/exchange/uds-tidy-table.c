/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a table with a heading: observations with a period, a value, and any columns that break them down. Each cell
 * is given to the count once, when its row is settled. Which column is which is uds-tidy-columns.c's. */
#include "uds-tidy-table-private.h"

#include "uds-error.h"
#include "uds-format.h"
#include "uds-tidy-categories-private.h"
#include "uds-tidy-heading-private.h"
#include "uds-tidy-period-private.h"
#include "uds-value-cell-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A column with values: of the row's period, or of one of its own. */
typedef struct {
  guint column;
  gboolean has_period;
  UdsTidyPeriod period;
} ValueColumn;

typedef struct {
  UdsIndicatorTable *table;
  UdsImportFile *file;
  const UdsTidyDialect *dialect;
  gboolean repair;

  gboolean is_wide;    /* every column of values has a period of its own */
  guint period_column; /* where that is not so */
  GArray *value_columns;

  gboolean has_exponent; /* a column says by which power of ten values are multiplied */
  guint exponent_column;

  UdsTidyFrame frame;
  UdsTidyRow row;
  GString *key;
  UdsTidyPeriods *periods;
  GHashTable *series;     /* joined cells to place plus one */
  GHashTable *attributes; /* joined cells to JSON */
  UdsTidyCategories *categories;
} Reading;

/* What became of a row's values. */
typedef struct {
  guint n_imported;
  UdsProblemCode refusal;
  const char *detail;
} Outcome;

static void
free_reading (Reading *reading)
{
  g_clear_pointer (&reading->row.reader, uds_csv_reader_free);
  g_array_unref (reading->row.columns);
  g_array_unref (reading->row.marks);
  g_string_chunk_free (reading->row.scratch);
  g_array_unref (reading->value_columns);
  g_string_free (reading->key, TRUE);
  g_clear_pointer (&reading->periods, uds_tidy_periods_free);
  g_hash_table_unref (reading->series);
  g_hash_table_unref (reading->attributes);
  g_clear_pointer (&reading->categories, uds_tidy_categories_free);
  uds_tidy_frame_clear (&reading->frame);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, free_reading)

/* The heading */

static void
note_heading (Reading *reading)
{
  uds_tidy_heading_list (reading->row.columns, reading->file);
  for (guint i = 0; i < reading->row.columns->len; i++)
    {
      const char *written = uds_csv_reader_get_cell (reading->row.reader, i);
      const char *start;
      gsize length;

      if (uds_text_trim (written, &start, &length))
        uds_import_file_add_note (reading->file, reading->frame.heading, i + 1, UDS_PROBLEM_TRIMMED, written, NULL);
    }
}

static const char *
share (Reading    *reading,
       const char *text)
{
  return uds_indicator_table_share (reading->table, text);
}

static void
add_value_column (Reading             *reading,
                  guint                place,
                  const UdsTidyColumn *column)
{
  ValueColumn value = { .column = place, .has_period = column->role == UDS_COLUMN_ROLE_VALUE_OF_PERIOD };

  if (value.has_period)
    value.period = *uds_tidy_periods_read (reading->periods, column->name);
  g_array_append_val (reading->value_columns, value);
}

static gboolean
read_heading (Reading  *reading,
              GError  **error)
{
  reading->row.reader = uds_tidy_heading_open (reading->file, reading->dialect, &reading->frame, error);
  if (reading->row.reader == NULL)
    return FALSE;

  g_array_unref (reading->row.columns);
  reading->row.columns = uds_tidy_columns_read (reading->row.reader, reading->dialect, reading->file);
  if (!uds_tidy_heading_has_values (reading->row.columns))
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT,
                           _("No column is known to hold the period or the value; please say what the columns are"));
      return FALSE;
    }

  reading->categories = uds_tidy_categories_new (reading->row.columns);
  reading->is_wide =
      !uds_tidy_columns_find (reading->row.columns, UDS_COLUMN_ROLE_PERIOD, &reading->period_column);
  for (guint i = 0; i < reading->row.columns->len; i++)
    {
      const UdsTidyColumn *column = &g_array_index (reading->row.columns, UdsTidyColumn, i);

      if (column->role == UDS_COLUMN_ROLE_VALUE || column->role == UDS_COLUMN_ROLE_VALUE_OF_PERIOD)
        add_value_column (reading, i, column);
      if (column->is_exponent)
        {
          reading->has_exponent = TRUE;
          reading->exponent_column = i;
        }
    }
  return TRUE;
}

/* The columns */

static const char *
trim_into (GString    *trimmed,
           const char *text)
{
  const char *start;
  gsize length;

  uds_text_trim (text, &start, &length);
  g_string_overwrite_len (g_string_truncate (trimmed, 0), 0, start, (gssize) length);
  return trimmed->str;
}

static void
look_at_row_before (Reading            *reading,
                    UdsCsvReader       *reader,
                    UdsDecimalEvidence *evidence)
{
  for (guint i = 0; i < reading->value_columns->len; i++)
    {
      guint column = g_array_index (reading->value_columns, ValueColumn, i).column;

      uds_value_cell_look (evidence, trim_into (reading->key, uds_csv_reader_get_cell (reader, column)));
    }
  if (!reading->is_wide)
    uds_tidy_periods_look (reading->periods, trim_into (reading->key, uds_csv_reader_get_cell (
                                                                           reader, reading->period_column)));
  if (reading->dialect->framed)
    uds_tidy_frame_look (&reading->frame, reader);
  if (!uds_tidy_frame_is_note (&reading->frame, reader))
    uds_tidy_categories_look (reading->categories, reader);
}

static UdsDecimal
decide_decimal (Reading                  *reading,
                const UdsDecimalEvidence *evidence)
{
  if (reading->dialect->is_program && reading->file->separator == ',')
    return UDS_DECIMAL_POINT;
  return uds_decimal_decide (evidence);
}

/* The first walk through the rows: what the columns are like, and where the notes begin. */
static gboolean
look_at_columns (Reading  *reading,
                 GError  **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (UdsCsvReader) reader =
      uds_tidy_frame_open (&reading->frame, reading->file->text, reading->file->separator, error);
  UdsDecimalEvidence evidence = { 0 };

  if (reader == NULL)
    return FALSE;

  while (uds_csv_reader_next (reader, &local_error))
    look_at_row_before (reading, reader, &evidence);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!reading->file->decimal_given)
    reading->file->decimal = decide_decimal (reading, &evidence);
  if (reading->dialect->has_parts)
    uds_tidy_categories_settle (reading->categories);
  return TRUE;
}

static const UdsTidyPeriod *
read_period (Reading *reading)
{
  const UdsTidyMark *mark = uds_tidy_row_get (&reading->row, reading->period_column);
  const UdsTidyPeriod *period = uds_tidy_periods_read (reading->periods, mark->text);

  if (period != NULL && period->note != UDS_PROBLEM_NONE && mark->code == UDS_PROBLEM_NONE)
    uds_tidy_row_set (&reading->row, reading->period_column, period->note, NULL, NULL);
  return period;
}

/* The rows */

static guint
intern_series (Reading *reading)
{
  UdsTidyRow *row = &reading->row;
  g_autofree char *breakdown = uds_tidy_row_make_json (row, UDS_COLUMN_ROLE_BREAKDOWN, UDS_COLUMN_ROLE_BREAKDOWN,
                                                       reading->dialect->is_total);

  return uds_indicator_table_intern_series (reading->table, uds_tidy_row_get_text (row, UDS_COLUMN_ROLE_SERIES),
                                            uds_tidy_row_get_text (row, UDS_COLUMN_ROLE_UNIT), breakdown);
}

static guint
find_series (Reading *reading)
{
  const char *key = uds_tidy_row_join (&reading->row, UDS_COLUMN_ROLE_SERIES, UDS_COLUMN_ROLE_BREAKDOWN, reading->key);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->series, key));

  if (place == 0)
    {
      place = 1 + intern_series (reading);
      g_hash_table_insert (reading->series, g_strdup (key), GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static const char *
find_attributes (Reading *reading)
{
  const char *key = uds_tidy_row_join (&reading->row, UDS_COLUMN_ROLE_STATUS, UDS_COLUMN_ROLE_ATTRIBUTE, reading->key);
  gpointer json;

  if (*key == '\0')
    return NULL;
  if (!g_hash_table_lookup_extended (reading->attributes, key, NULL, &json))
    {
      g_autofree char *text =
          uds_tidy_row_make_json (&reading->row, UDS_COLUMN_ROLE_STATUS, UDS_COLUMN_ROLE_ATTRIBUTE, NULL);

      json = (gpointer) share (reading, text);
      g_hash_table_insert (reading->attributes, g_strdup (key), json);
    }
  return json;
}

static const char *
find_footnote (Reading *reading)
{
  g_autofree char *footnote = uds_tidy_row_make_footnote (&reading->row);

  return share (reading, footnote);
}

static void
refuse_cell (Reading        *reading,
             guint           column,
             UdsProblemCode  code,
             const char     *repair,
             Outcome        *outcome)
{
  uds_tidy_row_set (&reading->row, column, code, repair, repair);
  outcome->refusal = UDS_PROBLEM_ROW_REFUSED;
  outcome->detail = uds_tidy_row_get (&reading->row, column)->text;
}

static void
refuse_second (Reading                       *reading,
               guint                          column,
               const UdsIndicatorObservation *first,
               const UdsValueCell            *cell,
               Outcome                       *outcome)
{
  g_autofree char *detail = NULL;

  outcome->refusal = uds_indicator_table_tell_second (first, cell->has_value, cell->value, &detail);
  outcome->detail = g_string_chunk_insert (reading->row.scratch, detail);
  uds_tidy_row_set (&reading->row, column, outcome->refusal, outcome->detail, NULL);
}

static const char *
get_quality (Reading            *reading,
             const UdsValueCell *cell)
{
  const char *quality = cell->provisional ? "provisional" : uds_tidy_row_get_quality (&reading->row);

  return quality == NULL && cell->has_value ? reading->dialect->quality : quality;
}

static void
add_observation (Reading             *reading,
                 const UdsTidyPeriod *period,
                 guint                column,
                 const UdsValueCell  *cell,
                 Outcome             *outcome)
{
  UdsIndicatorObservation observation = {
    .series = find_series (reading),
    .period = period->place,
    .row = uds_csv_reader_get_row (reading->row.reader),
    .has_value = cell->has_value,
    .value = cell->value,
    .label = period->label,
  };
  const UdsIndicatorObservation *other =
      uds_indicator_table_find (reading->table, observation.series, observation.period);

  if (other != NULL)
    {
      refuse_second (reading, column, other, cell, outcome);
      return;
    }

  observation.quality = get_quality (reading, cell);
  observation.footnote = find_footnote (reading);
  observation.attributes = find_attributes (reading);
  uds_indicator_table_add (reading->table, &observation);
  outcome->n_imported++;
}

/* Multiplies by a power of ten; by text, since 1.005 * 1000 is not 1005. */
static void
multiply (Reading      *reading,
          UdsValueCell *cell)
{
  const char *exponent = reading->has_exponent ? uds_tidy_row_get (&reading->row, reading->exponent_column)->text : "";
  g_autofree char *number = NULL;
  g_autofree char *product = NULL;

  if (*exponent == '\0' || !cell->has_value)
    return;
  number = uds_format_machine (cell->value);
  product = g_strconcat (number, "e", exponent, NULL);
  if (!uds_parse_machine (product, &cell->value))
    cell->code = UDS_PROBLEM_NOT_A_NUMBER;
}

static void
read_value (Reading             *reading,
            const ValueColumn   *column,
            const UdsTidyPeriod *period,
            Outcome             *outcome)
{
  const UdsTidyMark *mark = uds_tidy_row_get (&reading->row, column->column);
  g_auto (UdsValueCell) cell = { 0 };

  /* Of a row with a period of its own an empty cell says that there is no value; a column may simply not have one. */
  if (column->has_period && *mark->text == '\0')
    return;

  uds_value_cell_read (&cell, mark->text, reading->dialect->nil, reading->file->decimal, reading->repair);
  multiply (reading, &cell);
  if (cell.code > UDS_PROBLEM_LAST_NOTE)
    {
      refuse_cell (reading, column->column, cell.code, share (reading, cell.repair), outcome);
      return;
    }
  if (cell.code != UDS_PROBLEM_NONE)
    uds_tidy_row_set (&reading->row, column->column, cell.code, NULL, share (reading, cell.repair));
  add_observation (reading, period, column->column, &cell, outcome);
}

/* A row whose values are all refused is refused with them: nothing would be left for its other cells to describe. */
static void
read_values (Reading             *reading,
             const UdsTidyPeriod *period)
{
  Outcome outcome = { .refusal = UDS_PROBLEM_NO_VALUES };

  for (guint i = 0; i < reading->value_columns->len; i++)
    {
      const ValueColumn *column = &g_array_index (reading->value_columns, ValueColumn, i);

      read_value (reading, column, column->has_period ? &column->period : period, &outcome);
    }
  if (outcome.n_imported == 0)
    uds_tidy_row_refuse (&reading->row, outcome.refusal, outcome.detail);
}

static const char *
find_unwanted (Reading *reading)
{
  for (guint i = 0; i < reading->row.columns->len; i++)
    {
      const char *wanted = g_array_index (reading->row.columns, UdsTidyColumn, i).wanted;
      const char *text = uds_tidy_row_get (&reading->row, i)->text;

      if (wanted != NULL && !g_str_equal (wanted, text))
        return text;
    }
  return NULL;
}

static gboolean
is_unclosed (Reading *reading)
{
  return reading->row.marks->len > 0
         && uds_tidy_row_get (&reading->row, reading->row.marks->len - 1)->code == UDS_PROBLEM_UNCLOSED_QUOTE;
}

/* Whether values can be multiplied as the row says: by a whole power of ten that leaves them numbers. */
static gboolean
is_exponent (Reading     *reading,
             const char **detail)
{
  const char *text = reading->has_exponent ? uds_tidy_row_get (&reading->row, reading->exponent_column)->text : "";
  gint64 exponent;

  if (*text == '\0' || g_ascii_string_to_signed (text, 10, -30, 30, &exponent, NULL))
    return TRUE;
  uds_tidy_row_set (&reading->row, reading->exponent_column, UDS_PROBLEM_NOT_A_NUMBER, NULL, NULL);
  *detail = text;
  return FALSE;
}

/* Why nothing in the row can be imported, whatever its period and values are. */
static UdsProblemCode
look_at_row (Reading     *reading,
             const char **detail)
{
  *detail = NULL;
  if (is_unclosed (reading))
    {
      *detail = "\"";
      return UDS_PROBLEM_ROW_REFUSED;
    }
  if (reading->row.marks->len <= g_array_index (reading->value_columns, ValueColumn, 0).column)
    return UDS_PROBLEM_SHORT_ROW;

  *detail = find_unwanted (reading);
  if (*detail != NULL)
    return UDS_PROBLEM_UNWANTED;
  if (!is_exponent (reading, detail))
    return UDS_PROBLEM_ROW_REFUSED;
  if (reading->dialect->look_at_row == NULL)
    return UDS_PROBLEM_NONE;
  return reading->dialect->look_at_row (reading->row.reader, reading->row.columns);
}

static void
read_row (Reading *reading)
{
  const UdsTidyPeriod *period = NULL;
  const char *detail;
  UdsProblemCode refusal = look_at_row (reading, &detail);

  if (refusal != UDS_PROBLEM_NONE)
    {
      uds_tidy_row_refuse (&reading->row, refusal, detail);
      return;
    }
  if (!reading->is_wide)
    {
      const char *text = uds_tidy_row_get (&reading->row, reading->period_column)->text;

      if (*text == '\0')
        {
          uds_tidy_row_refuse (&reading->row, UDS_PROBLEM_NO_PERIOD, NULL);
          return;
        }
      period = read_period (reading);
      if (period == NULL)
        {
          uds_tidy_row_set (&reading->row, reading->period_column, UDS_PROBLEM_NOT_A_PERIOD, NULL, NULL);
          uds_tidy_row_refuse (&reading->row, UDS_PROBLEM_ROW_REFUSED, text);
          return;
        }
    }
  read_values (reading, period);
}

static void
read_note (Reading *reading)
{
  const UdsTidyMark *mark = uds_tidy_row_get (&reading->row, 0);

  if (mark->code <= UDS_PROBLEM_LAST_NOTE)
    uds_tidy_frame_add_note (&reading->frame, mark->text);
}

static gboolean
read_rows (Reading  *reading,
           GError  **error)
{
  g_autoptr (GError) local_error = NULL;

  while (uds_csv_reader_next (reading->row.reader, &local_error))
    {
      gboolean content = uds_tidy_row_read (&reading->row);

      if (content && uds_tidy_frame_is_note (&reading->frame, reading->row.reader))
        read_note (reading);
      else if (content)
        {
          reading->file->n_rows++;
          read_row (reading);
        }
      uds_tidy_row_settle (&reading->row);
      if (!uds_import_file_check (reading->file, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * uds_tidy_table_read:
 * @file: a file whose text is read
 * @dialect: how its columns may be named
 * @repair: whether the repairs proposed are accepted
 * @metadata: (nullable): of the indicator that the table is about: gets what is written around the table
 * @error: why nothing in it can be imported
 *
 * Fills in what is found in @file and counts its cells.
 *
 * Returns: (transfer full) (nullable): its series and observations
 */
UdsIndicatorTable *
uds_tidy_table_read (UdsImportFile         *file,
                     const UdsTidyDialect  *dialect,
                     gboolean               repair,
                     JsonObject            *metadata,
                     GError               **error)
{
  g_autoptr (UdsIndicatorTable) table = uds_indicator_table_new (file);
  g_auto (Reading) reading = {
    .table = table,
    .file = file,
    .dialect = dialect,
    .repair = repair,
    .value_columns = g_array_new (FALSE, FALSE, sizeof (ValueColumn)),
    .row = {
        .file = file,
        .columns = g_array_new (FALSE, FALSE, sizeof (UdsTidyColumn)),
        .marks = g_array_new (FALSE, FALSE, sizeof (UdsTidyMark)),
        .scratch = g_string_chunk_new (256),
    },
    .key = g_string_new (NULL),
    .periods = uds_tidy_periods_new (table),
    .series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  if (!file->separator_given)
    file->separator = uds_tidy_heading_find_separator (file, dialect);

  if (!read_heading (&reading, error) || !look_at_columns (&reading, error))
    return NULL;
  note_heading (&reading);
  if (!read_rows (&reading, error))
    return NULL;
  if (file->n_rows == 0)
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID, _("The file has a heading but no rows"));
      return NULL;
    }
  uds_tidy_categories_list (reading.categories, file);
  uds_indicator_table_note_headline (table);
  if (metadata != NULL)
    uds_tidy_frame_describe (&reading.frame, metadata);
  return g_steal_pointer (&table);
}
