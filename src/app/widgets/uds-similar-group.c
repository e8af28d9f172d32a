/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each record that may be about the same, which opens it, with buttons that show both side by side and that
 * say they are two. Which those are is src/store's to say (uds-duplicates.c). */
#include "uds-similar-group.h"

#include "uds-record-summary.h"
#include "uds-related-list.h"

#include <glib/gi18n.h>

static const struct {
  const char *kind;
  const char *title;
} titles[] = {
  { "contact", N_("Possibly the Same Person") },
  { "organisation", N_("Possibly the Same Organisation") },
  { "city", N_("Possibly the Same City") },
  { "network", N_("Possibly the Same Network") },
};

static const char *
get_title (const UdsKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].kind, kind->name))
      return _(titles[i].title);

  return "";
}

static void
add_button (GtkWidget  *row,
            GtkWidget  *button,
            const char *action,
            UdsRecord  *record,
            const char *label)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uds_record_get_id (record));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_buttons (GtkWidget  *row,
             UdsRecord  *record,
             const char *title)
{
  GtkWidget *apart = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: the name of a record that may be about the same as the one shown */
  g_autofree char *compare = g_strdup_printf (_("Compare with “%s”"), title);
  /* Translators: said of a record by the name of another: they are two */
  g_autofree char *differs = g_strdup_printf (_("Not the same as “%s”"), title);

  add_button (row, gtk_button_new_with_mnemonic (_("Co_mpare…")), "record.compare", record, compare);
  gtk_widget_add_css_class (apart, "flat");
  add_button (row, apart, "record.tell-apart", record, differs);
}

static GtkWidget *
make_row (UdsRecord   *record,
          gboolean     can_write,
          UdsLanguage  language)
{
  const char *title = uds_record_get_title (record, language);
  g_autofree char *subtitle = uds_record_tell_apart (record, language);
  GtkWidget *row = uds_fact_row_new (record, title, subtitle);

  if (can_write)
    add_buttons (row, record, title);
  return row;
}

/**
 * uds_similar_group_new:
 * @kind: a kind that is mergeable
 * @similar: (element-type UdsRecord): records that may be about the same as the one shown
 * @can_write: whether one may be made of two
 * @language: the reader's
 *
 * The buttons activate "record.compare" and "record.tell-apart" with the id of the other.
 *
 * Returns: (transfer floating): a group with a row for each
 */
GtkWidget *
uds_similar_group_new (const UdsKind *kind,
                       GPtrArray     *similar,
                       gboolean       can_write,
                       UdsLanguage    language)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), get_title (kind));
  for (guint i = 0; i < similar->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_row (g_ptr_array_index (similar, i), can_write, language));
  return group;
}
