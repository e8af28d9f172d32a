/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out and draws; when a map is to be drawn again, and where its picture goes, is uds-map-view.c's. */
#include "uds-map-picture.h"

#include "uds-chart-draw.h"

#include <math.h>

typedef struct {
  UdsChartSpec *spec;
  UdsMapRequest request;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->spec);
  g_free (job);
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
draw (const UdsChartLayout *layout)
{
  const UdsChartSize *size = uds_chart_layout_get_size (layout);
  int width = (int) ceil (size->width * size->resolution), height = (int) ceil (size->height * size->resolution);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  GdkTexture *texture;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, size->resolution, size->resolution);
  cr = cairo_create (surface);
  uds_chart_draw (layout, cr);
  cairo_destroy (cr);
  texture = make_texture (surface);
  cairo_surface_destroy (surface);
  return texture;
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  const UdsMapRequest *request = &job->request;
  UdsMapPicture *picture = g_new0 (UdsMapPicture, 1);

  /* The page around it has the heading and the notes. */
  picture->layout = request->is_whole
                        ? uds_chart_layout_new (job->spec, &request->theme, &request->size, 0)
                        : uds_chart_layout_new_map_view (job->spec, &request->theme, &request->size, &request->view);
  picture->texture = draw (picture->layout);
  g_task_return_pointer (task, picture, (GDestroyNotify) uds_map_picture_free);
}

/**
 * uds_map_picture_draw_async:
 * @spec: a map, which nobody may change any more
 * @request: how it is to be drawn
 * @source: for whom
 * @callback: called in the thread that asks
 * @data: for @callback
 *
 * Draws a map in a thread.
 */
void
uds_map_picture_draw_async (UdsChartSpec        *spec,
                            const UdsMapRequest *request,
                            GObject             *source,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, data);
  Job *job = g_new (Job, 1);

  *job = (Job) { .spec = g_object_ref (spec), .request = *request };
  g_task_set_source_tag (task, uds_map_picture_draw_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

/**
 * uds_map_picture_draw_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full): the picture
 */
UdsMapPicture *
uds_map_picture_draw_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
uds_map_picture_free (UdsMapPicture *self)
{
  g_clear_pointer (&self->layout, uds_chart_layout_unref);
  g_clear_object (&self->texture);
  g_free (self);
}
