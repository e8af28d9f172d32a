/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A status as everywhere: a glyph, a word and a colour, in that order. */
#pragma once

#include "uds-roll-up.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_STATUS_LABEL (uds_status_label_get_type ())
G_DECLARE_FINAL_TYPE (UdsStatusLabel, uds_status_label, UDS, STATUS_LABEL, GtkBox)

GtkWidget *uds_status_label_new         (UdsProgressStatus  status);
void       uds_status_label_set_status  (UdsStatusLabel    *self,
                                         UdsProgressStatus  status);
void       uds_status_label_set_roll_up (UdsStatusLabel    *self,
                                         const UdsRollUp   *roll_up);

G_END_DECLS
