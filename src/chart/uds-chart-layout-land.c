/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The land under a map: outlines laid flat, cut off at the frame, and thinned to what can be seen. Land is faint and
 * the sea is the paper, so that dots stand out; borders are lines of paper between the countries. */
#include "uds-chart-layout-map-private.h"

#include <math.h>

#define THIN 0.5           /* device pixels: points nearer than this to each other are one */
#define SOUTH_END -60.0    /* nobody lives farther south */
#define HORIZON G_SQRT2    /* of the azimuthal projection: what lies on the other half of the earth */
#define BORDER_PART 0.55   /* of the width of a grid line */

typedef struct {
  UdsChartBuild *build;
  const UdsChartMapFrame *frame;
  UdsChartDegrees south_west; /* the bounds of the outlines */
  UdsChartDegrees north_east;
  GArray *ring;    /* UdsChartVertex: one, laid flat */
  GArray *cut;     /* the same, while it is being cut off */
  GArray *land;    /* what is filled */
  GArray *borders; /* what is drawn */
} Land;

static UdsChartDetail
choose_detail (const UdsChartMapFrame *frame)
{
  UdsChartDegrees south_west, north_east;

  uds_chart_outlines_get_bounds (UDS_CHART_DETAIL_EUROPE, &south_west, &north_east);
  return uds_chart_frame_is_within (frame, &south_west, &north_east) ? UDS_CHART_DETAIL_EUROPE
                                                                     : UDS_CHART_DETAIL_WORLD;
}

/* Lays a ring flat. Returns its bounds; nothing where all of it lies on the other half of the earth. */
static gboolean
flatten (Land               *land,
         const UdsChartRing *ring,
         UdsChartRect       *bounds)
{
  const UdsChartMapFrame *frame = land->frame;
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  gboolean is_seen = frame->projection.kind == UDS_CHART_PROJECTION_EQUAL_EARTH;
  UdsChartVertex middle;

  uds_chart_frame_map (frame, &frame->projection.centre, &middle);
  g_array_set_size (land->ring, (guint) ring->n_points);
  for (gsize i = 0; i < ring->n_points; i++)
    {
      UdsChartVertex *vertex = &g_array_index (land->ring, UdsChartVertex, i);

      uds_chart_frame_map (frame, &ring->points[i], vertex);
      left = MIN (left, vertex->x);
      right = MAX (right, vertex->x);
      top = MIN (top, vertex->y);
      bottom = MAX (bottom, vertex->y);
      is_seen = is_seen || hypot (vertex->x - middle.x, vertex->y - middle.y) < HORIZON * frame->scale;
    }
  *bounds = (UdsChartRect) { left, top, right - left, bottom - top };
  return is_seen;
}

/* Where a ring was cut, by 180° or by the end of the finer outlines, there is no border. */
static gboolean
is_cut (const Land            *land,
        const UdsChartDegrees *from,
        const UdsChartDegrees *to)
{
  return (from->longitude == to->longitude
          && (from->longitude == land->south_west.longitude || from->longitude == land->north_east.longitude))
         || (from->latitude == to->latitude
             && (from->latitude == land->south_west.latitude || from->latitude == land->north_east.latitude));
}

static gboolean
is_near (const Land           *land,
         const UdsChartVertex *a,
         const UdsChartVertex *b)
{
  return hypot (a->x - b->x, a->y - b->y) * land->build->layout->size.resolution < THIN;
}

static void
append (GArray         *vertices,
        UdsChartVertex  vertex,
        gboolean        is_start)
{
  vertex.is_start = is_start;
  g_array_append_val (vertices, vertex);
}

/* One side of the frame: what lies beyond it is cut off (Sutherland and Hodgman, 1974). */
typedef struct {
  double x; /* inwards */
  double y;
  double distance;
} Side;

static double
measure (const Side           *side,
         const UdsChartVertex *vertex)
{
  return side->x * vertex->x + side->y * vertex->y - side->distance;
}

static void
cut_off (Land       *land,
         const Side *side)
{
  GArray *ring = land->ring;

  g_array_set_size (land->cut, 0);
  for (guint i = 0; i < ring->len; i++)
    {
      const UdsChartVertex *from = &g_array_index (ring, UdsChartVertex, i);
      const UdsChartVertex *to = &g_array_index (ring, UdsChartVertex, (i + 1) % ring->len);
      double before = measure (side, from);
      double after = measure (side, to);
      double part = before / (before - after);

      if (before >= 0)
        append (land->cut, *from, FALSE);
      if ((before >= 0) != (after >= 0))
        append (land->cut,
                (UdsChartVertex) { from->x + part * (to->x - from->x), from->y + part * (to->y - from->y), FALSE },
                FALSE);
    }
  land->ring = land->cut;
  land->cut = ring;
}

