/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a record: asks for the least that it needs, and opens it for the rest. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_NEW_RECORD (uds_new_record_get_type ())
G_DECLARE_FINAL_TYPE (UdsNewRecord, uds_new_record, UDS, NEW_RECORD, AdwDialog)

void uds_new_record_present (UdsPage       *page,
                             const UdsKind *kind,
                             const char    *field,
                             const char    *value);
void uds_new_record_present_tied (UdsPage       *page,
                                  const UdsKind *kind,
                                  const char    *relation,
                                  UdsRecord     *to);

G_END_DECLS
