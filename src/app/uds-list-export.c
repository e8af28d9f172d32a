/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records are read in the store's thread and written in another, as a table or, people, as vCards. What takes
 * longer than a moment shows how far it is, and can be given up. */
#include "uds-list-export.h"

#include "uds-atomic-file.h"
#include "uds-export-people.h"
#include "uds-export.h"
#include "uds-file-formats.h"
#include "uds-person-sheet.h"
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

static const UdsFileFormat card_formats[] = {
  { "vcf", N_("vCard") },
};

/* Shared between the window and the threads. */
typedef struct {
  GtkWidget *widget;
  UdsContext *context;
  UdsQuery *query;
  char *name; /* what the file may be called */
  guint version; /* of vCards; 0 for a table */
  GFile *file;
  GCancellable *cancellable;
  int n_done; /* atomic, like the next */
  int n_all;
  UdsSheet *sheet; /* one of both */
  GBytes *cards;

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
  g_clear_pointer (&self->cards, g_bytes_unref);
  g_free (self->name);
}

static void
exporting_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, exporting_clear);
}

static Exporting *
exporting_new (GtkWidget  *widget,
               UdsContext *context,
               UdsQuery   *query,
               const char *name)
{
  Exporting *self = g_atomic_rc_box_new0 (Exporting);

  self->widget = GTK_WIDGET (g_object_ref (gtk_widget_get_root (widget)));
  self->context = g_object_ref (context);
  self->query = uds_query_copy (query);
  self->name = g_strdup (name != NULL ? name : _(uds_query_get_kind (query)->label_plural));
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

static gboolean
is_about_people (Exporting *self)
{
  return g_str_equal (uds_query_get_kind (self->query)->name, "contact");
}

/* A table or cards. */
static gpointer
read_out (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  Exporting *self = data;
  UdsLanguage language = uds_context_get_language (self->context);
  gint64 n_all = uds_session_count (session, self->query, error);

  if (n_all < 0)
    return NULL;

  g_atomic_int_set (&self->n_all, (int) MIN (n_all, G_MAXINT));
  if (self->version > 0)
    return uds_export_vcards (session, self->query, self->version, &self->n_done, self->cancellable, error);
  if (is_about_people (self))
    return uds_person_sheet_new (session, self->query, language, &self->n_done, self->cancellable, error);
  return uds_record_sheet_new (session, self->query, language, &self->n_done, self->cancellable, error);
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
  if (self->cards != NULL ? uds_atomic_file_write (self->file, self->cards, cancellable, &error)
                          : uds_sheet_write (self->sheet, format, self->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
describe (Exporting  *self,
          const char *shown)
{
  int n_done = self->cards != NULL ? g_atomic_int_get (&self->n_done) : (int) uds_sheet_get_n_rows (self->sheet);

  if (is_about_people (self))
    /* Translators: a number of people, and the name of a file */
    return g_strdup_printf (ngettext ("%d person saved as “%s”", "%d people saved as “%s”", (gulong) n_done), n_done,
                            shown);
  /* Translators: a number of rows, and the name of a file */
  return g_strdup_printf (ngettext ("%d row saved as “%s”", "%d rows saved as “%s”", (gulong) n_done), n_done, shown);
}

static void
tell (Exporting    *self,
      const GError *error)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

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

  text = describe (self, shown);
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
  gpointer read = uds_store_read_finish (UDS_STORE (source), result, &error);

  if (self->version > 0)
    self->cards = read;
  else
    self->sheet = read;
  if (read == NULL)
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
  uds_store_read_async (uds_context_get_store (self->context), read_out, g_atomic_rc_box_acquire (self),
                        exporting_unref, self->version > 0 ? (GDestroyNotify) g_bytes_unref : g_object_unref,
                        self->cancellable, on_read_cb, self);
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

/* Takes over @self. */
static void
ask_for_file (Exporting *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, is_about_people (self) ? _("Export People") : _("Export List"));
  if (self->version > 0)
    uds_file_formats_offer (dialog, card_formats, G_N_ELEMENTS (card_formats), self->name);
  else
    uds_file_formats_offer (dialog, formats, G_N_ELEMENTS (formats), self->name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self->widget), NULL, on_chosen_cb, self);
}

static void
on_version_cb (guint    version,
               gpointer data)
{
  Exporting *self = data;

  self->version = version;
  ask_for_file (g_atomic_rc_box_acquire (self));
}

/**
 * uds_list_export:
 * @widget: a widget in the window that asks
 * @context: the context
 * @query: which records, in which order
 * @name: (nullable): what the file may be called; %NULL for what the kind is called
 *
 * Asks where to, of people also as what, and writes them there. A table whose name has no ending that we know becomes
 * an OpenDocument spreadsheet.
 */
void
uds_list_export (GtkWidget  *widget,
                 UdsContext *context,
                 UdsQuery   *query,
                 const char *name)
{
  Exporting *self = exporting_new (widget, context, query, name);

  if (is_about_people (self))
    uds_export_people_ask (widget, on_version_cb, self, exporting_unref);
  else
    ask_for_file (self);
}

/**
 * uds_list_export_to_file:
 * @widget: a widget in the window that is told
 * @context: the context
 * @query: which records, in which order
 * @version: of people the version of vCards, 40 or 30; 0 for a table
 * @file: where to; of a table its ending says what is written
 *
 * Writes them, and says so.
 */
void
uds_list_export_to_file (GtkWidget  *widget,
                         UdsContext *context,
                         UdsQuery   *query,
                         guint       version,
                         GFile      *file)
{
  Exporting *self = exporting_new (widget, context, query, NULL);

  self->version = version;
  self->file = g_object_ref (file);
  start (self);
}
