/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From values to places and back, and the round numbers an axis shows. Times have their own (uds-chart-
 * time.h). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UDS_CHART_VALUE_MAX:
 *
 * The furthest from zero that an axis reaches. A value beyond it is drawn there.
 */
#define UDS_CHART_VALUE_MAX 1e300

/**
 * UdsChartScale:
 * @domain_start: the value at @range_start
 * @domain_end: the value at @range_end; not @domain_start
 * @range_start: a place, in units of the layout
 * @range_end: another; less than @range_start where values grow upwards
 */
typedef struct {
  double domain_start;
  double domain_end;
  double range_start;
  double range_end;
} UdsChartScale;

/**
 * UdsChartTicks:
 * @first: the lowest tick
 * @step: the distance between two, 1, 2, 2.5 or 5 times a power of ten
 * @n_ticks: how many, at least two
 * @decimals: how many decimals tell them apart
 */
typedef struct {
  double first;
  double step;
  int n_ticks;
  int decimals;
} UdsChartTicks;

double        uds_chart_scale_map       (const UdsChartScale *self,
                                         double               value);
double        uds_chart_scale_invert    (const UdsChartScale *self,
                                         double               place);
void          uds_chart_range_widen     (double              *minimum,
                                         double              *maximum);
UdsChartTicks uds_chart_ticks_new       (double               minimum,
                                         double               maximum,
                                         int                  n_wanted);
double        uds_chart_ticks_get_value (const UdsChartTicks *self,
                                         int                  index);

G_END_DECLS
