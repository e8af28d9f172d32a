/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, wheel, pointer and fingers. What is seen after that is the map's. */
#include "uds-map-gestures.h"

#include <math.h>

#define SCROLL_STEP 1.2 /* nearer by a step of the wheel */
#define WHEEL_PIXELS 40 /* on a touchpad, that make one */
#define PAN_PART 0.2    /* of the map, that a key pans by */
#define DRAG_LEAST 4    /* pixels, before a press is a drag */

typedef struct {
  UdsMapView *view;
  UdsChartVertex pointer;
  double pinched; /* since the fingers came down */
  double dragged_x; /* how far was panned since the press */
  double dragged_y;
} Gestures;

static gboolean
pan_by_key (UdsMapView *view,
            guint       key)
{
  double x = gtk_widget_get_width (GTK_WIDGET (view)) * PAN_PART;
  double y = gtk_widget_get_height (GTK_WIDGET (view)) * PAN_PART;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      uds_map_view_pan (view, x, 0);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      uds_map_view_pan (view, -x, 0);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      uds_map_view_pan (view, 0, y);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      uds_map_view_pan (view, 0, -y);
      return TRUE;
    default:
      return FALSE;
    }
}

/* A plus is typed with Shift on some keyboards. */
static gboolean
on_key_cb (Gestures        *self,
           guint            key,
           guint            code,
           GdkModifierType  state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if ((state & GDK_SHIFT_MASK) != 0 && pan_by_key (self->view, key))
    return TRUE;

  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      uds_map_view_zoom (self->view, UDS_MAP_VIEW_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      uds_map_view_zoom (self->view, 1 / UDS_MAP_VIEW_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      uds_map_view_show_whole (self->view);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_motion_cb (Gestures *self,
              double    x,
              double    y)
{
  self->pointer = (UdsChartVertex) { x, y, FALSE };
}

/* Without Ctrl the wheel is the page's. */
static gboolean
on_scroll_cb (Gestures                 *self,
              double                    dx,
              double                    dy,
              GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    dy /= WHEEL_PIXELS;
  uds_map_view_zoom_about (self->view, &self->pointer, pow (SCROLL_STEP, -dy));
  return TRUE;
}

static void
on_drag_begin_cb (Gestures *self)
{
  self->dragged_x = self->dragged_y = 0;
}

static void
on_drag_update_cb (Gestures   *self,
                   double      x,
                   double      y,
                   GtkGesture *gesture)
{
  if (self->dragged_x == 0 && self->dragged_y == 0 && hypot (x, y) < DRAG_LEAST)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  uds_map_view_pan (self->view, x - self->dragged_x, y - self->dragged_y);
  self->dragged_x = x;
  self->dragged_y = y;
}

static void
on_pinch_begin_cb (Gestures *self)
{
  self->pinched = 1;
}

static void
on_pinched_cb (Gestures   *self,
               double      scale,
               GtkGesture *gesture)
{
  UdsChartVertex about = self->pointer;

  gtk_gesture_get_bounding_box_center (gesture, &about.x, &about.y);
  uds_map_view_zoom_about (self->view, &about, scale / self->pinched);
  self->pinched = scale;
}

/**
 * uds_map_gestures_attach:
 * @view: a map
 *
 * Plus, minus, 0, Shift with the arrows; the wheel with Ctrl; dragging and pinching.
 */
void
uds_map_gestures_attach (UdsMapView *view)
{
  Gestures *self = g_new0 (Gestures, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->view = view;
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
  gtk_widget_add_controller (GTK_WIDGET (view), scroll);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (pinch));
  g_object_set_data_full (G_OBJECT (view), "uds-map-gestures", self, g_free);
}
