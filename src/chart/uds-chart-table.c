/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a grid the rows and columns are the table's; a timeline's rows have their group and dates too. Of series the rows
 * are found once; texts are made when they are asked for, so that a long series costs nothing until it is scrolled to.
 * The last column holds what is said about the points of a row. */
#include "uds-chart-table.h"

#include "uds-chart-time.h"
#include "uds-format.h"

#include <glib/gi18n.h>

/* What stands before the values. */
typedef enum {
  HEAD_PERIOD,
  HEAD_RANK,
  HEAD_GROUP,
  HEAD_NAME,
  HEAD_START,
  HEAD_END,
} Head;

#define HEADS_MAX 4

struct _UdsChartTable {
  GObject parent_instance;

  UdsChartSpec *spec;
  const UdsChartGrid *grid; /* the spec's, which has one or series */
  UdsChartFormat format;
  Head heads[HEADS_MAX];
  gsize n_heads;
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

static void
add_head (UdsChartTable *self,
          Head           head,
          gboolean       is_there)
{
  if (is_there)
    self->heads[self->n_heads++] = head;
}

static void
find_heads (UdsChartTable *self)
{
  gboolean is_timeline = uds_chart_spec_get_kind (self->spec) == UDS_CHART_TIMELINE;

  add_head (self, HEAD_PERIOD, self->grid == NULL);
  if (self->grid == NULL)
    return;
  add_head (self, HEAD_RANK, uds_chart_grid_get_n_ranked (self->grid) > 0);
  add_head (self, HEAD_GROUP, uds_chart_grid_has_groups (self->grid));
  add_head (self, HEAD_NAME, TRUE);
  add_head (self, HEAD_START, is_timeline);
  add_head (self, HEAD_END, is_timeline);
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
  self->grid = uds_chart_spec_get_grid (spec);
  find_heads (self);
  if (self->grid != NULL)
    self->n_rows = uds_chart_grid_get_n_rows (self->grid);
  else
    find_rows (self);

  return self;
}

gsize
uds_chart_table_get_n_rows (UdsChartTable *self)
{
  return self->n_rows;
}

/* Whether its cells are words rather than numbers. */
static gboolean
has_levels (UdsChartTable *self)
{
  for (gsize row = 0; self->grid != NULL && row < self->n_rows; row++)
    for (gsize column = 0; column < uds_chart_grid_get_n_columns (self->grid); column++)
      if (uds_chart_grid_get_cell (self->grid, row, column)->level != UDS_CHART_NONE)
        return TRUE;

  return FALSE;
}

static gsize
count_values (UdsChartTable *self)
{
  return self->grid != NULL ? uds_chart_grid_get_n_columns (self->grid) : self->n_series;
}

/**
 * uds_chart_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns there are: the time, one for each series, the notes; of a grid the rank and the group where
 *   there are any, the row, in a timeline its dates, its columns, the notes
 */
gsize
uds_chart_table_get_n_columns (UdsChartTable *self)
{
  return self->n_heads + count_values (self) + 1;
}

static gboolean
is_value_column (UdsChartTable *self,
                 gsize          column)
{
  return column >= self->n_heads && column < self->n_heads + count_values (self);
}

static gboolean
is_rank_column (UdsChartTable *self,
                gsize          column)
{
  return column < self->n_heads && self->heads[column] == HEAD_RANK;
}

/**
 * uds_chart_table_is_numeric:
 * @self: a table
 * @column: less than the number of columns
 *
 * Returns: whether numbers stand there, which are written to the right
 */
gboolean
uds_chart_table_is_numeric (UdsChartTable *self,
                            gsize          column)
{
  if (is_rank_column (self, column))
    return TRUE;
  return is_value_column (self, column) && !has_levels (self);
}

static char *
get_head_heading (UdsChartTable *self,
                  gsize          column)
{
  const char *heading;

  switch (self->heads[column])
    {
    case HEAD_PERIOD:
      return g_strdup (_ ("Period"));
    case HEAD_RANK:
      return g_strdup (_ ("Rank"));
    case HEAD_GROUP:
      return g_strdup (_ ("Type"));
    case HEAD_START:
      return g_strdup (_ ("Start"));
    case HEAD_END:
      return g_strdup (_ ("End"));
    case HEAD_NAME:
    default:
      heading = uds_chart_grid_get_heading (self->grid);
      return g_strdup (heading != NULL ? heading : _ ("Name"));
    }
}

/* How the values of a column are written. */
static void
get_format (UdsChartTable  *self,
            gsize           index,
            UdsChartFormat *format)
{
  *format = self->format;
  if (self->grid == NULL)
    uds_chart_spec_get_format (uds_chart_spec_get_panel (self->spec, index), format);
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
  UdsChartFormat format;
  const char *name;
  gsize index = column - self->n_heads;

  g_return_val_if_fail (column < uds_chart_table_get_n_columns (self), NULL);

  if (column < self->n_heads)
    return get_head_heading (self, column);
  if (!is_value_column (self, column))
    return g_strdup (_ ("Note"));

  name = self->grid != NULL ? uds_chart_grid_get_column_label (self->grid, index)
                            : uds_chart_series_get_name (uds_chart_spec_get_series (self->spec, index));
  get_format (self, index, &format);
  if (format.unit == NULL || has_levels (self))
    return g_strdup (name);
  return g_strdup_printf ("%s (%s)", name, format.unit);
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

static void
append_notes (GString         *notes,
              UdsChartQuality  quality,
              const char      *note)
{
  if (quality == UDS_CHART_UNCERTAIN)
    append_note (notes, _ ("uncertain"));
  if (quality == UDS_CHART_PROJECTED)
    append_note (notes, _ ("projection"));
  append_note (notes, note);
}

static char *
format_notes (UdsChartTable *self,
              gsize          row)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  for (gsize i = 0; i < count_values (self); i++)
    {
      UdsChartPoint point;

      if (self->grid != NULL)
        append_notes (notes, uds_chart_grid_get_cell (self->grid, row, i)->quality,
                      uds_chart_grid_get_cell (self->grid, row, i)->note);
      else if (get_point (self, row, i, &point))
        append_notes (notes, point.quality, point.note);
    }

  return g_string_free (g_steal_pointer (&notes), FALSE);
}

static char *
or_none (const char *text)
{
  return g_strdup (text != NULL ? text : UDS_FORMAT_NONE);
}

static char *
format_rank (UdsChartTable *self,
             gsize          row)
{
  gsize rank = uds_chart_grid_get_rank (self->grid, row);

  return rank > 0 ? g_strdup_printf ("%" G_GSIZE_FORMAT, rank) : g_strdup (UDS_FORMAT_NONE);
}

static const UdsChartSpan *
get_span (UdsChartTable *self,
          gsize          row)
{
  static const UdsChartSpan none = { .start = NULL };
  const UdsChartSpan *span = uds_chart_grid_get_span (self->grid, row);

  return span != NULL ? span : &none;
}

static char *
format_head (UdsChartTable *self,
             gsize          row,
             gsize          column)
{
  switch (self->heads[column])
    {
    case HEAD_PERIOD:
      return format_period (self, row);
    case HEAD_RANK:
      return format_rank (self, row);
    case HEAD_GROUP:
      return or_none (uds_chart_grid_get_row_group (self->grid, row));
    case HEAD_START:
      return or_none (get_span (self, row)->start);
    case HEAD_END:
      return or_none (get_span (self, row)->end);
    case HEAD_NAME:
    default:
      return uds_chart_grid_get_row_name (self->grid, row);
    }
}

/* The value of a cell or point; nothing where there is none. */
static gboolean
get_value (UdsChartTable *self,
           gsize          row,
           gsize          index,
           double        *value)
{
  UdsChartPoint point;

  if (self->grid != NULL)
    {
      *value = uds_chart_grid_get_cell (self->grid, row, index)->value;
      return uds_chart_cell_has_value (uds_chart_grid_get_cell (self->grid, row, index));
    }
  if (!get_point (self, row, index, &point))
    return FALSE;

  *value = point.value;
  return TRUE;
}

/* What a cell is called, %NULL where it is no level. */
static const char *
get_level (UdsChartTable *self,
           gsize          row,
           gsize          index)
{
  gsize level = self->grid != NULL ? uds_chart_grid_get_cell (self->grid, row, index)->level : UDS_CHART_NONE;

  return level != UDS_CHART_NONE ? uds_chart_grid_get_level (self->grid, level)->label : NULL;
}

/**
 * uds_chart_table_get_number:
 * @self: a table
 * @row: less than the number of rows
 * @column: less than the number of columns
 * @number: (out): the number in full
 *
 * Returns: whether a number stands there: a value or a rank
 */
gboolean
uds_chart_table_get_number (UdsChartTable *self,
                            gsize          row,
                            gsize          column,
                            double        *number)
{
  gsize index = column - self->n_heads;

  g_return_val_if_fail (row < self->n_rows && column < uds_chart_table_get_n_columns (self), FALSE);

  if (is_value_column (self, column))
    return get_level (self, row, index) == NULL && get_value (self, row, index, number);
  if (!is_rank_column (self, column))
    return FALSE;

  *number = (double) uds_chart_grid_get_rank (self->grid, row);
  return *number > 0;
}

/**
 * uds_chart_table_get_decimals:
 * @self: a table
 * @column: less than the number of columns
 *
 * Returns: with how many decimals its numbers are written, or %UDS_FORMAT_SHORTEST
 */
int
uds_chart_table_get_decimals (UdsChartTable *self,
                              gsize          column)
{
  UdsChartFormat format;

  g_return_val_if_fail (column < uds_chart_table_get_n_columns (self), 0);

  if (!is_value_column (self, column))
    return 0;
  get_format (self, column - self->n_heads, &format);
  return format.decimals;
}

/**
 * uds_chart_table_get_text:
 * @self: a table
 * @row: less than the number of rows; rows are in order of time, or as the grid has them
 * @column: less than the number of columns
 *
 * Returns: (transfer full): what stands there; a value without its unit, "–" where there is none
 */
char *
uds_chart_table_get_text (UdsChartTable *self,
                          gsize          row,
                          gsize          column)
{
  gsize index = column - self->n_heads;
  UdsChartFormat format;
  double value;

  g_return_val_if_fail (row < self->n_rows && column < uds_chart_table_get_n_columns (self), NULL);

  if (column < self->n_heads)
    return format_head (self, row, column);
  if (!is_value_column (self, column))
    return format_notes (self, row);
  if (get_level (self, row, index) != NULL)
    return g_strdup (get_level (self, row, index));
  if (!get_value (self, row, index, &value))
    return g_strdup (UDS_FORMAT_NONE);

  get_format (self, index, &format);
  return uds_chart_format_number (&format, value);
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
  double number;
  char *text;

  if (uds_chart_table_get_number (self, row, column, &number))
    {
      text = uds_format_machine (number);
      return self->format.language == UDS_LANGUAGE_DA ? g_strdelimit (text, ".", ',') : text;
    }

  text = uds_chart_table_get_text (self, row, column);
  if (uds_chart_table_is_numeric (self, column))
    *text = '\0';
  return text;
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
