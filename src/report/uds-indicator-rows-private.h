/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an indicator's view shows as rows. For src/report only. */
#pragma once

#include "uds-indicator-chart.h"

G_BEGIN_DECLS

void uds_indicator_rows_fill (UdsChartSpec           *spec,
                              const UdsIndicatorView *view,
                              gboolean                has_target,
                              UdsLanguage             language);

G_END_DECLS
