/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a spec makes a grid and gets rid of it. */
#pragma once

#include "uds-chart-grid.h"

G_BEGIN_DECLS

UdsChartGrid *uds_chart_grid_new  (void);
void          uds_chart_grid_free (UdsChartGrid *self);

G_END_DECLS
