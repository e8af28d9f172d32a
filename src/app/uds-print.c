/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First the dialog, then the report: it is read in the store's thread, drawn in another, and written to the stream
 * that the dialog gives. */
#include "uds-print.h"

#include "uds-goals-report.h"
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
  GOutputStream *stream;
} Printing;

static void
printing_free (Printing *printing)
{
  g_object_unref (printing->widget);
  g_object_unref (printing->context);
  g_clear_object (&printing->stream);
  g_free (printing->id);
  g_clear_pointer (&printing->selection, uds_indicator_selection_free);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
on_closed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;

  if (!g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error))
    uds_window_report (printing->widget, error);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      uds_window_report (printing->widget, error);
      return;
    }

  g_output_stream_close_async (G_OUTPUT_STREAM (source), G_PRIORITY_DEFAULT, NULL, on_closed_cb,
                               g_steal_pointer (&printing));
}

static void
on_drawn_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Printing) printing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GInputStream) input = NULL;
  GOutputStream *stream = printing->stream;

  if (pdf == NULL)
    {
      uds_window_report (printing->widget, error);
      return;
    }

  input = g_memory_input_stream_new_from_bytes (pdf);
  g_output_stream_splice_async (stream, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, G_PRIORITY_DEFAULT, NULL,
                                on_written_cb, g_steal_pointer (&printing));
}

static void
run_drawing (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr (UdsPages) pages = uds_pages_new (data);
  GError *error = NULL;
  GBytes *pdf = uds_pages_to_pdf (pages, cancellable, &error);

  if (pdf == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
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
  };
  g_autoptr (UdsRecord) record = NULL;

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

  printing->stream = gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (source), result, &error);
  if (printing->stream == NULL)
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

static void
start_printing (UdsPage               *page,
                const char            *report,
                const char            *id,
                UdsIndicatorSelection *selection)
{
  g_autoptr (GtkPrintDialog) dialog = gtk_print_dialog_new ();
  g_autoptr (GtkPrintSettings) settings = make_settings (page);
  Printing *printing = g_new0 (Printing, 1);

  printing->widget = GTK_WIDGET (g_object_ref (gtk_widget_get_root (GTK_WIDGET (page))));
  printing->context = g_object_ref (uds_page_get_context (page));
  printing->report = uds_report_lookup (report);
  printing->id = g_strdup (id);
  printing->selection = selection;
  gtk_print_dialog_set_title (dialog, _("Print Report"));
  gtk_print_dialog_set_print_settings (dialog, settings);
  gtk_print_dialog_print (dialog, GTK_WINDOW (printing->widget), NULL, NULL, on_dialog_cb, printing);
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
  start_printing (page, report, id, NULL);
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
  start_printing (page, "indicator", id, uds_indicator_selection_copy (selection));
}
