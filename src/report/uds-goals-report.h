/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report on the goals: what the city measures and does for each of the 17, as a document. The same for one goal
 * and for one indicator. */
#pragma once

#include "uds-indicator-selection.h"
#include "uds-report-options.h"
#include "uds-session.h"

G_BEGIN_DECLS

UdsDocument *uds_goals_report_new               (UdsSession                   *session,
                                                 const UdsReportOptions       *options,
                                                 GError                      **error);
UdsDocument *uds_goals_report_new_for_goal      (UdsSession                   *session,
                                                 const UdsReportOptions       *options,
                                                 UdsRecord                    *goal,
                                                 GError                      **error);
UdsDocument *uds_goals_report_new_for_indicator (UdsSession                   *session,
                                                 const UdsReportOptions       *options,
                                                 UdsRecord                    *indicator,
                                                 const UdsIndicatorSelection  *selection,
                                                 GError                      **error);

G_END_DECLS
