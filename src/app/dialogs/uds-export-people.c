/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice of three, each with what it is good for. Where to and how is the caller's business. */
#include "uds-export-people.h"

#include <glib/gi18n.h>

typedef struct {
  UdsExportPeopleFunc chosen;
  gpointer data;
  GDestroyNotify data_free;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *self = data;

  self->data_free (self->data);
  g_free (self);
}

/* The dialog puts the last on top. */
static const struct {
  const char *name;
  const char *label;
  guint version;
} choices[] = {
  { "vcard-3", N_("vCards for _Older Programs"), 30 },
  { "vcard-4", N_("_vCards for Address Books"), 40 },
  { "table", N_("_Table for Spreadsheets"), 0 },
};

static void
on_response_cb (AdwAlertDialog *dialog,
                const char     *response,
                gpointer        data)
{
  const Asking *self = data;

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].name, response))
      self->chosen (choices[i].version, self->data);
}

/**
 * uds_export_people_ask:
 * @parent: where the dialog belongs
 * @chosen: called when the user has chosen; not where the dialog is closed without
 * @data: handed to @chosen
 * @data_free: frees @data
 */
void
uds_export_people_ask (GtkWidget           *parent,
                       UdsExportPeopleFunc  chosen,
                       gpointer             data,
                       GDestroyNotify       data_free)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Export People"), NULL);
  Asking *self = g_new (Asking, 1);

  *self = (Asking) { chosen, data, data_free };
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog),
                             _("A table has one row for each person. vCards are version 4.0, for older programs 3.0."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), choices[i].name, _(choices[i].label));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), self, asking_free, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, parent);
}
