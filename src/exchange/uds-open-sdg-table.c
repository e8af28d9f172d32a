/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a tidy table: one observation a row, a year, a value, and any columns that break it down. Each cell is given to
 * the count once, when its row is settled. How the rows get into the database is uds-open-sdg-observations.c's. */
#include "uds-open-sdg-private.h"

#include "uds-error.h"
#include "uds-open-sdg-row-private.h"
#include "uds-period.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  guint place;       /* among the table's periods */
  const char *label; /* as written, where that differs */
  UdsProblemCode note;
} Period;

typedef struct {
  UdsOpenSdgTable *table;
  UdsImportFile *file;
  gboolean repair;
  gboolean two_years; /* "2010-11" means two years here */

  guint period_column;
  guint value_column;

  UdsOpenSdgRow row;
  GString *key;
  GHashTable *periods;    /* text to Period */
  GHashTable *series;     /* joined cells to place plus one */
  GHashTable *attributes; /* joined cells to JSON */
} Reading;

static void
clear_series (gpointer data)
{
  g_free (((UdsOpenSdgSeries *) data)->id);
}

static void
free_reading (Reading *reading)
{
  g_clear_pointer (&reading->row.reader, uds_csv_reader_free);
  g_array_unref (reading->row.columns);
  g_array_unref (reading->row.marks);
  g_string_chunk_free (reading->row.scratch);
  g_string_free (reading->key, TRUE);
  g_hash_table_unref (reading->periods);
  g_hash_table_unref (reading->series);
  g_hash_table_unref (reading->attributes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, free_reading)

/**
 * uds_open_sdg_make_key:
 * @series: the place of a series
 * @period: the place of a period
 *
 * Returns: both in one pointer, for a hash table
 */
gpointer
uds_open_sdg_make_key (guint series,
                       guint period)
{
  G_STATIC_ASSERT (GLIB_SIZEOF_VOID_P == 8);

  return GSIZE_TO_POINTER ((gsize) series << 32 | period);
}

static guint
hash_key (gconstpointer key)
{
  gsize bits = GPOINTER_TO_SIZE (key);

  return (guint) (bits >> 32) * 2654435761u ^ (guint) bits;
}

static UdsOpenSdgTable *
table_new (UdsImportFile *file)
{
  UdsOpenSdgTable *self = g_new0 (UdsOpenSdgTable, 1);

  self->file = file;
  self->texts = g_string_chunk_new (4096);
  self->series = g_array_new (FALSE, FALSE, sizeof (UdsOpenSdgSeries));
  g_array_set_clear_func (self->series, clear_series);
  self->observations = g_array_new (FALSE, FALSE, sizeof (UdsOpenSdgObservation));
  self->periods = g_ptr_array_new ();
  self->period_places = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_hash_table_new (hash_key, g_direct_equal);
  return self;
}

/**
 * uds_open_sdg_table_free:
 * @self: (transfer full): a table
 */
void
uds_open_sdg_table_free (UdsOpenSdgTable *self)
{
  g_string_chunk_free (self->texts);
  g_array_unref (self->series);
  g_array_unref (self->observations);
  g_ptr_array_unref (self->periods);
  g_hash_table_unref (self->period_places);
  g_hash_table_unref (self->places);
  g_free (self);
}

/**
 * uds_open_sdg_is_table:
 * @file: a file whose text is read
 * @reason: (out): why or why not, in the user's language
 *
 * Returns: whether its heading has a year and a value
 */
gboolean
uds_open_sdg_is_table (const UdsImportFile  *file,
                       const char          **reason)
{
  char separator = file->separator_given ? file->separator : uds_csv_detect_separator (file->text);
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (file->text, separator);
  g_autoptr (GArray) columns = NULL;
  guint place;

  *reason = _("The first row has no heading “Year”, so this is no indicator file");
  if (!uds_csv_reader_next (reader, NULL))
    return FALSE;

  columns = uds_open_sdg_columns_read (reader);
  if (!uds_open_sdg_columns_find (columns, UDS_OPEN_SDG_PERIOD, &place))
    return FALSE;
  *reason = _("The first row has a heading “Year” but none “Value”, so there is nothing to read");
  if (!uds_open_sdg_columns_find (columns, UDS_OPEN_SDG_VALUE, &place))
    return FALSE;
  *reason = _("The first row has the headings “Year” and “Value”");
  return TRUE;
}

static void
note_heading (Reading *reading)
{
  for (guint i = 0; i < reading->row.columns->len; i++)
    {
      const UdsOpenSdgColumn *column = &g_array_index (reading->row.columns, UdsOpenSdgColumn, i);
      const char *written = uds_csv_reader_get_cell (reading->row.reader, i);

      uds_import_file_add_column (reading->file, column->name, uds_open_sdg_role_get_meaning (column->role));
      if (!g_str_equal (written, column->name))
        uds_import_file_add_note (reading->file, 1, i + 1, UDS_PROBLEM_TRIMMED, written, NULL);
    }
}

static gboolean
read_heading (Reading  *reading,
              GError  **error)
{
  if (!uds_csv_reader_read_heading (reading->row.reader, error))
    return FALSE;

  g_array_unref (reading->row.columns);
  reading->row.columns = uds_open_sdg_columns_read (reading->row.reader);
  if (!uds_open_sdg_columns_find (reading->row.columns, UDS_OPEN_SDG_PERIOD, &reading->period_column)
      || !uds_open_sdg_columns_find (reading->row.columns, UDS_OPEN_SDG_VALUE, &reading->value_column))
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT,
                           _("The first row has no headings “Year” and “Value”, so this is no indicator file"));
      return FALSE;
    }
  return TRUE;
}

