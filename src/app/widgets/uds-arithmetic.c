/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two columns in a popover that scrolls where it is long, and below them the rule in words. Computes nothing. */
#include "uds-arithmetic.h"

#include <glib/gi18n.h>

#define CHARS_OF_MEANING 26
#define CHARS_OF_RULE 44
#define HEIGHT_MIN 160
#define HEIGHT_MAX 460
#define FRAME_HEIGHT 48 /* of the popover around it, and its arrow */

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

/* How far the button is from the upper and the lower edge of its window. */
static void
find_room (GtkWidget *button,
           int       *above,
           int       *below)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (button));
  graphene_rect_t bounds;

  *above = *below = HEIGHT_MAX + FRAME_HEIGHT;
  if (window == NULL || !gtk_widget_compute_bounds (button, window, &bounds))
    return;

  *above = (int) bounds.origin.y;
  *below = (int) (gtk_widget_get_height (window) - bounds.origin.y - bounds.size.height);
}

/**
 * uds_arithmetic_popover_attach:
 * @popover: (transfer floating): what uds_arithmetic_popover_new() made
 * @button: what opens it
 *
 * Opens it where the window has room for it, above or below the button, and no higher than that. In a window that is
 * too low for anything it reaches over the edge.
 */
void
uds_arithmetic_popover_attach (GtkWidget     *popover,
                               GtkMenuButton *button)
{
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (gtk_popover_get_child (GTK_POPOVER (popover)));
  int above, below, natural;

  find_room (GTK_WIDGET (button), &above, &below);
  gtk_menu_button_set_popover (button, popover);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  if (natural + FRAME_HEIGHT <= below)
    return;

  gtk_popover_set_position (GTK_POPOVER (popover), above > below ? GTK_POS_TOP : GTK_POS_BOTTOM);
  gtk_scrolled_window_set_max_content_height (window,
                                              CLAMP (MAX (above, below) - FRAME_HEIGHT, HEIGHT_MIN, HEIGHT_MAX));
}
