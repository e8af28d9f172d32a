/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways by which files come into the window: chosen, dropped, or given on the command line. */
#include "uds-window-private.h"

#include "uds-import-dialog.h"
#include "uds-import.h"

#include <glib/gi18n.h>

/**
 * uds_window_import:
 * @self: a window
 * @files: (element-type GFile): files and folders
 *
 * Shows what is in @files, as soon as the store is open, and lets the user import them.
 */
void
uds_window_import (UdsWindow  *self,
                   GListModel *files)
{
  g_return_if_fail (UDS_IS_WINDOW (self));

  if (self->context == NULL)
    g_set_object (&self->waiting, files);
  else
    uds_import_dialog_present (GTK_WIDGET (self), self->context, files);
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (UdsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files != NULL)
    uds_window_import (self, files);
  else
    uds_window_report (GTK_WIDGET (self), error);
}

/**
 * uds_window_choose_import:
 * @self: a window with a context
 *
 * Asks for files and imports them.
 */
void
uds_window_choose_import (UdsWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) indicators = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  const char *const *suffixes = uds_import_get_suffixes ();

  gtk_file_filter_set_name (indicators, _("Indicator files"));
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (indicators, suffixes[i] + 1);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, indicators);
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Import Files"));
  gtk_file_dialog_set_accept_label (dialog, _("_Preview"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), NULL, on_opened_cb, g_object_ref (self));
}

static gboolean
on_drop_cb (UdsWindow    *self,
            const GValue *value)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  g_autoptr (GListStore) model = g_list_store_new (G_TYPE_FILE);

  for (GSList *link = files; link != NULL; link = link->next)
    g_list_store_append (model, link->data);
  uds_window_import (self, G_LIST_MODEL (model));
  return TRUE;
}

/**
 * uds_window_accept_drops:
 * @self: a window
 *
 * Lets files be dropped on the window.
 */
void
uds_window_accept_drops (UdsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
