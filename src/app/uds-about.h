/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Udsyn is, and whose data it came with. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_about_present (GtkWidget *parent);

G_END_DECLS
