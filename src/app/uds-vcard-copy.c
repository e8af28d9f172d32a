/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card is made in the store's thread. It is there as a card for programs that take one, and as text for others. */
#include "uds-vcard-copy.h"

#include "uds-export.h"
#include "uds-window.h"

#include <glib/gi18n.h>

#define VERSION 40

static gpointer
read_card (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("contact"));

  uds_query_where_is (query, "id", data);
  return uds_export_vcards (session, query, VERSION, NULL, NULL, error);
}

static void
set_clipboard (GtkWidget *widget,
               GBytes    *card)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (card, NULL), g_bytes_get_size (card));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/vcard", card),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) card = uds_store_read_finish (UDS_STORE (source), result, &error);

  if (card == NULL)
    {
      uds_window_report (window, error);
      return;
    }
  set_clipboard (window, card);
  uds_window_tell_done (window, _("Copied as vCard"), 0);
}

/**
 * uds_vcard_copy:
 * @widget: a widget in the window that is told
 * @context: the context
 * @id: the id of a contact
 *
 * Puts the person on the clipboard.
 */
void
uds_vcard_copy (GtkWidget  *widget,
                UdsContext *context,
                const char *id)
{
  uds_store_read_async (uds_context_get_store (context), read_card, g_strdup (id), g_free,
                        (GDestroyNotify) g_bytes_unref, NULL, on_read_cb,
                        g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget))));
}
