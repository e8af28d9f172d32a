/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spec laid out for one size and theme: the marks that screen, paper, files, pointer, keyboard and screen
 * reader share. Never changes once made, so that any thread may use it. */
#pragma once

#include "uds-chart-mark.h"
#include "uds-chart-scale.h"
#include "uds-chart-spec.h"

G_BEGIN_DECLS

/**
 * UdsChartParts:
 * @UDS_CHART_PART_HEADING: title and subtitle
 * @UDS_CHART_PART_NOTES: gaps and what else is to be known about the data, footnotes, source
 * @UDS_CHART_PART_ALL: everything
 *
 * What stands around the plot. Leave out what the page around the chart shows itself.
 */
typedef enum {
  UDS_CHART_PART_HEADING = 1 << 0,
  UDS_CHART_PART_NOTES = 1 << 1,
  UDS_CHART_PART_ALL = UDS_CHART_PART_HEADING | UDS_CHART_PART_NOTES,
} UdsChartParts;

/**
 * UdsChartSize:
 * @width: in units: pixels of the desktop on a screen, points on paper
 * @height: in units
 * @resolution: device pixels to a unit; long series are thinned to what they can show
 */
typedef struct {
  double width;
  double height;
  double resolution;
} UdsChartSize;

/**
 * UdsChartPlace:
 * @series: the index of a series in its spec, or of a row in its grid, or %UDS_CHART_NONE
 * @point: the index of a point in the series, or of a column in the grid, or %UDS_CHART_NONE
 */
typedef struct {
  gsize series;
  gsize point;
} UdsChartPlace;

#define UDS_TYPE_CHART_LAYOUT (uds_chart_layout_get_type ())

typedef struct _UdsChartLayout UdsChartLayout;

GType               uds_chart_layout_get_type      (void);
UdsChartLayout     *uds_chart_layout_new           (UdsChartSpec         *spec,
                                                    const UdsChartTheme  *theme,
                                                    const UdsChartSize   *size,
                                                    UdsChartParts         parts);
UdsChartLayout     *uds_chart_layout_new_sparkline (UdsChartSpec         *spec,
                                                    const UdsChartTheme  *theme,
                                                    const UdsChartSize   *size);
UdsChartLayout     *uds_chart_layout_new_map_view  (UdsChartSpec          *spec,
                                                    const UdsChartTheme   *theme,
                                                    const UdsChartSize    *size,
                                                    const UdsChartMapView *view);
double              uds_chart_layout_measure_height (UdsChartSpec        *spec,
                                                    const UdsChartTheme  *theme,
                                                    double                width,
                                                    UdsChartParts         parts);
UdsChartLayout     *uds_chart_layout_ref           (UdsChartLayout       *self);
void                uds_chart_layout_unref         (UdsChartLayout       *self);

UdsChartSpec       *uds_chart_layout_get_spec      (const UdsChartLayout *self);
const UdsChartTheme *uds_chart_layout_get_theme    (const UdsChartLayout *self);
const UdsChartSize *uds_chart_layout_get_size      (const UdsChartLayout *self);
const UdsChartRect *uds_chart_layout_get_plot      (const UdsChartLayout *self);
gsize               uds_chart_layout_get_n_marks   (const UdsChartLayout *self);
const UdsChartMark *uds_chart_layout_get_mark      (const UdsChartLayout *self,
                                                    gsize                 index);
void                uds_chart_layout_get_vertex    (const UdsChartLayout *self,
                                                    const UdsChartPlace  *place,
                                                    UdsChartVertex       *vertex);
void                uds_chart_layout_get_bounds    (const UdsChartLayout *self,
                                                    const UdsChartPlace  *place,
                                                    UdsChartRect         *bounds);
gsize               uds_chart_layout_get_n_plots   (const UdsChartLayout *self);
void                uds_chart_layout_get_line      (const UdsChartLayout *self,
                                                    const UdsChartPlace  *place,
                                                    gsize                 plot,
                                                    UdsChartVertex       *top,
                                                    UdsChartVertex       *bottom);
double              uds_chart_layout_get_position  (const UdsChartLayout *self,
                                                    double                x);
gboolean            uds_chart_layout_get_degrees   (const UdsChartLayout *self,
                                                    double                x,
                                                    double                y,
                                                    UdsChartDegrees      *degrees);
void                uds_chart_layout_get_map_view  (const UdsChartLayout *self,
                                                    UdsChartMapView      *view);
gboolean            uds_chart_layout_get_map_view_at (const UdsChartLayout *self,
                                                    double                x,
                                                    double                y,
                                                    UdsChartMapView      *view);
gboolean            uds_chart_layout_hit           (const UdsChartLayout *self,
                                                    double                x,
                                                    double                y,
                                                    double                reach,
                                                    UdsChartPlace        *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsChartLayout, uds_chart_layout_unref)

G_END_DECLS
