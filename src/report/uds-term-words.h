/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of an agreement, project or cooperation in short lines: the same on pages, in the timeline's lists and
 * on paper. Its state as a sentence is src/domain's (uds-term.h). */
#pragma once

#include "uds-terms.h"

G_BEGIN_DECLS

char *uds_term_words_state    (const UdsTermItem *item,
                               UdsLanguage        language);
char *uds_term_words_end      (const UdsTermItem *item,
                               UdsLanguage        language);
char *uds_term_words_approval (UdsRecord         *agreement,
                               UdsLanguage        language);

G_END_DECLS
