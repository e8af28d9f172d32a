/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A goal that unfolds to some of its targets. */
#pragma once

#include "uds-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_GOAL_TARGETS_ROW (uds_goal_targets_row_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalTargetsRow, uds_goal_targets_row, UDS, GOAL_TARGETS_ROW, AdwExpanderRow)

GtkWidget *uds_goal_targets_row_new      (UdsRecord         *goal,
                                          GPtrArray         *targets,
                                          UdsLanguage        language);
UdsRecord *uds_goal_targets_row_get_goal (UdsGoalTargetsRow *self);

G_END_DECLS
