/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two columns in a popover that scrolls where it is long, and below them the rule in words. Computes nothing. */
#include "uds-arithmetic.h"

#include <glib/gi18n.h>

#define CHARS_OF_MEANING 26
#define CHARS_OF_RULE 44
#define HEIGHT_MAX 460

/**
 * uds_arithmetic_init:
 * @self: what is to be filled
 */
void
uds_arithmetic_init (UdsArithmetic *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  self->n_rows = 0;
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 6);
}

/**
 * uds_arithmetic_add_widget:
 * @self: what is being filled
 * @meaning: (transfer floating): what the figure means
 * @value: the figure
 */
void
uds_arithmetic_add_widget (UdsArithmetic *self,
                           GtkWidget     *meaning,
                           const char    *value)
{
  GtkWidget *right = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (right), 1);
  gtk_widget_add_css_class (right, "numeric");
  gtk_widget_set_hexpand (right, TRUE);
  gtk_grid_attach (self->grid, meaning, 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, right, 1, self->n_rows, 1, 1);
  self->n_rows++;
}

/**
 * uds_arithmetic_add:
 * @self: what is being filled
 * @meaning: what the figure means
 * @value: the figure
 */
void
uds_arithmetic_add (UdsArithmetic *self,
                    const char    *meaning,
                    const char    *value)
{
  GtkWidget *left = gtk_label_new (meaning);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (left), CHARS_OF_MEANING);
  gtk_widget_add_css_class (left, "dimmed");
  uds_arithmetic_add_widget (self, left, value);
}

/**
 * uds_arithmetic_add_heading:
 * @self: what is being filled
 * @text: what the next figures are
 */
void
uds_arithmetic_add_heading (UdsArithmetic *self,
                            const char    *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (self->grid, label, 0, self->n_rows++, 2, 1);
}

static GtkWidget *
make_rule (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHARS_OF_RULE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

/**
 * uds_arithmetic_popover_new:
 * @self: the figures, whose grid is taken
 * @rule: how they lead to the result, in words
 *
 * Returns: (transfer floating): a popover with both
 */
GtkWidget *
uds_arithmetic_popover_new (UdsArithmetic *self,
                            const char    *rule)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (scrolled);

  gtk_widget_add_css_class (box, "arithmetic");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), make_rule (rule));
  gtk_widget_set_focusable (scrolled, TRUE); /* so that arrows scroll it */
  gtk_scrolled_window_set_child (window, box);
  gtk_scrolled_window_set_policy (window, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (window, TRUE);
  gtk_scrolled_window_set_propagate_natural_height (window, TRUE);
  gtk_scrolled_window_set_max_content_height (window, HEIGHT_MAX);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The arithmetic"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The arithmetic"), -1);
  return popover;
}
