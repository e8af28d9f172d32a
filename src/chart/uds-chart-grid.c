/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows with their cells, in the order in which they were added until they are ranked. A value that is no number is
 * none, so that nobody downstream has to look again. */
#include "uds-chart-grid-private.h"

#include "uds-chart-time.h"

#include <math.h>

typedef struct {
  char *id;
  char *code;
  char *label;
  const char *group; /* the grid's */
  gsize rank;        /* 0 for none */
  UdsChartCell *cells;
  UdsChartSpan *span; /* none where it has no time */
} Row;

typedef struct {
  char *label;
  gsize level;
} Column;

struct _UdsChartGrid
{
  char *heading;
  GArray *levels;  /* UdsChartLevel */
  GArray *columns; /* Column */
  GPtrArray *rows; /* Row * */
  GPtrArray *groups; /* char *: their labels, the last one of the rows that are being added */
  double now;
  char *emphasised;
  gsize n_ranked;
  gboolean is_descending;
};

static void
clear_level (gpointer data)
{
  UdsChartLevel *level = data;

  g_free ((char *) level->label);
}

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->label);
}

/**
 * uds_chart_grid_new:
 *
 * Returns: (transfer full): a grid without rows and columns
 */
UdsChartGrid *
uds_chart_grid_new (void)
{
  UdsChartGrid *self = g_new0 (UdsChartGrid, 1);

  self->levels = g_array_new (FALSE, FALSE, sizeof (UdsChartLevel));
  g_array_set_clear_func (self->levels, clear_level);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new ();
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->now = NAN;

  return self;
}

static void
span_free (UdsChartSpan *span)
{
  g_free ((char *) span->start);
  g_free ((char *) span->end);
  g_free ((char *) span->label);
  g_free (span);
}

static void
row_free (Row   *row,
          gsize  n_columns)
{
  for (gsize i = 0; i < n_columns; i++)
    g_free ((char *) row->cells[i].note);
  g_clear_pointer (&row->span, span_free);
  g_free (row->cells);
  g_free (row->id);
  g_free (row->code);
  g_free (row->label);
  g_free (row);
}

void
uds_chart_grid_free (UdsChartGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    row_free (g_ptr_array_index (self->rows, i), self->columns->len);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->columns);
  g_array_unref (self->levels);
  g_free (self->heading);
  g_free (self->emphasised);
  g_free (self);
}

static Row *
get_row (const UdsChartGrid *self,
         gsize               row)
{
  return g_ptr_array_index (self->rows, row);
}

/**
 * uds_chart_grid_set_heading:
 * @self: a grid
 * @heading: (nullable): what the rows are, "City"
 */
void
uds_chart_grid_set_heading (UdsChartGrid *self,
                            const char   *heading)
{
  g_set_str (&self->heading, heading);
}

/**
 * uds_chart_grid_add_level:
 * @self: a grid
 * @level: a state that cells may be in, which is copied; the legend has them in this order
 */
void
uds_chart_grid_add_level (UdsChartGrid        *self,
                          const UdsChartLevel *level)
{
  UdsChartLevel copy = *level;

  copy.label = g_strdup (level->label);
  g_array_append_val (self->levels, copy);
}

/**
 * uds_chart_grid_add_column:
 * @self: a grid without rows as yet
 * @label: what stands above it, "2022"
 * @level: the level that all of the column is about, or %UDS_CHART_NONE; its shape stands above too
 */
void
uds_chart_grid_add_column (UdsChartGrid *self,
                           const char   *label,
                           gsize         level)
{
  Column column = { g_strdup (label), level };

  g_return_if_fail (self->rows->len == 0);

  g_array_append_val (self->columns, column);
}

/**
 * uds_chart_grid_add_row:
 * @self: a grid with all its columns
 * @id: names the row for programs; unlike the others' ids
 * @code: (nullable): its number or short name, which stands before @label and, where there is little room, for it
 * @label: names the row for people
 *
 * Adds a row of which nothing is known as yet.
 *
 * Returns: the index of the row
 */
gsize
uds_chart_grid_add_row (UdsChartGrid *self,
                        const char   *id,
                        const char   *code,
                        const char   *label)
{
  Row *row = g_new0 (Row, 1);

  row->id = g_strdup (id);
  row->code = g_strdup (code);
  row->label = g_strdup (label);
  row->group = self->groups->len > 0 ? g_ptr_array_index (self->groups, self->groups->len - 1) : NULL;
  row->cells = g_new0 (UdsChartCell, self->columns->len);
  for (guint i = 0; i < self->columns->len; i++)
    row->cells[i] = (UdsChartCell) { .value = NAN, .level = UDS_CHART_NONE };
  g_ptr_array_add (self->rows, row);

  return self->rows->len - 1;
}

