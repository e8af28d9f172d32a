/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard's way through a chart: which point it is at, where a key leads, and what is said there. Which
 * key is which is the widget's. */
#pragma once

#include "uds-chart-layout.h"

G_BEGIN_DECLS

/**
 * UdsChartMove:
 * @UDS_CHART_MOVE_NEXT: the next point of the series (Right)
 * @UDS_CHART_MOVE_PREVIOUS: the one before (Left)
 * @UDS_CHART_MOVE_FIRST: the first point of the series (Home)
 * @UDS_CHART_MOVE_LAST: the last (End)
 * @UDS_CHART_MOVE_FORWARD: a tenth of the series on (Page Down)
 * @UDS_CHART_MOVE_BACK: a tenth of it back (Page Up)
 * @UDS_CHART_MOVE_NEXT_SERIES: the point nearest in time of the next series (Down)
 * @UDS_CHART_MOVE_PREVIOUS_SERIES: that of the one before (Up)
 * @UDS_CHART_MOVE_MINIMUM: the lowest point of the series (m)
 * @UDS_CHART_MOVE_MAXIMUM: the highest (x)
 * @UDS_CHART_MOVE_TARGET: where the series first reaches its target, else where it comes nearest (t)
 *
 * In a grid, points are the cells of a row and series are the rows; pages, extremes and target are of the column.
 * Where there is one column only, the cells of it are points and rows at once. On a map the arrows go to the nearest
 * place in their direction, and page keys walk the places one by one.
 */
typedef enum {
  UDS_CHART_MOVE_NEXT,
  UDS_CHART_MOVE_PREVIOUS,
  UDS_CHART_MOVE_FIRST,
  UDS_CHART_MOVE_LAST,
  UDS_CHART_MOVE_FORWARD,
  UDS_CHART_MOVE_BACK,
  UDS_CHART_MOVE_NEXT_SERIES,
  UDS_CHART_MOVE_PREVIOUS_SERIES,
  UDS_CHART_MOVE_MINIMUM,
  UDS_CHART_MOVE_MAXIMUM,
  UDS_CHART_MOVE_TARGET,
} UdsChartMove;

gsize    uds_chart_place_count_series (UdsChartSpec    *spec);
gsize    uds_chart_place_count_points (UdsChartSpec    *spec,
                                   gsize                series);
gboolean uds_chart_place_first    (UdsChartSpec        *spec,
                                   UdsChartPlace       *place);
gboolean uds_chart_place_is_valid (const UdsChartPlace *self,
                                   UdsChartSpec        *spec);
gboolean uds_chart_place_move     (UdsChartPlace       *self,
                                   UdsChartSpec        *spec,
                                   UdsChartMove         move);
char    *uds_chart_place_announce (const UdsChartPlace *self,
                                   UdsChartSpec        *spec);

G_END_DECLS
