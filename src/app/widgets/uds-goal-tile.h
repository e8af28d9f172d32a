/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place of the grid of goals: a card that opens its goal. */
#pragma once

#include "uds-goal-digest.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *uds_goal_tile_new          (UdsGoalDigest          *digest,
                                       UdsLanguage             language);
char      *uds_goal_tile_say_coverage (const UdsProgressTally *tally);

G_END_DECLS
