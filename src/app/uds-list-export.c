/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records are read in the store's thread and written in another. What takes longer than a moment shows how far it
 * is, and can be given up. */
#include "uds-list-export.h"

#include "uds-file-formats.h"
#include "uds-record-sheet.h"
#include "uds-sheet-file.h"
#include "uds-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* So long nobody wants to know how far it is. */
#define PATIENCE 500 /* milliseconds */
#define STEP 100

static const UdsFileFormat formats[] = {
  { "ods", N_("OpenDocument spreadsheet") },
  { "xlsx", N_("Excel workbook") },
  { "csv", N_("CSV table") },
};

/* Shared between the window and the threads. */
typedef struct {
  GtkWidget *widget;
  UdsContext *context;
  UdsQuery *query;
  GFile *file;
  GCancellable *cancellable;
  int n_done; /* atomic, like the next */
  int n_all;
  UdsSheet *sheet;

  AdwDialog *dialog; /* none until it takes long */
  GtkProgressBar *bar;
  guint source;
} Exporting;

static void
exporting_clear (gpointer data)
{
  Exporting *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->context);
  g_object_unref (self->query);
  g_clear_object (&self->file);
  g_object_unref (self->cancellable);
  g_clear_object (&self->sheet);
}

static void
exporting_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, exporting_clear);
}

static Exporting *
exporting_new (GtkWidget  *widget,
               UdsContext *context,
               UdsQuery   *query)
{
  Exporting *self = g_atomic_rc_box_new0 (Exporting);

  self->widget = GTK_WIDGET (g_object_ref (gtk_widget_get_root (widget)));
  self->context = g_object_ref (context);
  self->query = uds_query_copy (query);
  self->cancellable = g_cancellable_new ();
  return self;
}

/* Progress */

static void
on_response_cb (Exporting *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
show_dialog (Exporting *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Exporting…"), NULL);

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Exporting…"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self->bar));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"));
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response_cb), self);
  self->dialog = g_object_ref_sink (dialog);
  adw_dialog_present (dialog, self->widget);
}

static gboolean
on_step (gpointer data)
{
  Exporting *self = data;
  int n_all = g_atomic_int_get (&self->n_all);

  if (self->dialog == NULL)
    show_dialog (self);
  if (n_all > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1, (double) g_atomic_int_get (&self->n_done) / n_all));
  return G_SOURCE_CONTINUE;
}

static gboolean
on_patience_over (gpointer data)
{
  Exporting *self = data;

  on_step (self);
  self->source = g_timeout_add (STEP, on_step, self);
  return G_SOURCE_REMOVE;
}

static void
stop_progress (Exporting *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->dialog == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->dialog, on_response_cb, self);
  adw_dialog_force_close (self->dialog);
  g_clear_object (&self->dialog);
}

/* The work */

static gpointer
read_sheet (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  Exporting *self = data;
  gint64 n_all = uds_session_count (session, self->query, error);

  if (n_all < 0)
    return NULL;

  g_atomic_int_set (&self->n_all, (int) MIN (n_all, G_MAXINT));
  return uds_record_sheet_new (session, self->query, uds_context_get_language (self->context), &self->n_done,
                               self->cancellable, error);
}

static void
run_writing (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Exporting *self = data;
  g_autofree char *name = g_file_get_basename (self->file);
  UdsSheetFormat format = UDS_SHEET_ODS;
  GError *error = NULL;

  uds_sheet_format_from_name (name, &format);
  if (uds_sheet_write (self->sheet, format, self->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell (Exporting    *self,
      const GError *error)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;
  int n_rows;

  stop_progress (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      uds_window_tell_done (self->widget, _("Export given up; nothing was written"), 0);
      return;
    }
  if (error != NULL)
    {
      uds_window_report (self->widget, error);
      return;
    }

  n_rows = (int) uds_sheet_get_n_rows (self->sheet);
  /* Translators: a number of rows, and the name of a file */
  text = g_strdup_printf (ngettext ("%d row saved as “%s”", "%d rows saved as “%s”", (gulong) n_rows), n_rows, shown);
  uds_window_tell_done (self->widget, text, 0);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  tell (data, error);
  exporting_unref (data);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Exporting *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  self->sheet = uds_store_read_finish (UDS_STORE (source), result, &error);
  if (self->sheet == NULL)
    {
      tell (self, error);
      exporting_unref (self);
      return;
    }

  task = g_task_new (NULL, self->cancellable, on_written_cb, self);
  g_task_set_source_tag (task, on_read_cb);
  /* What is written already was not given up. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self), exporting_unref);
  g_task_run_in_thread (task, run_writing);
}

static void
start (Exporting *self)
{
  self->source = g_timeout_add (PATIENCE, on_patience_over, self);
  uds_store_read_async (uds_context_get_store (self->context), read_sheet, g_atomic_rc_box_acquire (self),
                        exporting_unref, g_object_unref, self->cancellable, on_read_cb, self);
}

static void
on_chosen_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Exporting *self = data;
  g_autoptr (GError) error = NULL;

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (self->file != NULL)
    {
      start (self);
      return;
    }

  uds_window_report (self->widget, error);
  exporting_unref (self);
}

/**
 * uds_list_export:
 * @widget: a widget in the window that asks
 * @context: the context
 * @query: which records, in which order
 *
 * Asks where to and writes them there. A name without an ending that we know becomes an OpenDocument spreadsheet.
 */
void
uds_list_export (GtkWidget  *widget,
                 UdsContext *context,
                 UdsQuery   *query)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Exporting *self = exporting_new (widget, context, query);

  gtk_file_dialog_set_title (dialog, _("Export List"));
  uds_file_formats_offer (dialog, formats, G_N_ELEMENTS (formats), _(uds_query_get_kind (query)->label_plural));
  gtk_file_dialog_save (dialog, GTK_WINDOW (self->widget), NULL, on_chosen_cb, self);
}

/**
 * uds_list_export_to_file:
 * @widget: a widget in the window that is told
 * @context: the context
 * @query: which records, in which order
 * @file: where to; its ending says what is written
 *
 * Writes them, and says so.
 */
void
uds_list_export_to_file (GtkWidget  *widget,
                         UdsContext *context,
                         UdsQuery   *query,
                         GFile      *file)
{
  Exporting *self = exporting_new (widget, context, query);

  self->file = g_object_ref (file);
  start (self);
}
