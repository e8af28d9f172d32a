/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the frames of a map by where its places are, and shares the room out between them: the insets in a column
 * beside the main frame or in a row below it, whichever leaves that one larger. */
#include "uds-chart-frames-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define REGION_LEAST 3   /* places: fewer are shown in the world around them */
#define COLUMN_PART 0.27 /* of the width, for insets beside the main frame */
#define WIDE_ENOUGH 46   /* gaps of width, from which on insets stand beside it */
#define LOWEST_ASPECT 1.3 /* of a main frame that is not the world: as high as this and no higher */
#define EDGE_SAMPLES 16
#define VIEW_SPAN 2.0 /* radians across: what shows more than this is a map of the world */
#define LOCATOR_SPAN 0.42 /* radians across, some 2,700 km */
#define LOCATOR_HEIGHT 10 /* gaps, at most: it is a strip where there is more width */

typedef enum {
  REGION_WORLD,
  REGION_EUROPE,
  REGION_GREATER_COPENHAGEN,
  N_REGIONS,
} Region;

/* What each must show. Europe lies around the centre of the European grid (ETRS89-LAEA). */
static const struct {
  const char *title;
  UdsChartProjection projection;
  UdsChartDegrees south_west;
  UdsChartDegrees north_east;
} regions[N_REGIONS] = {
  [REGION_WORLD] = { NULL,
                     { UDS_CHART_PROJECTION_EQUAL_EARTH, { UDS_CHART_WORLD_MERIDIAN, 0 } },
                     { UDS_CHART_WORLD_MERIDIAN - 176, -56 },
                     { UDS_CHART_WORLD_MERIDIAN + 174, 83.7 } },
  [REGION_EUROPE] = { N_("Europe"), { UDS_CHART_PROJECTION_AZIMUTHAL, { 10, 52 } }, { -10, 36 }, { 38, 63 } },
  [REGION_GREATER_COPENHAGEN] = { N_("Greater Copenhagen"),
                                  { UDS_CHART_PROJECTION_AZIMUTHAL, { 13, 56 } },
                                  { 10.95, 54.55 },
                                  { 15.1, 57.55 } },
};

/* A box on the paper, in radians. */
typedef struct {
  double left;
  double bottom;
  double right;
  double top;
} Box;

static void
include (Box                      *box,
         const UdsChartProjection *projection,
         double                    longitude,
         double                    latitude)
{
  double x, y;

  if (longitude > 180)
    longitude -= 360;
  uds_chart_projection_map (projection, &(UdsChartDegrees) { longitude, latitude }, &x, &y);
  box->left = MIN (box->left, x);
  box->right = MAX (box->right, x);
  box->bottom = MIN (box->bottom, y);
  box->top = MAX (box->top, y);
}

/* The edges are curved, so that their corners do not tell how far they reach. */
static Box
get_box (Region region)
{
  const UdsChartDegrees *south_west = &regions[region].south_west;
  const UdsChartDegrees *north_east = &regions[region].north_east;
  Box box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (int i = 0; i <= EDGE_SAMPLES; i++)
    {
      double part = (double) i / EDGE_SAMPLES;
      double longitude = south_west->longitude + part * (north_east->longitude - south_west->longitude);
      double latitude = south_west->latitude + part * (north_east->latitude - south_west->latitude);

      include (&box, &regions[region].projection, longitude, south_west->latitude);
      include (&box, &regions[region].projection, longitude, north_east->latitude);
      include (&box, &regions[region].projection, south_west->longitude, latitude);
      include (&box, &regions[region].projection, north_east->longitude, latitude);
    }
  return box;
}

static double
get_aspect (Region region)
{
  Box box = get_box (region);

  return (box.right - box.left) / (box.top - box.bottom);
}

