/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart's figures as a table to be read, sorted by time. */
#pragma once

#include "uds-chart-spec.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_CHART_TABLE_VIEW (uds_chart_table_view_get_type ())
G_DECLARE_FINAL_TYPE (UdsChartTableView, uds_chart_table_view, UDS, CHART_TABLE_VIEW, AdwBin)

GtkWidget *uds_chart_table_view_new      (void);
void       uds_chart_table_view_set_spec (UdsChartTableView *self,
                                          UdsChartSpec      *spec);

G_END_DECLS
