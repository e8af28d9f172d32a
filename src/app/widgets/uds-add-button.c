/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that can be made for it and others that it can be tied to, by the groups that its details have: one menu,
 * instead of a list for each that is empty still. The actions are the form's. */
#include "uds-add-button.h"

#include <glib/gi18n.h>

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autofree char *text = g_strdup_printf ("%s…", label);
  g_autoptr (GMenuItem) item = g_menu_item_new (text, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* A part of it, or something that says of itself what it is to this one. */
static void
append_new (GMenu                 *menu,
            const UdsRelatedGroup *group)
{
  const char *kind = group->kind->name;

  if (group->field != NULL && (group->field->flags & UDS_FIELD_OFFERED) != 0)
    append (menu, _(group->kind->label), "form.new-part", g_variant_new ("(ss)", kind, group->field->name));
  else if (group->relation != NULL && g_str_equal (group->relation->from, kind))
    append (menu, _(group->kind->label), "form.new", g_variant_new_string (kind));
}

static void
append_link (GMenu                 *menu,
             const UdsRelatedGroup *group)
{
  if (group->relation != NULL)
    append (menu, _(group->kind->label_plural), "form.link", g_variant_new_string (group->kind->name));
}

static void
append_section (GMenu      *menu,
                const char *label,
                GMenu      *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, label, G_MENU_MODEL (section));
}

static GMenu *
make_menu (UdsRecordDetails *details)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) made = g_menu_new ();
  g_autoptr (GMenu) tied = g_menu_new ();

  for (guint i = 0; i < uds_record_details_get_n_groups (details); i++)
    {
      append_new (made, uds_record_details_get_group (details, i));
      append_link (tied, uds_record_details_get_group (details, i));
    }
  append_section (menu, _("New"), made);
  /* Translators: the heading of a menu with kinds of records, such as “Targets” */
  append_section (menu, _("Link To"), tied);
  return menu;
}

/**
 * uds_add_button_new:
 *
 * Its menu activates "form.new-part", "form.new" and "form.link".
 *
 * Returns: (transfer floating): a button for the heading of the fields, not visible until it has a menu
 */
GtkWidget *
uds_add_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Add…"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, FALSE);
  return button;
}

/**
 * uds_add_button_show:
 * @button: a button
 * @details: a record and what is tied to it; always of the same kind
 *
 * Gives it what can be added, which is the same for all records of a kind.
 */
void
uds_add_button_show (GtkMenuButton    *button,
                     UdsRecordDetails *details)
{
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  menu = make_menu (details);
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return;
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (button), TRUE);
}
