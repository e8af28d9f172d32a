/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the requests for visits. */
#pragma once

#include "uds-list-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_DELEGATIONS_PAGE (uds_delegations_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsDelegationsPage, uds_delegations_page, UDS, DELEGATIONS_PAGE, UdsListPage)

G_END_DECLS
