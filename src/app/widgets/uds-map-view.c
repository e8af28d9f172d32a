/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of the world is seen. The picture there is is moved and scaled at once; a sharp one is drawn in a thread
 * and takes its place, wherever that is by then. Cursor and tooltips are uds-chart-view.c's, keys, pointer and fingers
 * uds-map-gestures.c's. */
#include "uds-map-view.h"

#include "uds-chart-draw.h"
#include "uds-chart-style.h"
#include "uds-map-gestures.h"
#include "uds-map-picture.h"

#include <math.h>

#define LEAST_HEIGHT 220
#define MOST_HEIGHT 520
#define CLOSEST 16000.0    /* units to a radian: the outlines are no finer */
#define MARGIN_PART 0.25   /* of the map, that is drawn beyond each of its edges */
#define EDGE 24            /* pixels from the edge, beyond which the cursor is brought back in sight */
#define CURSOR_ROOM 8      /* pixels around the cursor's place, for what marks it */

struct _UdsMapView
{
  UdsChartView parent_instance;

  GdkTexture *texture; /* of the layout; of an older one until there is another */
  double width;        /* of the texture, in units of the layout */
  double height;
  gboolean is_whole;   /* what is wanted: all of the map */
  UdsChartMapView view; /* or this of it */
  UdsChartDegrees target; /* what was zoomed into from all of the map */
  double whole_scale;  /* what all of it is shown at; 0 as long as that is not known */

  gboolean is_stale;   /* what is shown is not what is wanted */
  gboolean is_drawing;
  gboolean shows_whole; /* what is shown: the layout is that of all of the map */
  guint generation;    /* of size, looks and spec: what was drawn for an older one is not shown */
};

enum {
  PROP_0,
  PROP_IS_WHOLE,
  N_PROPS,
};

enum {
  SIGNAL_MOVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UdsMapView, uds_map_view, UDS_TYPE_CHART_VIEW)

static UdsChartLayout *
get_layout (UdsMapView *self)
{
  return uds_chart_view_get_layout (UDS_CHART_VIEW (self));
}

static const UdsChartPlacement *
get_placement (UdsMapView *self)
{
  return uds_chart_view_get_placement (UDS_CHART_VIEW (self));
}

static UdsChartVertex
get_middle (UdsMapView *self)
{
  return (UdsChartVertex) { gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                            gtk_widget_get_height (GTK_WIDGET (self)) / 2.0, FALSE };
}

/* Drawing */

/* What a picture is drawn for, to know what has become of the map when it is there. */
typedef struct {
  UdsMapRequest request;
  UdsChartPlacement before; /* of what was shown when it was asked for */
  double margin_x;
  double margin_y;
  guint generation;
} Drawing;

static void request_picture (UdsMapView *self);

/* Where a new picture goes: what was asked for, moved and scaled as the old one was since. */
static UdsChartPlacement
place_picture (UdsMapView    *self,
               const Drawing *drawing)
{
  const UdsChartPlacement *now = get_placement (self);
  double scale = now->scale / drawing->before.scale;

  return (UdsChartPlacement) { (-drawing->margin_x - drawing->before.x) * scale + now->x,
                               (-drawing->margin_y - drawing->before.y) * scale + now->y, scale };
}

static void
take_picture (UdsMapView    *self,
              UdsMapPicture *picture,
              const Drawing *drawing)
{
  UdsChartPlacement placement = { 0, 0, 1 };

  if (!drawing->request.is_whole)
    placement = place_picture (self, drawing);
  else
    {
      UdsChartMapView whole;

      uds_chart_layout_get_map_view (picture->layout, &whole);
      self->whole_scale = whole.scale;
    }
  g_set_object (&self->texture, picture->texture);
  self->shows_whole = drawing->request.is_whole;
  self->width = drawing->request.size.width;
  self->height = drawing->request.size.height;
  uds_chart_view_take_layout (UDS_CHART_VIEW (self), uds_chart_layout_ref (picture->layout), &placement);
}

static void
on_drawn_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  UdsMapView *self = UDS_MAP_VIEW (source);
  g_autofree Drawing *drawing = data;
  g_autoptr (UdsMapPicture) picture = uds_map_picture_draw_finish (result);

  self->is_drawing = FALSE;
  if (drawing->generation == self->generation && drawing->request.is_whole == self->is_whole)
    take_picture (self, picture, drawing);
  if (self->is_stale)
    request_picture (self);
}

