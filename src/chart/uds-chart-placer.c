/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two ways to keep labels apart: the best of a few candidates for labels inside of the plot, and the least
 * movement along one edge for the names at the ends of lines. */
#include "uds-chart-placer-private.h"

#include <math.h>

#define SEGMENTS_MAX 512 /* a line of more is looked at by samples */
#define AROUND_STEPS 6   /* places to each side of where a label belongs */
#define TILE 64.0        /* units: what must stay free is looked up by squares of this size */
#define TILES_MAX 128    /* in a row of them */

typedef struct {
  UdsChartVertex from;
  UdsChartVertex to;
} Segment;

struct _UdsChartPlacer {
  UdsChartRect bounds;
  double tile;      /* the side of a square */
  gsize n_columns;
  gsize n_rows;
  GArray **tiles;   /* UdsChartRect: what must stay free in each square, row by row; none where nothing must */
  GArray *segments; /* Segment: what had better stay free */
};

/**
 * uds_chart_placer_new:
 * @bounds: what all labels must stay within
 *
 * Returns: (transfer full): a placer without obstacles
 */
UdsChartPlacer *
uds_chart_placer_new (const UdsChartRect *bounds)
{
  UdsChartPlacer *self = g_new0 (UdsChartPlacer, 1);

  self->bounds = *bounds;
  self->tile = MAX (TILE, MAX (bounds->width, bounds->height) / TILES_MAX);
  self->n_columns = (gsize) (bounds->width / self->tile) + 1;
  self->n_rows = (gsize) (bounds->height / self->tile) + 1;
  self->tiles = g_new0 (GArray *, self->n_columns * self->n_rows);
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));

  return self;
}

void
uds_chart_placer_free (UdsChartPlacer *self)
{
  for (gsize i = 0; i < self->n_columns * self->n_rows; i++)
    g_clear_pointer (&self->tiles[i], g_array_unref);
  g_free (self->tiles);
  g_array_unref (self->segments);
  g_free (self);
}

/* The square a distance from the first edge falls into; the first or last where it is outside. */
static gsize
find_tile (const UdsChartPlacer *self,
           double                distance,
           gsize                 n_tiles)
{
  return (gsize) CLAMP (distance / self->tile, 0, (double) (n_tiles - 1));
}

/* The squares that a rectangle touches, from the first to the last of each row and column. */
typedef struct {
  gsize left;
  gsize right;
  gsize top;
  gsize bottom;
} Tiles;

static Tiles
find_tiles (const UdsChartPlacer *self,
            const UdsChartRect   *rect)
{
  double x = rect->x - self->bounds.x;
  double y = rect->y - self->bounds.y;

  return (Tiles) { find_tile (self, x, self->n_columns), find_tile (self, x + rect->width, self->n_columns),
                   find_tile (self, y, self->n_rows), find_tile (self, y + rect->height, self->n_rows) };
}

/**
 * uds_chart_placer_add_rect:
 * @self: a placer
 * @rect: what no label may cover
 */
void
uds_chart_placer_add_rect (UdsChartPlacer     *self,
                           const UdsChartRect *rect)
{
  Tiles tiles = find_tiles (self, rect);

  for (gsize row = tiles.top; row <= tiles.bottom; row++)
    for (gsize column = tiles.left; column <= tiles.right; column++)
      {
        GArray **tile = &self->tiles[row * self->n_columns + column];

        if (*tile == NULL)
          *tile = g_array_new (FALSE, FALSE, sizeof (UdsChartRect));
        g_array_append_vals (*tile, rect, 1);
      }
}

/**
 * uds_chart_placer_add_path:
 * @self: a placer
 * @vertices: (array length=n_vertices): a line that labels should not cover
 * @n_vertices: how many
 */
