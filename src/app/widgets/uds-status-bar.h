/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many indicators have each status, as a bar of six segments with the counts in its tooltip and description. */
#pragma once

#include "uds-progress.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_STATUS_BAR (uds_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (UdsStatusBar, uds_status_bar, UDS, STATUS_BAR, GtkWidget)

GtkWidget *uds_status_bar_new       (void);
void       uds_status_bar_set_tally (UdsStatusBar           *self,
                                     const UdsProgressTally *tally);
char      *uds_status_bar_describe  (UdsStatusBar           *self);

G_END_DECLS
