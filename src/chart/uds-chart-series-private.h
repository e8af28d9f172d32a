/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a spec makes and frees its series. */
#pragma once

#include "uds-chart-series.h"

G_BEGIN_DECLS

UdsChartSeries *uds_chart_series_new  (const char     *id,
                                       const char     *name);
void            uds_chart_series_free (UdsChartSeries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsChartSeries, uds_chart_series_free)

G_END_DECLS
