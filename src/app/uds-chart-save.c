/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format follows the ending of the name. The chart is laid out for paper and written in a thread. */
#include "uds-chart-save.h"

#include "uds-chart-export.h"
#include "uds-window.h"

#include <glib/gi18n.h>

/* As wide as the text of an A4 page, in points. */
#define WIDTH 482
#define HEIGHT 300
#define MARGIN 12

/* Pixels to a point in a PNG: about 300 to an inch. */
#define RESOLUTION 4

typedef gboolean (*WriteFunc) (const UdsChartLayout  *layout,
                               double                 margin,
                               GFile                 *file,
                               GCancellable          *cancellable,
                               GError               **error);

static const struct {
  const char *suffix;
  const char *name;
  WriteFunc write;
} formats[] = {
  { "pdf", N_("PDF document"), uds_chart_write_pdf },
  { "svg", N_("SVG drawing"), uds_chart_write_svg },
  { "png", N_("PNG picture"), uds_chart_write_png },
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
static WriteFunc
find_format (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *ending = g_strconcat (".", formats[i].suffix, NULL);

      if (g_str_has_suffix (lower, ending))
        return formats[i].write;
    }

  return formats[0].write;
}

static void
run_saving (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Saving *saving = data;
  UdsChartSize size = { WIDTH, HEIGHT, RESOLUTION };
  g_autoptr (UdsChartLayout) layout = NULL;
  UdsChartTheme theme;
  GError *error = NULL;

  uds_chart_theme_init_print (&theme, FALSE);
  theme.paints_background = TRUE;
  if (uds_chart_spec_get_kind (saving->spec) != UDS_CHART_LINES)
    size.height = uds_chart_layout_measure_height (saving->spec, &theme, size.width, UDS_CHART_PART_ALL);
  layout = uds_chart_layout_new (saving->spec, &theme, &size, UDS_CHART_PART_ALL);
  if (find_format (saving->file) (layout, MARGIN, saving->file, cancellable, &error))
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

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      uds_window_report (saving->widget, error);
      return;
    }

  /* Translators: the name of a file */
  text = g_strdup_printf (_("Chart saved as “%s”"), shown);
  uds_window_tell_done (saving->widget, text, 0);
}

static void
on_chosen_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  saving->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (saving->file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        uds_window_report (saving->widget, error);
      return;
    }

  task = g_task_new (NULL, NULL, on_saved_cb, NULL);
  g_task_set_source_tag (task, on_chosen_cb);
  g_task_set_task_data (task, g_steal_pointer (&saving), (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, run_saving);
}

/**
 * uds_chart_save:
 * @widget: a widget in the window that asks
 * @spec: the chart; nobody may change it any more
 * @name: what the file may be called, without an ending
 *
 * Asks where to and writes the chart there.
 */
void
uds_chart_save (GtkWidget    *widget,
                UdsChartSpec *spec,
                const char   *name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *file_name = g_strdup_printf ("%s.pdf", name);
  Saving *saving = g_new0 (Saving, 1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(formats[i].name));
      gtk_file_filter_add_suffix (filter, formats[i].suffix);
      g_list_store_append (filters, filter);
    }

  saving->widget = GTK_WIDGET (g_object_ref (gtk_widget_get_root (widget)));
  saving->spec = g_object_ref (spec);
  gtk_file_dialog_set_title (dialog, _("Export Chart"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (file_name, G_DIR_SEPARATOR_S, '-'));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_save (dialog, GTK_WINDOW (saving->widget), NULL, on_chosen_cb, saving);
}
