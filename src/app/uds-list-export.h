/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as a file of the user's: the records as they are filtered and sorted on screen, as a spreadsheet; people also
 * as vCards. */
#pragma once

#include "uds-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_list_export         (GtkWidget  *widget,
                              UdsContext *context,
                              UdsQuery   *query,
                              const char *name);
void uds_list_export_to_file (GtkWidget  *widget,
                              UdsContext *context,
                              UdsQuery   *query,
                              guint       version,
                              GFile      *file);

G_END_DECLS
