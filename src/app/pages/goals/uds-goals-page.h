/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the goals: the 17, what is measured and what is done. */
#pragma once

#include "uds-list-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_GOALS_PAGE (uds_goals_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalsPage, uds_goals_page, UDS, GOALS_PAGE, UdsListPage)

G_END_DECLS
