/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PNG and PDF by Cairo, made in memory and then written at once. SVG has its own writer. */
#include "uds-chart-export.h"

#include "uds-atomic-file.h"
#include "uds-chart-draw.h"
#include "uds-error.h"

#include <cairo-pdf.h>
#include <math.h>

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_FAILED, cairo_status_to_string (status));
  return FALSE;
}

static cairo_status_t
draw_on_surface (const UdsChartLayout *layout,
                 double                margin,
                 double                scale,
                 cairo_surface_t      *surface)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, margin, margin);
  uds_chart_draw (layout, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

static void
paint_page (const UdsChartLayout *layout,
            cairo_surface_t      *surface)
{
  const UdsChartColor *background = &uds_chart_layout_get_theme (layout)->background;
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, background->red, background->green, background->blue);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/**
 * uds_chart_render_png:
 * @layout: a chart; its resolution is the picture's pixels to a unit
 * @margin: around it, in units
 * @error: %UDS_ERROR_FAILED where the picture is too large
 *
 * Returns: (transfer full) (nullable): a PNG file with the theme's background
 */
GBytes *
uds_chart_render_png (const UdsChartLayout  *layout,
                      double                 margin,
                      GError               **error)
{
  const UdsChartSize *size = uds_chart_layout_get_size (layout);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int width = (int) ceil ((size->width + 2 * margin) * size->resolution);
  int height = (int) ceil ((size->height + 2 * margin) * size->resolution);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_status_t status;

  paint_page (layout, surface);
  status = draw_on_surface (layout, margin, size->resolution, surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);

  return check_status (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * uds_chart_render_pdf:
 * @layout: a chart; its units are points
 * @margin: around it, in points
 * @error: %UDS_ERROR_FAILED where Cairo cannot do it
 *
 * Returns: (transfer full) (nullable): a PDF file of one page of the chart's size, with its title
 */
GBytes *
uds_chart_render_pdf (const UdsChartLayout  *layout,
                      double                 margin,
                      GError               **error)
{
  const UdsChartSize *size = uds_chart_layout_get_size (layout);
  const char *title = uds_chart_spec_get_title (uds_chart_layout_get_spec (layout));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_bytes, bytes, size->width + 2 * margin, size->height + 2 * margin);
  cairo_status_t status;

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Udsyn");
  status = draw_on_surface (layout, margin, 1, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return check_status (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * uds_chart_write_png:
 * @layout: a chart; its resolution is the picture's pixels to a unit
 * @margin: around it, in units
 * @file: where to write it
 * @cancellable: (nullable): to give up
 * @error: as of uds_chart_render_png() and uds_atomic_file_write()
 *
 * Returns: whether it was written
 */
gboolean
uds_chart_write_png (const UdsChartLayout  *layout,
                     double                 margin,
                     GFile                 *file,
                     GCancellable          *cancellable,
                     GError               **error)
{
  g_autoptr (GBytes) bytes = uds_chart_render_png (layout, margin, error);

  return bytes != NULL && uds_atomic_file_write (file, bytes, cancellable, error);
}

/**
 * uds_chart_write_pdf:
 * @layout: a chart; its units are points
 * @margin: around it, in points
 * @file: where to write it
 * @cancellable: (nullable): to give up
 * @error: as of uds_chart_render_pdf() and uds_atomic_file_write()
 *
 * Returns: whether it was written
 */
gboolean
uds_chart_write_pdf (const UdsChartLayout  *layout,
                     double                 margin,
                     GFile                 *file,
                     GCancellable          *cancellable,
                     GError               **error)
{
  g_autoptr (GBytes) bytes = uds_chart_render_pdf (layout, margin, error);

  return bytes != NULL && uds_atomic_file_write (file, bytes, cancellable, error);
}

/**
 * uds_chart_write_svg:
 * @layout: a chart
 * @margin: around it, in units
 * @file: where to write it
 * @cancellable: (nullable): to give up
 * @error: as of uds_atomic_file_write()
 *
 * Returns: whether it was written
 */
gboolean
uds_chart_write_svg (const UdsChartLayout  *layout,
                     double                 margin,
                     GFile                 *file,
                     GCancellable          *cancellable,
                     GError               **error)
{
  g_autoptr (GBytes) bytes = uds_chart_render_svg (layout, margin);

  return uds_atomic_file_write (file, bytes, cancellable, error);
}
