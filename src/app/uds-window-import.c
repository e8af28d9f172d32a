/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways by which files come into the window: chosen, dropped, or given on the command line; and where the user is
 * taken when they have come in. */
#include "uds-window-private.h"

#include "uds-import-dialog.h"

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

static void
on_folder_opened_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr (UdsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (folder != NULL)
    {
      g_list_store_append (files, folder);
      uds_window_import (self, G_LIST_MODEL (files));
    }
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    uds_window_report (GTK_WIDGET (self), error);
}

/**
 * uds_window_choose_import_folder:
 * @self: a window with a context
 *
 * Asks for a folder, as files of Open SDG come in one, and imports what is in it.
 */
void
uds_window_choose_import_folder (UdsWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Import Folder"));
  gtk_file_dialog_set_accept_label (dialog, _("_Preview"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self), NULL, on_folder_opened_cb, g_object_ref (self));
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

/* The one goal that all of them belong to; none where there is no such goal. */
static const char *
find_common_goal (GPtrArray *indicators)
{
  const UdsImportIndicator *first = g_ptr_array_index (indicators, 0);
  const char *goal = uds_record_get_text (first->record, "goal");

  for (guint i = 1; i < indicators->len; i++)
    {
      const UdsImportIndicator *indicator = g_ptr_array_index (indicators, i);

      if (g_strcmp0 (goal, uds_record_get_text (indicator->record, "goal")) != 0)
        return NULL;
    }
  return goal;
}

/**
 * uds_window_show_imported:
 * @self: a window
 * @import: an import that was applied
 *
 * Takes the user to what came in: to the indicator, or to the goal that all of them belong to, or to the goals. Records
 * of other kinds stand in their lists; for them the page stays as it is.
 */
void
uds_window_show_imported (UdsWindow *self,
                          UdsImport *import)
{
  g_autoptr (GPtrArray) indicators = NULL;
  const char *goal;

  g_return_if_fail (UDS_IS_WINDOW (self));

  indicators = uds_import_list_indicators (import);
  if (indicators->len == 0 || self->context == NULL)
    return;

  goal = find_common_goal (indicators);
  if (indicators->len == 1)
    uds_window_open_record (self, "indicator",
                            uds_record_get_id (((const UdsImportIndicator *) indicators->pdata[0])->record));
  else if (goal != NULL)
    uds_window_open_record (self, "goal", goal);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "goals");
  gtk_widget_child_focus (GTK_WIDGET (uds_window_get_page (self)), GTK_DIR_TAB_FORWARD);
}
