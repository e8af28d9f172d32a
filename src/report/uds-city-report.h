/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The briefing on a city: what one reads before a meeting with its mayor, on two pages. */
#pragma once

#include "uds-report-options.h"
#include "uds-session.h"

G_BEGIN_DECLS

UdsDocument *uds_city_report_new (UdsSession              *session,
                                  const UdsReportOptions  *options,
                                  UdsRecord               *city,
                                  GError                 **error);

G_END_DECLS
