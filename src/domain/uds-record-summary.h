/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list says about a record of any kind: when and where, and which fields that comes from. */
#pragma once

#include "uds-record.h"

G_BEGIN_DECLS

const char *uds_kind_get_title_field      (const UdsKind *kind,
                                           UdsLanguage    language);
const char *uds_kind_get_date_field       (const UdsKind *kind);
gboolean    uds_kind_get_time_fields      (const UdsKind *kind,
                                           const char   **from,
                                           const char   **to);
const char *uds_kind_get_place_field      (const UdsKind *kind);
char       *uds_record_format_dates       (UdsRecord     *record,
                                           UdsLanguage    language);
const char *uds_record_get_place          (UdsRecord     *record,
                                           UdsLanguage    language);
char       *uds_record_tell_apart         (UdsRecord     *record,
                                           UdsLanguage    language);

G_END_DECLS