static gboolean
is_inside (Region                 region,
           const UdsChartDegrees *degrees)
{
  return region == REGION_WORLD
         || (degrees->longitude >= regions[region].south_west.longitude
             && degrees->longitude <= regions[region].north_east.longitude
             && degrees->latitude >= regions[region].south_west.latitude
             && degrees->latitude <= regions[region].north_east.latitude);
}

static gsize
count_inside (const UdsChartMap *map,
              Region             region)
{
  gsize n_inside = 0;

  for (gsize i = 0; i < uds_chart_map_get_n_places (map); i++)
    n_inside += is_inside (region, uds_chart_map_get_degrees (map, i));
  return n_inside;
}

/* The smallest region that has every place, if they are many, then the smaller ones in which many lie. */
static gsize
choose_regions (const UdsChartMap *map,
                Region             chosen[N_REGIONS])
{
  gsize n_places = uds_chart_map_get_n_places (map);
  Region main_region = REGION_WORLD;
  gsize n_chosen = 0;

  for (Region region = REGION_WORLD; region < N_REGIONS && n_places >= REGION_LEAST; region++)
    if (count_inside (map, region) == n_places)
      main_region = region;

  chosen[n_chosen++] = main_region;
  for (Region region = main_region + 1; region < N_REGIONS; region++)
    if (count_inside (map, region) >= REGION_LEAST)
      chosen[n_chosen++] = region;
  return n_chosen;
}

/* All that is to be shown, as large as it goes. */
static void
fit (UdsChartMapFrame   *frame,
     Region              region,
     const UdsChartRect *plot)
{
  Box box = get_box (region);

  *frame = (UdsChartMapFrame) {
    .title = regions[region].title,
    .plot = *plot,
    .projection = regions[region].projection,
    .x = (box.left + box.right) / 2,
    .y = (box.bottom + box.top) / 2,
    .scale = MIN (plot->width / (box.right - box.left), plot->height / (box.top - box.bottom)),
    .is_crowded = region == REGION_GREATER_COPENHAGEN,
  };
}

/* How large a radian of the main region becomes in a rectangle. */
static double
measure_scale (Region region,
               double width,
               double height)
{
  Box box = get_box (region);

  return MIN (width / (box.right - box.left), height / (box.top - box.bottom));
}

/* An inset that were much higher than what it must show would reach from pole to pole. */
static double
measure_inset (Region region,
               double width,
               double room)
{
  return MIN (room, width / MIN (get_aspect (region), 1));
}

/* How high the insets are above each other, of which none is higher than @room. */
static double
measure_column (const Region *chosen,
                gsize         n_insets,
                double        width,
                double        room,
                double        gap)
{
  double height = gap * (double) (n_insets - 1);

  for (gsize i = 0; i < n_insets; i++)
    height += measure_inset (chosen[i], width, room);
  return height;
}

static void
arrange_beside (UdsChartMapFrames  *self,
                const Region       *chosen,
                const UdsChartRect *area,
                double              gap)
{
  gsize n_insets = self->n_frames - 1;
  double column = area->width * COLUMN_PART;
  double room = (area->height - gap * (double) (n_insets - 1)) / (double) n_insets;
  UdsChartRect rest = { area->x, area->y, area->width - column - gap, area->height };
  double height = measure_column (chosen + 1, n_insets, column, room, gap);
  UdsChartRect plot = { area->x + area->width - column, area->y + (area->height - height) / 2, column, 0 };

  fit (&self->frames[0], chosen[0], &rest);
  for (gsize i = 1; i <= n_insets; i++)
    {
      plot.height = measure_inset (chosen[i], column, room);
      fit (&self->frames[i], chosen[i], &plot);
      plot.y += plot.height + gap;
    }
}

/* How high a row of insets is that lie beside each other. */
static double
measure_row (const Region *chosen,
             gsize         n_insets,
             double        width,
             double        gap)
{
  double each = (width - gap * (double) (n_insets - 1)) / (double) n_insets;
  double height = each / MAX (get_aspect (chosen[1]), 1);

  return MIN (height, width / 2);
}

