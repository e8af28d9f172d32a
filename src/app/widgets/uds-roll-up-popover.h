/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic behind the status of a goal, or of the city as a whole. */
#pragma once

#include "uds-goal-digest.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *uds_roll_up_popover_new (UdsGoalDigest *digest,
                                    UdsLanguage    language);

G_END_DECLS
