/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu is made when somebody opens it, and belongs to the widget. */
#include "uds-chart-menu.h"

#include "uds-chart-content.h"
#include "uds-chart-save.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWidget *widget;  /* that all this belongs to */
  GtkWidget *popover; /* none until it is opened */
  UdsChartMenuGetSpec get_spec;
} Menu;

static void
menu_free (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/* Actions */

static void
on_copy (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  Menu *menu = data;
  UdsChartSpec *spec = menu->get_spec (menu->widget);

  if (spec != NULL)
    uds_chart_content_copy (menu->widget, spec);
}

static void
on_copy_table (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  Menu *menu = data;
  UdsChartSpec *spec = menu->get_spec (menu->widget);

  if (spec != NULL)
    uds_chart_content_copy_table (menu->widget, spec);
}

static void
on_export (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  Menu *menu = data;
  UdsChartSpec *spec = menu->get_spec (menu->widget);
  const char *title = spec != NULL ? uds_chart_spec_get_title (spec) : NULL;

  if (spec != NULL)
    uds_chart_save (menu->widget, spec, title != NULL ? title : _("Chart"));
}

static void
add_actions (Menu *menu)
{
  static const GActionEntry entries[] = {
    { .name = "copy", .activate = on_copy },
    { .name = "copy-table", .activate = on_copy_table },
    { .name = "export", .activate = on_export },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), menu);
  gtk_widget_insert_action_group (menu->widget, "chart", G_ACTION_GROUP (group));
}

/* The menu */

static GMenuModel *
make_model (void)
{
  GMenu *model = g_menu_new ();
  g_autoptr (GMenu) copying = g_menu_new ();
  g_autoptr (GMenu) exporting = g_menu_new ();

  g_menu_append (copying, _("_Copy Chart"), "chart.copy");
  g_menu_append (copying, _("Copy _Table"), "chart.copy-table");
  g_menu_append (exporting, _("_Export…"), "chart.export");
  g_menu_append_section (model, NULL, G_MENU_MODEL (copying));
  g_menu_append_section (model, NULL, G_MENU_MODEL (exporting));
  return G_MENU_MODEL (model);
}

static void
ensure_popover (Menu *menu)
{
  g_autoptr (GMenuModel) model = NULL;

  if (menu->popover != NULL)
    return;

  model = make_model ();
  menu->popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (menu->popover, menu->widget);
}

static void
pop_up (Menu   *menu,
        double  x,
        double  y)
{
  if (menu->get_spec (menu->widget) == NULL)
    return;

  ensure_popover (menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}

static void
on_pressed_cb (Menu       *menu,
               int         n_press,
               double      x,
               double      y,
               GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (menu, x, y);
}

static gboolean
on_menu_key (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  pop_up (data, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

static void
on_destroy_cb (Menu *menu)
{
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

static void
add_shortcuts (Menu       *menu,
               const char *copy_action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>c|<Control>Insert"),
                        gtk_named_action_new (copy_action)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (on_menu_key, menu, NULL)));
  gtk_widget_add_controller (menu->widget, controller);
}

/**
 * uds_chart_menu_attach:
 * @widget: a widget that shows a chart or its table
 * @get_spec: gives the chart
 * @copy_action: what Ctrl+C does: "chart.copy" or "chart.copy-table"
 */
void
uds_chart_menu_attach (GtkWidget           *widget,
                       UdsChartMenuGetSpec  get_spec,
                       const char          *copy_action)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  Menu *menu = g_new0 (Menu, 1);

  menu->widget = widget;
  menu->get_spec = get_spec;
  add_actions (menu);
  add_shortcuts (menu, copy_action);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (on_pressed_cb), menu);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
  /* The last that is heard of the widget. */
  g_signal_connect_data (widget, "destroy", G_CALLBACK (on_destroy_cb), menu, menu_free, G_CONNECT_SWAPPED);
}
