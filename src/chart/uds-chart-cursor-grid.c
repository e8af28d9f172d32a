/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard's way through rows and columns. Where there is one column, as of bars, both pairs of arrows walk the
 * rows; else one walks a row and the other the column. Extremes and target are looked for in the column. */
#include "uds-chart-words-private.h"

#include <math.h>

#define PAGES 10 /* of rows */

static gsize
step (gsize    index,
      gsize    n,
      gssize   by)
{
  if (by < 0)
    return index - MIN (index, (gsize) -by);
  return MIN (index + (gsize) by, n - 1);
}

/* Of a column: the lowest or highest value, or the one nearest to the target; @row where there is none. */
static gsize
find_row (const UdsChartGrid   *grid,
          gsize                 row,
          gsize                 column,
          UdsChartMove          move,
          const UdsChartTarget *target)
{
  double best = G_MAXDOUBLE;
  gsize found = row;

  if (move == UDS_CHART_MOVE_TARGET && target == NULL)
    return row;

  for (gsize i = 0; i < uds_chart_grid_get_n_rows (grid); i++)
    {
      const UdsChartCell *cell = uds_chart_grid_get_cell (grid, i, column);
      double measure = cell->value;

      if (!uds_chart_cell_has_value (cell))
        continue;
      if (move == UDS_CHART_MOVE_MAXIMUM)
        measure = -cell->value;
      if (move == UDS_CHART_MOVE_TARGET)
        measure = fabs (cell->value - target->value);
      if (measure >= best)
        continue;
      best = measure;
      found = i;
    }

  return found;
}

/* Moves a place in a grid; as uds_chart_place_move(). */
gboolean
uds_chart_cursor_move_in_grid (UdsChartPlace *place,
                               UdsChartSpec  *spec,
                               UdsChartMove   move)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  gsize n_rows = uds_chart_grid_get_n_rows (grid);
  gsize n_columns = uds_chart_grid_get_n_columns (grid);
  gssize page = (gssize) MAX (n_rows / PAGES, 1);
  UdsChartPlace before = *place;
  gsize *along = n_columns == 1 ? &place->series : &place->point;
  gsize n_along = n_columns == 1 ? n_rows : n_columns;

  switch (move)
    {
    case UDS_CHART_MOVE_NEXT:
      *along = step (*along, n_along, 1);
      break;
    case UDS_CHART_MOVE_PREVIOUS:
      *along = step (*along, n_along, -1);
      break;
    case UDS_CHART_MOVE_FIRST:
      *along = 0;
      break;
    case UDS_CHART_MOVE_LAST:
      *along = n_along - 1;
      break;
    case UDS_CHART_MOVE_NEXT_SERIES:
      place->series = step (place->series, n_rows, 1);
      break;
    case UDS_CHART_MOVE_PREVIOUS_SERIES:
      place->series = step (place->series, n_rows, -1);
      break;
    case UDS_CHART_MOVE_FORWARD:
      place->series = step (place->series, n_rows, page);
      break;
    case UDS_CHART_MOVE_BACK:
      place->series = step (place->series, n_rows, -page);
      break;
    case UDS_CHART_MOVE_MINIMUM:
    case UDS_CHART_MOVE_MAXIMUM:
    case UDS_CHART_MOVE_TARGET:
    default:
      place->series = find_row (grid, place->series, place->point, move, uds_chart_words_find_target (spec));
    }

  return place->series != before.series || place->point != before.point;
}

/* How far from the column before, where both have a value: "3 percentage points less than 2019." */
static void
append_change (GString              *text,
               const UdsChartGrid   *grid,
               const UdsChartPlace  *place,
               const UdsChartFormat *format)
{
  const UdsChartCell *cell = uds_chart_grid_get_cell (grid, place->series, place->point);
  const UdsChartCell *before;

  if (place->point == 0)
    return;
  before = uds_chart_grid_get_cell (grid, place->series, place->point - 1);
  if (uds_chart_cell_has_value (cell) && uds_chart_cell_has_value (before))
    uds_chart_words_append_change (text, cell->value - before->value,
                                   uds_chart_grid_get_column_label (grid, place->point - 1), format);
}

/* What is said in a cell; as uds_chart_place_announce(). */
char *
uds_chart_cursor_announce_cell (const UdsChartPlace *place,
                                UdsChartSpec        *spec)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);
  const UdsChartCell *cell = uds_chart_grid_get_cell (grid, place->series, place->point);
  const UdsChartTarget *target = uds_chart_words_find_target (spec);
  UdsChartKind kind = uds_chart_spec_get_kind (spec);
  g_autofree char *name = uds_chart_grid_get_row_name (grid, place->series);
  g_autofree char *what = NULL;
  g_autofree char *rank = uds_chart_words_format_rank (grid, place->series);
  GString *text = g_string_new (name);
  UdsChartFormat format;

  uds_chart_spec_get_format (spec, &format);
  what = uds_chart_grid_format_cell (grid, cell, &format);
  if (uds_chart_grid_get_n_columns (grid) > 1)
    g_string_append_printf (text, ", %s", uds_chart_grid_get_column_label (grid, place->point));
  g_string_append_printf (text, ": %s", what);
  uds_chart_words_append_quality (text, cell->quality);
  g_string_append_c (text, '.');
  if (rank != NULL)
    g_string_append_printf (text, " %s.", rank);
  if (kind == UDS_CHART_DUMBBELL)
    append_change (text, grid, place, &format);
  if (kind == UDS_CHART_BARS && target != NULL && uds_chart_cell_has_value (cell))
    uds_chart_words_append_distance (text, cell->value, target, &format);
  if (cell->note != NULL)
    g_string_append_printf (text, " %s", cell->note);

  return g_string_free (text, FALSE);
}
