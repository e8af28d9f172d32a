/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All records of a kind that may be about the same, two by two, to be made one or told apart. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_DUPLICATES_PAGE (uds_duplicates_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsDuplicatesPage, uds_duplicates_page, UDS, DUPLICATES_PAGE, UdsPage)

UdsPage *uds_duplicates_page_new (const char *kind);

G_END_DECLS
