/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small picture of what a record is tied to: records that it names, that name it, that a part such as a membership
 * ties to it, and that are linked by hand. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-session.h"

G_BEGIN_DECLS

UdsChartSpec *uds_session_chart_relations     (UdsSession   *session,
                                               UdsRecord    *record,
                                               UdsLanguage   language,
                                               GError      **error);
gboolean      uds_relations_chart_parse_id    (const char   *id,
                                               char        **kind,
                                               char        **record);

G_END_DECLS
