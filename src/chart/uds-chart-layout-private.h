/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the layout share while one is being made: the room that is left and what is known by
 * then. */
#pragma once

#include "uds-chart-frames-private.h"
#include "uds-chart-layout.h"
#include "uds-chart-placer-private.h"
#include "uds-chart-text-private.h"

G_BEGIN_DECLS

/**
 * UdsChartFrame:
 * @plot: where values are drawn
 * @x: times across it
 * @y: values up it
 *
 * The axes of one chart among many.
 */
typedef struct {
  UdsChartRect plot;
  UdsChartScale x;
  UdsChartScale y;
} UdsChartFrame;

struct _UdsChartLayout
{
  UdsChartSpec *spec;
  char *font_family;
  UdsChartTheme theme;
  UdsChartSize size;
  UdsChartRect plot;
  UdsChartScale x;
  UdsChartScale y;
  GPtrArray *marks;    /* UdsChartMark * */
  GArray *frames;      /* UdsChartFrame: of each of many small charts; none where the one above is all */
  UdsChartRect *spots; /* of each cell of a grid, row by row; none where the spec has none */
  UdsChartMapFrames *map_frames; /* of a map */
  double spare_height; /* of the area, not needed at this width; negative where there is too little */
};

/**
 * UdsChartExtent:
 * @from: the earliest time to be shown
 * @to: the latest
 * @minimum: the lowest value to be shown
 * @maximum: the highest
 * @step: the least distance of two points that is usual in a series, in years; 0 where not known
 */
typedef struct {
  double from;
  double to;
  double minimum;
  double maximum;
  double step;
} UdsChartExtent;

/**
 * UdsChartBuild:
 * @layout: what is being made
 * @spec: its data
 * @theme: its looks
 * @format: how its values are written
 * @pango: the typesetter
 * @extent: what the axes must show
 * @area: the room that is left
 * @names: (array): the names at the ends of the lines, one to a series; empty blocks where there are none
 * @n_names: how many
 * @placer: what is in the plot already
 */
typedef struct {
  UdsChartLayout *layout;
  UdsChartSpec *spec;
  const UdsChartTheme *theme;
  UdsChartFormat format;
  PangoLayout *pango;
  UdsChartExtent extent;
  UdsChartRect area;
  UdsChartBlock *names;
  gsize n_names;
  UdsChartPlacer *placer;
} UdsChartBuild;

UdsChartMark *uds_chart_build_add_mark    (UdsChartBuild           *build,
                                           UdsChartMarkKind         kind,
                                           UdsChartRole             role);
UdsChartMark *uds_chart_build_add_rule    (UdsChartBuild           *build,
                                           UdsChartRole             role,
                                           const UdsChartPen       *pen,
                                           double                   x1,
                                           double                   y1,
                                           double                   x2,
                                           double                   y2);
UdsChartMark *uds_chart_build_add_path    (UdsChartBuild           *build,
                                           UdsChartRole             role,
                                           const UdsChartPen       *pen,
                                           GArray                  *vertices);
UdsChartMark *uds_chart_build_add_area    (UdsChartBuild           *build,
                                           UdsChartRole             role,
                                           const UdsChartColor     *fill,
                                           GArray                  *vertices);
UdsChartMark *uds_chart_build_add_marker  (UdsChartBuild           *build,
                                           UdsChartRole             role,
                                           UdsChartMarker           marker,
                                           double                   x,
                                           double                   y,
                                           double                   size);
UdsChartMark *uds_chart_build_add_text    (UdsChartBuild           *build,
                                           UdsChartRole             role,
                                           const UdsChartTextStyle *style,
                                           UdsChartBlock           *block,
                                           double                   x,
                                           double                   top);

UdsChartMark *uds_chart_build_add_rect    (UdsChartBuild           *build,
                                           UdsChartRole             role,
                                           const UdsChartRect      *bounds,
                                           const UdsChartColor     *fill);
UdsChartMark *uds_chart_build_add_level   (UdsChartBuild           *build,
                                           UdsChartRole             role,
                                           const UdsChartLevel     *level,
                                           double                   x,
                                           double                   y,
                                           double                   size);
void          uds_chart_build_add_hatch   (UdsChartBuild           *build,
                                           const UdsChartRect      *bounds,
                                           const UdsChartPen       *pen);
void          uds_chart_build_add_words   (UdsChartBuild           *build,
                                           UdsChartRole             role,
                                           const UdsChartTextStyle *style,
                                           const char              *text,
                                           double                   max_width,
                                           double                   x,
                                           double                   middle);
void          uds_chart_build_get_vertex  (const UdsChartBuild     *build,
                                           const UdsChartPlace     *place,
                                           UdsChartVertex          *vertex);

void          uds_chart_build_extent      (UdsChartBuild           *build);
void          uds_chart_build_frame       (UdsChartBuild           *build,
                                           UdsChartParts            parts);
void          uds_chart_build_axes        (UdsChartBuild           *build);
void          uds_chart_build_paths       (UdsChartBuild           *build);
void          uds_chart_build_series      (UdsChartBuild           *build);
void          uds_chart_build_measure_names (UdsChartBuild         *build,
                                             double                 max_width);
double        uds_chart_build_names_indent (const UdsChartBuild    *build);
void          uds_chart_build_labels      (UdsChartBuild           *build);
void          uds_chart_build_lines       (UdsChartBuild           *build);
void          uds_chart_build_bars        (UdsChartBuild           *build);
void          uds_chart_build_dumbbell    (UdsChartBuild           *build);
void          uds_chart_build_heat_map    (UdsChartBuild           *build);
void          uds_chart_build_map         (UdsChartBuild           *build);
void          uds_chart_build_map_view    (UdsChartBuild           *build,
                                           const UdsChartMapView   *view);
void          uds_chart_build_relations   (UdsChartBuild           *build);
void          uds_chart_build_multiples   (UdsChartBuild           *build);
void          uds_chart_build_timeline    (UdsChartBuild           *build);
double        uds_chart_build_measure_time_axis (UdsChartBuild     *build);
void          uds_chart_build_time_axis   (UdsChartBuild           *build,
                                           gboolean                 with_lines);
void          uds_chart_build_clear       (UdsChartBuild           *build);
gboolean      uds_chart_build_has_data    (const UdsChartBuild     *build);
double        uds_chart_build_unit        (UdsChartBuild           *build);
gboolean      uds_chart_build_unit_is_short (const UdsChartBuild   *build);
void          uds_chart_build_no_data     (UdsChartBuild           *build,
                                           const UdsChartRect      *area);
void          uds_chart_build_set_spot    (UdsChartBuild           *build,
                                           const UdsChartPlace     *place,
                                           const UdsChartRect      *bounds);
void          uds_chart_build_sparkline   (UdsChartBuild           *build);

UdsChartTextStyle uds_chart_build_label_style (const UdsChartBuild *build,
                                               const UdsChartColor *color);
UdsChartTextStyle uds_chart_build_tick_style  (const UdsChartBuild *build);

G_END_DECLS
