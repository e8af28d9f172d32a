/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format follows the ending of the name. The file is made in a thread. */
#include "uds-chart-save.h"

#include "uds-atomic-file.h"
#include "uds-chart-picture.h"
#include "uds-chart-sheet.h"
#include "uds-file-formats.h"
#include "uds-sheet-file.h"
#include "uds-window.h"

#include <glib/gi18n.h>

static const UdsFileFormat formats[] = {
  { "pdf", N_("PDF document") },
  { "svg", N_("SVG drawing") },
  { "png", N_("PNG picture") },
  { "ods", N_("OpenDocument spreadsheet") },
  { "xlsx", N_("Excel workbook") },
  { "csv", N_("CSV table") },
};

typedef struct {
  GtkWidget *widget;
  UdsChartSpec *spec;
  GFile *file;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_object_unref (saving->spec);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* A name without an ending that we know becomes a PDF. */
static UdsChartPicture
find_picture (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".svg"))
    return UDS_CHART_PICTURE_SVG;
  return g_str_has_suffix (lower, ".png") ? UDS_CHART_PICTURE_PNG : UDS_CHART_PICTURE_PDF;
}

static GBytes *
render (const Saving  *saving,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autofree char *name = g_file_get_basename (saving->file);
  UdsSheetFormat format;
  g_autoptr (UdsSheet) sheet = NULL;

  if (!uds_sheet_format_from_name (name, &format))
    return uds_chart_picture_render (saving->spec, find_picture (name), error);

  sheet = uds_chart_sheet_new (saving->spec);
  return uds_sheet_render (sheet, format, cancellable, error);
}

static void
run_saving (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = render (saving, cancellable, &error);

  if (bytes != NULL && uds_atomic_file_write (saving->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;
  UdsSheetFormat format;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      uds_window_report (saving->widget, error);
      return;
    }

  if (uds_sheet_format_from_name (name, &format))
    /* Translators: the name of a file */
    text = g_strdup_printf (_("Table saved as “%s”"), shown);
  else
    /* Translators: the name of a file */
    text = g_strdup_printf (_("Chart saved as “%s”"), shown);
  uds_window_tell_done (saving->widget, text, 0);
}

static void
start_saving (Saving *saving)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_saved_cb, NULL);

  g_task_set_source_tag (task, start_saving);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, run_saving);
}

static Saving *
saving_new (GtkWidget    *widget,
            UdsChartSpec *spec)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = GTK_WIDGET (g_object_ref (gtk_widget_get_root (widget)));
  saving->spec = g_object_ref (spec);
  return saving;
}

static void
on_chosen_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;

  saving->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (saving->file != NULL)
    start_saving (g_steal_pointer (&saving));
  else
    uds_window_report (saving->widget, error);
}

/**
 * uds_chart_save:
 * @widget: a widget in the window that asks
 * @spec: the chart; nobody may change it any more
 * @name: what the file may be called, without an ending
 *
 * Asks where to and writes the chart or its table there.
 */
void
uds_chart_save (GtkWidget    *widget,
                UdsChartSpec *spec,
                const char   *name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = saving_new (widget, spec);

  gtk_file_dialog_set_title (dialog, _("Export Chart"));
  uds_file_formats_offer (dialog, formats, G_N_ELEMENTS (formats), name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (saving->widget), NULL, on_chosen_cb, saving);
}

/**
 * uds_chart_save_to_file:
 * @widget: a widget in the window that is told
 * @spec: the chart; nobody may change it any more
 * @file: where to; its ending says what is written
 *
 * Writes the chart or its table, and says so.
 */
void
uds_chart_save_to_file (GtkWidget    *widget,
                        UdsChartSpec *spec,
                        GFile        *file)
{
  Saving *saving = saving_new (widget, spec);

  saving->file = g_object_ref (file);
  start_saving (saving);
}
