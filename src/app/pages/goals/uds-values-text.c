/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GtkText as wide as its cell. */
#include "uds-values-text.h"

#include <glib/gi18n.h>

/**
 * uds_values_text_new:
 * @column: what is written
 * @text: what stands there
 *
 * Returns: (transfer floating): a #GtkText
 */
GtkWidget *
uds_values_text_new (UdsObservationColumn  column,
                     const char           *text)
{
  GtkWidget *self = gtk_text_new ();
  const char *label = _(uds_observation_column_get_field (column)->label);

  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_alignment (GTK_EDITABLE (self), column == UDS_OBSERVATION_COLUMN_VALUE ? 1 : 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 1);
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (column == UDS_OBSERVATION_COLUMN_VALUE)
    gtk_text_set_input_purpose (GTK_TEXT (self), GTK_INPUT_PURPOSE_NUMBER);
  return self;
}

static gboolean
remove_left (gpointer data)
{
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/**
 * uds_values_text_remove:
 * @self: a text in a cell
 * @is_leaving: whether the focus is just leaving it
 *
 * Takes it out of the cell. As long as GTK tells the widgets around the text that the focus goes, it must stay.
 */
void
uds_values_text_remove (GtkWidget *self,
                        gboolean   is_leaving)
{
  if (is_leaving)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, remove_left, g_object_ref (self), g_object_unref);
  else
    gtk_widget_unparent (self);
}
