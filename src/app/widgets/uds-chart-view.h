/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on screen: drawn, walked by keyboard, read out, its points told under the pointer. */
#pragma once

#include "uds-chart-placement.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_CHART_VIEW (uds_chart_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (UdsChartView, uds_chart_view, UDS, CHART_VIEW, GtkWidget)

/**
 * UdsChartViewClass:
 * @is_moved: whether what is shown can be moved and scaled: layouts are then given (uds_chart_view_take_layout()), and
 *   the pointer moves them instead of dragging the chart out
 * @invalidate: size, looks or spec are others: what was laid out is not to be shown any more
 * @measure_height: how high it is at a width, in pixels
 * @moved: (nullable): the user moved the cursor there
 */
struct _UdsChartViewClass
{
  GtkWidgetClass parent_class;

  gboolean is_moved;
  void (*invalidate) (UdsChartView *self);
  int (*measure_height) (UdsChartView *self,
                         int           width);
  void (*moved) (UdsChartView        *self,
                 const UdsChartPlace *place);
};

GtkWidget               *uds_chart_view_new           (void);
void                     uds_chart_view_set_spec      (UdsChartView            *self,
                                                       UdsChartSpec            *spec);
UdsChartSpec            *uds_chart_view_get_spec      (UdsChartView            *self);
char                    *uds_chart_view_get_said      (UdsChartView            *self);
void                     uds_chart_view_set_cursor    (UdsChartView            *self,
                                                       const UdsChartPlace     *place);
const UdsChartPlace     *uds_chart_view_get_cursor    (UdsChartView            *self);
UdsChartLayout          *uds_chart_view_get_layout    (UdsChartView            *self);
const UdsChartPlacement *uds_chart_view_get_placement (UdsChartView            *self);
void                     uds_chart_view_take_layout   (UdsChartView            *self,
                                                       UdsChartLayout          *layout,
                                                       const UdsChartPlacement *placement);
void                     uds_chart_view_place_layout  (UdsChartView            *self,
                                                       const UdsChartPlacement *placement);

G_END_DECLS
