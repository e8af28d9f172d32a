/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares by what the eye sees from a step away: the mean colours of small areas. Where a letter's edge falls between
 * two pixels is lost in them; where a tile stands and what colour it has is not. Files are the test's business. */
#include "ui-picture.h"

/* So many pixels of the window, each way, are one of the picture. */
#define SHRINK 4

/* A difference is looked at over so many pixels around one. */
#define REACH 1

/* The most by which the mean of an area may be off in one of its colours, of 255. */
#define TOLERANCE 14

#define N_CHANNELS 3

typedef struct {
  const guchar *pixels;
  int width;
  int height;
  int stride;
} View;

static View
view_surface (cairo_surface_t *surface)
{
  cairo_surface_flush (surface);
  return (View) { cairo_image_surface_get_data (surface), cairo_image_surface_get_width (surface),
                  cairo_image_surface_get_height (surface), cairo_image_surface_get_stride (surface) };
}

static int
get_channel (const View *view,
             int         x,
             int         y,
             int         channel)
{
  return view->pixels[y * view->stride + x * 4 + channel];
}

/**
 * ui_picture_shrink:
 * @texture: a picture of a window
 * @shift: by how many of its pixels all of it stands farther right and down
 *
 * Returns: (transfer full): a quarter as wide and as high
 */
cairo_surface_t *
ui_picture_shrink (GdkTexture *texture,
                   double      shift)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autoptr (cairo_surface_t) whole = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width / SHRINK, height / SHRINK);
  g_autoptr (cairo_t) cr = cairo_create (small);

  gdk_texture_download (texture, cairo_image_surface_get_data (whole),
                        (gsize) cairo_image_surface_get_stride (whole));
  cairo_surface_mark_dirty (whole);
  /* What is outside of the window's round corners and in its shadow. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 1.0 / SHRINK, 1.0 / SHRINK);
  cairo_set_source_surface (cr, whole, shift, shift);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  return small;
}

/* By how much the means around a pixel differ, in the colour where it is most. */
static int
get_difference (const View *a,
                const View *b,
                int         x,
                int         y)
{
  const int n_pixels = (2 * REACH + 1) * (2 * REACH + 1);
  int most = 0;

  for (int channel = 0; channel < N_CHANNELS; channel++)
    {
      int sum = 0;

      for (int i = y - REACH; i <= y + REACH; i++)
        for (int j = x - REACH; j <= x + REACH; j++)
          sum += get_channel (a, j, i, channel) - get_channel (b, j, i, channel);
      most = MAX (most, ABS (sum) / n_pixels);
    }

  return most;
}

/**
 * ui_picture_compare:
 * @a: a picture
 * @b: another
 * @marks: (nullable): a picture of the same size, in which the places that differ are painted red
 *
 * Returns: how many pixels of @a are not as in @b; all of them where the sizes differ
 */
guint
ui_picture_compare (cairo_surface_t *a,
                    cairo_surface_t *b,
                    cairo_surface_t *marks)
{
  View left = view_surface (a);
  View right = view_surface (b);
  g_autoptr (cairo_t) cr = marks != NULL ? cairo_create (marks) : NULL;
  guint n_different = 0;

  if (left.width != right.width || left.height != right.height)
    return (guint) (left.width * left.height);

  if (cr != NULL)
    cairo_set_source_rgb (cr, 1, 0, 0);
  for (int y = REACH; y < left.height - REACH; y++)
    for (int x = REACH; x < left.width - REACH; x++)
      {
        if (get_difference (&left, &right, x, y) <= TOLERANCE)
          continue;
        n_different++;
        if (cr != NULL)
          {
            cairo_rectangle (cr, x, y, 1, 1);
            cairo_fill (cr);
          }
      }

  return n_different;
}
