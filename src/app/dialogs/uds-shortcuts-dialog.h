/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All keys that do something, read from the tables that bind them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_shortcuts_dialog_present (GtkWidget *parent);

G_END_DECLS
