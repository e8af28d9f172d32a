/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which point the pointer means: found by halving, in time that does not grow with the series.
 * Cells are looked at one by one: there are no more of them than can be drawn. */
#include "uds-chart-layout-private.h"

#include <math.h>

#define COLUMN 1.0 /* points nearer than this to each other, in units, are told apart by their values */

typedef struct {
  double x;
  double y;
  double distance;
  UdsChartPlace place;
} Search;

static void
consider (const UdsChartLayout *self,
          Search               *search,
          gsize                 series,
          gsize                 point)
{
  UdsChartPlace place = { series, point };
  UdsChartVertex vertex;
  double distance;

  uds_chart_layout_get_vertex (self, &place, &vertex);
  distance = hypot (vertex.x - search->x, vertex.y - search->y);
  if (distance >= search->distance)
    return;

  search->distance = distance;
  search->place = place;
}

static void
search_series (const UdsChartLayout *self,
               Search               *search,
               gsize                 index)
{
  const UdsChartSeries *series = uds_chart_spec_get_series (self->spec, index);
  const UdsChartScale *x = index < self->frames->len ? &g_array_index (self->frames, UdsChartFrame, index).x : &self->x;
  double from = uds_chart_scale_invert (x, search->x - COLUMN);
  double to = uds_chart_scale_invert (x, search->x + COLUMN);
  gsize first = uds_chart_series_find (series, from);
  gsize last = uds_chart_series_find (series, to);

  if (first > 0)
    first--;
  last = MIN (last + 1, uds_chart_series_get_n_points (series));
  for (gsize i = first; i < last; i++)
    consider (self, search, index, i);
}

/* From outside of a cell as far as its edge, inside a little less than nothing where the middle is near. */
static double
measure_distance (const UdsChartRect *bounds,
                  double              x,
                  double              y)
{
  double dx = MAX (fabs (x - bounds->x - bounds->width / 2) - bounds->width / 2, 0);
  double dy = MAX (fabs (y - bounds->y - bounds->height / 2) - bounds->height / 2, 0);
  double middle = hypot (x - bounds->x - bounds->width / 2, y - bounds->y - bounds->height / 2);

  return hypot (dx, dy) - 1 / (1 + middle);
}

static void
search_grid (const UdsChartLayout *self,
             const UdsChartGrid   *grid,
             Search               *search)
{
  for (gsize row = 0; row < uds_chart_grid_get_n_rows (grid); row++)
    for (gsize column = 0; column < uds_chart_grid_get_n_columns (grid); column++)
      {
        UdsChartPlace place = { row, column };
        UdsChartRect bounds;
        double distance;

        uds_chart_layout_get_bounds (self, &place, &bounds);
        distance = measure_distance (&bounds, search->x, search->y);
        if (bounds.width <= 0 || distance >= search->distance)
          continue;
        search->distance = distance;
        search->place = place;
      }
}

/**
 * uds_chart_layout_hit:
 * @self: a layout
 * @x: where the pointer is
 * @y: where the pointer is
 * @reach: how far a point may be away, in units
 * @place: (out): the point
 *
 * Finds the point nearest to the pointer among those in its column and the two beside it, in any series; or the cell
 * under it. Of rows that are only counted, the first is found.
 *
 * Returns: %FALSE if there is none within reach; @place is then untouched
 */
gboolean
uds_chart_layout_hit (const UdsChartLayout *self,
                      double                x,
                      double                y,
                      double                reach,
                      UdsChartPlace        *place)
{
  Search search = { x, y, reach, { UDS_CHART_NONE, UDS_CHART_NONE } };
  const UdsChartGrid *grid = uds_chart_spec_get_grid (self->spec);

  if (grid != NULL)
    search_grid (self, grid, &search);
  for (gsize i = 0; i < uds_chart_spec_get_n_series (self->spec); i++)
    search_series (self, &search, i);
  if (search.place.series == UDS_CHART_NONE)
    return FALSE;

  *place = search.place;
  return TRUE;
}
