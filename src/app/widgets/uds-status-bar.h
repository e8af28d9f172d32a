/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar of six segments: how many indicators have which status. */
#pragma once

#include "uds-progress.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_STATUS_BAR (uds_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (UdsStatusBar, uds_status_bar, UDS, STATUS_BAR, GtkWidget)

GtkWidget *uds_status_bar_new       (void);
void       uds_status_bar_set_tally (UdsStatusBar           *self,
                                     const UdsProgressTally *tally);
char      *uds_status_bar_describe  (const UdsProgressTally *tally);

G_END_DECLS
