/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label that begins at the left and shows all of its text, on as many lines as that takes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *uds_wrapped_label_new (const char *text,
                                  const char *style);

G_END_DECLS