void
uds_chart_placer_add_path (UdsChartPlacer       *self,
                           const UdsChartVertex *vertices,
                           gsize                 n_vertices)
{
  gsize stride = n_vertices / SEGMENTS_MAX + 1;

  for (gsize i = stride; i < n_vertices; i += stride)
    {
      Segment segment = { vertices[i - stride], vertices[i] };

      if (stride == 1 && segment.to.is_start)
        continue;
      g_array_append_val (self->segments, segment);
    }
}

static gboolean
segment_crosses (const Segment      *segment,
                 const UdsChartRect *rect)
{
  UdsChartVertex from = segment->from;
  UdsChartVertex to = segment->to;

  return uds_chart_rect_clip_line (rect, &from, &to);
}

static gsize
count_crossings (const UdsChartPlacer *self,
                 const UdsChartRect   *rect)
{
  gsize n_crossings = 0;

  for (guint i = 0; i < self->segments->len; i++)
    n_crossings += segment_crosses (&g_array_index (self->segments, Segment, i), rect);

  return n_crossings;
}

static gboolean
tile_is_free (const GArray       *tile,
              const UdsChartRect *rect)
{
  for (guint i = 0; tile != NULL && i < tile->len; i++)
    if (uds_chart_rect_overlaps (&g_array_index (tile, UdsChartRect, i), rect))
      return FALSE;
  return TRUE;
}

static gboolean
is_free (const UdsChartPlacer *self,
         const UdsChartRect   *rect)
{
  Tiles tiles;

  if (!uds_chart_rect_contains (&self->bounds, rect))
    return FALSE;

  tiles = find_tiles (self, rect);
  for (gsize row = tiles.top; row <= tiles.bottom; row++)
    for (gsize column = tiles.left; column <= tiles.right; column++)
      if (!tile_is_free (self->tiles[row * self->n_columns + column], rect))
        return FALSE;

  return TRUE;
}

typedef struct {
  gsize n_crossings;
  double distance;
  UdsChartRect rect;
} Choice;

static void
consider (const UdsChartPlacer *self,
          const UdsChartRect   *rect,
          double                distance,
          Choice               *best)
{
  gsize n_crossings;

  if (!is_free (self, rect))
    return;
  n_crossings = count_crossings (self, rect);
  if (n_crossings > best->n_crossings || (n_crossings == best->n_crossings && distance >= best->distance))
    return;

  *best = (Choice) { n_crossings, distance, *rect };
}

/* Looks around a rectangle in steps of half its height, as far as a reader would still see what it belongs
 * to. */
static void
consider_around (const UdsChartPlacer *self,
                 const UdsChartRect   *rect,
                 Choice               *best)
{
  double step = rect->height / 2;

  for (int row = -AROUND_STEPS; row <= AROUND_STEPS; row++)
    for (int column = -AROUND_STEPS; column <= AROUND_STEPS; column++)
      {
        UdsChartRect moved = { rect->x + column * step * 2, rect->y + row * step, rect->width, rect->height };

        consider (self, &moved, hypot (column * 2, row), best);
      }
}

static void
consider_candidates (const UdsChartPlacer *self,
                     const UdsChartRect   *candidates,
                     gsize                 n_candidates,
                     Choice               *best)
{
  for (gsize i = 0; i < n_candidates && best->n_crossings > 0; i++)
    consider (self, &candidates[i], (double) i / (double) n_candidates, best);
}

static gboolean
take (UdsChartPlacer *self,
      const Choice   *best,
      UdsChartRect   *chosen)
{
  if (best->n_crossings == G_MAXSIZE)
    return FALSE;

  *chosen = best->rect;
  uds_chart_placer_add_rect (self, chosen);
  return TRUE;
}

/**
 * uds_chart_placer_choose:
 * @self: a placer
 * @candidates: (array length=n_candidates): where a label could be, the best first
 * @n_candidates: how many, at least one
 * @chosen: (out): where it goes
 *
 * Finds a place for one label, which later ones will keep clear of: the first of @candidates that crosses
 * no line. Where all of them do, the place with the fewest crossings among them and around the best.
 *
 * Returns: %FALSE if every place lies outside, or over something else
 */
