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
 * @UDS_CHART_MARKER_DOWN: a triangle that points down
 * @UDS_CHART_MARKER_LEFT: a triangle that points to the left
 * @UDS_CHART_MARKER_RIGHT: a triangle that points to the right
 * @UDS_CHART_MARKER_WEDGE: a slope that rises to the right
 * @UDS_CHART_MARKER_BAR: a bar that lies
 * @UDS_CHART_MARKER_TICK: a bar that stands, higher than the others are
 */
typedef enum {
  UDS_CHART_MARKER_CIRCLE,
  UDS_CHART_MARKER_SQUARE,
  UDS_CHART_MARKER_TRIANGLE,
  UDS_CHART_MARKER_DIAMOND,
  UDS_CHART_MARKER_CROSS,
  UDS_CHART_MARKER_DOWN,
  UDS_CHART_MARKER_LEFT,
  UDS_CHART_MARKER_RIGHT,
  UDS_CHART_MARKER_WEDGE,
  UDS_CHART_MARKER_BAR,
  UDS_CHART_MARKER_TICK,
} UdsChartMarker;

/**
 * UdsChartTone:
 * @UDS_CHART_TONE_BEST: as good as can be
 * @UDS_CHART_TONE_GOOD: good
 * @UDS_CHART_TONE_FAIR: not good enough
 * @UDS_CHART_TONE_FLAT: neither good nor bad
 * @UDS_CHART_TONE_BAD: bad
 * @UDS_CHART_TONE_NONE: not known
 *
 * The colours of states. They go with a shape, and are told apart by lightness too.
 */
typedef enum {
  UDS_CHART_TONE_BEST,
  UDS_CHART_TONE_GOOD,
  UDS_CHART_TONE_FAIR,
  UDS_CHART_TONE_FLAT,
  UDS_CHART_TONE_BAD,
  UDS_CHART_TONE_NONE,
} UdsChartTone;

#define UDS_CHART_N_TONES (UDS_CHART_TONE_NONE + 1)

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
 * @tones: of states
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
  UdsChartColor tones[UDS_CHART_N_TONES];
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
