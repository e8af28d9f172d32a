/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a record of any kind: all its fields, edited in place, and the records tied to it. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_RECORD_PAGE (uds_record_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsRecordPage, uds_record_page, UDS, RECORD_PAGE, UdsPage)

UdsPage *uds_record_page_new (const char *kind,
                              const char *id);

G_END_DECLS
