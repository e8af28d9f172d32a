/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a layout consists of: shapes and texts in their places, each with what it stands for. Whoever draws,
 * writes SVG, finds what is under the pointer or reads a chart aloud reads these and nothing else. */
#pragma once

#include "uds-chart-theme.h"

G_BEGIN_DECLS

/**
 * UdsChartRect:
 * @x: the left edge
 * @y: the top edge
 * @width: not negative
 * @height: not negative
 */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} UdsChartRect;

/**
 * UdsChartVertex:
 * @x: to the right
 * @y: downwards
 * @is_start: whether a part of a path starts here, that is, no line leads here
 */
typedef struct {
  double x;
  double y;
  gboolean is_start;
} UdsChartVertex;

/**
 * UdsChartMarkKind:
 * @UDS_CHART_MARK_RECT: an area, filled, and outlined where the pen has a width: @bounds
 * @UDS_CHART_MARK_LINE: lines along @vertices
 * @UDS_CHART_MARK_RULE: one straight line between the two @vertices
 * @UDS_CHART_MARK_POINT: a @marker of @size around the one of @vertices
 * @UDS_CHART_MARK_TEXT: the @lines
 * @UDS_CHART_MARK_AREA: what @vertices enclose, by the even-odd rule, filled
 */
typedef enum {
  UDS_CHART_MARK_RECT,
  UDS_CHART_MARK_LINE,
  UDS_CHART_MARK_RULE,
  UDS_CHART_MARK_POINT,
  UDS_CHART_MARK_TEXT,
  UDS_CHART_MARK_AREA,
} UdsChartMarkKind;

/**
 * UdsChartRole:
 * @UDS_CHART_ROLE_BACKGROUND: what the chart stands on
 * @UDS_CHART_ROLE_TITLE: the finding
 * @UDS_CHART_ROLE_SUBTITLE: what is measured
 * @UDS_CHART_ROLE_NOTE: footnotes, and what the chart says about its data
 * @UDS_CHART_ROLE_SOURCE: where the data come from
 * @UDS_CHART_ROLE_GRID: a line behind
 * @UDS_CHART_ROLE_AXIS: the line below, and its ticks
 * @UDS_CHART_ROLE_TICK: the number or time at a tick, or the unit above them
 * @UDS_CHART_ROLE_TARGET: a target: its line, its point or its label
 * @UDS_CHART_ROLE_REQUIRED_PATH: the way from the base to the target, or its label
 * @UDS_CHART_ROLE_PROJECTION: what is expected, or its label
 * @UDS_CHART_ROLE_BREAK: where the way of counting changed: the line or its label
 * @UDS_CHART_ROLE_BASE: the point that progress is counted from: the ring around it or its label
 * @UDS_CHART_ROLE_BRIDGE: a dotted line over a gap, which says that nothing is known there
 * @UDS_CHART_ROLE_SERIES: the line of a series
 * @UDS_CHART_ROLE_POINT: a point of a series
 * @UDS_CHART_ROLE_VALUE: the value written at a point
 * @UDS_CHART_ROLE_NAME: the name of a series at its end
 * @UDS_CHART_ROLE_LEADER: the thin line from the end of a series to its name
 * @UDS_CHART_ROLE_LABEL: the name of a row, a column or one of many small charts
 * @UDS_CHART_ROLE_MORE: rows for which there is no room, counted
 * @UDS_CHART_ROLE_BAR: the bar of a row
 * @UDS_CHART_ROLE_SPAN: the line from then to now
 * @UDS_CHART_ROLE_CELL: a cell of a heat map: its ground or its shape
 * @UDS_CHART_ROLE_HATCH: the lines over a cell of which nothing is known
 * @UDS_CHART_ROLE_CHAIN: the line from a row to the one that continues it
 * @UDS_CHART_ROLE_NOW: today: its line or its label
 * @UDS_CHART_ROLE_LEGEND: a shape or colour and what it means
 * @UDS_CHART_ROLE_LAND: the land of a map
 * @UDS_CHART_ROLE_BORDER: coasts and borders
 * @UDS_CHART_ROLE_INSET: the edge or the name of a finer map, or what it shows of the one around it
 */