/* Of "2010-11" and the like: whether every one names the year after, as school years do and months hardly ever. */
static void
look_at_period (const char *text,
                gboolean   *year_pairs,
                gboolean   *months)
{
  UdsPeriod period;

  if (strlen (text) != strlen ("2010-11") || text[4] != '-')
    return;
  if (uds_period_parse_years (text, &period))
    *year_pairs = TRUE;
  else if (uds_period_parse (text, &period, NULL) && period.kind == UDS_PERIOD_MONTH)
    *months = TRUE;
}

/* The first walk through the rows: what the columns of the year and the value are like. */
static gboolean
look_at_columns (Reading  *reading,
                 GError  **error)
{
  g_autoptr (UdsCsvReader) reader = uds_csv_reader_new (reading->file->text, reading->file->separator);
  g_autoptr (GError) local_error = NULL;
  UdsDecimalEvidence evidence = { 0 };
  gboolean year_pairs = FALSE, months = FALSE;

  uds_csv_reader_next (reader, NULL);
  while (uds_csv_reader_next (reader, &local_error))
    {
      const char *start;
      gsize length;

      uds_text_trim (uds_csv_reader_get_cell (reader, reading->value_column), &start, &length);
      g_string_overwrite_len (g_string_truncate (reading->key, 0), 0, start, (gssize) length);
      uds_decimal_look (&evidence, reading->key->str);
      uds_text_trim (uds_csv_reader_get_cell (reader, reading->period_column), &start, &length);
      g_string_overwrite_len (g_string_truncate (reading->key, 0), 0, start, (gssize) length);
      look_at_period (reading->key->str, &year_pairs, &months);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  reading->two_years = year_pairs && !months;
  if (!reading->file->decimal_given)
    reading->file->decimal = uds_decimal_decide (&evidence);
  return TRUE;
}

static const char *
share (Reading    *reading,
       const char *text)
{
  return g_string_chunk_insert_const (reading->table->texts, text);
}

static guint
intern_period (UdsOpenSdgTable *table,
               const UdsPeriod *period)
{
  g_autofree char *text = uds_period_to_string (period);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (table->period_places, text));

  if (place == 0)
    {
      char *shared = g_string_chunk_insert (table->texts, text);

      g_ptr_array_add (table->periods, shared);
      place = table->periods->len;
      g_hash_table_insert (table->period_places, shared, GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static Period *
read_new_period (Reading    *reading,
                 const char *text)
{
  UdsPeriod parsed;
  Period *period;
  gboolean two_years = reading->two_years && uds_period_parse_years (text, &parsed);

  if (!two_years && !uds_period_parse (text, &parsed, NULL))
    return NULL;

  period = g_new0 (Period, 1);
  period->place = intern_period (reading->table, &parsed);
  period->note = two_years ? UDS_PROBLEM_TWO_YEARS : UDS_PROBLEM_NONE;
  if (!g_str_equal (text, g_ptr_array_index (reading->table->periods, period->place)))
    period->label = share (reading, text);
  return period;
}

/* Few texts name the periods of many rows. */
static const Period *
read_period (Reading *reading)
{
  const UdsOpenSdgMark *mark = uds_open_sdg_row_get (&reading->row, reading->period_column);
  Period *period = g_hash_table_lookup (reading->periods, mark->text);

  if (period == NULL)
    {
      period = read_new_period (reading, mark->text);
      if (period == NULL)
        return NULL;
      g_hash_table_insert (reading->periods, g_strdup (mark->text), period);
    }
  if (period->note != UDS_PROBLEM_NONE && mark->code == UDS_PROBLEM_NONE)
    uds_open_sdg_row_set (&reading->row, reading->period_column, period->note, NULL, NULL);
  return period;
}

static gboolean
refuse_value (Reading        *reading,
              UdsProblemCode  code,
              const char     *repair)
{
  uds_open_sdg_row_set (&reading->row, reading->value_column, code, repair, repair);
  uds_open_sdg_row_refuse (&reading->row, UDS_PROBLEM_ROW_REFUSED,
                           uds_open_sdg_row_get (&reading->row, reading->value_column)->text);
  return FALSE;
}

static gboolean
read_value (Reading               *reading,
            UdsOpenSdgObservation *observation)
{
  const UdsOpenSdgMark *mark = uds_open_sdg_row_get (&reading->row, reading->value_column);
  UdsDecimal decimal = reading->file->decimal;
  g_autofree char *repair = NULL;

  if (*mark->text == '\0')
    return TRUE;

  observation->has_value = uds_decimal_parse (decimal, mark->text, &observation->value);
  if (observation->has_value)
    return TRUE;

  if (uds_decimal_is_missing (mark->text))
    {
      uds_open_sdg_row_set (&reading->row, reading->value_column, UDS_PROBLEM_MISSING_VALUE, NULL, NULL);
      return TRUE;
    }
  if (decimal == UDS_DECIMAL_UNKNOWN && uds_decimal_is_ambiguous (mark->text))
    return refuse_value (reading, UDS_PROBLEM_AMBIGUOUS_NUMBER, NULL);

  repair = uds_decimal_repair (decimal, mark->text);
  if (repair == NULL)
    return refuse_value (reading, UDS_PROBLEM_NOT_A_NUMBER, NULL);
  if (!reading->repair)
    return refuse_value (reading, UDS_PROBLEM_NUMBER_FORMAT, share (reading, repair));

  observation->has_value = uds_decimal_parse (UDS_DECIMAL_POINT, repair, &observation->value);
  uds_open_sdg_row_set (&reading->row, reading->value_column, UDS_PROBLEM_REPAIRED, NULL, share (reading, repair));
  return TRUE;
}

/* The row's cells of some roles in one text, which many rows share. */
static const char *
join_cells (Reading *reading,
            UdsOpenSdgRole     first,
            UdsOpenSdgRole     last)
{
  g_string_truncate (reading->key, 0);
  for (guint i = 0; i < reading->row.columns->len; i++)
    {
      UdsOpenSdgRole role = g_array_index (reading->row.columns, UdsOpenSdgColumn, i).role;

      if (role < first || role > last)
        continue;
      g_string_append (reading->key, uds_open_sdg_row_get (&reading->row, i)->text);
      g_string_append_c (reading->key, '\x1f');
    }
  return reading->key->str;
}

/* The row's cells of some roles as a JSON object by heading; NULL where all are empty. */
static const char *
make_json (Reading *reading,
           UdsOpenSdgRole     first,
           UdsOpenSdgRole     last)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *json = NULL;

  for (guint i = 0; i < reading->row.columns->len; i++)
    {
      const UdsOpenSdgColumn *column = &g_array_index (reading->row.columns, UdsOpenSdgColumn, i);
      const char *text = uds_open_sdg_row_get (&reading->row, i)->text;

      if (column->role >= first && column->role <= last && *text != '\0')
        json_object_set_string_member (object, column->name, text);
    }
  if (json_object_get_size (object) == 0)
    return NULL;

  json = uds_json_to_canonical (object);
  return share (reading, json);
}

static const char *
get_shared_cell (Reading *reading,
                 UdsOpenSdgRole     role)
{
  const char *text;
  guint column;

  if (!uds_open_sdg_columns_find (reading->row.columns, role, &column))
    return NULL;
  text = uds_open_sdg_row_get (&reading->row, column)->text;
  return *text != '\0' ? share (reading, text) : NULL;
}

static guint
find_series (Reading *reading)
{
  const char *key = join_cells (reading, UDS_OPEN_SDG_SERIES, UDS_OPEN_SDG_BREAKDOWN);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->series, key));

  if (place == 0)
    {
      UdsOpenSdgSeries series = {
        .name = get_shared_cell (reading, UDS_OPEN_SDG_SERIES),
        .unit = get_shared_cell (reading, UDS_OPEN_SDG_UNIT),
        .breakdown = make_json (reading, UDS_OPEN_SDG_BREAKDOWN, UDS_OPEN_SDG_BREAKDOWN),
      };

      g_array_append_val (reading->table->series, series);
      place = reading->table->series->len;
      g_hash_table_insert (reading->series, g_strdup (key), GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static const char *
find_attributes (Reading *reading)
{
  const char *key = join_cells (reading, UDS_OPEN_SDG_STATUS, UDS_OPEN_SDG_ATTRIBUTE);
  gpointer json;

  if (*key == '\0')
    return NULL;
  if (!g_hash_table_lookup_extended (reading->attributes, key, NULL, &json))
    {
      g_autofree char *copy = g_strdup (key);

      json = (gpointer) make_json (reading, UDS_OPEN_SDG_STATUS, UDS_OPEN_SDG_ATTRIBUTE);
      g_hash_table_insert (reading->attributes, g_steal_pointer (&copy), json);
    }
  return json;
}

static const char *
get_quality (Reading *reading)
{
  static const struct {
    const char *beginning, *quality;
  } statuses[] = {
    { "normal", "measured" },
    { "provisional", "provisional" },
    { "estimate", "estimated" },
    { "forecast", "estimated" },
    { "imputed", "derived" },
  };
  const char *text;
  guint column;

  if (!uds_open_sdg_columns_find (reading->row.columns, UDS_OPEN_SDG_STATUS, &column))
    return NULL;
  text = uds_open_sdg_row_get (&reading->row, column)->text;
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_ascii_strncasecmp (text, statuses[i].beginning, strlen (statuses[i].beginning)) == 0)
      return statuses[i].quality;
  return NULL;
}

static const char *
get_footnote (Reading *reading)
{
  g_autoptr (GString) footnote = NULL;

  for (guint i = 0; i < reading->row.columns->len; i++)
    {
      const char *text = uds_open_sdg_row_get (&reading->row, i)->text;

      if (g_array_index (reading->row.columns, UdsOpenSdgColumn, i).role != UDS_OPEN_SDG_COMMENT || *text == '\0')
        continue;
      if (footnote == NULL)
        footnote = g_string_new (text);
      else
        g_string_append_printf (footnote, "; %s", text);
    }
  return footnote != NULL ? share (reading, footnote->str) : NULL;
}

static void
refuse_duplicate (Reading *reading,
                  guint    place)
{
  guint other = g_array_index (reading->table->observations, UdsOpenSdgObservation, place - 1).row;
  g_autofree char *row = g_strdup_printf ("%u", other);

  uds_open_sdg_row_refuse (&reading->row, UDS_PROBLEM_DUPLICATE, g_string_chunk_insert (reading->row.scratch, row));
}

static void
add_observation (Reading               *reading,
                 UdsOpenSdgObservation *observation)
{
  GArray *observations = reading->table->observations;
  gpointer key = uds_open_sdg_make_key (observation->series, observation->period);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->table->places, key));

  if (place != 0)
    {
      refuse_duplicate (reading, place);
      return;
    }

  observation->quality = get_quality (reading);
  observation->footnote = get_footnote (reading);
  observation->attributes = find_attributes (reading);
  g_array_append_vals (observations, observation, 1);
  g_hash_table_insert (reading->table->places, key, GUINT_TO_POINTER (observations->len));
}

