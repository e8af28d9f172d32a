/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of file that a dialog offers to save as. What is written into them is the caller's. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UdsFileFormat:
 * @suffix: the ending of its names
 * @name: what a reader sees; marked for translation, English
 */
typedef struct {
  const char *suffix;
  const char *name;
} UdsFileFormat;

char *uds_file_formats_make_name (const char          *title,
                                  const char          *suffix);
void  uds_file_formats_offer     (GtkFileDialog       *dialog,
                                  const UdsFileFormat *formats,
                                  gsize                n_formats,
                                  const char          *name);

G_END_DECLS
