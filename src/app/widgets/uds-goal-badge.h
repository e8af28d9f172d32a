/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A goal's square: its number on its colour. */
#pragma once

#include "uds-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_GOAL_BADGE (uds_goal_badge_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalBadge, uds_goal_badge, UDS, GOAL_BADGE, GtkWidget)

GtkWidget *uds_goal_badge_new      (int           size);
void       uds_goal_badge_set_goal (UdsGoalBadge *self,
                                    UdsRecord    *goal);
void       uds_goal_badge_set_size (UdsGoalBadge *self,
                                    int           size);

G_END_DECLS
