/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator in a report: status in words, chart, recent values, sources. For src/report only. */
#pragma once

#include "uds-document.h"
#include "uds-goals-report.h"
#include "uds-indicator-chart.h"

G_BEGIN_DECLS

UdsMark uds_mark_for_status       (UdsProgressStatus       status);
void    uds_indicator_section_add (UdsDocument            *document,
                                   UdsIndicatorDigest     *digest,
                                   const UdsIndicatorView *view,
                                   guint                   level,
                                   const UdsReportOptions *options);

G_END_DECLS
