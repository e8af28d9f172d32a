/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys that walk over a chart, the same on all of them. */
#pragma once

#include "uds-chart-cursor.h"

G_BEGIN_DECLS

gboolean uds_chart_keys_find (guint         key,
                              UdsChartMove *move);

G_END_DECLS
