/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar repeats what is said beside it in words. */
#include "uds-term-bar.h"

#include <glib/gi18n.h>

#define WIDTH_IN_ROW 96

/**
 * uds_term_bar_new:
 * @item: an agreement, project or cooperation
 *
 * Returns: (transfer floating) (nullable): a bar; %NULL where it is not in force or its start or end is not known
 */
GtkWidget *
uds_term_bar_new (const UdsTermItem *item)
{
  double part = uds_term_get_part (&item->term, &item->today);
  GtkWidget *bar;

  if (part < 0 || !uds_term_is_in_force (&item->term))
    return NULL;

  bar = gtk_progress_bar_new ();
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), part);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How much of its time has passed"), -1);
  return bar;
}

/**
 * uds_term_bar_add_to_row:
 * @row: a row that opens @item
 * @item: an agreement, project or cooperation
 *
 * Puts the bar, where there is one, before what else stands at the end of the row.
 */
void
uds_term_bar_add_to_row (AdwActionRow      *row,
                         const UdsTermItem *item)
{
  GtkWidget *bar = uds_term_bar_new (item);

  if (bar == NULL)
    return;

  gtk_widget_set_size_request (bar, WIDTH_IN_ROW, -1);
  adw_action_row_add_suffix (row, bar);
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (bar)), bar, NULL);
}
