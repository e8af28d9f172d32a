/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the widget to the layout and back. Nothing here draws. */
#include "uds-chart-placement.h"

/**
 * uds_chart_placement_to_layout:
 * @self: a placement
 * @x: a place in the widget
 * @y: a place in the widget
 *
 * Returns: where that is in the layout
 */
UdsChartVertex
uds_chart_placement_to_layout (const UdsChartPlacement *self,
                               double                   x,
                               double                   y)
{
  return (UdsChartVertex) { (x - self->x) / self->scale, (y - self->y) / self->scale, FALSE };
}

/**
 * uds_chart_placement_get_bounds:
 * @self: a placement
 * @layout: what is placed
 * @place: a place in it
 *
 * Returns: what it covers in the widget, in whole pixels
 */
GdkRectangle
uds_chart_placement_get_bounds (const UdsChartPlacement *self,
                                const UdsChartLayout    *layout,
                                const UdsChartPlace     *place)
{
  UdsChartRect bounds;

  uds_chart_layout_get_bounds (layout, place, &bounds);
  return (GdkRectangle) { (int) (bounds.x * self->scale + self->x), (int) (bounds.y * self->scale + self->y),
                          (int) (bounds.width * self->scale) + 1, (int) (bounds.height * self->scale) + 1 };
}
