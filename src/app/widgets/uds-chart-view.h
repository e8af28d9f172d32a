/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart in a window: drawn from its layout, walked by keys and pointer, spoken to screen readers. */
#pragma once

#include "uds-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_CHART_VIEW (uds_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (UdsChartView, uds_chart_view, UDS, CHART_VIEW, GtkWidget)

GtkWidget    *uds_chart_view_new      (void);
UdsChartSpec *uds_chart_view_get_spec (UdsChartView *self);
void          uds_chart_view_set_spec (UdsChartView *self,
                                       UdsChartSpec *spec);

G_END_DECLS
