/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures one below the other, as behind "Why?": what a figure means, and the figure. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UdsArithmetic:
 * @grid: what is filled
 * @n_rows: how many rows it has
 *
 * On the stack of who fills it; the grid goes into the popover.
 */
typedef struct {
  GtkGrid *grid;
  int      n_rows;
} UdsArithmetic;

void       uds_arithmetic_init           (UdsArithmetic *self);
void       uds_arithmetic_add            (UdsArithmetic *self,
                                          const char    *meaning,
                                          const char    *value);
void       uds_arithmetic_add_widget     (UdsArithmetic *self,
                                          GtkWidget     *meaning,
                                          const char    *value);
void       uds_arithmetic_add_heading    (UdsArithmetic *self,
                                          const char    *text);
GtkWidget *uds_arithmetic_popover_new    (UdsArithmetic *self,
                                          const char    *rule);
void       uds_arithmetic_popover_attach (GtkWidget     *popover,
                                          GtkMenuButton *button);

G_END_DECLS
