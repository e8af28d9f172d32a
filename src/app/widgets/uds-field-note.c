/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label in a row that the keyboard passes by; what it says is the description of the field above. */
#include "uds-field-note.h"

/**
 * uds_field_note_new:
 *
 * Returns: (transfer floating): an #AdwPreferencesRow, hidden until something is wrong
 */
GtkWidget *
uds_field_note_new (void)
{
  GtkWidget *note = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (note, "field-note");
  gtk_widget_set_focusable (note, FALSE);
  gtk_widget_set_visible (note, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (note), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (note), label);
  return note;
}

/**
 * uds_field_note_set_text:
 * @note: a note
 * @text: (nullable): what is wrong; %NULL where nothing is
 */
void
uds_field_note_set_text (GtkWidget  *note,
                         const char *text)
{
  GtkWidget *label = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (note));

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (note, text != NULL);
}
