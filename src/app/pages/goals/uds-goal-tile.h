/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A goal in the grid: its square, its name, how much of it is assessed, where it is going, and its statuses. */
#pragma once

#include "uds-goal-digest.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_GOAL_TILE (uds_goal_tile_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalTile, uds_goal_tile, UDS, GOAL_TILE, GtkFlowBoxChild)

GtkWidget     *uds_goal_tile_new        (void);
void           uds_goal_tile_set_digest (UdsGoalTile   *self,
                                         UdsGoalDigest *digest,
                                         gboolean       is_filtered,
                                         UdsLanguage    language);
UdsGoalDigest *uds_goal_tile_get_digest (UdsGoalTile   *self);

G_END_DECLS
