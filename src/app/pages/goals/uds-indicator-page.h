/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator's page: what was found, its chart or table, why it has its status, and all its fields. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_INDICATOR_PAGE (uds_indicator_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsIndicatorPage, uds_indicator_page, UDS, INDICATOR_PAGE, UdsPage)

UdsPage *uds_indicator_page_new (const char *id);

G_END_DECLS
