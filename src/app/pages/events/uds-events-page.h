/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the events, each with its parts. */
#pragma once

#include "uds-list-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_EVENTS_PAGE (uds_events_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsEventsPage, uds_events_page, UDS, EVENTS_PAGE, UdsListPage)

G_END_DECLS
