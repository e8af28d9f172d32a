/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart that is dragged out of the window, as a picture or a file. */
#pragma once

#include "uds-chart-view.h"

G_BEGIN_DECLS

void uds_chart_drag_attach (UdsChartView *self);

G_END_DECLS
