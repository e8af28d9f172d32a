/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What formats without settings of their own say of an indicator: texts by the names of its fields. For src/exchange
 * only. */
#pragma once

#include "uds-indicator-plan-private.h"

G_BEGIN_DECLS

extern const UdsIndicatorTerms uds_description_terms;

void uds_description_set (JsonObject *metadata,
                          const char *field,
                          const char *text);

G_END_DECLS
