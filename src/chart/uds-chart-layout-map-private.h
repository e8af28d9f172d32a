/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that lay a map out share. */
#pragma once

#include "uds-chart-frames-private.h"
#include "uds-chart-layout-private.h"

G_BEGIN_DECLS

void   uds_chart_build_land       (UdsChartBuild          *build,
                                   const UdsChartMapFrame *frame);
double uds_chart_build_dot_size   (const UdsChartBuild    *build,
                                   double                  weight);
void   uds_chart_build_places     (UdsChartBuild           *build,
                                   const UdsChartMapFrames *frames);

G_END_DECLS