static void
arrange_below (UdsChartMapFrames  *self,
               const Region       *chosen,
               const UdsChartRect *area,
               double              gap)
{
  gsize n_insets = self->n_frames - 1;
  double row = MIN (measure_row (chosen, n_insets, area->width, gap), area->height / 2);
  double width = (area->width - gap * (double) (n_insets - 1)) / (double) n_insets;
  UdsChartRect rest = { area->x, area->y, area->width, area->height - row - gap };

  fit (&self->frames[0], chosen[0], &rest);
  for (gsize i = 0; i < n_insets; i++)
    fit (&self->frames[i + 1], chosen[i + 1],
         &(UdsChartRect) { area->x + (width + gap) * (double) i, area->y + area->height - row, width, row });
}

/* A small window around one place. */
static void
arrange_locator (UdsChartMapFrames  *self,
                 const UdsChartMap  *map,
                 const UdsChartRect *area)
{
  UdsChartMapView view = { *uds_chart_map_get_degrees (map, uds_chart_map_get_locator (map)),
                           MIN (area->width, area->height) / LOCATOR_SPAN };

  uds_chart_frame_init_view (&self->frames[0], area, &view);
  self->n_frames = 1;
}

/**
 * uds_chart_frames_arrange:
 * @self: (out): the frames
 * @map: what is to be shown
 * @area: where there is room
 * @gap: between two frames
 *
 * Chooses the frames and places them.
 */
void
uds_chart_frames_arrange (UdsChartMapFrames  *self,
                          const UdsChartMap  *map,
                          const UdsChartRect *area,
                          double              gap)
{
  Region chosen[N_REGIONS];

  if (uds_chart_map_get_locator (map) != UDS_CHART_NONE)
    {
      arrange_locator (self, map, area);
      return;
    }

  self->n_frames = choose_regions (map, chosen);
  if (self->n_frames == 1)
    fit (&self->frames[0], chosen[0], area);
  else if (measure_scale (chosen[0], area->width * (1 - COLUMN_PART) - gap, area->height)
           >= measure_scale (chosen[0], area->width,
                             area->height - gap - measure_row (chosen, self->n_frames - 1, area->width, gap)))
    arrange_beside (self, chosen, area, gap);
  else
    arrange_below (self, chosen, area, gap);
}

/**
 * uds_chart_frames_get_height:
 * @map: what is to be shown
 * @width: how much room there is, in units
 * @gap: between two frames
 *
 * Returns: how high the map had better be
 */
double
uds_chart_frames_get_height (const UdsChartMap *map,
                             double             width,
                             double             gap)
{
  Region chosen[N_REGIONS];
  gsize n_frames = choose_regions (map, chosen);
  double aspect = chosen[0] == REGION_WORLD ? get_aspect (REGION_WORLD) : MAX (get_aspect (chosen[0]), LOWEST_ASPECT);

  if (uds_chart_map_get_locator (map) != UDS_CHART_NONE)
    return MIN (width / LOWEST_ASPECT, gap * LOCATOR_HEIGHT);
  if (n_frames == 1)
    return width / aspect;
  if (width >= gap * WIDE_ENOUGH)
    return MAX ((width * (1 - COLUMN_PART) - gap) / aspect,
                measure_column (chosen + 1, n_frames - 1, width * COLUMN_PART, width * COLUMN_PART, gap));
  return width / aspect + gap + measure_row (chosen, n_frames - 1, width, gap);
}

/* Much of the world is shown as a map of the world; less, around its own centre. */
static gboolean
is_of_world (const UdsChartMapView *view,
             double                 width,
             double                 height)
{
  return hypot (width, height) >= VIEW_SPAN * view->scale;
}

/**
 * uds_chart_map_view_limit:
 * @self: (inout): what a map is to show
 * @width: of the map, in units
 * @height: of the map
 *
 * Moves it to the south or north, so that nothing beyond the ends of the earth is shown or, where there is not enough
 * of the earth, as much at both.
 *
 * Returns: how far it was moved to the north, in units; negative to the south
 */
