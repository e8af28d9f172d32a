/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a membership, a role or an agreement of a city or an organisation. */
#pragma once

#include "uds-ties.h"

G_BEGIN_DECLS

char *uds_tie_words_membership (const UdsTie      *tie,
                                UdsLanguage        language);
char *uds_tie_words_role       (const UdsTie      *tie,
                                UdsLanguage        language);
char *uds_tie_words_agreement  (const UdsTermItem *agreement,
                                UdsLanguage        language);

G_END_DECLS
