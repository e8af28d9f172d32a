/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a layout is in the widget that shows it: at its corner, or moved and scaled. */
#pragma once

#include "uds-chart-layout.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * UdsChartPlacement:
 * @x: where the layout's left edge is in the widget
 * @y: where its upper edge is
 * @scale: pixels to a unit of the layout
 */
typedef struct {
  double x;
  double y;
  double scale;
} UdsChartPlacement;

UdsChartVertex uds_chart_placement_to_layout  (const UdsChartPlacement *self,
                                               double                   x,
                                               double                   y);
GdkRectangle   uds_chart_placement_get_bounds (const UdsChartPlacement *self,
                                               const UdsChartLayout    *layout,
                                               const UdsChartPlace     *place);

G_END_DECLS
