/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators are read in the store's thread and written in another. */
#include "uds-open-sdg-save.h"

#include "uds-export.h"
#include "uds-window.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWidget *widget;
  UdsContext *context;
  UdsQuery *query;
  GFile *folder;
  GPtrArray *files; /* of UdsExportFile, once they are read */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_object_unref (saving->context);
  g_object_unref (saving->query);
  g_clear_object (&saving->folder);
  g_clear_pointer (&saving->files, g_ptr_array_unref);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (saving->folder);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      uds_window_report (saving->widget, error);
      return;
    }

  /* Translators: a number of files, and the name of a folder */
  text = g_strdup_printf (ngettext ("%u file saved in “%s”", "%u files saved in “%s”", saving->files->len),
                          saving->files->len, shown);
  uds_window_tell_done (saving->widget, text, 0);
}

static void
run_writing (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;

  if (uds_export_write_files (saving->files, saving->folder, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  saving->files = uds_store_read_finish (UDS_STORE (source), result, &error);
  if (saving->files == NULL)
    {
      uds_window_report (saving->widget, error);
      return;
    }

  task = g_task_new (NULL, NULL, on_written_cb, NULL);
  g_task_set_source_tag (task, on_read_cb);
  g_task_set_task_data (task, g_steal_pointer (&saving), (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, run_writing);
}

static gpointer
read_files (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  return uds_export_open_sdg_files (session, data, error);
}

static void
start (Saving *saving)
{
  uds_store_read_async (uds_context_get_store (saving->context), read_files, g_object_ref (saving->query),
                        g_object_unref, (GDestroyNotify) g_ptr_array_unref, NULL, on_read_cb, saving);
}

static void
on_chosen_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;

  saving->folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);
  if (saving->folder != NULL)
    start (g_steal_pointer (&saving));
  else
    uds_window_report (saving->widget, error);
}

static Saving *
saving_new (GtkWidget  *widget,
            UdsContext *context,
            const char *kind,
            const char *id)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = GTK_WIDGET (g_object_ref (gtk_widget_get_root (widget)));
  saving->context = g_object_ref (context);
  saving->query = uds_query_new (uds_kind_lookup ("indicator"));
  if (*kind != '\0')
    uds_query_where_is (saving->query, g_str_equal (kind, "goal") ? "goal" : "id", id);
  return saving;
}

/**
 * uds_open_sdg_save:
 * @widget: a widget in the window that asks
 * @context: the context
 * @kind: "indicator" or "goal"; "" for all indicators
 * @id: the id of one
 *
 * Asks for a folder and writes the indicators there.
 */
void
uds_open_sdg_save (GtkWidget  *widget,
                   UdsContext *context,
                   const char *kind,
                   const char *id)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = saving_new (widget, context, kind, id);

  gtk_file_dialog_set_title (dialog, _("Choose a Folder for Open SDG"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (saving->widget), NULL, on_chosen_cb, saving);
}

/**
 * uds_open_sdg_save_to_folder:
 * @widget: a widget in the window that is told
 * @context: the context
 * @kind: "indicator" or "goal"; "" for all indicators
 * @id: the id of one
 * @folder: where to
 *
 * Writes the indicators there, and says so.
 */
void
uds_open_sdg_save_to_folder (GtkWidget  *widget,
                             UdsContext *context,
                             const char *kind,
                             const char *id,
                             GFile      *folder)
{
  Saving *saving = saving_new (widget, context, kind, id);

  saving->folder = g_object_ref (folder);
  start (saving);
}
