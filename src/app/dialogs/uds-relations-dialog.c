/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the picture and shows it in a dialog of its own; what is chosen in it opens in the window. What is in it is
 * src/report's (uds-relations-chart.c). */
#include "uds-relations-dialog.h"

#include "uds-chart-card.h"
#include "uds-relations-chart.h"
#include "uds-window.h"

#include <glib/gi18n.h>

#define WIDTH 820
#define HEIGHT 700

typedef struct {
  const UdsKind *kind;
  char *id;
  UdsLanguage language;
  AdwDialog *dialog;
  UdsChartCard *card;
  GtkWidget *page;
} Showing;

/* In the thread of its widgets. */
static void
showing_free (Showing *showing)
{
  g_free (showing->id);
  g_object_unref (showing->dialog);
  g_object_unref (showing->card);
  g_object_unref (showing->page);
  g_free (showing);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Showing, showing_free)

static gpointer
read_relations (UdsSession  *session,
                gpointer     data,
                GError     **error)
{
  const Showing *showing = data;
  g_autoptr (UdsRecord) record = uds_session_get (session, showing->kind, showing->id, error);

  return record != NULL ? uds_session_chart_relations (session, record, showing->language, error) : NULL;
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Showing) showing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsChartSpec) spec = uds_store_read_finish (UDS_STORE (source), result, &error);

  if (spec == NULL)
    {
      uds_window_report (showing->page, error);
      return;
    }
  uds_chart_card_set_spec (showing->card, spec);
  adw_dialog_present (showing->dialog, showing->page);
}

static void
on_activated_cb (AdwDialog  *dialog,
                 const char *row)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (dialog)));
  g_autofree char *kind = NULL;
  g_autofree char *id = NULL;

  if (!uds_relations_chart_parse_id (row, &kind, &id))
    return;
  gtk_widget_activate_action (window, "win.open", "(ss)", kind, id);
  adw_dialog_close (dialog);
}

static AdwDialog *
make_dialog (UdsChartCard *card)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_margin_start (GTK_WIDGET (card), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (card), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (card), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (card));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_title (dialog, _("Relations"));
  adw_dialog_set_content_width (dialog, WIDTH);
  adw_dialog_set_content_height (dialog, HEIGHT);
  adw_dialog_set_child (dialog, view);
  g_signal_connect_object (card, "activated", G_CALLBACK (on_activated_cb), dialog, G_CONNECT_SWAPPED);
  return dialog;
}

/**
 * uds_relations_dialog_can_show:
 * @kind: a kind
 *
 * Returns: whether records of it are shown with what they are tied to
 */
gboolean
uds_relations_dialog_can_show (const UdsKind *kind)
{
  static const char *const kinds[] = { "network", "city", "organisation", "contact", "agreement", NULL };

  return g_strv_contains (kinds, kind->name);
}

/**
 * uds_relations_dialog_present:
 * @page: a page with a context
 * @kind: the kind of a record
 * @id: its id
 *
 * Shows what the record is tied to, as soon as that is read.
 */
void
uds_relations_dialog_present (UdsPage       *page,
                              const UdsKind *kind,
                              const char    *id)
{
  Showing *showing = g_new0 (Showing, 1);

  showing->kind = kind;
  showing->id = g_strdup (id);
  showing->language = uds_page_get_language (page);
  showing->card = g_object_ref_sink (g_object_new (UDS_TYPE_CHART_CARD, NULL));
  showing->dialog = g_object_ref_sink (make_dialog (showing->card));
  showing->page = g_object_ref (GTK_WIDGET (page));
  uds_store_read_async (uds_context_get_store (uds_page_get_context (page)), read_relations, showing, NULL,
                        g_object_unref, NULL, on_read_cb, showing);
}
