/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report on the goals: what the city measures and does for each of the 17, as a document. The same for one goal
 * and for one indicator. */
#pragma once

#include "uds-document.h"
#include "uds-indicator-selection.h"
#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsReportOptions:
 * @language: what to write it in; the words of the interface are the session's
 * @organisation: (nullable): whose report it is, on the cover and in the file's properties
 * @date: the day it is made
 * @mono: whether charts are told apart without colour
 */
typedef struct {
  UdsLanguage language;
  const char *organisation;
  UdsDate     date;
  gboolean    mono;
} UdsReportOptions;

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
