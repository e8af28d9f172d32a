/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as it leaves the window: laid out for paper, whatever the window looks like. What becomes of the picture is
 * the caller's. */
#pragma once

#include "uds-chart-spec.h"

G_BEGIN_DECLS

typedef enum {
  UDS_CHART_PICTURE_PDF,
  UDS_CHART_PICTURE_SVG,
  UDS_CHART_PICTURE_PNG,
} UdsChartPicture;

GBytes *uds_chart_picture_render (UdsChartSpec     *spec,
                                  UdsChartPicture   format,
                                  GError          **error);

G_END_DECLS
