/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web addresses, mails and calls, opened outside the program. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_link_open (GtkWidget  *widget,
                    const char *link);

G_END_DECLS
