/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One tab stop with a cursor inside. Where a key leads and what is said there is src/chart's; here is which key. */
#include "uds-chart-view.h"

#include "uds-chart-cursor.h"
#include "uds-chart-describe.h"
#include "uds-chart-drag.h"
#include "uds-chart-draw.h"
#include "uds-chart-keys.h"
#include "uds-chart-menu.h"
#include "uds-chart-point.h"
#include "uds-chart-style.h"

#include <glib/gi18n.h>

#define LEAST_HEIGHT 320
#define LEAST_WIDTH 280

/* The pointer tells a point that is no farther away, in pixels. */
#define REACH 24

typedef struct {
  UdsChartSpec *spec;
  UdsChartLayout *layout; /* none until it is drawn */
  UdsChartPlacement placement;
  UdsChartPlace cursor;
  gboolean has_cursor;
  GPtrArray *points; /* of UdsChartPointItem, made when somebody asks */
} UdsChartViewPrivate;

enum {
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void uds_chart_view_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_TYPE_WITH_CODE (UdsChartView, uds_chart_view, GTK_TYPE_WIDGET,
                         G_ADD_PRIVATE (UdsChartView)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, uds_chart_view_accessible_init))

static void
uds_chart_view_real_invalidate (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  g_clear_pointer (&priv->layout, uds_chart_layout_unref);
  g_clear_pointer (&priv->points, g_ptr_array_unref);
}

static void
forget_layout (UdsChartView *self)
{
  UDS_CHART_VIEW_GET_CLASS (self)->invalidate (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static UdsChartLayout *
ensure_layout (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  UdsChartSize size = { gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                        gtk_widget_get_scale_factor (GTK_WIDGET (self)) };
  UdsChartTheme theme;

  if (priv->layout != NULL || priv->spec == NULL || size.width <= 0 || size.height <= 0
      || UDS_CHART_VIEW_GET_CLASS (self)->is_moved)
    return priv->layout;

  /* The page around it has the heading. */
  uds_chart_style_init_theme (&theme, GTK_WIDGET (self));
  priv->layout = uds_chart_layout_new (priv->spec, &theme, &size, UDS_CHART_PART_NOTES);
  return priv->layout;
}

static gboolean
hit (UdsChartView  *self,
     double         x,
     double         y,
     UdsChartPlace *place)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  UdsChartVertex at = uds_chart_placement_to_layout (&priv->placement, x, y);

  return priv->layout != NULL && uds_chart_layout_hit (priv->layout, at.x, at.y, REACH / priv->placement.scale, place);
}

/* The cursor */

static void
say (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  g_autofree char *text = uds_chart_place_announce (&priv->cursor, priv->spec);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The user moved the cursor, by keyboard or pointer. */
static void
arrive (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  say (self);
  if (UDS_CHART_VIEW_GET_CLASS (self)->moved != NULL)
    UDS_CHART_VIEW_GET_CLASS (self)->moved (self, &priv->cursor);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move (UdsChartView *self,
      UdsChartMove  where)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  gboolean had_cursor = priv->has_cursor;

  if (!had_cursor)
    priv->has_cursor = uds_chart_place_first (priv->spec, &priv->cursor);
  if (!priv->has_cursor)
    return;

  /* The first arrow only shows where one is. */
  if (had_cursor || (where != UDS_CHART_MOVE_NEXT && where != UDS_CHART_MOVE_PREVIOUS))
    uds_chart_place_move (&priv->cursor, priv->spec, where);

  arrive (self);
}

static gboolean
leave (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  if (!priv->has_cursor)
    return FALSE;

  priv->has_cursor = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* A row of categories may stand for something that can be opened. */
static gboolean
activate_row (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  const UdsChartGrid *grid = uds_chart_spec_get_grid (priv->spec);

  if (!priv->has_cursor || grid == NULL)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, uds_chart_grid_get_row_id (grid, priv->cursor.series));
  return TRUE;
}

static gboolean
on_key_cb (UdsChartView    *self,
           guint            key,
           guint            code,
           GdkModifierType  state)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  UdsChartMove where;

  if (priv->spec == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Escape)
    return leave (self);
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    return activate_row (self);

  if (!uds_chart_keys_find (key, &where))
    return FALSE;

  move (self, where);
  return TRUE;
}

static void
on_focus_left_cb (UdsChartView *self)
{
  leave (self);
}

static void
on_pressed_cb (UdsChartView *self,
               int           n_press,
               double        x,
               double        y)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  ensure_layout (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!hit (self, x, y, &priv->cursor))
    return;

  priv->has_cursor = TRUE;
  arrive (self);
  if (n_press == 2)
    activate_row (self);
}

