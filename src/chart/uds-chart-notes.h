/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart has to say about its own data: gaps, uncertain points, breaks. Sentences in the session's
 * language, for the foot of the chart and for its description. */
#pragma once

#include "uds-chart-spec.h"

G_BEGIN_DECLS

char    *uds_chart_notes_format_gaps    (const UdsChartSeries *series,
                                         UdsLanguage           language);
gboolean uds_chart_notes_is_first_break (UdsChartSpec         *spec,
                                         gsize                 series,
                                         const UdsChartBreak  *item);
char    *uds_chart_notes_new            (UdsChartSpec         *spec);

G_END_DECLS