static gboolean
is_unclosed (Reading *reading)
{
  return reading->row.marks->len > 0
         && uds_open_sdg_row_get (&reading->row, reading->row.marks->len - 1)->code == UDS_PROBLEM_UNCLOSED_QUOTE;
}

static void
read_row (Reading *reading)
{
  UdsOpenSdgObservation observation = { .row = uds_csv_reader_get_row (reading->row.reader) };
  const char *year = uds_open_sdg_row_get (&reading->row, reading->period_column)->text;
  const Period *period;

  if (is_unclosed (reading))
    {
      uds_open_sdg_row_refuse (&reading->row, UDS_PROBLEM_ROW_REFUSED, "\"");
      return;
    }
  if (reading->row.marks->len <= reading->value_column)
    {
      uds_open_sdg_row_refuse (&reading->row, UDS_PROBLEM_SHORT_ROW, NULL);
      return;
    }
  if (*year == '\0')
    {
      uds_open_sdg_row_refuse (&reading->row, UDS_PROBLEM_NO_PERIOD, NULL);
      return;
    }
  period = read_period (reading);
  if (period == NULL)
    {
      uds_open_sdg_row_set (&reading->row, reading->period_column, UDS_PROBLEM_NOT_A_PERIOD, NULL, NULL);
      uds_open_sdg_row_refuse (&reading->row, UDS_PROBLEM_ROW_REFUSED, year);
      return;
    }
  if (!read_value (reading, &observation))
    return;

  observation.period = period->place;
  observation.label = period->label;
  observation.series = find_series (reading);
  add_observation (reading, &observation);
}

