/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search over everything: one list, grouped by kind, best first. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_SEARCH_PAGE (uds_search_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsSearchPage, uds_search_page, UDS, SEARCH_PAGE, UdsPage)

UdsPage   *uds_search_page_new       (void);
GtkWidget *uds_search_page_get_entry (UdsSearchPage *self);

G_END_DECLS
