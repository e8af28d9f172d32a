/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First the dialog, then the report: it is read in the store's thread, drawn and written to a file of its own in
 * another, and that file is printed. A stream to the printer would be read in the thread that had to end it: the last
 * of it never arrived. */
#include "uds-print.h"

#include "uds-goals-report.h"
#include "uds-notes-report.h"
#include "uds-pages.h"
#include "uds-report.h"
#include "uds-window.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWidget *widget;
  UdsContext *context;
  const UdsReport *report;
  char *id; /* none where it is about all records */
  UdsIndicatorSelection *selection; /* of an indicator, or none */
  UdsQuery *query; /* of a digest, which notes; or none */
  char *shown;     /* what that is, in words; none for all */
  GtkPrintDialog *dialog;
  GtkPrintSetup *setup; /* none before it was chosen */
  GFile *file;          /* what is printed, deleted afterwards; none before it was drawn */
} Printing;

static void
printing_free (Printing *printing)
{
  g_object_unref (printing->widget);
  g_object_unref (printing->context);
  g_object_unref (printing->dialog);
  g_clear_pointer (&printing->setup, gtk_print_setup_unref);
  if (printing->file != NULL)
    g_file_delete_async (printing->file, G_PRIORITY_LOW, NULL, NULL, NULL);
  g_clear_object (&printing->file);
  g_free (printing->id);
  g_clear_pointer (&printing->selection, uds_indicator_selection_free);
  g_clear_object (&printing->query);
  g_free (printing->shown);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
on_printed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error))
    uds_window_report (printing->widget, error);
}

static void
on_drawn_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;
  GtkPrintDialog *dialog = printing->dialog;
  GtkPrintSetup *setup = printing->setup;
  GtkWindow *window = GTK_WINDOW (printing->widget);

  printing->file = g_task_propagate_pointer (G_TASK (result), &error);
  if (printing->file == NULL)
    {
      uds_window_report (printing->widget, error);
      return;
    }

  gtk_print_dialog_print_file (dialog, window, setup, printing->file, NULL, on_printed_cb, printing);
  g_steal_pointer (&printing);
}

/* Only its owner may read it: it may name people. */
static GFile *
write_file (GBytes   *pdf,
            GError  **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("udsyn-XXXXXX.pdf", &stream, error);
  GOutputStream *output;
  gsize size;
  gconstpointer content = g_bytes_get_data (pdf, &size);

  if (file == NULL)
    return NULL;
  output = g_io_stream_get_output_stream (G_IO_STREAM (stream));
  if (g_output_stream_write_all (output, content, size, NULL, NULL, error)
      && g_io_stream_close (G_IO_STREAM (stream), NULL, error))
    return g_steal_pointer (&file);

  g_file_delete (file, NULL, NULL);
  return NULL;
}

static void
run_drawing (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr (UdsPages) pages = uds_pages_new (data);
  GError *error = NULL;
  g_autoptr (GBytes) pdf = uds_pages_to_pdf (pages, cancellable, &error);
  GFile *file = pdf != NULL ? write_file (pdf, &error) : NULL;

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, file, g_object_unref);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (UdsDocument) document = uds_store_read_finish (UDS_STORE (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (document == NULL)
    {
      uds_window_report (printing->widget, error);
      return;
    }

  task = g_task_new (NULL, NULL, on_drawn_cb, g_steal_pointer (&printing));
  g_task_set_source_tag (task, on_read_cb);
  g_task_set_task_data (task, g_steal_pointer (&document), g_object_unref);
  g_task_run_in_thread (task, run_drawing);
}

static gpointer
read_report (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const Printing *printing = data;
  UdsReportOptions options = {
    .language = uds_context_get_language (printing->context),
    .date = uds_clock_get_today (uds_context_get_clock (printing->context)),
    .about = printing->shown,
  };
  g_autoptr (UdsRecord) record = NULL;

  if (printing->query != NULL)
    return uds_notes_report_new_of (session, &options, printing->query, error);
  if (printing->id == NULL)
    return printing->report->write (session, &options, NULL, error);

  record = uds_session_get (session, uds_kind_lookup (printing->report->kind), printing->id, error);
  if (record == NULL)
    return NULL;
  if (printing->selection != NULL)
    return uds_goals_report_new_for_indicator (session, &options, record, printing->selection, error);
  return printing->report->write (session, &options, record, error);
}

static void
on_dialog_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;
  Printing *reading;

  printing->setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (source), result, &error);
  if (printing->setup == NULL)
    {
      uds_window_report (printing->widget, error);
      return;
    }

  reading = g_steal_pointer (&printing);
  uds_store_read_async (uds_context_get_store (reading->context), read_report, reading, NULL, g_object_unref, NULL,
                        on_read_cb, reading);
}

/* Who prints to a file need not think of a name; the dialog adds the ending. */
static GtkPrintSettings *
make_settings (UdsPage *page)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autofree char *name = g_strdup (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)));

  g_strdelimit (name, "/\n\t", '-');
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  return settings;
}

static Printing *
printing_new (UdsPage    *page,
              const char *report,
              const char *id)
{
  g_autoptr (GtkPrintSettings) settings = make_settings (page);
  Printing *printing = g_new0 (Printing, 1);

  printing->widget = GTK_WIDGET (g_object_ref (gtk_widget_get_root (GTK_WIDGET (page))));
  printing->context = g_object_ref (uds_page_get_context (page));
  printing->report = uds_report_lookup (report);
  printing->id = g_strdup (id);
  printing->dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (printing->dialog, _("Print Report"));
  gtk_print_dialog_set_print_settings (printing->dialog, settings);
  return printing;
}

static void
start_printing (Printing *printing)
{
  gtk_print_dialog_setup (printing->dialog, GTK_WINDOW (printing->widget), NULL, on_dialog_cb, printing);
}

/**
 * uds_print_report:
 * @page: the page that asks; what goes to a file is called as it is
 * @report: the name of a report
 * @id: (nullable): the id of the record it is about; %NULL for all
 *
 * Asks for a printer and prints the report on it.
 */
void
uds_print_report (UdsPage    *page,
                  const char *report,
                  const char *id)
{
  start_printing (printing_new (page, report, id));
}

/**
 * uds_print_indicator:
 * @page: the page that asks; what goes to a file is called as it is
 * @id: the id of an indicator
 * @selection: what of it is shown
 *
 * Asks for a printer and prints what the window shows of an indicator.
 */
void
uds_print_indicator (UdsPage                     *page,
                     const char                  *id,
                     const UdsIndicatorSelection *selection)
{
  Printing *printing = printing_new (page, "indicator", id);

  printing->selection = uds_indicator_selection_copy (selection);
  start_printing (printing);
}

/**
 * uds_print_notes:
 * @page: the page that asks; what goes to a file is called as it is
 * @query: which notes of knowledge
 * @shown: (nullable): what these are, in words; %NULL where they are all
 *
 * Asks for a printer and prints the digest of these notes.
 */
void
uds_print_notes (UdsPage    *page,
                 UdsQuery   *query,
                 const char *shown)
{
  Printing *printing = printing_new (page, "notes", NULL);

  printing->query = g_object_ref (query);
  printing->shown = g_strdup (shown);
  start_printing (printing);
}
