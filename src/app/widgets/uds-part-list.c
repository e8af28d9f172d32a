/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part is made by asking for what it needs, or by choosing the record that it stands for. The list lives within a
 * page, which says what may be written. */
#include "uds-part-list.h"

#include "uds-choose-record.h"
#include "uds-command.h"
#include "uds-new-record.h"
#include "uds-reach-button.h"
#include "uds-related-list.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>

struct _UdsPartList
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;

  const UdsKind *kind;
  const UdsField *owner_field;
  char *owner;
  GHashTable *parts; /* the id of each → the part */
};

G_DEFINE_FINAL_TYPE (UdsPartList, uds_part_list, ADW_TYPE_BIN)

static UdsPage *
get_page (UdsPartList *self)
{
  return UDS_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), UDS_TYPE_PAGE));
}

/* Adding */

static void
on_new (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  UdsPartList *self = UDS_PART_LIST (widget);

  uds_new_record_present (get_page (self), self->kind, self->owner_field->name, self->owner);
}

typedef struct {
  UdsPage *page;
  const UdsKind *kind;
  const char *owner_field;
  char *owner;
  const UdsField *field;
} Choosing;

static void
choosing_free (gpointer data)
{
  Choosing *choosing = data;

  g_object_unref (choosing->page);
  g_free (choosing->owner);
  g_free (choosing);
}

static void
on_chosen_cb (const char *id,
              const char *title,
              gpointer    data)
{
  const Choosing *choosing = data;
  UdsContext *context = uds_page_get_context (choosing->page);
  g_autoptr (UdsRecord) part = uds_record_new (choosing->kind);
  g_autofree char *own_id = uds_uuid_new (uds_clock_get_now (uds_context_get_clock (context)));
  /* Translators: a kind of record, such as “Party to an agreement” */
  g_autofree char *name = g_strdup_printf (_("Add: %s"), _(choosing->kind->label));

  uds_record_set_identity (part, own_id, 0);
  uds_record_set_text (part, choosing->owner_field, choosing->owner);
  uds_record_set_text (part, choosing->field->name, id);
  uds_command_save (GTK_WIDGET (choosing->page), context, name, part);
}

static void
on_choose (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  UdsPartList *self = UDS_PART_LIST (widget);
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->page = g_object_ref (get_page (self));
  choosing->kind = self->kind;
  choosing->owner_field = self->owner_field->name;
  choosing->owner = g_strdup (self->owner);
  choosing->field = uds_kind_lookup_field (self->kind, g_variant_get_string (parameter, NULL), NULL);
  uds_choose_record_present (widget, uds_page_get_context (choosing->page), uds_kind_lookup (choosing->field->target),
                             FALSE, on_chosen_cb, choosing, choosing_free);
}

/* Removing */

static void
on_remove (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  UdsPartList *self = UDS_PART_LIST (widget);
  UdsPage *page = get_page (self);
  UdsRecord *part = g_hash_table_lookup (self->parts, g_variant_get_string (parameter, NULL));

  if (part != NULL)
    uds_command_remove (GTK_WIDGET (page), uds_page_get_context (page), part);
}

static GtkWidget *
make_remove_button (UdsRecord  *part,
                    const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: what a part of a record is called */
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "parts.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uds_record_get_id (part));
  return button;
}

/* The button that adds */

static GMenuModel *
make_menu (const UdsKind     *kind,
           const char *const *choices)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; choices[i] != NULL; i++)
    {
      const UdsField *field = uds_kind_lookup_field (kind, choices[i], NULL);
      g_autofree char *label = g_strdup_printf ("%s…", _(field->label));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "parts.choose", "s", choices[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_add_button (const UdsKind     *kind,
                 const char *const *choices)
{
  GtkWidget *button = choices != NULL ? gtk_menu_button_new () : gtk_button_new_from_icon_name ("list-add-symbolic");
  /* Translators: a kind of record, such as “Party to an agreement” */
  g_autofree char *label = g_strdup_printf (_("Add: %s"), _(kind->label));

  if (choices != NULL)
    {
      g_autoptr (GMenuModel) menu = make_menu (kind, choices);

      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
    }
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "parts.new");
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  return button;
}

/* GObject */

static void
uds_part_list_root (GtkWidget *widget)
{
  UdsPage *page = get_page (UDS_PART_LIST (widget));
  gboolean can_write = page != NULL && uds_page_can_write (page);

  GTK_WIDGET_CLASS (uds_part_list_parent_class)->root (widget);

  gtk_widget_action_set_enabled (widget, "parts.new", can_write);
  gtk_widget_action_set_enabled (widget, "parts.choose", can_write);
  gtk_widget_action_set_enabled (widget, "parts.remove", can_write);
}

static void
uds_part_list_finalize (GObject *object)
{
  UdsPartList *self = UDS_PART_LIST (object);

  g_free (self->owner);
  g_hash_table_unref (self->parts);

  G_OBJECT_CLASS (uds_part_list_parent_class)->finalize (object);
}

static void
uds_part_list_class_init (UdsPartListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = uds_part_list_finalize;
  widget_class->root = uds_part_list_root;

  gtk_widget_class_install_action (widget_class, "parts.new", NULL, on_new);
  gtk_widget_class_install_action (widget_class, "parts.choose", "s", on_choose);
  gtk_widget_class_install_action (widget_class, "parts.remove", "s", on_remove);
}

static void
uds_part_list_init (UdsPartList *self)
{
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * uds_part_list_new:
 * @title: the heading
 * @kind: the name of the kind of the parts
 * @owner_field: the field by which a part refers to the record it is part of
 * @owner: the id of that record
 * @choices: (nullable) (array zero-terminated=1): the references by which a part may be made; %NULL where it is asked
 *   what it needs
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
uds_part_list_new (const char        *title,
                   const char        *kind,
                   const char        *owner_field,
                   const char        *owner,
                   const char *const *choices)
{
  UdsPartList *self = g_object_new (UDS_TYPE_PART_LIST, NULL);

  self->kind = uds_kind_lookup (kind);
  self->owner_field = uds_kind_lookup_field (self->kind, owner_field, NULL);
  self->owner = g_strdup (owner);
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_header_suffix (self->group, make_add_button (self->kind, choices));
  return GTK_WIDGET (self);
}

/**
 * uds_part_list_add:
 * @self: a list
 * @part: a part
 * @opened: what its row opens: the part, or what it stands for
 * @title: what it is called
 * @facts: (nullable): what is said of it below
 */
void
uds_part_list_add (UdsPartList *self,
                   UdsRecord   *part,
                   UdsRecord   *opened,
                   const char  *title,
                   const char  *facts)
{
  GtkWidget *row = uds_fact_row_new (opened, title, facts);

  g_return_if_fail (UDS_IS_PART_LIST (self));

  g_hash_table_insert (self->parts, (gpointer) uds_record_get_id (part), g_object_ref (part));
  uds_reach_button_add_for_point (ADW_ACTION_ROW (row), part);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (part, title));
  adw_preferences_group_add (self->group, row);
}
