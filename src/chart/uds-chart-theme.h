/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a chart looks: colours, pens, marker shapes and sizes of text, for a screen or for paper. A value to
 * be copied; nothing in it knows of data. */
#pragma once

#include "uds-chart-color.h"

G_BEGIN_DECLS

/**
 * UDS_CHART_COLOURED_SERIES:
 *
 * So many series have a look of their own; the rest are grey.
 */
#define UDS_CHART_COLOURED_SERIES 5

#define UDS_CHART_DASHES_MAX 4

/**
 * UdsChartMarker:
 * @UDS_CHART_MARKER_CIRCLE: a circle
 * @UDS_CHART_MARKER_SQUARE: a square
 * @UDS_CHART_MARKER_TRIANGLE: a triangle that points up
 * @UDS_CHART_MARKER_DIAMOND: a square on its corner
 * @UDS_CHART_MARKER_CROSS: a diagonal cross, which has no inside
 */
typedef enum {
  UDS_CHART_MARKER_CIRCLE,
  UDS_CHART_MARKER_SQUARE,
  UDS_CHART_MARKER_TRIANGLE,
  UDS_CHART_MARKER_DIAMOND,
  UDS_CHART_MARKER_CROSS,
} UdsChartMarker;

/**
 * UdsChartPen:
 * @color: of the line; transparent for none
 * @width: in units of the layout
 * @dashes: on, off, on, off
 * @n_dashes: how many of them count; 0 for a solid line
 */
typedef struct {
  UdsChartColor color;
  double width;
  double dashes[UDS_CHART_DASHES_MAX];
  int n_dashes;
} UdsChartPen;

/**
 * UdsChartSeriesStyle:
 * @pen: of the line
 * @text: the colour of its label, readable on the background
 * @marker: of its points
 */
typedef struct {
  UdsChartPen pen;
  UdsChartColor text;
  UdsChartMarker marker;
} UdsChartSeriesStyle;

/**
 * UdsChartTheme:
 * @font_family: of all texts, as Pango names it; of static storage or the caller's
 * @font_size: of labels, in units of the layout; titles and notes follow it
 * @background: what the chart stands on; also the halo of labels
 * @text: of titles and values
 * @dim_text: of ticks and notes
 * @grid: the lines behind
 * @axis: the line below
 * @target: of a target that counts
 * @inactive: of a target that was given up or replaced, and of breaks
 * @path: of the way to a target
 * @series: the looks of the first series
 * @other: the look of every further one
 * @paints_background: whether @background is painted, or is there already
 */
typedef struct {
  const char *font_family;
  double font_size;
  UdsChartColor background;
  UdsChartColor text;
  UdsChartColor dim_text;
  UdsChartPen grid;
  UdsChartPen axis;
  UdsChartPen target;
  UdsChartPen inactive;
  UdsChartPen path;
  UdsChartSeriesStyle series[UDS_CHART_COLOURED_SERIES];
  UdsChartSeriesStyle other;
  gboolean paints_background;
} UdsChartTheme;

void                       uds_chart_theme_init_screen (UdsChartTheme       *self,
                                                        const UdsChartColor *background,
                                                        const UdsChartColor *foreground,
                                                        const UdsChartColor *accent,
                                                        gboolean             high_contrast);
void                       uds_chart_theme_init_print  (UdsChartTheme       *self,
                                                        gboolean             mono);
const UdsChartSeriesStyle *uds_chart_theme_get_series  (const UdsChartTheme *self,
                                                        gsize                index);

G_END_DECLS
