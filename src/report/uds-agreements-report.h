/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city has agreed for a time, for a committee: the timeline, what expires soon, and the whole by field. */
#pragma once

#include "uds-report-options.h"
#include "uds-session.h"

G_BEGIN_DECLS

UdsDocument *uds_agreements_report_new (UdsSession              *session,
                                        const UdsReportOptions  *options,
                                        UdsRecord               *record,
                                        GError                 **error);

G_END_DECLS
