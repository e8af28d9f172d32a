/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city has agreed for a time, as a chart. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-terms.h"

G_BEGIN_DECLS

UdsChartSpec *uds_timeline_chart_new (GPtrArray     *items,
                                      const UdsDate *today,
                                      UdsLanguage    language);

G_END_DECLS
