/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button of an entry follows what stands in it, and is there only while that can be reached. What an address is
 * opened as is src/domain's to say (uds-reach.c). */
#include "uds-reach-button.h"

#include "uds-reach.h"

#include <glib/gi18n.h>

struct _UdsReachButton
{
  AdwBin parent_instance;

  GtkWidget *button;
  const char *way; /* interned */
};

G_DEFINE_FINAL_TYPE (UdsReachButton, uds_reach_button, ADW_TYPE_BIN)

static const char *
get_icon (UdsReachButton *self)
{
  if (g_str_equal (self->way, "email"))
    return "mail-message-new-symbolic";
  return g_str_equal (self->way, "phone") ? "call-start-symbolic" : "web-browser-symbolic";
}

static char *
make_label (UdsReachButton *self,
            const char     *value)
{
  if (g_str_equal (self->way, "email"))
    /* Translators: an e-mail address */
    return g_strdup_printf (_("Write to %s"), value);
  if (g_str_equal (self->way, "phone"))
    /* Translators: a telephone number */
    return g_strdup_printf (_("Call %s"), value);
  /* Translators: the address of a website */
  return g_strdup_printf (_("Open %s"), value);
}

static void
show (UdsReachButton *self,
      const char     *value)
{
  g_autofree char *uri = uds_reach_make_uri (self->way, value);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), uri != NULL);
  if (uri == NULL)
    return;

  label = make_label (self, value);
  gtk_button_set_icon_name (GTK_BUTTON (self->button), get_icon (self));
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", uri);
}

static void
on_changed_cb (UdsReachButton *self,
               GtkEditable    *entry)
{
  show (self, gtk_editable_get_text (entry));
}

static void
uds_reach_button_class_init (UdsReachButtonClass *klass)
{
}

static void
uds_reach_button_init (UdsReachButton *self)
{
  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.launch");
  adw_bin_set_child (ADW_BIN (self), self->button);
}

static UdsReachButton *
reach_button_new (const char *way,
                  const char *value)
{
  UdsReachButton *self = g_object_new (UDS_TYPE_REACH_BUTTON, NULL);

  self->way = g_intern_string (way);
  show (self, value);
  return self;
}

/**
 * uds_reach_button_add_to_entry:
 * @row: the row of a form in which @field is typed
 * @field: a field
 *
 * Gives the row a button where the field holds an address.
 */
void
uds_reach_button_add_to_entry (AdwEntryRow    *row,
                               const UdsField *field)
{
  const char *way = uds_reach_get_way (field);
  UdsReachButton *self;

  if (way == NULL)
    return;
  self = reach_button_new (way, gtk_editable_get_text (GTK_EDITABLE (row)));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (row, GTK_WIDGET (self));
}

/**
 * uds_reach_button_add_to_row:
 * @row: a row
 * @way: (nullable): how (uds-reach.h)
 * @value: (nullable): an address or number
 *
 * Gives the row a button where it can be reached.
 */
void
uds_reach_button_add_to_row (AdwActionRow *row,
                             const char   *way,
                             const char   *value)
{
  g_autofree char *uri = uds_reach_make_uri (way, value);

  if (uri != NULL)
    adw_action_row_add_suffix (row, GTK_WIDGET (reach_button_new (way, value)));
}

/**
 * uds_reach_button_add_for_point:
 * @row: the row of a record
 * @record: the record
 *
 * Gives the row a button where the record is a contact point that can be reached.
 */
void
uds_reach_button_add_for_point (AdwActionRow *row,
                                UdsRecord    *record)
{
  if (uds_record_is_a (record, "contact-point"))
    uds_reach_button_add_to_row (row, uds_record_get_text (record, "category"), uds_record_get_text (record, "value"));
}
