/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period an observation is about: a year, a quarter, a school year, any span of days. Read from the many
 * spellings that statistics use, kept in one. */
#pragma once

#include "uds-date.h"

G_BEGIN_DECLS

/**
 * UdsPeriodKind:
 * @UDS_PERIOD_YEAR: a calendar year, "2018"
 * @UDS_PERIOD_YEARS: several calendar years, or a year that lies in two, "2018/2019"
 * @UDS_PERIOD_HALF: a half of a year, "2018-H1"
 * @UDS_PERIOD_QUARTER: a quarter, "2018-Q1"
 * @UDS_PERIOD_MONTH: a month, "2018-03"
 * @UDS_PERIOD_WEEK: a week of ISO 8601, "2018-W26"
 * @UDS_PERIOD_DAY: a day, "2018-03-09"
 * @UDS_PERIOD_SPAN: any other days in a row, "2004-04/2005-03" or "2004-04-15/2004-05-02"
 */
typedef enum {
  UDS_PERIOD_YEAR,
  UDS_PERIOD_YEARS,
  UDS_PERIOD_HALF,
  UDS_PERIOD_QUARTER,
  UDS_PERIOD_MONTH,
  UDS_PERIOD_WEEK,
  UDS_PERIOD_DAY,
  UDS_PERIOD_SPAN,
} UdsPeriodKind;

/**
 * UdsPeriod:
 * @kind: what kind of period
 * @begin: its first day, whole
 * @end: its last day, whole
 */
typedef struct {
  UdsPeriodKind kind;
  UdsDate       begin;
  UdsDate       end;
} UdsPeriod;

gboolean uds_period_parse        (const char       *text,
                                  UdsPeriod        *period,
                                  GError          **error);
gboolean uds_period_parse_years  (const char       *text,
                                  UdsPeriod        *period);
char    *uds_period_to_string    (const UdsPeriod  *period);
char    *uds_period_format       (const UdsPeriod  *period,
                                  UdsLanguage       language);
int      uds_period_get_year     (const UdsPeriod  *period);
double   uds_period_get_position (const UdsPeriod  *period);
gboolean uds_period_get_next     (const UdsPeriod  *period,
                                  UdsPeriod        *next);

G_END_DECLS
