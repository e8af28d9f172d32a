/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator's chart as a file, and its page on paper: the chart in the colours of print, the paper as the report
 * makes it. */
#include "uds-indicator-page-private.h"

#include "uds-chart-export.h"
#include "uds-goals-report.h"
#include "uds-print.h"
#include "uds-window.h"

#include <glib/gi18n.h>

#define WIDTH 454 /* points: 160 mm */
#define HEIGHT 255
#define MARGIN 12
#define PNG_RESOLUTION 2

typedef gboolean (*WriteFunc) (const UdsChartLayout  *layout,
                               double                 margin,
                               GFile                 *file,
                               GCancellable          *cancellable,
                               GError               **error);

static const struct {
  const char *format;
  WriteFunc write;
} formats[] = {
  { "pdf", uds_chart_write_pdf },
  { "svg", uds_chart_write_svg },
  { "png", uds_chart_write_png },
};

typedef struct {
  UdsIndicatorPage *page;
  WriteFunc write;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->page);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_file_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (UdsChartLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  UdsChartSize size = { WIDTH, HEIGHT, PNG_RESOLUTION };
  UdsChartTheme theme;

  if (file == NULL)
    return;

  uds_chart_theme_init_print (&theme, FALSE);
  layout = uds_chart_layout_new (uds_chart_view_get_spec (saving->page->chart_view), &theme, &size, UDS_CHART_PART_ALL);
  if (saving->write (layout, MARGIN, file, NULL, &error))
    uds_window_tell_done (GTK_WIDGET (saving->page), _("The chart is saved"), 0);
  else
    uds_window_report (GTK_WIDGET (saving->page), error);
}

void
uds_indicator_page_save (GtkWidget  *widget,
                         const char *action,
                         GVariant   *format)
{
  const char *wanted = g_variant_get_string (format, NULL);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name =
      g_strdup_printf ("%s.%s", adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (widget)), wanted);

  g_strdelimit (name, "/\\:", '-');
  gtk_file_dialog_set_title (dialog, _("Save the Chart"));
  gtk_file_dialog_set_initial_name (dialog, name);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      Saving *saving;

      if (!g_str_equal (formats[i].format, wanted))
        continue;
      saving = g_new0 (Saving, 1);
      saving->page = g_object_ref (UDS_INDICATOR_PAGE (widget));
      saving->write = formats[i].write;
      gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen_cb, saving);
    }
}

static gpointer
read_report (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const UdsPrintJob *job = data;
  g_autoptr (UdsRecord) indicator = uds_session_get (session, uds_kind_lookup ("indicator"), job->id, error);

  return indicator != NULL ? uds_goals_report_new_for_indicator (session, &job->options, indicator, error) : NULL;
}

void
uds_indicator_page_print (UdsPage *page)
{
  uds_print_report (page, read_report, UDS_INDICATOR_PAGE (page)->id);
}
