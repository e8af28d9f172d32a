/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The periods of a tidy table as they are written there. For src/exchange only. */
#pragma once

#include "uds-indicator-table-private.h"

G_BEGIN_DECLS

/**
 * UdsTidyPeriod:
 * @place: its place among the table's periods
 * @label: (nullable): it as written, where that differs from its canonical form
 * @note: what is odd about how it was read
 */
typedef struct {
  guint          place;
  const char    *label;
  UdsProblemCode note;
} UdsTidyPeriod;

typedef struct _UdsTidyPeriods UdsTidyPeriods;

UdsTidyPeriods      *uds_tidy_periods_new  (UdsIndicatorTable *table);
void                 uds_tidy_periods_free (UdsTidyPeriods    *self);
void                 uds_tidy_periods_look (UdsTidyPeriods    *self,
                                            const char        *text);
const UdsTidyPeriod *uds_tidy_periods_read (UdsTidyPeriods    *self,
                                            const char        *text);

G_END_DECLS
