/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each hint, which leads to the field where something can be done about it. The rules are src/domain's
 * (uds-hint.c). */
#include "uds-hint-list.h"

#include "uds-hint.h"

static GtkWidget *
make_row (const UdsHint *hint)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hint->text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-information-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "form.show-field");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hint->field);
  return row;
}

/**
 * uds_hint_list_fill:
 * @group: where the rows are shown; hidden where there are none
 * @rows: (element-type GtkWidget): the rows it has, which are replaced
 * @record: the record
 *
 * Rows activate "form.show-field" with the name of their field.
 */
void
uds_hint_list_fill (AdwPreferencesGroup *group,
                    GPtrArray           *rows,
                    UdsRecord           *record)
{
  g_autoptr (GPtrArray) hints = uds_record_find_hints (record);

  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < hints->len; i++)
    {
      GtkWidget *row = make_row (g_ptr_array_index (hints, i));

      adw_preferences_group_add (group, row);
      g_ptr_array_add (rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), rows->len > 0);
}