static void
request_picture (UdsMapView *self)
{
  UdsChartSpec *spec = uds_chart_view_get_spec (UDS_CHART_VIEW (self));
  GtkWidget *widget = GTK_WIDGET (self);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  Drawing *drawing;

  self->is_stale = TRUE;
  if (self->is_drawing || spec == NULL || width <= 0 || height <= 0)
    return;

  drawing = g_new0 (Drawing, 1);
  *drawing = (Drawing) { .before = *get_placement (self), .generation = self->generation };
  if (!self->is_whole)
    {
      drawing->margin_x = round (width * MARGIN_PART);
      drawing->margin_y = round (height * MARGIN_PART);
    }
  drawing->request = (UdsMapRequest) {
    .size = { width + 2 * drawing->margin_x, height + 2 * drawing->margin_y, gtk_widget_get_scale_factor (widget) },
    .is_whole = self->is_whole,
    .view = self->view,
  };
  uds_chart_style_init_theme (&drawing->request.theme, widget);
  drawing->request.theme.font_family = g_intern_string (drawing->request.theme.font_family);
  self->is_drawing = TRUE;
  self->is_stale = FALSE;
  uds_map_picture_draw_async (spec, &drawing->request, G_OBJECT (self), on_drawn_cb, drawing);
}

/* Moving */

static void
set_whole (UdsMapView *self,
           gboolean    is_whole)
{
  if (self->is_whole == is_whole)
    return;

  self->is_whole = is_whole;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_WHOLE]);
}

/* Returns by how much what is wanted was moved to the north. */
static double
limit_view (UdsMapView *self)
{
  return uds_chart_map_view_limit (&self->view, gtk_widget_get_width (GTK_WIDGET (self)),
                                   gtk_widget_get_height (GTK_WIDGET (self)));
}

/* Shows the layout somewhere else, unless the middle would be beside the earth. */
static void
move_to (UdsMapView              *self,
         const UdsChartPlacement *placement)
{
  UdsChartVertex middle = get_middle (self);
  UdsChartVertex at = uds_chart_placement_to_layout (placement, middle.x, middle.y);
  UdsChartPlacement limited = *placement;
  UdsChartMapView view;

  if (!uds_chart_layout_get_map_view_at (get_layout (self), at.x, at.y, &view))
    return;

  self->view = (UdsChartMapView) { view.centre, view.scale * placement->scale };
  limited.y += limit_view (self);
  uds_chart_view_place_layout (UDS_CHART_VIEW (self), &limited);
  request_picture (self);
}

/* From all of the map to what lies at a place of it, perhaps in an inset. */
static void
zoom_in_from_whole (UdsMapView           *self,
                    const UdsChartVertex *about,
                    double                factor)
{
  if (self->shows_whole)
    {
      uds_chart_layout_get_map_view (get_layout (self), &self->view);
      uds_chart_layout_get_degrees (get_layout (self), about->x, about->y, &self->view.centre);
      self->view.scale *= factor;
      self->target = self->view.centre;
    }
  limit_view (self);
  set_whole (self, FALSE);
  request_picture (self);
}

/* As long as no picture of the part is there, there is none that could be moved. */
static void
zoom_unseen (UdsMapView *self,
             double      factor)
{
  self->view = (UdsChartMapView) { self->target, self->view.scale * factor };
  limit_view (self);
  request_picture (self);
}

static UdsChartVertex
get_spot (UdsMapView          *self,
          const UdsChartPlace *place)
{
  GdkRectangle bounds = uds_chart_placement_get_bounds (get_placement (self), get_layout (self), place);

  return (UdsChartVertex) { bounds.x + bounds.width / 2.0, bounds.y + bounds.height / 2.0, FALSE };
}

static gboolean
is_in_sight (UdsMapView           *self,
             const UdsChartVertex *at)
{
  return at->x >= 0 && at->x < gtk_widget_get_width (GTK_WIDGET (self)) && at->y >= 0
         && at->y < gtk_widget_get_height (GTK_WIDGET (self));
}

/* Where the cursor is, or our own city; the middle where neither can be seen. */
static UdsChartVertex
choose_middle (UdsMapView *self)
{
  const UdsChartPlace *cursor = uds_chart_view_get_cursor (UDS_CHART_VIEW (self));
  UdsChartPlace place = { UDS_CHART_NONE, 0 };
  const UdsChartGrid *grid;
  UdsChartVertex at;

  if (get_layout (self) == NULL)
    return get_middle (self);

  grid = uds_chart_spec_get_grid (uds_chart_layout_get_spec (get_layout (self)));
  if (cursor != NULL)
    place = *cursor;
  else
    place.series = uds_chart_grid_get_emphasised (grid);
  if (place.series == UDS_CHART_NONE)
    return get_middle (self);

  at = get_spot (self, &place);
  return is_in_sight (self, &at) ? at : get_middle (self);
}

