/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of records in a group with a heading that counts them. */
#include "uds-related-list.h"

#include "uds-format.h"
#include "uds-record-summary.h"

#include <glib/gi18n.h>

static char *
make_subtitle (UdsRecord   *record,
               UdsLanguage  language)
{
  g_autofree char *dates = uds_record_format_dates (record, language);
  const char *place = uds_record_get_place (record, language);

  if (dates != NULL && place != NULL)
    return g_strdup_printf ("%s · %s", dates, place);
  return dates != NULL ? g_steal_pointer (&dates) : g_strdup (place);
}

/**
 * uds_fact_row_new:
 * @record: a record
 * @title: what it is called
 * @facts: (nullable): what is said of it below
 *
 * Returns: (transfer floating): a row that opens the record
 */
GtkWidget *
uds_fact_row_new (UdsRecord  *record,
                  const char *title,
                  const char *facts)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (facts != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", uds_record_get_kind (record)->name,
                                    uds_record_get_id (record));
  return row;
}

/**
 * uds_record_row_new:
 * @record: a record
 * @title: what it is called
 * @language: the reader's
 *
 * Returns: (transfer floating): a row that opens the record, with its dates and its place
 */
GtkWidget *
uds_record_row_new (UdsRecord   *record,
                    const char  *title,
                    UdsLanguage  language)
{
  g_autofree char *facts = make_subtitle (record, language);

  return uds_fact_row_new (record, title, facts);
}

/* Beside the row, so that opening it and untying it are two things. */
static void
add_unlink_button (GtkWidget        *row,
                   const UdsRelated *related)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: the name of a record that is tied to the one shown */
  g_autofree char *label = g_strdup_printf (_("Remove the Link to “%s”"), related->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.unlink");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", uds_record_get_kind (related->record)->name,
                                    uds_record_get_id (related->record));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_link_button (const UdsKind *kind)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  /* Translators: a kind of record, such as “Targets” */
  g_autofree char *label = g_strdup_printf (_("Add a Link: %s"), _(kind->label_plural));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kind->name);
  return button;
}

static char *
make_title (const UdsRelatedGroup *group,
            UdsLanguage            language)
{
  g_autofree char *number = uds_format_number ((double) group->n_members, 0, language);

  return g_strdup_printf ("%s · %s", _(group->kind->label_plural), number);
}

/**
 * uds_related_list_new:
 * @group: a group of records
 * @language: the reader's
 *
 * Where links are made by hand, the list has buttons for it, with the actions "form.link" and "form.unlink".
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
uds_related_list_new (const UdsRelatedGroup *group,
                      UdsLanguage            language)
{
  GtkWidget *list = adw_preferences_group_new ();
  g_autofree char *title = make_title (group, language);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (list), title);
  for (guint i = 0; i < group->members->len; i++)
    {
      const UdsRelated *related = g_ptr_array_index (group->members, i);
      GtkWidget *row = uds_record_row_new (related->record, related->title, language);

      if (group->relation != NULL)
        add_unlink_button (row, related);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), row);
    }
  if (group->relation != NULL)
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (list), make_link_button (group->kind));
  if (group->n_members > group->members->len)
    {
      g_autofree char *shown = uds_format_number (group->members->len, 0, language);
      /* Translators: a number of records */
      g_autofree char *note = g_strdup_printf (_("The first %s are shown."), shown);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (list), note);
    }
  return list;
}
