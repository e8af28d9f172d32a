/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stamp is a point as it looks at a quarter of a pixel, which is as exact as can be seen. It is laid over the picture
 * pixel by pixel: for a few pixels, telling a drawing library what to do takes longer than doing it. */
#include "uds-chart-stamps-private.h"

#include <math.h>
#include <string.h>

#define STEPS 4       /* places to a pixel, each way */
#define GREATEST 64   /* pixels: what is larger is drawn */
#define KINDS_MAX 64  /* looks that are kept: what comes after them is drawn */

typedef struct {
  const UdsChartMark *mark; /* the first that looks so */
  cairo_surface_t *pictures[STEPS * STEPS];
  int size; /* of a picture, in pixels */
} Stamp;

struct _UdsChartStamps
{
  cairo_surface_t *target; /* the caller's */
  UdsChartStampFunc draw;
  double scale; /* pixels to a unit */
  double left;  /* of the origin, in pixels */
  double top;
  GArray *stamps; /* Stamp */
  gsize last;     /* that was used */
};

static void
clear_stamp (gpointer data)
{
  Stamp *stamp = data;

  for (gsize i = 0; i < G_N_ELEMENTS (stamp->pictures); i++)
    g_clear_pointer (&stamp->pictures[i], cairo_surface_destroy);
}

/* Whether what is drawn goes into pixels as it is, only moved and scaled alike both ways. */
static gboolean
is_plain (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_target (cr);
  cairo_matrix_t matrix;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE || cairo_get_group_target (cr) != target
      || (cairo_image_surface_get_format (target) != CAIRO_FORMAT_ARGB32
          && cairo_image_surface_get_format (target) != CAIRO_FORMAT_RGB24))
    return FALSE;

  cairo_get_matrix (cr, &matrix);
  return matrix.xy == 0 && matrix.yx == 0 && matrix.xx == matrix.yy && matrix.xx > 0;
}

/* Whether all pixels can be drawn. */
static gboolean
is_open (const UdsChartStamps *self,
         cairo_t              *cr)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  return left * self->scale + self->left <= 0 && top * self->scale + self->top <= 0
         && right * self->scale + self->left >= cairo_image_surface_get_width (self->target)
         && bottom * self->scale + self->top >= cairo_image_surface_get_height (self->target);
}

/**
 * uds_chart_stamps_new:
 * @cr: where points are drawn; it must not be moved and scaled afterwards
 * @draw: draws one
 *
 * Returns: (transfer full) (nullable): stamps; %NULL where it is not pixels that are drawn
 */
UdsChartStamps *
uds_chart_stamps_new (cairo_t           *cr,
                      UdsChartStampFunc  draw)
{
  UdsChartStamps *self;
  double scale_x, scale_y;
  cairo_matrix_t matrix;

  if (!is_plain (cr))
    return NULL;

  self = g_new0 (UdsChartStamps, 1);
  self->target = cairo_get_target (cr);
  self->draw = draw;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (self->target, &scale_x, &scale_y);
  cairo_surface_get_device_offset (self->target, &self->left, &self->top);
  self->scale = matrix.xx * scale_x;
  self->left += matrix.x0 * scale_x;
  self->top += matrix.y0 * scale_y;
  self->stamps = g_array_new (FALSE, TRUE, sizeof (Stamp));
  g_array_set_clear_func (self->stamps, clear_stamp);
  if (!is_open (self, cr))
    g_clear_pointer (&self, uds_chart_stamps_free);
  return self;
}

static gboolean
is_same_color (const UdsChartColor *a,
               const UdsChartColor *b)
{
  return a->red == b->red && a->green == b->green && a->blue == b->blue && a->alpha == b->alpha;
}

static gboolean
looks_alike (const UdsChartMark *a,
             const UdsChartMark *b)
{
  return a == b
         || (a->marker == b->marker && a->size == b->size && a->pen.width == b->pen.width && a->pen.n_dashes == 0
             && b->pen.n_dashes == 0 && is_same_color (&a->fill, &b->fill)
             && is_same_color (&a->pen.color, &b->pen.color));
}