/* Accessible points */

static GtkAccessible *
uds_chart_view_get_first_accessible_child (GtkAccessible *accessible)
{
  UdsChartView *self = UDS_CHART_VIEW (accessible);
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  if (ensure_layout (self) == NULL)
    return NULL;
  if (priv->points == NULL)
    priv->points = uds_chart_points_new (accessible, priv->layout, &priv->placement);
  return priv->points->len > 0 ? g_object_ref (g_ptr_array_index (priv->points, 0)) : NULL;
}

static void
uds_chart_view_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_first_accessible_child = uds_chart_view_get_first_accessible_child;
}

/* GtkWidget */

static GtkSizeRequestMode
uds_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Lines become higher with their width, categories with the number of their rows. */
static int
uds_chart_view_real_measure_height (UdsChartView *self,
                                    int           width)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  UdsChartTheme theme;

  if (priv->spec == NULL || uds_chart_spec_get_kind (priv->spec) == UDS_CHART_LINES)
    return MAX (LEAST_HEIGHT, width * 9 / 16);

  uds_chart_style_init_theme (&theme, GTK_WIDGET (self));
  return (int) uds_chart_layout_measure_height (priv->spec, &theme, MAX (width, LEAST_WIDTH), UDS_CHART_PART_NOTES);
}

static void
uds_chart_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = 2 * LEAST_WIDTH;
      return;
    }
  *minimum = *natural = UDS_CHART_VIEW_GET_CLASS (widget)->measure_height (UDS_CHART_VIEW (widget), for_size);
}

static void
uds_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  UDS_CHART_VIEW_GET_CLASS (widget)->invalidate (UDS_CHART_VIEW (widget));
}

static void
uds_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  UdsChartView *self = UDS_CHART_VIEW (widget);
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  UdsChartLayout *layout = ensure_layout (self);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (layout == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  uds_chart_draw (layout, cr);
  if (priv->has_cursor)
    uds_chart_draw_cursor (layout, &priv->cursor, cr);
  cairo_destroy (cr);
}

static gboolean
uds_chart_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  UdsChartView *self = UDS_CHART_VIEW (widget);
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  g_autofree char *text = NULL;
  UdsChartPlace place;
  GdkRectangle bounds;

  if (keyboard || !hit (self, x, y, &place))
    return FALSE;

  text = uds_chart_place_announce (&place, priv->spec);
  bounds = uds_chart_placement_get_bounds (&priv->placement, priv->layout, &place);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &bounds);
  return TRUE;
}

static void
uds_chart_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (uds_chart_view_parent_class)->css_changed (widget, change);

  forget_layout (UDS_CHART_VIEW (widget));
}

static void
uds_chart_view_constructed (GObject *object)
{
  G_OBJECT_CLASS (uds_chart_view_parent_class)->constructed (object);

  if (!UDS_CHART_VIEW_GET_CLASS (object)->is_moved)
    uds_chart_drag_attach (UDS_CHART_VIEW (object));
}

static void
uds_chart_view_dispose (GObject *object)
{
  UdsChartView *self = UDS_CHART_VIEW (object);
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  g_clear_pointer (&priv->points, g_ptr_array_unref);
  g_clear_pointer (&priv->layout, uds_chart_layout_unref);
  g_clear_object (&priv->spec);

  G_OBJECT_CLASS (uds_chart_view_parent_class)->dispose (object);
}

