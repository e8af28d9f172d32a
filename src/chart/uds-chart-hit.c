/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which point the pointer means: found by halving, in time that does not grow with the series. */
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
  double from = uds_chart_scale_invert (&self->x, search->x - COLUMN);
  double to = uds_chart_scale_invert (&self->x, search->x + COLUMN);
  gsize first = uds_chart_series_find (series, from);
  gsize last = uds_chart_series_find (series, to);

  if (first > 0)
    first--;
  last = MIN (last + 1, uds_chart_series_get_n_points (series));
  for (gsize i = first; i < last; i++)
    consider (self, search, index, i);
}

/**
 * uds_chart_layout_hit:
 * @self: a layout
 * @x: where the pointer is
 * @y: where the pointer is
 * @reach: how far a point may be away, in units
 * @place: (out): the point
 *
 * Finds the point nearest to the pointer among those in its column and the two beside it, in any series.
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

  for (gsize i = 0; i < uds_chart_spec_get_n_series (self->spec); i++)
    search_series (self, &search, i);
  if (search.place.series == UDS_CHART_NONE)
    return FALSE;

  *place = search.place;
  return TRUE;
}
