/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done to a record, when, and from what to what. */
#pragma once

#include "uds-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *uds_history_popover_new (UdsContext *context,
                                    const char *id);

G_END_DECLS
