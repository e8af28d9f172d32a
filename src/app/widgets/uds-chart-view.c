/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One tab stop with a cursor inside. Where a key leads and what is said there is src/chart's; here is which key. */
#include "uds-chart-view.h"

#include "uds-chart-content.h"
#include "uds-chart-cursor.h"
#include "uds-chart-describe.h"
#include "uds-chart-draw.h"
#include "uds-chart-menu.h"
#include "uds-chart-point.h"
#include "uds-chart-style.h"

#include <glib/gi18n.h>

#define LEAST_HEIGHT 320
#define LEAST_WIDTH 280

/* The pointer tells a point that is no farther away, in pixels. */
#define REACH 24

/* The picture under the pointer while the chart is dragged, in pixels. */
#define DRAGGED_WIDTH 240

/* More points than these are nothing to walk through one by one; the table beside the chart has them all. */
#define MOST_ACCESSIBLE_POINTS 500

struct _UdsChartView
{
  GtkWidget parent_instance;

  UdsChartSpec *spec;
  UdsChartLayout *layout; /* none until it is drawn */
  UdsChartPlace cursor;
  gboolean has_cursor;
  GPtrArray *points; /* of UdsChartPointItem, made when somebody asks */
};

enum {
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void uds_chart_view_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UdsChartView, uds_chart_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, uds_chart_view_accessible_init))

