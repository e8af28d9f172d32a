/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each form is made in a thread when somebody asks for it. The file is begun at once, since a drop cannot wait: it lies
 * in the user's cache, where programs outside a sandbox can read it too, until the next chart is dragged. */
#include "uds-chart-content.h"

#include "uds-atomic-file.h"
#include "uds-chart-picture.h"
#include "uds-chart-sheet.h"
#include "uds-chart-table.h"
#include "uds-file-formats.h"
#include "uds-sheet-file.h"
#include "uds-window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

struct _UdsChartContent
{
  GdkContentProvider parent_instance;

  UdsChartSpec *spec;
  UdsChartContentParts parts;
  GThread *writer; /* of the file, until somebody wants it */
  GFile *file;     /* none where it could not be written */
};

G_DEFINE_FINAL_TYPE (UdsChartContent, uds_chart_content, GDK_TYPE_CONTENT_PROVIDER)

/* Forms */

static GBytes *
render_png (UdsChartSpec  *spec,
            GError       **error)
{
  return uds_chart_picture_render (spec, UDS_CHART_PICTURE_PNG, error);
}

static GBytes *
render_svg (UdsChartSpec  *spec,
            GError       **error)
{
  return uds_chart_picture_render (spec, UDS_CHART_PICTURE_SVG, error);
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
render_html (UdsChartSpec  *spec,
             GError       **error)
{
  g_autoptr (UdsSheet) sheet = uds_chart_sheet_new (spec);

  return take_text (uds_sheet_to_html (sheet));
}

static GBytes *
render_text (UdsChartSpec  *spec,
             GError       **error)
{
  g_autoptr (UdsChartTable) table = uds_chart_table_new (spec);

  return take_text (uds_chart_table_to_tsv (table));
}

static const struct {
  UdsChartContentParts part;
  const char *type;
  GBytes *(*render) (UdsChartSpec  *spec,
                     GError       **error);
} forms[] = {
  { UDS_CHART_CONTENT_PICTURE, "image/png", render_png },
  { UDS_CHART_CONTENT_PICTURE, "image/svg+xml", render_svg },
  { UDS_CHART_CONTENT_TABLE, "text/html", render_html },
  { UDS_CHART_CONTENT_TABLE, "text/plain;charset=utf-8", render_text },
};

static GdkContentFormats *
uds_chart_content_ref_formats (GdkContentProvider *provider)
{
  UdsChartContent *self = UDS_CHART_CONTENT (provider);
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  if (self->parts & UDS_CHART_CONTENT_FILE)
    gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (self->parts & forms[i].part)
      gdk_content_formats_builder_add_mime_type (builder, forms[i].type);
  return gdk_content_formats_builder_free_to_formats (builder);
}

/* Writing a form to whoever asked */

typedef struct {
  gsize form;
  GOutputStream *stream;
  int priority;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->stream);
  g_free (writing);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_rendering (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Writing *writing = data;
  GError *error = NULL;
  GBytes *bytes = forms[writing->form].render (UDS_CHART_CONTENT (source)->spec, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_rendered_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GTask) task = data;
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (writing->stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   writing->priority, g_task_get_cancellable (task), on_written_cb,
                                   g_object_ref (task));
}

static void
uds_chart_content_write_mime_type_async (GdkContentProvider  *provider,
                                         const char          *mime_type,
                                         GOutputStream       *stream,
                                         int                  io_priority,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, user_data);
  g_autoptr (GTask) rendering = NULL;
  Writing *writing;
  gsize form = 0;

  g_task_set_source_tag (task, uds_chart_content_write_mime_type_async);
  while (form < G_N_ELEMENTS (forms) && !g_str_equal (forms[form].type, mime_type))
    form++;
  if (form == G_N_ELEMENTS (forms))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", mime_type);
      return;
    }

  writing = g_new (Writing, 1);
  *writing = (Writing) { form, g_object_ref (stream), io_priority };
  rendering = g_task_new (provider, cancellable, on_rendered_cb, g_steal_pointer (&task));
  g_task_set_source_tag (rendering, uds_chart_content_write_mime_type_async);
  g_task_set_task_data (rendering, writing, writing_free);
  g_task_run_in_thread (rendering, run_rendering);
}

