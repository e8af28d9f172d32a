/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A goal's page: its indicators, its targets, and what serves it. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_GOAL_PAGE (uds_goal_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalPage, uds_goal_page, UDS, GOAL_PAGE, UdsPage)

UdsPage *uds_goal_page_new (const char *id);

G_END_DECLS
