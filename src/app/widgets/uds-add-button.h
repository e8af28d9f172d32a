/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be added to a record, in one menu. */
#pragma once

#include "uds-record-details.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *uds_add_button_new  (void);
void       uds_add_button_show (GtkMenuButton    *button,
                                UdsRecordDetails *details);

G_END_DECLS