static Stamp *
find_stamp (UdsChartStamps     *self,
            const UdsChartMark *mark)
{
  Stamp stamp = { .mark = mark, .size = (int) ceil (mark->size * self->scale) + 3 };

  for (gsize i = 0; i < self->stamps->len; i++)
    {
      gsize at = (self->last + i) % self->stamps->len;

      if (!looks_alike (g_array_index (self->stamps, Stamp, at).mark, mark))
        continue;
      self->last = at;
      return &g_array_index (self->stamps, Stamp, at);
    }
  if (self->stamps->len == KINDS_MAX || stamp.size > GREATEST)
    return NULL;

  g_array_append_val (self->stamps, stamp);
  self->last = self->stamps->len - 1;
  return &g_array_index (self->stamps, Stamp, self->last);
}

/* The point with its middle so many steps right and below of the middle of the picture. */
static cairo_surface_t *
ensure_picture (UdsChartStamps *self,
                Stamp          *stamp,
                int             right,
                int             below)
{
  cairo_surface_t **picture = &stamp->pictures[below * STEPS + right];
  UdsChartMark mark = *stamp->mark;
  UdsChartVertex middle = { stamp->size / 2 + (double) right / STEPS, stamp->size / 2 + (double) below / STEPS, FALSE };
  cairo_t *cr;

  if (*picture != NULL)
    return *picture;

  *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, stamp->size, stamp->size);
  cairo_surface_set_device_scale (*picture, self->scale, self->scale);
  middle.x /= self->scale;
  middle.y /= self->scale;
  mark.vertices = &middle;
  cr = cairo_create (*picture);
  self->draw (&mark, cr);
  cairo_destroy (cr);
  cairo_surface_flush (*picture);
  return *picture;
}

/* Two of the four parts of a pixel at once: below × (255 − alpha) / 255, rounded. */
static guint32
fade_pair (guint32 pair,
           guint32 rest)
{
  guint32 product = (pair & 0x00ff00ff) * rest + 0x00800080;

  return ((product + ((product >> 8) & 0x00ff00ff)) >> 8) & 0x00ff00ff;
}

static void
lay_over (guint32       *below,
          const guint32 *above,
          int            n_pixels)
{
  for (int i = 0; i < n_pixels; i++)
    {
      guint32 rest = 255 - (above[i] >> 24);

      if (rest == 255)
        continue;
      if (rest == 0)
        {
          below[i] = above[i];
          continue;
        }
      below[i] = above[i] + fade_pair (below[i], rest) + (fade_pair (below[i] >> 8, rest) << 8);
    }
}

static void
stamp_at (UdsChartStamps  *self,
          cairo_surface_t *picture,
          int              x,
          int              y)
{
  guint8 *target = cairo_image_surface_get_data (self->target);
  const guint8 *source = cairo_image_surface_get_data (picture);
  int target_stride = cairo_image_surface_get_stride (self->target);
  int stride = cairo_image_surface_get_stride (picture);
  int size = cairo_image_surface_get_width (picture);
  int left = MAX (-x, 0), right = MIN (size, cairo_image_surface_get_width (self->target) - x);
  int top = MAX (-y, 0), bottom = MIN (size, cairo_image_surface_get_height (self->target) - y);

  for (int row = top; row < bottom && left < right; row++)
    lay_over ((guint32 *) (gpointer) (target + (gssize) (y + row) * target_stride) + x + left,
              (const guint32 *) (gconstpointer) (source + (gssize) row * stride) + left, right - left);
}

/**
 * uds_chart_stamps_draw:
 * @self: stamps
 * @mark: a point, which stays as long as @self
 *
 * The target must have been flushed since Cairo drew there last, and be marked dirty before Cairo does so again.
 *
 * Returns: %FALSE where it has to be drawn
 */
gboolean
uds_chart_stamps_draw (UdsChartStamps     *self,
                       const UdsChartMark *mark)
{
  Stamp *stamp = find_stamp (self, mark);
  double x = self->left + mark->vertices->x * self->scale;
  double y = self->top + mark->vertices->y * self->scale;
  int across = (int) floor (x * STEPS + 0.5), down = (int) floor (y * STEPS + 0.5);
  int right = across & (STEPS - 1), below = down & (STEPS - 1);

  if (stamp == NULL)
    return FALSE;

  stamp_at (self, ensure_picture (self, stamp, right, below), (across - right) / STEPS - stamp->size / 2,
            (down - below) / STEPS - stamp->size / 2);
  return TRUE;
}

void
uds_chart_stamps_free (UdsChartStamps *self)
{
  g_array_unref (self->stamps);
  g_free (self);
}