typedef enum {
  UDS_CHART_ROLE_BACKGROUND,
  UDS_CHART_ROLE_TITLE,
  UDS_CHART_ROLE_SUBTITLE,
  UDS_CHART_ROLE_NOTE,
  UDS_CHART_ROLE_SOURCE,
  UDS_CHART_ROLE_GRID,
  UDS_CHART_ROLE_AXIS,
  UDS_CHART_ROLE_TICK,
  UDS_CHART_ROLE_TARGET,
  UDS_CHART_ROLE_REQUIRED_PATH,
  UDS_CHART_ROLE_PROJECTION,
  UDS_CHART_ROLE_BREAK,
  UDS_CHART_ROLE_BASE,
  UDS_CHART_ROLE_BRIDGE,
  UDS_CHART_ROLE_SERIES,
  UDS_CHART_ROLE_POINT,
  UDS_CHART_ROLE_VALUE,
  UDS_CHART_ROLE_NAME,
  UDS_CHART_ROLE_LEADER,
  UDS_CHART_ROLE_LABEL,
  UDS_CHART_ROLE_MORE,
  UDS_CHART_ROLE_BAR,
  UDS_CHART_ROLE_SPAN,
  UDS_CHART_ROLE_CELL,
  UDS_CHART_ROLE_HATCH,
  UDS_CHART_ROLE_CHAIN,
  UDS_CHART_ROLE_NOW,
  UDS_CHART_ROLE_LEGEND,
  UDS_CHART_ROLE_LAND,
  UDS_CHART_ROLE_BORDER,
  UDS_CHART_ROLE_INSET,
} UdsChartRole;

/**
 * UdsChartAlign:
 * @UDS_CHART_ALIGN_START: lines begin at the anchor
 * @UDS_CHART_ALIGN_MIDDLE: lines are centred on the anchor
 * @UDS_CHART_ALIGN_END: lines end at the anchor
 */
typedef enum {
  UDS_CHART_ALIGN_START,
  UDS_CHART_ALIGN_MIDDLE,
  UDS_CHART_ALIGN_END,
} UdsChartAlign;

/**
 * UdsChartTextStyle:
 * @size: of the font, in units of the layout
 * @is_bold: whether it is the heavier of the two weights
 * @has_halo: whether it is set off from what lies behind it
 * @color: of the text
 * @align: of its lines
 */
typedef struct {
  double size;
  gboolean is_bold;
  gboolean has_halo;
  UdsChartColor color;
  UdsChartAlign align;
} UdsChartTextStyle;

/**
 * UdsChartMark:
 * @kind: its shape
 * @role: what it is for
 * @id: (nullable): names what has data behind it, the same in each layout of a spec: "homeless/3"
 * @series: the index of its series, or of its row, or %UDS_CHART_NONE
 * @point: the index of its point in the series, or of its column, or %UDS_CHART_NONE
 * @value: the value it stands for, in the spec's unit; meaningful where there is an @id
 * @label: (nullable): it in a few words
 * @description: (nullable): it in a sentence, for those who do not see it
 * @bounds: what it covers, without the width of its pen
 * @pen: of lines, rules and the outlines of points and rectangles
 * @fill: of rectangles, areas and points
 * @vertices: (array length=n_vertices): in units of the layout
 * @n_vertices: how many
 * @is_dense: whether the line is so dense that it is drawn for speed
 * @marker: the shape of a point
 * @size: the diameter of a point
 * @text: the style of a text
 * @lines: (nullable) (array zero-terminated=1): the lines of a text
 * @anchor: where the first line of a text stands: @text.align along it, on its baseline
 * @line_height: from one baseline to the next
 */
typedef struct {
  UdsChartMarkKind kind;
  UdsChartRole role;
  char *id;
  gsize series;
  gsize point;
  double value;
  char *label;
  char *description;
  UdsChartRect bounds;
  UdsChartPen pen;
  UdsChartColor fill;
  UdsChartVertex *vertices;
  gsize n_vertices;
  gboolean is_dense;
  UdsChartMarker marker;
  double size;
  UdsChartTextStyle text;
  char **lines;
  UdsChartVertex anchor;
  double line_height;
} UdsChartMark;

#define UDS_CHART_MARKER_CORNERS_MAX 5

gboolean uds_chart_rect_overlaps (const UdsChartRect *a,
                                  const UdsChartRect *b);
gboolean uds_chart_rect_contains (const UdsChartRect *outer,
                                  const UdsChartRect *inner);
gboolean uds_chart_rect_clip_line (const UdsChartRect *rect,
                                   UdsChartVertex     *from,
                                   UdsChartVertex     *to);
gsize    uds_chart_marker_trace  (UdsChartMarker      marker,
                                  double              x,
                                  double              y,
                                  double              radius,
                                  UdsChartVertex     *corners);

G_END_DECLS
