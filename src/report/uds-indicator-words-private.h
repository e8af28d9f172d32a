/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sentences about an indicator and those about a view of it have in common. For src/report only. */
#pragma once

#include "uds-indicator-words.h"

G_BEGIN_DECLS

char *uds_indicator_words_describe_change (const UdsDigestPoint *first,
                                           const UdsDigestPoint *last,
                                           const char           *unit,
                                           int                   decimals,
                                           UdsLanguage           language);

G_END_DECLS
