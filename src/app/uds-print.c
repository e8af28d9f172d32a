/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a report's PDF in a thread and hands it to GTK's print dialog, which prints it whole: what is on the paper is
 * what the PDF shows (src/report). */
#include "uds-print.h"

#include "uds-pages.h"
#include "uds-window.h"

#include <glib/gi18n.h>

typedef struct {
  UdsPage *page;
  GBytes *pdf;
} Printing;

static void
print_job_free (gpointer data)
{
  UdsPrintJob *job = data;

  g_free (job->id);
  g_free (job);
}

static void
printing_free (Printing *printing)
{
  g_clear_object (&printing->page);
  g_clear_pointer (&printing->pdf, g_bytes_unref);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
say_error (UdsPage      *page,
           const GError *error)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    uds_window_report (GTK_WIDGET (page), error);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    say_error (printing->page, error);
}

static void
on_stream_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (source), result, &error);
  g_autoptr (GInputStream) pdf = NULL;

  if (stream == NULL)
    {
      say_error (printing->page, error);
      return;
    }

  pdf = g_memory_input_stream_new_from_bytes (printing->pdf);
  g_output_stream_splice_async (stream, pdf,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_written_cb, g_steal_pointer (&printing));
}

static void
on_pdf_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  UdsPage *page = UDS_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GtkPrintDialog) dialog = NULL;
  Printing *printing;

  if (pdf == NULL)
    {
      say_error (page, error);
      return;
    }

  printing = g_new0 (Printing, 1);
  printing->page = g_object_ref (page);
  printing->pdf = g_steal_pointer (&pdf);
  dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (dialog, adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)));
  gtk_print_dialog_print (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL, NULL, on_stream_cb,
                          printing);
}

static void
make_pdf (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  g_autoptr (UdsPages) pages = uds_pages_new (data);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = uds_pages_to_pdf (pages, cancellable, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_document_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (UdsPage) page = data;
  g_autoptr (GError) error = NULL;
  UdsDocument *document = uds_store_read_finish (UDS_STORE (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (document == NULL)
    {
      say_error (page, error);
      return;
    }

  task = g_task_new (page, NULL, on_pdf_cb, NULL);
  g_task_set_source_tag (task, on_document_cb);
  g_task_set_task_data (task, document, g_object_unref);
  g_task_run_in_thread (task, make_pdf);
}

/**
 * uds_print_report:
 * @page: the page that is printed
 * @read: makes the document; its data is a #UdsPrintJob
 * @id: (nullable): the id of the record the report is about
 *
 * Shows the print dialog as soon as the report is made.
 */
void
uds_print_report (UdsPage     *page,
                  UdsReadFunc  read,
                  const char  *id)
{
  UdsContext *context = uds_page_get_context (page);
  UdsPrintJob *job = g_new0 (UdsPrintJob, 1);
  UdsLanguage language = uds_page_get_language (page);

  job->id = g_strdup (id);
  job->options.language = language;
  job->options.organisation = language == UDS_LANGUAGE_DA ? "Københavns Kommune" : "City of Copenhagen";
  job->options.date = uds_clock_get_today (uds_context_get_clock (context));
  uds_store_read_async (uds_context_get_store (context), read, job, print_job_free, g_object_unref, NULL,
                        on_document_cb, g_object_ref (page));
}