/**
 * uds_chart_grid_begin_group:
 * @self: a grid
 * @label: what the rows that are added from now on are, which stands above them: "EU projects"
 */
void
uds_chart_grid_begin_group (UdsChartGrid *self,
                            const char   *label)
{
  g_ptr_array_add (self->groups, g_strdup (label));
}

/* A time that is none of the calendar is not known. */
static double
take_position (double position)
{
  return position >= UDS_CHART_POSITION_MIN && position <= UDS_CHART_POSITION_MAX ? position : NAN;
}

/**
 * uds_chart_grid_set_now:
 * @self: the grid of a timeline
 * @position: today, a year with a fraction
 */
void
uds_chart_grid_set_now (UdsChartGrid *self,
                        double        position)
{
  self->now = take_position (position);
}

/**
 * uds_chart_grid_set_span:
 * @self: the grid of a timeline
 * @row: the index of a row
 * @span: its time, which is copied; one that ends before it begins is as long as nothing
 */
void
uds_chart_grid_set_span (UdsChartGrid       *self,
                         gsize               row,
                         const UdsChartSpan *span)
{
  UdsChartSpan *own;

  g_return_if_fail (row < self->rows->len);

  g_clear_pointer (&get_row (self, row)->span, span_free);
  own = g_memdup2 (span, sizeof *span);
  own->start = g_strdup (span->start);
  own->end = g_strdup (span->end);
  own->label = g_strdup (span->label);
  own->from = take_position (span->from);
  own->to = take_position (span->to);
  own->notice = take_position (span->notice);
  if (own->to < own->from)
    own->to = own->from;
  get_row (self, row)->span = own;
}

/**
 * uds_chart_grid_emphasise:
 * @self: a grid
 * @id: (nullable): the id of the row that the chart is about
 */
void
uds_chart_grid_emphasise (UdsChartGrid *self,
                          const char   *id)
{
  g_set_str (&self->emphasised, id);
}

/**
 * uds_chart_grid_set_cell:
 * @self: a grid
 * @row: the index of a row
 * @column: the index of a column
 * @cell: what is there, which is copied
 */
void
uds_chart_grid_set_cell (UdsChartGrid       *self,
                         gsize               row,
                         gsize               column,
                         const UdsChartCell *cell)
{
  UdsChartCell *own;

  g_return_if_fail (row < self->rows->len && column < self->columns->len);
  g_return_if_fail (cell->level == UDS_CHART_NONE || cell->level < self->levels->len);

  own = &get_row (self, row)->cells[column];
  g_free ((char *) own->note);
  *own = *cell;
  own->note = g_strdup (cell->note);
  if (!isfinite (own->value))
    own->value = NAN;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const UdsChartGrid *self = data;
  const Row *first = a;
  const Row *second = b;
  double x = first->cells[0].value;
  double y = second->cells[0].value;

  if (isnan (x) || isnan (y))
    return isnan (x) - isnan (y);
  return self->is_descending ? (x < y) - (x > y) : (x > y) - (x < y);
}

/**
 * uds_chart_grid_rank:
 * @self: a grid with all its rows
 * @descending: whether the highest comes first
 *
 * Sorts the rows by their first column and numbers them. Equal values share a rank and the next ranks are left out
 * (1, 2, 2, 4); rows without a value come last and have none. Rows that are alike stay in the order they were added in.
 */
void
uds_chart_grid_rank (UdsChartGrid *self,
                     gboolean      descending)
{
  g_return_if_fail (self->columns->len > 0);

  self->is_descending = descending;
  self->n_ranked = 0;
  g_ptr_array_sort_values_with_data (self->rows, compare_rows, self);
  for (gsize i = 0; i < self->rows->len && !isnan (get_row (self, i)->cells[0].value); i++)
    {
      gboolean is_tie = i > 0 && get_row (self, i)->cells[0].value == get_row (self, i - 1)->cells[0].value;

      get_row (self, i)->rank = is_tie ? get_row (self, i - 1)->rank : i + 1;
      self->n_ranked++;
    }
}

gsize
uds_chart_grid_get_n_rows (const UdsChartGrid *self)
{
  return self->rows->len;
}

gsize
uds_chart_grid_get_n_columns (const UdsChartGrid *self)
{
  return self->columns->len;
}

gsize
uds_chart_grid_get_n_levels (const UdsChartGrid *self)
{
  return self->levels->len;
}

const char *
uds_chart_grid_get_heading (const UdsChartGrid *self)
{
  return self->heading;
}

const UdsChartLevel *
uds_chart_grid_get_level (const UdsChartGrid *self,
                          gsize               level)
{
  return &g_array_index (self->levels, UdsChartLevel, level);
}

