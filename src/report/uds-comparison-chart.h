/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of what is measured in several places at once: cities beside each other. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-session.h"

G_BEGIN_DECLS

UdsChartSpec *uds_session_chart_comparison (UdsSession   *session,
                                            UdsRecord    *comparison,
                                            UdsLanguage   language,
                                            GError      **error);

G_END_DECLS
