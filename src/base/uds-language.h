/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two languages of Udsyn: which one this session speaks, and how a code names it.
 * Texts of the interface are gettext's; this is for content and for numbers and dates. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  UDS_LANGUAGE_EN,
  UDS_LANGUAGE_DA,
} UdsLanguage;

UdsLanguage uds_language_from_locale (void);
gboolean    uds_language_from_code   (const char  *code,
                                      UdsLanguage *language);
const char *uds_language_get_code    (UdsLanguage  language);

G_END_DECLS
