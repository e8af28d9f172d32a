/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of an indicator, to be typed, pasted and deleted: one series at a time. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_VALUES_PAGE (uds_values_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsValuesPage, uds_values_page, UDS, VALUES_PAGE, UdsPage)

UdsPage *uds_values_page_new   (const char    *indicator);
void     uds_values_page_paste (UdsValuesPage *self,
                                const char    *text);

G_END_DECLS
