/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the goals: a grid of the 17 as people know them and the city itself as the 18th place, and the same goals
 * as heat maps and as a list of what needs attention. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_GOALS_PAGE (uds_goals_page_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalsPage, uds_goals_page, UDS, GOALS_PAGE, UdsPage)

G_END_DECLS
