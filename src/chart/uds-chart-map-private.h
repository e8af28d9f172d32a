/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a spec makes a map and gets rid of it. */
#pragma once

#include "uds-chart-map.h"

G_BEGIN_DECLS

UdsChartMap *uds_chart_map_new  (UdsChartGrid *grid);
void         uds_chart_map_free (UdsChartMap  *self);

G_END_DECLS
