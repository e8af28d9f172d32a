/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of what is measured in several places or for several groups at once: cities beside each other, and an
 * indicator by its breakdown. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-session.h"

G_BEGIN_DECLS

UdsChartSpec *uds_session_chart_comparison (UdsSession   *session,
                                            UdsRecord    *comparison,
                                            UdsLanguage   language,
                                            GError      **error);
UdsChartSpec *uds_session_chart_breakdown  (UdsSession   *session,
                                            UdsRecord    *indicator,
                                            UdsChartKind  kind,
                                            UdsLanguage   language,
                                            GError      **error);

G_END_DECLS
