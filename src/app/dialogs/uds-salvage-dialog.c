/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An alert with the numbers of a salvage, one row for each kind of record. */
#include "uds-salvage-dialog.h"

#include "uds-format.h"

#include <glib/gi18n.h>

static const char *
get_heading (const UdsSalvage *salvage)
{
  if (salvage->backup != NULL)
    return _("Backup Restored");
  if (salvage->is_empty)
    return _("New Database");
  return uds_salvage_is_whole (salvage) ? _("All Was Saved") : _("Not All Was Saved");
}

/* Without the file's name, which would be wider than a telephone. */
static char *
make_body (const UdsSalvage *salvage)
{
  const char *nothing = salvage->counts->len == 0 ? _("Nothing in the damaged file could be read any more.") : NULL;
  const char *kept = _("A copy of the damaged file was kept in the folder of the database.");

  return nothing != NULL ? g_strjoin (" ", nothing, kept, NULL) : g_strdup (kept);
}

static GtkWidget *
make_row (const UdsSalvageCount *count,
          UdsLanguage            language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *saved = uds_format_number ((double) count->n_saved, 0, language);
  g_autofree char *known = uds_format_number ((double) count->n_known, 0, language);
  /* Translators: how many records were saved, and of how many */
  g_autofree char *text = g_strdup_printf (_("%s of %s"), saved, known);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(count->kind->label_plural));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (count->n_saved < count->n_known)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  return row;
}

static GtkWidget *
make_list (const UdsSalvage *salvage,
           UdsLanguage       language)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saved records"), -1);
  for (guint i = 0; i < salvage->counts->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         make_row (&g_array_index (salvage->counts, UdsSalvageCount, i), language));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

/**
 * uds_salvage_dialog_present:
 * @parent: where the dialog belongs
 * @salvage: what was saved
 * @language: of the numbers
 *
 * Tells the user, once.
 */
void
uds_salvage_dialog_present (GtkWidget        *parent,
                            const UdsSalvage *salvage,
                            UdsLanguage       language)
{
  g_autofree char *body = make_body (salvage);
  AdwDialog *dialog = adw_alert_dialog_new (get_heading (salvage), body);

  if (salvage->counts->len > 0)
    adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), make_list (salvage, language));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, parent);
}
