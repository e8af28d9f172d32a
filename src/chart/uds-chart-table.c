/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are found once; texts are made when they are asked for, so that a long series costs nothing until it
 * is scrolled to. The last column holds what is said about the points of a row. */
#include "uds-chart-table.h"

#include "uds-chart-time.h"
#include "uds-format.h"

#include <glib/gi18n.h>

struct _UdsChartTable {
  GObject parent_instance;

  UdsChartSpec *spec;
  UdsChartFormat format;
  gsize n_series;
  gsize n_rows;
  GArray *cells; /* gsize: the point of each series in each row, or UDS_CHART_NONE */
};

G_DEFINE_FINAL_TYPE (UdsChartTable, uds_chart_table, G_TYPE_OBJECT)

static void
uds_chart_table_finalize (GObject *object)
{
  UdsChartTable *self = UDS_CHART_TABLE (object);

  g_clear_object (&self->spec);
  g_array_unref (self->cells);

  G_OBJECT_CLASS (uds_chart_table_parent_class)->finalize (object);
}

static void
uds_chart_table_class_init (UdsChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_chart_table_finalize;
}

static void
uds_chart_table_init (UdsChartTable *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
}

/* The earliest time that no row has yet; nothing where all have one. */
static gboolean
find_next_position (UdsChartTable *self,
                    const gsize   *next,
                    double        *position)
{
  gboolean found = FALSE;

  for (gsize i = 0; i < self->n_series; i++)
    {
      const UdsChartSeries *series = uds_chart_spec_get_series (self->spec, i);

      if (next[i] == uds_chart_series_get_n_points (series))
        continue;
      if (found && uds_chart_series_get_positions (series)[next[i]] >= *position)
        continue;
      *position = uds_chart_series_get_positions (series)[next[i]];
      found = TRUE;
    }

  return found;
}

static void
find_rows (UdsChartTable *self)
{
  g_autofree gsize *next = g_new0 (gsize, self->n_series + 1);
  double position;

  while (find_next_position (self, next, &position))
    {
      for (gsize i = 0; i < self->n_series; i++)
        {
          const UdsChartSeries *series = uds_chart_spec_get_series (self->spec, i);
          gboolean is_here = next[i] < uds_chart_series_get_n_points (series)
                             && uds_chart_series_get_positions (series)[next[i]] == position;
          gsize point = is_here ? next[i]++ : UDS_CHART_NONE;

          g_array_append_val (self->cells, point);
        }
      self->n_rows++;
    }
}

/**
 * uds_chart_table_new:
 * @spec: a chart, which must not change any more
 *
 * Returns: (transfer full): its table
 */
UdsChartTable *
uds_chart_table_new (UdsChartSpec *spec)
{
  UdsChartTable *self = g_object_new (UDS_TYPE_CHART_TABLE, NULL);

  self->spec = g_object_ref (spec);
  self->n_series = uds_chart_spec_get_n_series (spec);
  uds_chart_spec_get_format (spec, &self->format);
  find_rows (self);

  return self;
}

gsize
uds_chart_table_get_n_rows (UdsChartTable *self)
{
  return self->n_rows;
}

/**
 * uds_chart_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns there are: the time, one for each series, the notes
 */
gsize
uds_chart_table_get_n_columns (UdsChartTable *self)
{
  return self->n_series + 2;
}

/**
 * uds_chart_table_get_heading:
 * @self: a table
 * @column: less than the number of columns
 *
 * Returns: (transfer full): what stands above the column; a series with its unit
 */
char *
uds_chart_table_get_heading (UdsChartTable *self,
                             gsize          column)
{
  const UdsChartSeries *series;

  g_return_val_if_fail (column < self->n_series + 2, NULL);

  if (column == 0)
    return g_strdup (_ ("Period"));
  if (column > self->n_series)
    return g_strdup (_ ("Note"));

  series = uds_chart_spec_get_series (self->spec, column - 1);
  if (self->format.unit == NULL)
    return g_strdup (uds_chart_series_get_name (series));
  return g_strdup_printf ("%s (%s)", uds_chart_series_get_name (series), self->format.unit);
}