static void
cut_to_frame (Land *land)
{
  const UdsChartRect *plot = &land->frame->plot;
  const Side sides[] = { { 1, 0, plot->x },
                         { -1, 0, -plot->x - plot->width },
                         { 0, 1, plot->y },
                         { 0, -1, -plot->y - plot->height } };

  for (gsize i = 0; i < G_N_ELEMENTS (sides) && land->ring->len > 0; i++)
    cut_off (land, &sides[i]);
}

/* Adds the ring to what is filled, without the points that cannot be told from the one before. */
static void
add_fill (Land *land)
{
  const UdsChartVertex *vertices = (const UdsChartVertex *) (gpointer) land->ring->data;
  guint start = land->land->len;
  const UdsChartVertex *last = NULL;

  for (guint i = 0; i < land->ring->len; i++)
    {
      if (last != NULL && is_near (land, last, &vertices[i]))
        continue;
      last = &vertices[i];
      append (land->land, *last, land->land->len == start);
    }
  if (land->land->len - start < 3)
    g_array_set_size (land->land, start);
}

static void
add_border (Land                 *land,
            const UdsChartVertex *from,
            const UdsChartVertex *to,
            gboolean             *is_on)
{
  UdsChartVertex ends[2] = { *from, *to };
  const GArray *borders = land->borders;

  if (!uds_chart_rect_clip_line (&land->frame->plot, &ends[0], &ends[1]))
    {
      *is_on = FALSE;
      return;
    }
  if (!*is_on || borders->len == 0 || ends[0].x != from->x || ends[0].y != from->y)
    append (land->borders, ends[0], TRUE);
  append (land->borders, ends[1], FALSE);
  *is_on = ends[1].x == to->x && ends[1].y == to->y;
}

static void
add_borders (Land               *land,
             const UdsChartRing *ring)
{
  const UdsChartVertex *vertices = (const UdsChartVertex *) (gpointer) land->ring->data;
  gboolean is_on = FALSE;
  gsize last = 0;

  for (gsize i = 1; i <= ring->n_points; i++)
    {
      gsize to = i % ring->n_points;

      if (is_cut (land, &ring->points[i - 1], &ring->points[to]))
        {
          is_on = FALSE;
          last = to;
          continue;
        }
      if (i < ring->n_points && is_near (land, &vertices[last], &vertices[to]))
        continue;
      add_border (land, &vertices[last], &vertices[to], &is_on);
      last = to;
    }
}

static void
add_ring (Land               *land,
          const UdsChartRing *ring)
{
  const UdsChartRect *plot = &land->frame->plot;
  UdsChartRect bounds;

  if (ring->north < SOUTH_END || !flatten (land, ring, &bounds) || !uds_chart_rect_overlaps (&bounds, plot))
    return;

  add_borders (land, ring);
  if (!uds_chart_rect_contains (plot, &bounds))
    cut_to_frame (land);
  add_fill (land);
}

static UdsChartPen
make_border_pen (const UdsChartTheme *theme)
{
  UdsChartPen pen = theme->grid;

  pen.color = theme->background;
  pen.width *= BORDER_PART;
  return pen;
}

/**
 * uds_chart_build_land:
 * @build: a build
 * @frame: which part of the world, and where
 *
 * Adds the land and its borders.
 */
void
uds_chart_build_land (UdsChartBuild          *build,
                      const UdsChartMapFrame *frame)
{
  UdsChartDetail detail = choose_detail (frame);
  UdsChartPen pen = make_border_pen (build->theme);
  gsize n_rings;
  const UdsChartRing *rings = uds_chart_outlines_get (detail, &n_rings);
  Land land = { .build = build, .frame = frame };
  GArray **arrays[] = { &land.ring, &land.cut, &land.land, &land.borders };

  uds_chart_outlines_get_bounds (detail, &land.south_west, &land.north_east);
  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, FALSE, sizeof (UdsChartVertex));
  for (gsize i = 0; i < n_rings; i++)
    add_ring (&land, &rings[i]);

  if (land.land->len > 0)
    uds_chart_build_add_area (build, UDS_CHART_ROLE_LAND, &build->theme->grid.color, land.land);
  if (land.borders->len > 0)
    uds_chart_build_add_path (build, UDS_CHART_ROLE_BORDER, &pen, land.borders)->is_dense = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (*arrays[i]);
}