static gboolean
uds_chart_content_write_mime_type_finish (GdkContentProvider  *provider,
                                          GAsyncResult        *result,
                                          GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The file */

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static gpointer
write_file (gpointer data)
{
  g_autoptr (UdsChartSpec) spec = data;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "udsyn", "dragged", NULL);
  const char *title = uds_chart_spec_get_title (spec);
  g_autofree char *name = uds_file_formats_make_name (title != NULL ? title : _("Chart"), "png");
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) png = uds_chart_picture_render (spec, UDS_CHART_PICTURE_PNG, NULL);

  g_mkdir_with_parents (folder, 0700);
  remove_files (folder);
  if (png == NULL || !uds_atomic_file_write (file, png, NULL, NULL))
    return NULL;
  return g_steal_pointer (&file);
}

static gboolean
uds_chart_content_get_value (GdkContentProvider  *provider,
                             GValue              *value,
                             GError             **error)
{
  UdsChartContent *self = UDS_CHART_CONTENT (provider);

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) || !(self->parts & UDS_CHART_CONTENT_FILE))
    return GDK_CONTENT_PROVIDER_CLASS (uds_chart_content_parent_class)->get_value (provider, value, error);

  if (self->writer != NULL)
    self->file = g_thread_join (g_steal_pointer (&self->writer));
  if (self->file == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture cannot be written."));
      return FALSE;
    }

  g_value_take_boxed (value, gdk_file_list_new_from_array (&self->file, 1));
  return TRUE;
}

static void
uds_chart_content_finalize (GObject *object)
{
  UdsChartContent *self = UDS_CHART_CONTENT (object);

  if (self->writer != NULL)
    self->file = g_thread_join (self->writer);
  g_clear_object (&self->file);
  g_object_unref (self->spec);

  G_OBJECT_CLASS (uds_chart_content_parent_class)->finalize (object);
}

static void
uds_chart_content_class_init (UdsChartContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = uds_chart_content_finalize;
  provider_class->ref_formats = uds_chart_content_ref_formats;
  provider_class->write_mime_type_async = uds_chart_content_write_mime_type_async;
  provider_class->write_mime_type_finish = uds_chart_content_write_mime_type_finish;
  provider_class->get_value = uds_chart_content_get_value;
}

static void
uds_chart_content_init (UdsChartContent *self)
{
}

/**
 * uds_chart_content_new:
 * @spec: a chart; nobody may change it any more
 * @parts: as what it is offered
 *
 * Returns: (transfer full): the offer
 */
GdkContentProvider *
uds_chart_content_new (UdsChartSpec         *spec,
                       UdsChartContentParts  parts)
{
  UdsChartContent *self = g_object_new (UDS_TYPE_CHART_CONTENT, NULL);

  self->spec = g_object_ref (spec);
  self->parts = parts;
  if (parts & UDS_CHART_CONTENT_FILE)
    self->writer = g_thread_new ("chart-file", write_file, g_object_ref (spec));
  return GDK_CONTENT_PROVIDER (self);
}

static void
copy (GtkWidget            *widget,
      UdsChartSpec         *spec,
      UdsChartContentParts  parts,
      const char           *what)
{
  g_autoptr (GdkContentProvider) content = uds_chart_content_new (spec, parts);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  uds_window_tell_done (widget, what, 0);
}

/**
 * uds_chart_content_copy:
 * @widget: a widget in the window that is told
 * @spec: a chart; nobody may change it any more
 *
 * Puts the picture and its table on the clipboard: the program where it is pasted takes what it can use.
 */
void
uds_chart_content_copy (GtkWidget    *widget,
                        UdsChartSpec *spec)
{
  copy (widget, spec, UDS_CHART_CONTENT_PICTURE | UDS_CHART_CONTENT_TABLE,
        _("Copied as a picture and a table"));
}

/**
 * uds_chart_content_copy_table:
 * @widget: a widget in the window that is told
 * @spec: a chart; nobody may change it any more
 *
 * Puts its table on the clipboard.
 */
void
uds_chart_content_copy_table (GtkWidget    *widget,
                              UdsChartSpec *spec)
{
  copy (widget, spec, UDS_CHART_CONTENT_TABLE, _("Table copied"));
}
