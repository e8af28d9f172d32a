/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the labels of rows that are put together in code. Those of templates say the same in their .blp. */
#include "uds-wrapped-label.h"

/**
 * uds_wrapped_label_new:
 * @text: (nullable): what it says
 * @style: (nullable): a style class
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
uds_wrapped_label_new (const char *text,
                       const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}
