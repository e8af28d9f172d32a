/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records hold for a time, and what the strategy asks of an agreement. How a time is counted is uds-term.h's. */
#pragma once

#include "uds-record.h"
#include "uds-term.h"

G_BEGIN_DECLS

gboolean uds_record_has_term        (UdsRecord     *record);
void     uds_record_get_term_facts  (UdsRecord     *record,
                                     UdsRecord     *successor,
                                     UdsLanguage    language,
                                     UdsTermFacts  *facts);
gboolean uds_agreement_lacks_approval (UdsRecord   *agreement);

G_END_DECLS