double
uds_chart_map_view_limit (UdsChartMapView *self,
                          double           width,
                          double           height)
{
  const UdsChartProjection *world = &regions[REGION_WORLD].projection;
  Box box = get_box (REGION_WORLD);
  double half = height / self->scale / 2;
  double x, y, limited;

  if (!is_of_world (self, width, height))
    return 0;

  uds_chart_projection_map (world, &self->centre, &x, &y);
  limited = 2 * half < box.top - box.bottom ? CLAMP (y, box.bottom + half, box.top - half) : (box.bottom + box.top) / 2;
  if (limited != y)
    uds_chart_projection_invert (world, x, limited, &self->centre);
  return (limited - y) * self->scale;
}

/**
 * uds_chart_frame_init_view:
 * @self: (out): a frame
 * @plot: where it is
 * @view: what it shows
 */
void
uds_chart_frame_init_view (UdsChartMapFrame      *self,
                           const UdsChartRect    *plot,
                           const UdsChartMapView *view)
{
  *self = (UdsChartMapFrame) { .plot = *plot, .projection = regions[REGION_WORLD].projection, .scale = view->scale };
  if (!is_of_world (view, plot->width, plot->height))
    self->projection = (UdsChartProjection) { UDS_CHART_PROJECTION_AZIMUTHAL, view->centre };
  uds_chart_projection_map (&self->projection, &view->centre, &self->x, &self->y);
}

/**
 * uds_chart_frame_map:
 * @self: a frame
 * @degrees: a place on the earth
 * @vertex: (out): where it is, perhaps outside of the frame
 */
void
uds_chart_frame_map (const UdsChartMapFrame *self,
                     const UdsChartDegrees  *degrees,
                     UdsChartVertex         *vertex)
{
  double x, y;

  uds_chart_projection_map (&self->projection, degrees, &x, &y);
  *vertex = (UdsChartVertex) {
    self->plot.x + self->plot.width / 2 + (x - self->x) * self->scale,
    self->plot.y + self->plot.height / 2 - (y - self->y) * self->scale,
    FALSE,
  };
}

/**
 * uds_chart_frame_invert:
 * @self: a frame
 * @x: a place in the layout
 * @y: a place in the layout
 * @degrees: (out): what lies there
 *
 * Returns: %FALSE where that is beside the earth
 */
gboolean
uds_chart_frame_invert (const UdsChartMapFrame *self,
                        double                  x,
                        double                  y,
                        UdsChartDegrees        *degrees)
{
  return uds_chart_projection_invert (&self->projection,
                                      self->x + (x - self->plot.x - self->plot.width / 2) / self->scale,
                                      self->y - (y - self->plot.y - self->plot.height / 2) / self->scale, degrees);
}

/**
 * uds_chart_frame_is_within:
 * @self: a frame
 * @south_west: where a part of the earth begins
 * @north_east: where it ends
 *
 * Returns: whether all that the frame shows lies there
 */
gboolean
uds_chart_frame_is_within (const UdsChartMapFrame *self,
                           const UdsChartDegrees  *south_west,
                           const UdsChartDegrees  *north_east)
{
  for (int i = 0; i <= EDGE_SAMPLES; i++)
    for (int j = 0; j <= EDGE_SAMPLES; j += i == 0 || i == EDGE_SAMPLES ? 1 : EDGE_SAMPLES)
      {
        double x = self->plot.x + self->plot.width * i / EDGE_SAMPLES;
        double y = self->plot.y + self->plot.height * j / EDGE_SAMPLES;
        UdsChartDegrees degrees;

        if (!uds_chart_frame_invert (self, x, y, &degrees) || degrees.longitude < south_west->longitude
            || degrees.longitude > north_east->longitude || degrees.latitude < south_west->latitude
            || degrees.latitude > north_east->latitude)
          return FALSE;
      }
  return TRUE;
}
