/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long text to be read: headings, lists and paragraphs, with web addresses to follow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *uds_text_view_new  (const char *text,
                               guint       level);
GtkWidget *uds_text_label_new (const char *text);

G_END_DECLS
