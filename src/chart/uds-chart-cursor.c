/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every point is reached by arrows exactly once: nothing wraps around, nothing is skipped. A cursor is a
 * place and nothing more, so that a widget keeps it and may put it where the pointer is. */
#include "uds-chart-cursor.h"

#include "uds-chart-words-private.h"

#include <math.h>

#define PAGES 10 /* in a series */

/**
 * uds_chart_place_count_series:
 * @spec: a chart
 *
 * Returns: how many series there are to walk through; rows where it has a grid
 */
gsize
uds_chart_place_count_series (UdsChartSpec *spec)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);

  return grid != NULL ? uds_chart_grid_get_n_rows (grid) : uds_chart_spec_get_n_series (spec);
}

/**
 * uds_chart_place_count_points:
 * @spec: a chart
 * @series: the index of a series or row
 *
 * Returns: how many places it has
 */
gsize
uds_chart_place_count_points (UdsChartSpec *spec,
                              gsize         series)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);

  return grid != NULL ? uds_chart_grid_get_n_columns (grid)
                      : uds_chart_series_get_n_points (uds_chart_spec_get_series (spec, series));
}

/* The row the chart is about; the latest column in which it has something. */
static gboolean
find_first_cell (const UdsChartGrid *grid,
                 UdsChartPlace      *place)
{
  gsize emphasised = uds_chart_grid_get_emphasised (grid);
  gsize n_columns = uds_chart_grid_get_n_columns (grid);
  gsize row = emphasised != UDS_CHART_NONE ? emphasised : 0;

  if (uds_chart_grid_get_n_rows (grid) == 0 || n_columns == 0)
    return FALSE;

  *place = (UdsChartPlace) { row, 0 };
  for (gsize i = n_columns; i-- > 0 && place->point == 0;)
    if (!uds_chart_cell_is_empty (uds_chart_grid_get_cell (grid, row, i)))
      place->point = i;

  return TRUE;
}

/**
 * uds_chart_place_first:
 * @spec: a chart
 * @place: (out): the latest point of the first series that has any, which is what a reader asks for first; of a grid,
 *   that of the row the chart is about
 *
 * Returns: %FALSE if there are no points; @place is then untouched
 */
gboolean
uds_chart_place_first (UdsChartSpec  *spec,
                       UdsChartPlace *place)
{
  if (uds_chart_spec_get_grid (spec) != NULL)
    return find_first_cell (uds_chart_spec_get_grid (spec), place);

  for (gsize i = 0; i < uds_chart_spec_get_n_series (spec); i++)
    {
      if (uds_chart_place_count_points (spec, i) == 0)
        continue;
      *place = (UdsChartPlace) { i, uds_chart_place_count_points (spec, i) - 1 };
      return TRUE;
    }

  return FALSE;
}

/**
 * uds_chart_place_is_valid:
 * @self: a place, perhaps in another chart
 * @spec: a chart
 *
 * Returns: whether @spec has a point there
 */
gboolean
uds_chart_place_is_valid (const UdsChartPlace *self,
                          UdsChartSpec        *spec)
{
  return self->series < uds_chart_place_count_series (spec)
         && self->point < uds_chart_place_count_points (spec, self->series);
}

static gsize
find_target_point (const UdsChartSeries *series,
                   double                target)
{
  const double *values = uds_chart_series_get_values (series);
  gsize nearest = 0;

  for (gsize i = 0; i < uds_chart_series_get_n_points (series); i++)
    {
      if ((values[i] >= target) != (values[0] >= target) || values[i] == target)
        return i;
      if (fabs (values[i] - target) < fabs (values[nearest] - target))
        nearest = i;
    }

  return nearest;
}

static gsize
find_in_series (const UdsChartPlace *self,
                UdsChartSpec        *spec,
                UdsChartMove         move)
{
  const UdsChartSeries *series = uds_chart_spec_get_series (spec, self->series);
  const UdsChartTarget *target = uds_chart_words_find_target (uds_chart_spec_get_panel (spec, self->series));
  gsize last = uds_chart_series_get_n_points (series) - 1;
  gsize page = MAX (last / PAGES, 1);

  switch (move)
    {
    case UDS_CHART_MOVE_NEXT:
      return MIN (self->point + 1, last);
    case UDS_CHART_MOVE_PREVIOUS:
      return self->point - MIN (self->point, 1);
    case UDS_CHART_MOVE_FIRST:
      return 0;
    case UDS_CHART_MOVE_LAST:
      return last;
    case UDS_CHART_MOVE_FORWARD:
      return MIN (self->point + page, last);
    case UDS_CHART_MOVE_BACK:
      return self->point - MIN (self->point, page);
    case UDS_CHART_MOVE_MINIMUM:
      return uds_chart_series_find_minimum (series);
    case UDS_CHART_MOVE_MAXIMUM:
      return uds_chart_series_find_maximum (series);
    case UDS_CHART_MOVE_TARGET:
      return target != NULL ? find_target_point (series, target->value) : self->point;
    case UDS_CHART_MOVE_NEXT_SERIES:
    case UDS_CHART_MOVE_PREVIOUS_SERIES:
    default:
      return self->point;
    }
}

