/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help: a list of topics and their texts, in the language of the session. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_help_dialog_present (GtkWidget  *parent,
                              const char *view);

G_END_DECLS