/* How far to pan so that something is no nearer to the edges than it ought to be. */
static double
measure_pan (double place,
             double length)
{
  return place < EDGE || place > length - EDGE ? length / 2 - place : 0;
}

static void
bring_in_sight (UdsMapView *self)
{
  UdsChartVertex at;
  double x, y;

  if (get_layout (self) == NULL)
    return;

  at = get_spot (self, uds_chart_view_get_cursor (UDS_CHART_VIEW (self)));
  x = measure_pan (at.x, gtk_widget_get_width (GTK_WIDGET (self)));
  y = measure_pan (at.y, gtk_widget_get_height (GTK_WIDGET (self)));
  if (x != 0 || y != 0)
    uds_map_view_pan (self, x, y);
}

static void
uds_map_view_moved (UdsChartView        *view,
                    const UdsChartPlace *place)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (uds_chart_view_get_spec (view));

  bring_in_sight (UDS_MAP_VIEW (view));
  g_signal_emit (view, signals[SIGNAL_MOVED], 0, uds_chart_grid_get_row_id (grid, place->series));
}

/* UdsChartView */

static void
uds_map_view_invalidate (UdsChartView *view)
{
  UdsMapView *self = UDS_MAP_VIEW (view);

  UDS_CHART_VIEW_CLASS (uds_map_view_parent_class)->invalidate (view);

  self->generation++;
  request_picture (self);
}

static int
uds_map_view_measure_height (UdsChartView *view,
                             int           width)
{
  UdsChartSpec *spec = uds_chart_view_get_spec (view);
  UdsChartTheme theme;

  if (spec == NULL)
    return LEAST_HEIGHT;

  uds_chart_style_init_theme (&theme, GTK_WIDGET (view));
  return CLAMP ((int) uds_chart_layout_measure_height (spec, &theme, MAX (width, LEAST_HEIGHT), 0), LEAST_HEIGHT,
                MOST_HEIGHT);
}

/* GtkWidget */

static void
draw_cursor (UdsMapView  *self,
             GtkSnapshot *snapshot)
{
  const UdsChartPlace *cursor = uds_chart_view_get_cursor (UDS_CHART_VIEW (self));
  const UdsChartPlacement *placement = get_placement (self);
  graphene_rect_t bounds;
  GdkRectangle room;
  cairo_t *cr;

  if (cursor == NULL || get_layout (self) == NULL)
    return;

  room = uds_chart_placement_get_bounds (placement, get_layout (self), cursor);
  bounds = GRAPHENE_RECT_INIT ((float) room.x - CURSOR_ROOM, (float) room.y - CURSOR_ROOM,
                               (float) room.width + 2 * CURSOR_ROOM, (float) room.height + 2 * CURSOR_ROOM);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, placement->x, placement->y);
  cairo_scale (cr, placement->scale, placement->scale);
  uds_chart_draw_cursor (get_layout (self), cursor, cr);
  cairo_destroy (cr);
}

