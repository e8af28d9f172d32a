/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows under each other, each with its name: what bars, dumbbells and heat maps have in common. */
#pragma once

#include "uds-chart-layout-private.h"

G_BEGIN_DECLS

/**
 * UdsChartRowSlot:
 * @first: the index of the row that stands there
 * @n_rows: 1; or how many rows are only counted there, for which there is no room
 * @bounds: its place, as wide as the plot
 */
typedef struct {
  gsize first;
  gsize n_rows;
  UdsChartRect bounds;
} UdsChartRowSlot;

/**
 * UdsChartLegendItem:
 * @text: what it means
 * @marker: its shape
 * @outline: the colour of the shape's outline, or of the hatching; transparent for that of the lines behind
 * @fill: the colour of its inside
 * @is_hatched: whether it is no shape but a hatched cell
 * @size: of the shape, in units; 0 for as large as in all legends
 */
typedef struct {
  const char *text;
  UdsChartMarker marker;
  UdsChartColor outline;
  UdsChartColor fill;
  gboolean is_hatched;
  double size;
} UdsChartLegendItem;

GArray *uds_chart_build_rows   (UdsChartBuild            *build,
                                gboolean                  counts_rest);
double  uds_chart_build_measure_rows (UdsChartBuild      *build);
void    uds_chart_build_legend (UdsChartBuild            *build,
                                const UdsChartLegendItem *items,
                                gsize                     n_items);
char   *uds_chart_build_format_label (const UdsChartBuild *build,
                                      double               value);

G_END_DECLS
