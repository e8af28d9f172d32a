/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value of a field as people write it, and what the field is called. */
#pragma once

#include "uds-record.h"

G_BEGIN_DECLS

char *uds_field_format_label (const UdsField *field);
char *uds_field_text_format  (const UdsField *field,
                              UdsRecord      *record,
                              UdsLanguage     language);
char *uds_field_text_read    (const UdsField *field,
                              const char     *text,
                              UdsLanguage     language);

G_END_DECLS