static void
uds_map_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  UdsMapView *self = UDS_MAP_VIEW (widget);
  const UdsChartPlacement *placement = get_placement (self);

  if (self->texture == NULL)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((float) placement->x, (float) placement->y,
                                                    (float) (self->width * placement->scale),
                                                    (float) (self->height * placement->scale)));
  draw_cursor (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* GObject */

static void
uds_map_view_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  UdsMapView *self = UDS_MAP_VIEW (object);

  switch (id)
    {
    case PROP_IS_WHOLE:
      g_value_set_boolean (value, self->is_whole);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_map_view_dispose (GObject *object)
{
  UdsMapView *self = UDS_MAP_VIEW (object);

  g_clear_object (&self->texture);

  G_OBJECT_CLASS (uds_map_view_parent_class)->dispose (object);
}

static void
uds_map_view_class_init (UdsMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UdsChartViewClass *view_class = UDS_CHART_VIEW_CLASS (klass);

  object_class->get_property = uds_map_view_get_property;
  object_class->dispose = uds_map_view_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = uds_map_view_snapshot;
  view_class->is_moved = TRUE;
  view_class->invalidate = uds_map_view_invalidate;
  view_class->measure_height = uds_map_view_measure_height;
  view_class->moved = uds_map_view_moved;

  properties[PROP_IS_WHOLE] = g_param_spec_boolean (
      "is-whole", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* With the id of the place the user moved the cursor to. */
  signals[SIGNAL_MOVED] = g_signal_new ("moved", UDS_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        1, G_TYPE_STRING);
}

static void
uds_map_view_init (UdsMapView *self)
{
  self->is_whole = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  uds_map_gestures_attach (self);
}

/**
 * uds_map_view_new:
 *
 * Returns: (transfer floating): an empty map
 */
GtkWidget *
uds_map_view_new (void)
{
  return g_object_new (UDS_TYPE_MAP_VIEW, NULL);
}

/**
 * uds_map_view_zoom:
 * @self: a map
 * @factor: more than 1 to come nearer
 *
 * Zooms about the cursor; without one, about our own city where it is in sight, else about the middle.
 */
void
uds_map_view_zoom (UdsMapView *self,
                   double      factor)
{
  UdsChartVertex about;

  g_return_if_fail (UDS_IS_MAP_VIEW (self));

  about = choose_middle (self);
  uds_map_view_zoom_about (self, &about, factor);
}

/**
 * uds_map_view_zoom_about:
 * @self: a map
 * @about: a place in the widget; what lies there stays there
 * @factor: more than 1 to come nearer
 */
void
uds_map_view_zoom_about (UdsMapView           *self,
                         const UdsChartVertex *about,
                         double                factor)
{
  const UdsChartPlacement *now;

  g_return_if_fail (UDS_IS_MAP_VIEW (self));

  now = get_placement (self);
  if (get_layout (self) == NULL || (self->is_whole && factor <= 1))
    return;

  factor = self->is_whole ? factor : MIN (factor, CLOSEST / self->view.scale);
  if (self->is_whole)
    zoom_in_from_whole (self, about, factor);
  else if (factor < 1 && self->view.scale * factor <= self->whole_scale)
    uds_map_view_show_whole (self);
  else if (self->shows_whole)
    zoom_unseen (self, factor);
  else
    move_to (self, &(UdsChartPlacement) { about->x + (now->x - about->x) * factor,
                                          about->y + (now->y - about->y) * factor, now->scale * factor });
}

/**
 * uds_map_view_pan:
 * @self: a map
 * @x: how far what is shown goes to the right, in pixels
 * @y: how far it goes down
 *
 * All of the map cannot be panned: there is nothing beside it.
 */
void
uds_map_view_pan (UdsMapView *self,
                  double      x,
                  double      y)
{
  const UdsChartPlacement *now;

  g_return_if_fail (UDS_IS_MAP_VIEW (self));

  now = get_placement (self);
  if (!self->is_whole && !self->shows_whole && get_layout (self) != NULL)
    move_to (self, &(UdsChartPlacement) { now->x + x, now->y + y, now->scale });
}

/**
 * uds_map_view_show_whole:
 * @self: a map
 *
 * Shows all of it, with its insets.
 */
void
uds_map_view_show_whole (UdsMapView *self)
{
  g_return_if_fail (UDS_IS_MAP_VIEW (self));

  if (self->is_whole)
    return;
  set_whole (self, TRUE);
  request_picture (self);
}

/**
 * uds_map_view_show_place:
 * @self: a map
 * @id: the id of one of its places
 *
 * Puts the cursor on the place and brings it in sight.
 */
void
uds_map_view_show_place (UdsMapView *self,
                         const char *id)
{
  UdsChartSpec *spec;
  gsize row;

  g_return_if_fail (UDS_IS_MAP_VIEW (self));

  spec = uds_chart_view_get_spec (UDS_CHART_VIEW (self));
  row = spec != NULL ? uds_chart_grid_find_row (uds_chart_spec_get_grid (spec), id) : UDS_CHART_NONE;
  if (row == UDS_CHART_NONE)
    return;

  uds_chart_view_set_cursor (UDS_CHART_VIEW (self), &(UdsChartPlace) { row, 0 });
  bring_in_sight (self);
}

/**
 * uds_map_view_is_sharp:
 * @self: a map
 *
 * Returns: whether what is shown was drawn as it is shown
 */
gboolean
uds_map_view_is_sharp (UdsMapView *self)
{
  g_return_val_if_fail (UDS_IS_MAP_VIEW (self), FALSE);

  return self->texture != NULL && !self->is_drawing && !self->is_stale;
}
