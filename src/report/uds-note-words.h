/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note of knowledge in words: where it comes from, who was told, where it was used. */
#pragma once

#include "uds-record.h"

G_BEGIN_DECLS

char  *uds_note_words_origin (UdsRecord   *note,
                              UdsLanguage  language);
GStrv  uds_note_words_facts  (UdsRecord   *note);

G_END_DECLS
