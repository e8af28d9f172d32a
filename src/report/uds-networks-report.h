/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The directory of networks, or of one network, to print. */
#pragma once

#include "uds-report-options.h"
#include "uds-session.h"

G_BEGIN_DECLS

UdsDocument *uds_networks_report_new (UdsSession              *session,
                                      const UdsReportOptions  *options,
                                      UdsRecord               *network,
                                      GError                 **error);

G_END_DECLS
