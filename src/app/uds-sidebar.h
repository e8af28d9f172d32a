/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar: the views with how much in each needs somebody, and the next that is due. Showing a view or a record is
 * the window's business. */
#pragma once

#include "uds-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_SIDEBAR (uds_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (UdsSidebar, uds_sidebar, UDS, SIDEBAR, AdwBin)

void uds_sidebar_select      (UdsSidebar *self,
                              const char *view);
void uds_sidebar_set_context (UdsSidebar *self,
                              UdsContext *context);

G_END_DECLS
