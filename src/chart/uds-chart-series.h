/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points of one line, in order of time, with what is known about each; where points are missing; where
 * the way of counting changed. Made by a spec and owned by it. Nothing here knows of sizes or colours. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UDS_CHART_NONE:
 *
 * No series, or no point.
 */
#define UDS_CHART_NONE G_MAXSIZE

/**
 * UdsChartQuality:
 * @UDS_CHART_MEASURED: counted or measured
 * @UDS_CHART_UNCERTAIN: provisional, inferred, stated without its basis; drawn hollow
 * @UDS_CHART_PROJECTED: expected, not measured; drawn hollow, its line dashed
 */
typedef enum {
  UDS_CHART_MEASURED,
  UDS_CHART_UNCERTAIN,
  UDS_CHART_PROJECTED,
} UdsChartQuality;

/**
 * UdsChartPoint:
 * @position: when, as a year with a fraction: 2022 for the year, see uds_chart_position_from_date() for a day
 * @value: how much, in the spec's unit
 * @quality: how sure it is
 * @label: (nullable): the period as it is to be written, such as "2012/13"; %NULL to write @position
 * @note: (nullable): what a reader must know about this point
 */
typedef struct {
  double position;
  double value;
  UdsChartQuality quality;
  const char *label;
  const char *note;
} UdsChartPoint;

/**
 * UdsChartBreak:
 * @position: the first time that is counted in the new way
 * @note: (nullable): what changed
 */
typedef struct {
  double position;
  char *note;
} UdsChartBreak;

/**
 * UdsChartGap:
 * @before: the index of the last point before it
 * @from: the first time without a point
 * @to: the last time without a point
 */
typedef struct {
  gsize before;
  double from;
  double to;
} UdsChartGap;

typedef struct _UdsChartSeries UdsChartSeries;

void                 uds_chart_series_add_point     (UdsChartSeries       *self,
                                                     const UdsChartPoint  *point);
void                 uds_chart_series_add_values    (UdsChartSeries       *self,
                                                     const double         *positions,
                                                     const double         *values,
                                                     gsize                 n_values);
void                 uds_chart_series_add_break     (UdsChartSeries       *self,
                                                     double                position,
                                                     const char           *note);
void                 uds_chart_series_set_step      (UdsChartSeries       *self,
                                                     double                step);

const char          *uds_chart_series_get_id        (const UdsChartSeries *self);
const char          *uds_chart_series_get_name      (const UdsChartSeries *self);
gsize                uds_chart_series_get_n_points  (const UdsChartSeries *self);
void                 uds_chart_series_get_point     (const UdsChartSeries *self,
                                                     gsize                 index,
                                                     UdsChartPoint        *point);
const double        *uds_chart_series_get_positions (const UdsChartSeries *self);
const double        *uds_chart_series_get_values    (const UdsChartSeries *self);
gboolean             uds_chart_series_has_quality   (const UdsChartSeries *self,
                                                     UdsChartQuality       quality);
double               uds_chart_series_get_step      (const UdsChartSeries *self);
GArray              *uds_chart_series_get_gaps      (const UdsChartSeries *self);
gsize                uds_chart_series_get_n_breaks  (const UdsChartSeries *self);
const UdsChartBreak *uds_chart_series_get_break     (const UdsChartSeries *self,
                                                     gsize                 index);
gsize                uds_chart_series_find          (const UdsChartSeries *self,
                                                     double                position);
gsize                uds_chart_series_find_nearest  (const UdsChartSeries *self,
                                                     double                position);
gsize                uds_chart_series_find_minimum  (const UdsChartSeries *self);
gsize                uds_chart_series_find_maximum  (const UdsChartSeries *self);

G_END_DECLS
