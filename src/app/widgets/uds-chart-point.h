/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A point of a chart as assistive technologies see it: an item of the chart, with a name that says it all. */
#pragma once

#include "uds-chart-placement.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_CHART_POINT (uds_chart_point_get_type ())
G_DECLARE_FINAL_TYPE (UdsChartPointItem, uds_chart_point, UDS, CHART_POINT, GObject)

UdsChartPointItem *uds_chart_point_new      (GtkAccessible         *chart,
                                             const char            *name,
                                             const GdkRectangle    *bounds);
void               uds_chart_point_set_next (UdsChartPointItem     *self,
                                             UdsChartPointItem     *next);
GPtrArray         *uds_chart_points_new     (GtkAccessible         *chart,
                                             UdsChartLayout        *layout,
                                             const UdsChartPlacement *placement);

G_END_DECLS
