/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program is the portal's to find; where it finds none, the window says so. Which addresses there are is others'
 * business. */
#include "uds-link.h"

#include "uds-error.h"
#include "uds-window.h"

#include <glib/gi18n.h>

static const char *
explain (const char *link)
{
  g_autofree char *scheme = g_uri_parse_scheme (link);

  if (g_strcmp0 (scheme, "mailto") == 0)
    return _("No program to write mail with was found");
  if (g_strcmp0 (scheme, "tel") == 0)
    return _("No program to make calls with was found");
  return _("No program to open web pages with was found");
}

static void
on_launched_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) told = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  told = g_error_new_literal (UDS_ERROR, UDS_ERROR_NOT_FOUND,
                              explain (gtk_uri_launcher_get_uri (GTK_URI_LAUNCHER (source))));
  uds_window_tell_failure (window, told);
}

/**
 * uds_link_open:
 * @widget: a widget in a window, which is told where that fails
 * @link: a web address, or what opens a mail or a call (uds-reach.h)
 *
 * Opens it in the user's program for it.
 */
void
uds_link_open (GtkWidget  *widget,
               const char *link)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (link);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (root), NULL, on_launched_cb, g_object_ref (root));
}
