/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The square in a goal's colour with its number: how people recognise a goal. Our own, not the UN's icon. */
#pragma once

#include "uds-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_GOAL_NUMBER (uds_goal_number_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalNumber, uds_goal_number, UDS, GOAL_NUMBER, GtkWidget)

GtkWidget *uds_goal_number_new (UdsRecord *goal,
                                int        size);

G_END_DECLS