static gboolean
move_to_series (UdsChartPlace *self,
                UdsChartSpec  *spec,
                int            direction)
{
  const UdsChartSeries *series = uds_chart_spec_get_series (spec, self->series);
  double position = uds_chart_series_get_positions (series)[self->point];

  for (gsize i = self->series + (gsize) direction; i < uds_chart_spec_get_n_series (spec);
       i += (gsize) direction)
    {
      if (uds_chart_place_count_points (spec, i) == 0)
        continue;
      *self = (UdsChartPlace) { i, uds_chart_series_find_nearest (uds_chart_spec_get_series (spec, i),
                                                                  position) };
      return TRUE;
    }

  return FALSE;
}

/**
 * uds_chart_place_move:
 * @self: a valid place
 * @spec: its chart
 * @move: where to
 *
 * Moves a cursor; at an end it stays.
 *
 * Returns: whether it moved
 */
gboolean
uds_chart_place_move (UdsChartPlace *self,
                      UdsChartSpec  *spec,
                      UdsChartMove   move)
{
  gsize point;

  g_return_val_if_fail (uds_chart_place_is_valid (self, spec), FALSE);

  if (uds_chart_spec_get_map (spec) != NULL)
    return uds_chart_cursor_move_on_map (self, spec, move);
  if (uds_chart_spec_get_grid (spec) != NULL)
    return uds_chart_cursor_move_in_grid (self, spec, move);
  if (move == UDS_CHART_MOVE_NEXT_SERIES)
    return move_to_series (self, spec, 1);
  if (move == UDS_CHART_MOVE_PREVIOUS_SERIES)
    return move_to_series (self, spec, -1);

  point = find_in_series (self, spec, move);
  if (point == self->point)
    return FALSE;

  self->point = point;
  return TRUE;
}

static void
append_value (GString             *text,
              const UdsChartPlace *place,
              UdsChartSpec        *spec,
              const UdsChartPoint *point,
              UdsChartFormat      *format)
{
  g_autofree char *value = uds_chart_format_value (format, point->value);
  g_autofree char *period = uds_chart_point_format_period (point, format->language);

  if (uds_chart_spec_get_n_series (spec) > 1)
    g_string_append_printf (text, "%s, ",
                            uds_chart_series_get_name (uds_chart_spec_get_series (spec, place->series)));
  g_string_append_printf (text, "%s: %s", period, value);
  uds_chart_words_append_quality (text, point->quality);
  g_string_append_c (text, '.');
}

/**
 * uds_chart_place_announce:
 * @self: a valid place
 * @spec: its chart
 *
 * Returns: (transfer full): what to say there, for a screen reader and a tooltip: series, time, value
 *   with unit, how sure it is, the difference to the point before and to the target, the note
 */
char *
uds_chart_place_announce (const UdsChartPlace *self,
                          UdsChartSpec        *spec)
{
  UdsChartSpec *panel;
  const UdsChartTarget *target;
  g_autoptr (GString) text = g_string_new (NULL);
  const UdsChartSeries *series;
  UdsChartPoint point, before;
  UdsChartFormat format;

  g_return_val_if_fail (uds_chart_place_is_valid (self, spec), g_strdup (""));

  if (uds_chart_spec_get_map (spec) != NULL)
    return uds_chart_cursor_announce_on_map (self, spec);
  if (uds_chart_spec_get_grid (spec) != NULL)
    return uds_chart_cursor_announce_cell (self, spec);

  panel = uds_chart_spec_get_panel (spec, self->series);
  target = uds_chart_words_find_target (panel);
  uds_chart_spec_get_format (panel, &format);
  series = uds_chart_spec_get_series (spec, self->series);
  uds_chart_series_get_point (series, self->point, &point);
  append_value (text, self, spec, &point, &format);
  if (self->point > 0)
    {
      g_autofree char *period = NULL;

      uds_chart_series_get_point (series, self->point - 1, &before);
      period = uds_chart_point_format_period (&before, format.language);
      uds_chart_words_append_change (text, point.value - before.value, period, &format);
    }
  if (target != NULL)
    uds_chart_words_append_distance (text, point.value, target, &format);
  if (point.note != NULL)
    g_string_append_printf (text, " %s", point.note);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