static gboolean
read_rows (Reading  *reading,
           GError  **error)
{
  g_autoptr (GError) local_error = NULL;

  while (uds_csv_reader_next (reading->row.reader, &local_error))
    {
      if (uds_open_sdg_row_read (&reading->row))
        {
          reading->file->n_rows++;
          read_row (reading);
        }
      uds_open_sdg_row_settle (&reading->row);
      if (!uds_import_file_check (reading->file, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
note_missing_headline (Reading *reading)
{
  GArray *series = reading->table->series;

  for (guint i = 0; i < series->len; i++)
    if (g_array_index (series, UdsOpenSdgSeries, i).breakdown == NULL)
      return;
  if (series->len > 0)
    uds_import_file_add_note (reading->file, 0, 0, UDS_PROBLEM_NO_HEADLINE, NULL, NULL);
}

/**
 * uds_open_sdg_table_read:
 * @file: a file whose text is read
 * @repair: whether the repairs proposed are accepted
 * @error: why nothing in it can be imported
 *
 * Fills in what is found in @file and counts its cells.
 *
 * Returns: (transfer full) (nullable): its series and observations
 */
UdsOpenSdgTable *
uds_open_sdg_table_read (UdsImportFile  *file,
                         gboolean        repair,
                         GError        **error)
{
  g_autoptr (UdsOpenSdgTable) table = table_new (file);
  g_auto (Reading) reading = {
    .table = table,
    .file = file,
    .repair = repair,
    .row = {
        .file = file,
        .columns = g_array_new (FALSE, FALSE, sizeof (UdsOpenSdgColumn)),
        .marks = g_array_new (FALSE, FALSE, sizeof (UdsOpenSdgMark)),
        .scratch = g_string_chunk_new (256),
    },
    .key = g_string_new (NULL),
    .periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  if (!file->separator_given)
    file->separator = uds_csv_detect_separator (file->text);
  reading.row.reader = uds_csv_reader_new (file->text, file->separator);

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
  note_missing_headline (&reading);
  return g_steal_pointer (&table);
}
