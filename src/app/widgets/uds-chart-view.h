/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on screen: drawn, walked by keyboard, read out, its points told under the pointer. */
#pragma once

#include "uds-chart-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_CHART_VIEW (uds_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (UdsChartView, uds_chart_view, UDS, CHART_VIEW, GtkWidget)

GtkWidget    *uds_chart_view_new      (void);
void          uds_chart_view_set_spec (UdsChartView *self,
                                       UdsChartSpec *spec);
UdsChartSpec *uds_chart_view_get_spec (UdsChartView *self);
char         *uds_chart_view_get_said (UdsChartView *self);

G_END_DECLS
