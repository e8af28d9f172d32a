/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time on an axis: a day as a year with a fraction, the periods such numbers stand for, and ticks that
 * follow the calendar. A whole year is a whole number; years are never grouped. */
#pragma once

#include "uds-date.h"

G_BEGIN_DECLS

#define UDS_CHART_POSITION_MIN 1.0
#define UDS_CHART_POSITION_MAX 9999.999

/**
 * UdsChartTimeUnit:
 * @UDS_CHART_YEARS: ticks at the turn of years
 * @UDS_CHART_MONTHS: ticks at the first of months
 * @UDS_CHART_DAYS: ticks at days
 */
typedef enum {
  UDS_CHART_YEARS,
  UDS_CHART_MONTHS,
  UDS_CHART_DAYS,
} UdsChartTimeUnit;

/**
 * UdsChartTimeStep:
 * @unit: what is counted
 * @count: how many of them lie between two ticks
 */
typedef struct {
  UdsChartTimeUnit unit;
  int count;
} UdsChartTimeStep;

gboolean uds_chart_position_is_valid   (double                  position);
double   uds_chart_position_from_date (const UdsDate          *date);
void     uds_chart_position_to_date   (double                  position,
                                       UdsDate                *date);
char    *uds_chart_position_format    (double                  position,
                                       UdsLanguage             language);
char    *uds_chart_period_format      (double                  from,
                                       double                  to,
                                       UdsLanguage             language);
gboolean uds_chart_time_step_next     (UdsChartTimeStep       *self);
void     uds_chart_time_step_first    (UdsChartTimeStep       *self,
                                       double                  span);
double   uds_chart_time_step_get_years (const UdsChartTimeStep *self);
GArray  *uds_chart_time_ticks         (const UdsChartTimeStep *self,
                                       double                  from,
                                       double                  to);
char    *uds_chart_time_tick_format   (const UdsChartTimeStep *self,
                                       double                  position,
                                       gboolean                with_year,
                                       UdsLanguage             language);

G_END_DECLS
