/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digest of knowledge: the office's notes on a theme or of a period, to be printed and passed on. */
#pragma once

#include "uds-report-options.h"
#include "uds-session.h"

G_BEGIN_DECLS

UdsDocument *uds_notes_report_new (UdsSession              *session,
                                   const UdsReportOptions  *options,
                                   GError                 **error);
UdsDocument *uds_notes_report_new_of (UdsSession              *session,
                                      const UdsReportOptions  *options,
                                      UdsQuery                *query,
                                      GError                 **error);

G_END_DECLS
