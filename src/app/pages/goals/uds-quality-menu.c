/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the menu of the field's choices. */
#include "uds-quality-menu.h"

#include "uds-observation-cell.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWidget *menu;
  UdsQualityFunc chosen;
  gpointer data;
} Choosing;

static void
choosing_free (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

static void
on_choose (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  const Choosing *choosing = data;

  gtk_popover_popdown (GTK_POPOVER (choosing->menu));
  choosing->chosen (g_variant_get_string (parameter, NULL), choosing->data);
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *code)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "quality.choose", "s", code);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_choices (void)
{
  const UdsField *field = uds_observation_column_get_field (UDS_OBSERVATION_COLUMN_QUALITY);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) none = g_menu_new ();

  for (const UdsChoice *choice = field->choices; choice->code != NULL; choice++)
    append_choice (menu, _(choice->label), choice->code);
  append_choice (none, _("None"), "");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (none));
  return G_MENU_MODEL (menu);
}

/**
 * uds_quality_menu_new:
 * @chosen: called when one is chosen, after the menu is closed
 * @data: handed to @chosen; must live as long as the menu
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
uds_quality_menu_new (UdsQualityFunc chosen,
                      gpointer       data)
{
  g_autoptr (GMenuModel) choices = make_choices ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  GtkWidget *menu = gtk_popover_menu_new_from_model (choices);
  Choosing *choosing = g_new (Choosing, 1);

  *choosing = (Choosing) { menu, chosen, data };
  g_signal_connect_data (action, "activate", G_CALLBACK (on_choose), choosing, choosing_free, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (menu, "quality", G_ACTION_GROUP (actions));
  g_object_set_data_full (G_OBJECT (menu), "choose", g_object_ref (action), g_object_unref);
  return menu;
}

/**
 * uds_quality_menu_open:
 * @menu: a menu in a widget
 * @code: (nullable): the code of what is chosen now
 */
void
uds_quality_menu_open (GtkWidget  *menu,
                       const char *code)
{
  GSimpleAction *action = g_object_get_data (G_OBJECT (menu), "choose");

  g_simple_action_set_state (action, g_variant_new_string (code != NULL ? code : ""));
  gtk_popover_popup (GTK_POPOVER (menu));
}
