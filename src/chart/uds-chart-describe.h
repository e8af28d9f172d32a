/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart in words, for those who do not see it: the alternative text of screens, drawings and pages. */
#pragma once

#include "uds-chart-spec.h"

G_BEGIN_DECLS

char *uds_chart_describe (UdsChartSpec *spec);

G_END_DECLS
