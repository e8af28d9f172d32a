/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indicators as a folder of the user's that Open SDG is built from. */
#pragma once

#include "uds-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_open_sdg_save           (GtkWidget  *widget,
                                  UdsContext *context,
                                  const char *kind,
                                  const char *id);
void uds_open_sdg_save_to_folder (GtkWidget  *widget,
                                  UdsContext *context,
                                  const char *kind,
                                  const char *id,
                                  GFile      *folder);

G_END_DECLS