static void
uds_chart_view_class_init (UdsChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = uds_chart_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = uds_chart_view_dispose;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", UDS_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);

  klass->invalidate = uds_chart_view_real_invalidate;
  klass->measure_height = uds_chart_view_real_measure_height;

  widget_class->get_request_mode = uds_chart_view_get_request_mode;
  widget_class->measure = uds_chart_view_measure;
  widget_class->size_allocate = uds_chart_view_size_allocate;
  widget_class->snapshot = uds_chart_view_snapshot;
  widget_class->query_tooltip = uds_chart_view_query_tooltip;
  widget_class->css_changed = uds_chart_view_css_changed;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static UdsChartSpec *
get_spec (GtkWidget *widget)
{
  return uds_chart_view_get_spec (UDS_CHART_VIEW (widget));
}

static void
uds_chart_view_init (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  priv->placement.scale = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  uds_chart_menu_attach (GTK_WIDGET (self), get_spec, "chart.copy");
  uds_chart_style_watch (GTK_WIDGET (self), G_CALLBACK (forget_layout));
}

/**
 * uds_chart_view_new:
 *
 * "activated" is emitted with the id of a row of categories that is to be opened: Enter, or a double click.
 *
 * Returns: (transfer floating): an empty chart
 */
GtkWidget *
uds_chart_view_new (void)
{
  return g_object_new (UDS_TYPE_CHART_VIEW, NULL);
}

/* A cursor on a category stays on it wherever it stands now; else it stays in its place, if there still is one. */
static void
keep_cursor (UdsChartView *self,
             UdsChartSpec *spec)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  const UdsChartGrid *before = priv->spec != NULL ? uds_chart_spec_get_grid (priv->spec) : NULL;
  const UdsChartGrid *after = uds_chart_spec_get_grid (spec);

  if (priv->has_cursor && before != NULL && after != NULL)
    {
      gsize row = uds_chart_grid_find_row (after, uds_chart_grid_get_row_id (before, priv->cursor.series));

      if (row != UDS_CHART_NONE)
        priv->cursor.series = row;
    }
  priv->has_cursor = priv->has_cursor && uds_chart_place_is_valid (&priv->cursor, spec);
}

/**
 * uds_chart_view_set_spec:
 * @self: a chart
 * @spec: what to show; nobody may change it afterwards
 *
 * The cursor stays where it was, if there still is such a point.
 */
void
uds_chart_view_set_spec (UdsChartView *self,
                         UdsChartSpec *spec)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);
  g_autofree char *description = NULL;
  const char *title;

  g_return_if_fail (UDS_IS_CHART_VIEW (self));
  g_return_if_fail (UDS_IS_CHART_SPEC (spec));

  keep_cursor (self, spec);
  g_set_object (&priv->spec, spec);
  title = uds_chart_spec_get_title (spec);
  description = uds_chart_describe (spec);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : _("Chart"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, _("chart"), -1);
  forget_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * uds_chart_view_take_layout:
 * @self: a chart whose class does not lay out by itself
 * @layout: (transfer full): what is shown now
 * @placement: where it is in the widget
 */
void
uds_chart_view_take_layout (UdsChartView            *self,
                            UdsChartLayout          *layout,
                            const UdsChartPlacement *placement)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  uds_chart_view_real_invalidate (self);
  priv->layout = layout;
  uds_chart_view_place_layout (self, placement);
}

/**
 * uds_chart_view_place_layout:
 * @self: a chart whose class does not lay out by itself
 * @placement: where the layout is in the widget from now on
 */
void
uds_chart_view_place_layout (UdsChartView            *self,
                             const UdsChartPlacement *placement)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  g_clear_pointer (&priv->points, g_ptr_array_unref);
  priv->placement = *placement;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * uds_chart_view_set_cursor:
 * @self: a chart
 * @place: (nullable): where the cursor is to be; %NULL for nowhere
 *
 * Says nothing: whoever calls has said it.
 */
void
uds_chart_view_set_cursor (UdsChartView        *self,
                           const UdsChartPlace *place)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  priv->has_cursor = place != NULL && priv->spec != NULL && uds_chart_place_is_valid (place, priv->spec);
  if (priv->has_cursor)
    priv->cursor = *place;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * uds_chart_view_get_layout:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): what is shown; %NULL where nothing is as yet
 */
UdsChartLayout *
uds_chart_view_get_layout (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  return priv->layout;
}

/**
 * uds_chart_view_get_placement:
 * @self: a chart
 *
 * Returns: (transfer none): where the layout is in the widget
 */
const UdsChartPlacement *
uds_chart_view_get_placement (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  return &priv->placement;
}

/**
 * uds_chart_view_get_cursor:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): the place of the cursor; %NULL where there is none
 */
const UdsChartPlace *
uds_chart_view_get_cursor (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  return priv->has_cursor ? &priv->cursor : NULL;
}

/**
 * uds_chart_view_get_spec:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): what it shows
 */
UdsChartSpec *
uds_chart_view_get_spec (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  g_return_val_if_fail (UDS_IS_CHART_VIEW (self), NULL);

  return priv->spec;
}

/**
 * uds_chart_view_get_said:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): what is said about the point under the cursor; %NULL where there is none
 */
char *
uds_chart_view_get_said (UdsChartView *self)
{
  UdsChartViewPrivate *priv = uds_chart_view_get_instance_private (self);

  g_return_val_if_fail (UDS_IS_CHART_VIEW (self), NULL);

  return priv->has_cursor ? uds_chart_place_announce (&priv->cursor, priv->spec) : NULL;
}
