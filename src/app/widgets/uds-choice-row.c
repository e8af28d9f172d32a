/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the code of each choice with its item, so that a row can be asked for what is chosen. */
#include "uds-choice-row.h"

/* An item of a row's list: the code it stands for, and nothing for all of them. */
#define CODE "uds-code"

/* From so many choices on one can type to find one. */
#define MANY_CHOICES 12

/**
 * uds_choice_list_new:
 *
 * Returns: (transfer full): a list of no choices
 */
GListStore *
uds_choice_list_new (void)
{
  return g_list_store_new (GTK_TYPE_STRING_OBJECT);
}

/**
 * uds_choice_list_add:
 * @list: a list of choices
 * @code: what the choice stands for; empty for all of them
 * @name: what the user sees
 */
void
uds_choice_list_add (GListStore *list,
                     const char *code,
                     const char *name)
{
  g_autoptr (GtkStringObject) item = gtk_string_object_new (name);

  g_object_set_data_full (G_OBJECT (item), CODE, g_strdup (code), g_free);
  g_list_store_append (list, item);
}

/**
 * uds_choice_row_fill:
 * @row: a row
 * @list: its choices
 * @code: (nullable): the one that is chosen; %NULL for the first
 */
void
uds_choice_row_fill (AdwComboRow *row,
                     GListStore  *list,
                     const char  *code)
{
  g_autoptr (GtkExpression) expression =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (row, g_list_model_get_n_items (G_LIST_MODEL (list)) >= MANY_CHOICES);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  uds_choice_row_select (row, code != NULL ? code : "");
}

/**
 * uds_choice_row_get:
 * @row: a row that was filled
 *
 * Returns: the code of what is chosen; empty for all
 */
const char *
uds_choice_row_get (AdwComboRow *row)
{
  GObject *item = adw_combo_row_get_selected_item (row);

  return item != NULL ? g_object_get_data (item, CODE) : "";
}

/**
 * uds_choice_row_select:
 * @row: a row that was filled
 * @code: the code of a choice; one that is not there changes nothing
 */
void
uds_choice_row_select (AdwComboRow *row,
                       const char  *code)
{
  GListModel *items = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      if (g_str_equal (g_object_get_data (item, CODE), code))
        adw_combo_row_set_selected (row, i);
    }
}
