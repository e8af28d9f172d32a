/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for what can be seen in a window. */
#include "ui-fixture.h"

#include "uds-sidebar.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * ui_for_each:
 * @widget: a widget
 * @func: called for it and all inside it that can be seen
 * @data: for @func
 */
void
ui_for_each (GtkWidget    *widget,
             UiWidgetFunc  func,
             gpointer      data)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;

  func (widget, data);
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    ui_for_each (child, func, data);
}

typedef struct {
  GType type;
  const char *text;
  GtkWidget *root;
  GtkWidget *found;
} Search;

static void
look_for_type (GtkWidget *widget,
               gpointer   data)
{
  Search *search = data;

  if (search->found == NULL && G_TYPE_CHECK_INSTANCE_TYPE (widget, search->type))
    search->found = widget;
}

/* The sidebar lists what is due by the same names that stand on the pages: it is looked at by who asks for it. */
static gboolean
is_aside (GtkWidget *widget,
          GtkWidget *root)
{
  GtkWidget *sidebar = gtk_widget_get_ancestor (widget, UDS_TYPE_SIDEBAR);

  return sidebar != NULL && sidebar != root && !gtk_widget_is_ancestor (root, sidebar);
}

static void
look_for_text (GtkWidget *widget,
               gpointer   data)
{
  Search *search = data;

  if (search->found == NULL && GTK_IS_LABEL (widget) && !is_aside (widget, search->root)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), search->text) != NULL)
    search->found = widget;
}

/**
 * ui_find_type:
 * @widget: where to look
 * @type: the type of a widget
 *
 * Returns: (transfer none) (nullable): the first of that type that can be seen
 */
GtkWidget *
ui_find_type (GtkWidget *widget,
              GType      type)
{
  Search search = { .type = type };

  ui_for_each (widget, look_for_type, &search);
  return search.found;
}

/**
 * ui_find_text:
 * @widget: where to look
 * @text: part of a label
 *
 * Returns: (transfer none) (nullable): the first label with that text that can be seen; of the sidebar's only where
 * @widget is it or in it
 */
GtkWidget *
ui_find_text (GtkWidget  *widget,
              const char *text)
{
  Search search = { .text = text, .root = widget };

  ui_for_each (widget, look_for_text, &search);
  return search.found;
}

static void
look_for_tooltip (GtkWidget *widget,
                  gpointer   data)
{
  Search *search = data;

  if (search->found == NULL && g_strcmp0 (gtk_widget_get_tooltip_text (widget), search->text) == 0)
    search->found = widget;
}

/**
 * ui_find_tooltip:
 * @widget: where to look
 * @text: the whole of a tooltip, by which what has only an icon is known
 *
 * Returns: (transfer none) (nullable): the first widget with that tooltip that can be seen
 */
GtkWidget *
ui_find_tooltip (GtkWidget  *widget,
                 const char *text)
{
  Search search = { .text = text };

  ui_for_each (widget, look_for_tooltip, &search);
  return search.found;
}

/**
 * ui_get_window:
 * @fixture: a fixture
 *
 * Returns: (transfer none): its window, as a place to look
 */
GtkWidget *
ui_get_window (UiFixture *fixture)
{
  return GTK_WIDGET (fixture->window);
}

/**
 * ui_says:
 * @fixture: a fixture
 * @text: part of a label
 *
 * Returns: whether the window has a label with that text that can be seen
 */
gboolean
ui_says (UiFixture  *fixture,
         const char *text)
{
  return ui_find_text (ui_get_window (fixture), text) != NULL;
}

static void
look_for_adder (GtkWidget *widget,
                gpointer   data)
{
  Search *search = data;

  if (GTK_IS_MENU_BUTTON (widget)
      && g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), search->text) == 0)
    search->found = widget;
}

/* The button of the page on top with what can be added to its record. */
static GtkWidget *
find_adder (UiFixture *fixture)
{
  Search search = { .text = _("_Add…") };

  ui_for_each (ui_get_window (fixture), look_for_adder, &search);
  return search.found;
}

typedef struct {
  const char *label;
  char *action;
  GVariant *target;
} Item;

static void
look_for_item (GMenuModel *menu,
               Item       *item)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu) && item->action == NULL; i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;

      if (section != NULL)
        look_for_item (section, item);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label)
               && g_str_equal (label, item->label))
        {
          g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &item->action);
          item->target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
        }
    }
}

/**
 * ui_offers:
 * @fixture: a fixture with the page of a record
 * @label: the whole of an item: "Document…"
 *
 * Returns: whether the menu of what can be added to the record has it
 */
gboolean
ui_offers (UiFixture  *fixture,
           const char *label)
{
  GtkWidget *button = find_adder (fixture);
  Item item = { label, NULL, NULL };
  gboolean found;

  if (button == NULL)
    return FALSE;
  look_for_item (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)), &item);
  g_clear_pointer (&item.target, g_variant_unref);
  found = item.action != NULL;
  g_free (item.action);
  return found;
}

/**
 * ui_add:
 * @fixture: a fixture with the page of a record
 * @label: the whole of an item: "Document…"
 *
 * Chooses it from the menu of what can be added to the record.
 */
void
ui_add (UiFixture  *fixture,
        const char *label)
{
  GtkWidget *button = find_adder (fixture);
  Item item = { label, NULL, NULL };

  look_for_item (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)), &item);
  g_assert_nonnull (item.action);
  g_assert_true (gtk_widget_activate_action_variant (button, item.action, item.target));
  g_variant_unref (item.target);
  g_free (item.action);
  ui_settle (fixture);
}
