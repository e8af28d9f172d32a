/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of an indicator: its digest as a chart's spec. Window, files and paper all draw this one. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-indicator-digest.h"

G_BEGIN_DECLS

UdsChartSpec *uds_indicator_chart_new (UdsIndicatorDigest *digest,
                                       UdsLanguage         language);

G_END_DECLS