const char *
uds_chart_grid_get_column_label (const UdsChartGrid *self,
                                 gsize               column)
{
  return g_array_index (self->columns, Column, column).label;
}

gsize
uds_chart_grid_get_column_level (const UdsChartGrid *self,
                                 gsize               column)
{
  return g_array_index (self->columns, Column, column).level;
}

const char *
uds_chart_grid_get_row_id (const UdsChartGrid *self,
                           gsize               row)
{
  return get_row (self, row)->id;
}

/**
 * uds_chart_grid_find_row:
 * @self: a grid
 * @id: (nullable): an id
 *
 * Returns: the index of the row with the id, or %UDS_CHART_NONE
 */
gsize
uds_chart_grid_find_row (const UdsChartGrid *self,
                         const char         *id)
{
  for (gsize i = 0; id != NULL && i < self->rows->len; i++)
    if (g_str_equal (get_row (self, i)->id, id))
      return i;

  return UDS_CHART_NONE;
}

const char *
uds_chart_grid_get_row_code (const UdsChartGrid *self,
                             gsize               row)
{
  return get_row (self, row)->code;
}

const char *
uds_chart_grid_get_row_label (const UdsChartGrid *self,
                              gsize               row)
{
  return get_row (self, row)->label;
}

/**
 * uds_chart_grid_get_row_name:
 * @self: a grid
 * @row: the index of a row
 *
 * Returns: (transfer full): the row in full, "13 Climate Action"
 */
char *
uds_chart_grid_get_row_name (const UdsChartGrid *self,
                             gsize               row)
{
  const Row *own = get_row (self, row);

  return own->code != NULL ? g_strdup_printf ("%s %s", own->code, own->label) : g_strdup (own->label);
}

gboolean
uds_chart_grid_has_groups (const UdsChartGrid *self)
{
  return self->groups->len > 0;
}

/**
 * uds_chart_grid_get_row_group:
 * @self: a grid
 * @row: the index of a row
 *
 * Returns: (nullable): the label of the group that the row is in
 */
const char *
uds_chart_grid_get_row_group (const UdsChartGrid *self,
                              gsize               row)
{
  return get_row (self, row)->group;
}

/**
 * uds_chart_grid_begins_group:
 * @self: a grid
 * @row: the index of a row
 *
 * Returns: whether it is in a group, and the row above it is in another one or there is none
 */
gboolean
uds_chart_grid_begins_group (const UdsChartGrid *self,
                             gsize               row)
{
  const char *group = get_row (self, row)->group;

  return group != NULL && (row == 0 || get_row (self, row - 1)->group != group);
}

/**
 * uds_chart_grid_get_now:
 * @self: a grid
 *
 * Returns: today; not a number where it is no timeline
 */
double
uds_chart_grid_get_now (const UdsChartGrid *self)
{
  return self->now;
}

/**
 * uds_chart_grid_get_span:
 * @self: a grid
 * @row: the index of a row
 *
 * Returns: (nullable): its time
 */
const UdsChartSpan *
uds_chart_grid_get_span (const UdsChartGrid *self,
                         gsize               row)
{
  return get_row (self, row)->span;
}

/**
 * uds_chart_grid_get_emphasised:
 * @self: a grid
 *
 * Returns: the index of the row the chart is about, or %UDS_CHART_NONE
 */
gsize
uds_chart_grid_get_emphasised (const UdsChartGrid *self)
{
  return uds_chart_grid_find_row (self, self->emphasised);
}

/**
 * uds_chart_grid_get_rank:
 * @self: a grid
 * @row: the index of a row
 *
 * Returns: its rank from 1 on; 0 where it has no value, or the rows are not ranked
 */
gsize
uds_chart_grid_get_rank (const UdsChartGrid *self,
                         gsize               row)
{
  return get_row (self, row)->rank;
}

/**
 * uds_chart_grid_get_n_ranked:
 * @self: a grid
 *
 * Returns: how many rows have a rank
 */
gsize
uds_chart_grid_get_n_ranked (const UdsChartGrid *self)
{
  return self->n_ranked;
}

gboolean
uds_chart_grid_is_descending (const UdsChartGrid *self)
{
  return self->is_descending;
}

const UdsChartCell *
uds_chart_grid_get_cell (const UdsChartGrid *self,
                         gsize               row,
                         gsize               column)
{
  return &get_row (self, row)->cells[column];
}

/**
 * uds_chart_cell_is_empty:
 * @self: a cell
 *
 * Returns: whether nothing is known there
 */
gboolean
uds_chart_cell_is_empty (const UdsChartCell *self)
{
  return self->level == UDS_CHART_NONE && isnan (self->value);
}

gboolean
uds_chart_cell_has_value (const UdsChartCell *self)
{
  return !isnan (self->value);
}
