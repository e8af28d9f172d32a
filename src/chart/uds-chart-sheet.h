/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart's table on its way to a spreadsheet. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-sheet.h"

G_BEGIN_DECLS

UdsSheet *uds_chart_sheet_new (UdsChartSpec *spec);

G_END_DECLS
