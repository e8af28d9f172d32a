/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as a reader of the language writes them: "1.234,5", "12 %", U+2212 for minus, "–" for none.
 * Independent of the C locale; what is written for machines uses g_ascii_formatd instead. */
#pragma once

#include "uds-language.h"

G_BEGIN_DECLS

#define UDS_FORMAT_NONE "–"

char *uds_format_number     (double       value,
                             int          decimals,
                             UdsLanguage  language);
char *uds_format_value      (double       value,
                             UdsLanguage  language);
char *uds_format_percent    (double       value,
                             int          decimals,
                             UdsLanguage  language);
char *uds_format_quantity   (double       value,
                             int          decimals,
                             const char  *unit,
                             UdsLanguage  language);
char *uds_format_machine    (double       value);
gboolean uds_parse_machine  (const char  *text,
                             double      *value);
gboolean uds_parse_number   (const char  *text,
                             UdsLanguage  language,
                             double      *value);
int   uds_format_decimals   (const double *values,
                             gsize         n_values);

G_END_DECLS
