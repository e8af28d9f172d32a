/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The browser is the portal's to find; where it finds none, the window says so. Which addresses there are is others'
 * business. */
#include "uds-link.h"

#include "uds-window.h"

static void
on_launched_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    uds_window_report (window, error);
}

/**
 * uds_link_open:
 * @widget: a widget in a window, which is told where that fails
 * @link: a web address
 *
 * Opens the address in the user's browser.
 */
void
uds_link_open (GtkWidget  *widget,
               const char *link)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (link);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (root), NULL, on_launched_cb, g_object_ref (root));
}