static gboolean
get_point (UdsChartTable *self,
           gsize          row,
           gsize          index,
           UdsChartPoint *point)
{
  gsize cell = g_array_index (self->cells, gsize, row * self->n_series + index);

  if (cell == UDS_CHART_NONE)
    return FALSE;

  uds_chart_series_get_point (uds_chart_spec_get_series (self->spec, index), cell, point);
  return TRUE;
}

static char *
format_period (UdsChartTable *self,
               gsize          row)
{
  UdsChartPoint point = { 0 };
  gsize index = 0;

  while (!get_point (self, row, index, &point))
    index++;

  return uds_chart_point_format_period (&point, self->format.language);
}

static void
append_note (GString    *notes,
             const char *note)
{
  if (note == NULL)
    return;

  if (notes->len > 0)
    g_string_append (notes, "; ");
  g_string_append (notes, note);
}

static char *
format_notes (UdsChartTable *self,
              gsize          row)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  for (gsize i = 0; i < self->n_series; i++)
    {
      UdsChartPoint point;

      if (!get_point (self, row, i, &point))
        continue;
      if (point.quality == UDS_CHART_UNCERTAIN)
        append_note (notes, _ ("uncertain"));
      if (point.quality == UDS_CHART_PROJECTED)
        append_note (notes, _ ("projection"));
      append_note (notes, point.note);
    }

  return g_string_free (g_steal_pointer (&notes), FALSE);
}

/**
 * uds_chart_table_get_text:
 * @self: a table
 * @row: less than the number of rows; rows are in order of time
 * @column: less than the number of columns
 *
 * Returns: (transfer full): what stands there; a value without its unit, "–" where there is none
 */
char *
uds_chart_table_get_text (UdsChartTable *self,
                          gsize          row,
                          gsize          column)
{
  UdsChartPoint point;

  g_return_val_if_fail (row < self->n_rows && column < self->n_series + 2, NULL);

  if (column == 0)
    return format_period (self, row);
  if (column > self->n_series)
    return format_notes (self, row);
  if (!get_point (self, row, column - 1, &point))
    return g_strdup (UDS_FORMAT_NONE);

  return uds_chart_format_number (&self->format, point.value);
}

static void
append_cell (GString  *tsv,
             char     *text,
             gboolean  is_last)
{
  g_strdelimit (text, "\t\r\n", ' ');
  g_string_append (tsv, text);
  g_string_append_c (tsv, is_last ? '\n' : '\t');
  g_free (text);
}

/* A number as a spreadsheet reads it: no groups, a plain minus, the language's decimal mark. */
static char *
format_cell (UdsChartTable *self,
             gsize          row,
             gsize          column)
{
  UdsChartPoint point;
  char *text;

  if (column == 0 || column > self->n_series)
    return uds_chart_table_get_text (self, row, column);
  if (!get_point (self, row, column - 1, &point))
    return g_strdup ("");

  text = uds_format_machine (point.value);
  return self->format.language == UDS_LANGUAGE_DA ? g_strdelimit (text, ".", ',') : text;
}

/**
 * uds_chart_table_to_tsv:
 * @self: a table
 *
 * Returns: (transfer full): the whole table for the clipboard: cells divided by tabs, lines ended by
 *   newlines, numbers in full as a spreadsheet in the chart's language reads them
 */
char *
uds_chart_table_to_tsv (UdsChartTable *self)
{
  GString *tsv = g_string_new (NULL);
  gsize n_columns = uds_chart_table_get_n_columns (self);

  for (gsize column = 0; column < n_columns; column++)
    append_cell (tsv, uds_chart_table_get_heading (self, column), column + 1 == n_columns);
  for (gsize row = 0; row < self->n_rows; row++)
    for (gsize column = 0; column < n_columns; column++)
      append_cell (tsv, format_cell (self, row, column), column + 1 == n_columns);

  return g_string_free (tsv, FALSE);
}
