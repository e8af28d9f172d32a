/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button of the goals view that filters: by place, administration and purpose. What is chosen is kept in the
 * settings. */
#pragma once

#include "uds-goals-reading.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_GOALS_FILTER (uds_goals_filter_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalsFilter, uds_goals_filter, UDS, GOALS_FILTER, AdwBin)

void           uds_goals_filter_show  (UdsGoalsFilter *self,
                                       UdsGoalsFound  *found);

UdsGoalFilter *uds_goals_filter_read  (GSettings      *settings);
void           uds_goals_filter_clear (GSettings      *settings);

G_END_DECLS