static void
forget_layout (UdsChartView *self)
{
  g_clear_pointer (&self->layout, uds_chart_layout_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static UdsChartLayout *
ensure_layout (UdsChartView *self)
{
  UdsChartSize size = { gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                        gtk_widget_get_scale_factor (GTK_WIDGET (self)) };
  UdsChartTheme theme;

  if (self->layout != NULL || self->spec == NULL || size.width <= 0 || size.height <= 0)
    return self->layout;

  /* The page around it has the heading. */
  uds_chart_style_init_theme (&theme, GTK_WIDGET (self));
  self->layout = uds_chart_layout_new (self->spec, &theme, &size, UDS_CHART_PART_NOTES);
  return self->layout;
}

/* The cursor */

static void
say (UdsChartView *self)
{
  g_autofree char *text = uds_chart_place_announce (&self->cursor, self->spec);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
move (UdsChartView *self,
      UdsChartMove  where)
{
  gboolean had_cursor = self->has_cursor;

  if (!had_cursor)
    self->has_cursor = uds_chart_place_first (self->spec, &self->cursor);
  if (!self->has_cursor)
    return;

  /* The first arrow only shows where one is. */
  if (had_cursor || (where != UDS_CHART_MOVE_NEXT && where != UDS_CHART_MOVE_PREVIOUS))
    uds_chart_place_move (&self->cursor, self->spec, where);

  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const struct {
  guint key;
  UdsChartMove move;
} moves[] = {
  { GDK_KEY_Right, UDS_CHART_MOVE_NEXT },
  { GDK_KEY_KP_Right, UDS_CHART_MOVE_NEXT },
  { GDK_KEY_Left, UDS_CHART_MOVE_PREVIOUS },
  { GDK_KEY_KP_Left, UDS_CHART_MOVE_PREVIOUS },
  { GDK_KEY_Home, UDS_CHART_MOVE_FIRST },
  { GDK_KEY_KP_Home, UDS_CHART_MOVE_FIRST },
  { GDK_KEY_End, UDS_CHART_MOVE_LAST },
  { GDK_KEY_KP_End, UDS_CHART_MOVE_LAST },
  { GDK_KEY_Page_Down, UDS_CHART_MOVE_FORWARD },
  { GDK_KEY_Page_Up, UDS_CHART_MOVE_BACK },
  { GDK_KEY_Down, UDS_CHART_MOVE_NEXT_SERIES },
  { GDK_KEY_KP_Down, UDS_CHART_MOVE_NEXT_SERIES },
  { GDK_KEY_Up, UDS_CHART_MOVE_PREVIOUS_SERIES },
  { GDK_KEY_KP_Up, UDS_CHART_MOVE_PREVIOUS_SERIES },
  { GDK_KEY_m, UDS_CHART_MOVE_MINIMUM },
  { GDK_KEY_x, UDS_CHART_MOVE_MAXIMUM },
  { GDK_KEY_t, UDS_CHART_MOVE_TARGET },
};

static gboolean
leave (UdsChartView *self)
{
  if (!self->has_cursor)
    return FALSE;

  self->has_cursor = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* A row of categories may stand for something that can be opened. */
static gboolean
activate_row (UdsChartView *self)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (self->spec);

  if (!self->has_cursor || grid == NULL)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, uds_chart_grid_get_row_id (grid, self->cursor.series));
  return TRUE;
}

static gboolean
on_key_cb (UdsChartView    *self,
           guint            key,
           guint            code,
           GdkModifierType  state)
{
  if (self->spec == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Escape)
    return leave (self);
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    return activate_row (self);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == key)
      {
        move (self, moves[i].move);
        return TRUE;
      }

  return FALSE;
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
  UdsChartLayout *layout = ensure_layout (self);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (layout == NULL || !uds_chart_layout_hit (layout, x, y, REACH, &self->cursor))
    return;

  self->has_cursor = TRUE;
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (n_press == 2)
    activate_row (self);
}

/* Dragging it out */

static GdkContentProvider *
on_prepare_drag_cb (UdsChartView *self)
{
  return self->spec != NULL ? uds_chart_content_new (self->spec, UDS_CHART_CONTENT_PICTURE | UDS_CHART_CONTENT_FILE)
                            : NULL;
}

/* A small picture of it as it stands there. */
static void
on_begin_drag_cb (UdsChartView  *self,
                  GdkDrag       *drag,
                  GtkDragSource *source)
{
  g_autoptr (GdkPaintable) whole = gtk_widget_paintable_new (GTK_WIDGET (self));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) small = NULL;
  double width = MIN (DRAGGED_WIDTH, gtk_widget_get_width (GTK_WIDGET (self)));
  double height = width * gtk_widget_get_height (GTK_WIDGET (self)) / gtk_widget_get_width (GTK_WIDGET (self));
  UdsChartTheme theme;

  /* The ground is the page's, which does not come along. */
  uds_chart_style_init_theme (&theme, GTK_WIDGET (self));
  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA) { (float) theme.background.red, (float) theme.background.green,
                                          (float) theme.background.blue, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_paintable_snapshot (whole, snapshot, width, height);
  small = gtk_snapshot_free_to_paintable (snapshot, &GRAPHENE_SIZE_INIT ((float) width, (float) height));
  if (small != NULL)
    gtk_drag_source_set_icon (source, small, 0, 0);
}

static void
add_drag_source (UdsChartView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare_drag_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_begin_drag_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

/* Accessible points */

static GdkRectangle
get_bounds (UdsChartLayout      *layout,
            const UdsChartPlace *place)
{
  UdsChartRect bounds;

  uds_chart_layout_get_bounds (layout, place, &bounds);
  return (GdkRectangle) { (int) bounds.x, (int) bounds.y, (int) bounds.width + 1, (int) bounds.height + 1 };
}

static UdsChartPointItem *
make_point (UdsChartView  *self,
            UdsChartPlace *place)
{
  g_autofree char *name = uds_chart_place_announce (place, self->spec);
  GdkRectangle bounds = get_bounds (self->layout, place);

  return uds_chart_point_new (GTK_ACCESSIBLE (self), name, &bounds);
}

static void
make_points (UdsChartView *self)
{
  self->points = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < uds_chart_place_count_series (self->spec); i++)
    for (gsize j = 0; j < uds_chart_place_count_points (self->spec, i); j++)
      {
        UdsChartPointItem *point;

        if (self->points->len == MOST_ACCESSIBLE_POINTS)
          return;
        point = make_point (self, &(UdsChartPlace) { i, j });
        if (self->points->len > 0)
          uds_chart_point_set_next (g_ptr_array_index (self->points, self->points->len - 1), point);
        g_ptr_array_add (self->points, point);
      }
}

static GtkAccessible *
uds_chart_view_get_first_accessible_child (GtkAccessible *accessible)
{
  UdsChartView *self = UDS_CHART_VIEW (accessible);

  if (ensure_layout (self) == NULL)
    return NULL;
  if (self->points == NULL)
    make_points (self);
  return self->points->len > 0 ? g_object_ref (g_ptr_array_index (self->points, 0)) : NULL;
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
measure_height (UdsChartView *self,
                int           width)
{
  UdsChartTheme theme;

  if (self->spec == NULL || uds_chart_spec_get_kind (self->spec) == UDS_CHART_LINES)
    return MAX (LEAST_HEIGHT, width * 9 / 16);

  uds_chart_style_init_theme (&theme, GTK_WIDGET (self));
  return (int) uds_chart_layout_measure_height (self->spec, &theme, MAX (width, LEAST_WIDTH), UDS_CHART_PART_NOTES);
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
  *minimum = *natural = measure_height (UDS_CHART_VIEW (widget), for_size);
}

static void
uds_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  UdsChartView *self = UDS_CHART_VIEW (widget);

  g_clear_pointer (&self->layout, uds_chart_layout_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
}

static void
uds_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  UdsChartView *self = UDS_CHART_VIEW (widget);
  UdsChartLayout *layout = ensure_layout (self);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (layout == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  uds_chart_draw (layout, cr);
  if (self->has_cursor)
    uds_chart_draw_cursor (layout, &self->cursor, cr);
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
  g_autofree char *text = NULL;
  UdsChartPlace place;
  GdkRectangle bounds;

  if (keyboard || self->layout == NULL || !uds_chart_layout_hit (self->layout, x, y, REACH, &place))
    return FALSE;

  text = uds_chart_place_announce (&place, self->spec);
  bounds = get_bounds (self->layout, &place);
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
uds_chart_view_dispose (GObject *object)
{
  UdsChartView *self = UDS_CHART_VIEW (object);

  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->layout, uds_chart_layout_unref);
  g_clear_object (&self->spec);

  G_OBJECT_CLASS (uds_chart_view_parent_class)->dispose (object);
}

static void
uds_chart_view_class_init (UdsChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_chart_view_dispose;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", UDS_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);

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
  return UDS_CHART_VIEW (widget)->spec;
}

static void
uds_chart_view_init (UdsChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_drag_source (self);
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
  g_autofree char *description = NULL;
  const char *title;

  g_return_if_fail (UDS_IS_CHART_VIEW (self));
  g_return_if_fail (UDS_IS_CHART_SPEC (spec));

  g_set_object (&self->spec, spec);
  self->has_cursor = self->has_cursor && uds_chart_place_is_valid (&self->cursor, spec);
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
 * uds_chart_view_get_spec:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): what it shows
 */
UdsChartSpec *
uds_chart_view_get_spec (UdsChartView *self)
{
  g_return_val_if_fail (UDS_IS_CHART_VIEW (self), NULL);

  return self->spec;
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
  g_return_val_if_fail (UDS_IS_CHART_VIEW (self), NULL);

  return self->has_cursor ? uds_chart_place_announce (&self->cursor, self->spec) : NULL;
}
