/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart in a document. For src/report only. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-document.h"

G_BEGIN_DECLS

/**
 * UdsChartFigure:
 * @spec: the chart
 * @caption: (nullable): the finding to print above it, where it is not the chart's title
 * @alternative: (nullable): the chart in words, where uds_chart_describe() does not say it
 * @aspect: height divided by width; 0 for as high as its rows need, but no higher than a page
 * @mono: whether it is told without colours
 */
typedef struct {
  UdsChartSpec *spec;
  const char   *caption;
  const char   *alternative;
  double        aspect;
  gboolean      mono;
} UdsChartFigure;

void uds_chart_figure_add (UdsDocument          *document,
                           const UdsChartFigure *chart);

G_END_DECLS
