/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the goals can be filtered by. Made when it is first asked for. */
#pragma once

#include "uds-goals-reading.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_GOALS_FILTER_POPOVER (uds_goals_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalsFilterPopover, uds_goals_filter_popover, UDS, GOALS_FILTER_POPOVER, GtkPopover)

GtkWidget *uds_goals_filter_popover_new  (void);
void       uds_goals_filter_popover_show (UdsGoalsFilterPopover *self,
                                          const UdsGoalsFound   *found);

G_END_DECLS
