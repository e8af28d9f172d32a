/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What politicians rename has rows with the time they were in force; which of them was, on a day. */
#pragma once

#include "uds-date.h"
#include "uds-record.h"

G_BEGIN_DECLS

gboolean   uds_validity_includes  (const char    *from,
                                   const char    *to,
                                   const UdsDate *day);
gboolean   uds_record_is_valid_on (UdsRecord     *record,
                                   const UdsDate *day);
UdsRecord *uds_records_find_valid (GPtrArray     *records,
                                   const char    *id,
                                   const char    *date);

G_END_DECLS
