/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one writes in, in the place of a cell's label. */
#pragma once

#include "uds-observation-cell.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *uds_values_text_new    (UdsObservationColumn  column,
                                   const char           *text);
void       uds_values_text_remove (GtkWidget            *self,
                                   gboolean              is_leaving);

G_END_DECLS