gboolean
uds_chart_placer_choose (UdsChartPlacer     *self,
                         const UdsChartRect *candidates,
                         gsize               n_candidates,
                         UdsChartRect       *chosen)
{
  Choice best = { .n_crossings = G_MAXSIZE };

  consider_candidates (self, candidates, n_candidates, &best);
  if (best.n_crossings > 0)
    {
      UdsChartRect middle = best.n_crossings < G_MAXSIZE ? best.rect : candidates[0];

      consider_around (self, &middle, &best);
    }
  return take (self, &best, chosen);
}

/**
 * uds_chart_placer_choose_exactly:
 * @self: a placer
 * @candidates: (array length=n_candidates): where a label could be, the best first
 * @n_candidates: how many, at least one
 * @most_crossings: so many lines it may cross
 * @chosen: (out): where it goes
 *
 * Like uds_chart_placer_choose(), of a label that would be taken for another line's anywhere else: it is one of
 * @candidates, even where it crosses lines.
 *
 * Returns: %FALSE if every place lies outside, over something else, or across too many lines
 */
gboolean
uds_chart_placer_choose_exactly (UdsChartPlacer     *self,
                                 const UdsChartRect *candidates,
                                 gsize               n_candidates,
                                 gsize               most_crossings,
                                 UdsChartRect       *chosen)
{
  Choice best = { .n_crossings = G_MAXSIZE };

  consider_candidates (self, candidates, n_candidates, &best);
  return best.n_crossings <= most_crossings && take (self, &best, chosen);
}

/* A run of labels that touch each other: they move together. */
typedef struct {
  gsize first;
  double top_sum; /* of the tops the run would have for each of its labels alone */
  gsize n_slots;
  double height;
} Run;

static double
run_get_top (const Run *run,
             double     top,
             double     bottom)
{
  double wanted = run->top_sum / (double) run->n_slots;

  return MAX (MIN (wanted, bottom - run->height), top);
}

/* Adds the second run to the first. */
static void
run_merge (Run       *run,
           const Run *next)
{
  run->top_sum += next->top_sum - (double) next->n_slots * run->height;
  run->n_slots += next->n_slots;
  run->height += next->height;
}

/**
 * uds_chart_spread_slots:
 * @slots: (array length=n_slots): labels, sorted by where they want to be
 * @n_slots: how many
 * @top: they stay below this
 * @bottom: they stay above this
 *
 * Moves labels apart along an edge, in the order they have, so that the sum of the squares of their
 * movements is the least (pool adjacent violators: Barlow, Bartholomew, Bremner and Brunk, 1972).
 *
 * Returns: %FALSE if they are higher together than the edge; @slots are then untouched
 */
gboolean
uds_chart_spread_slots (UdsChartSlot *slots,
                        gsize         n_slots,
                        double        top,
                        double        bottom)
{
  g_autofree Run *runs = g_new (Run, n_slots + 1);
  gsize n_runs = 0;
  double height = 0;

  for (gsize i = 0; i < n_slots; i++)
    height += slots[i].height;
  if (height > bottom - top)
    return FALSE;

  for (gsize i = 0; i < n_slots; i++)
    {
      runs[n_runs++] = (Run) { i, slots[i].wanted - slots[i].height / 2, 1, slots[i].height };
      while (n_runs > 1
             && run_get_top (&runs[n_runs - 2], top, bottom) + runs[n_runs - 2].height
                    > run_get_top (&runs[n_runs - 1], top, bottom))
        {
          run_merge (&runs[n_runs - 2], &runs[n_runs - 1]);
          n_runs--;
        }
    }

  for (gsize i = 0; i < n_runs; i++)
    {
      double y = run_get_top (&runs[i], top, bottom);

      for (gsize j = runs[i].first; j < runs[i].first + runs[i].n_slots; j++)
        {
          slots[j].middle = y + slots[j].height / 2;
          y += slots[j].height;
        }
    }

  return TRUE;
}
