/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the networks, and of the cities, organisations, people and agreements behind them. */
#pragma once

#include "uds-list-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_NETWORKS_PAGE (uds_networks_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsNetworksPage, uds_networks_page, UDS, NETWORKS_PAGE, UdsListPage)

G_END_DECLS
