/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps one layout for its size and style and draws it; the cursor is drawn over it, so that moving lays nothing out
 * again. One tab stop: arrows walk points and series, Home, End and the page keys leap, m, x and t go to the lowest,
 * the highest and the target, Escape leaves. What a chart looks like is src/chart's. */
#include "uds-chart-view.h"

#include "uds-chart-cursor.h"
#include "uds-chart-describe.h"
#include "uds-chart-draw.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LEAST_WIDTH 280
#define LEAST_HEIGHT 320
#define REACH 24 /* pixels from a point within which the pointer means it */

struct _UdsChartView
{
  GtkWidget parent_instance;

  UdsChartSpec *spec;
  UdsChartLayout *layout; /* for the size and style it was made for; none until it is drawn */
  UdsChartPlace place;
  gboolean has_cursor;
};

G_DEFINE_FINAL_TYPE (UdsChartView, uds_chart_view, GTK_TYPE_WIDGET)

static const struct {
  guint key;
  UdsChartMove move;
} moves[] = {
  { GDK_KEY_Right, UDS_CHART_MOVE_NEXT },
  { GDK_KEY_Left, UDS_CHART_MOVE_PREVIOUS },
  { GDK_KEY_Home, UDS_CHART_MOVE_FIRST },
  { GDK_KEY_End, UDS_CHART_MOVE_LAST },
  { GDK_KEY_Page_Down, UDS_CHART_MOVE_FORWARD },
  { GDK_KEY_Page_Up, UDS_CHART_MOVE_BACK },
  { GDK_KEY_Down, UDS_CHART_MOVE_NEXT_SERIES },
  { GDK_KEY_Up, UDS_CHART_MOVE_PREVIOUS_SERIES },
  { GDK_KEY_m, UDS_CHART_MOVE_MINIMUM },
  { GDK_KEY_x, UDS_CHART_MOVE_MAXIMUM },
  { GDK_KEY_t, UDS_CHART_MOVE_TARGET },
};

static void
forget_layout (UdsChartView *self)
{
  g_clear_pointer (&self->layout, uds_chart_layout_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static UdsChartColor
from_rgba (const GdkRGBA *rgba)
{
  return (UdsChartColor) { (double) rgba->red, (double) rgba->green, (double) rgba->blue, (double) rgba->alpha };
}

static void
init_theme (UdsChartView  *self,
            UdsChartTheme *theme)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  /* libadwaita tells its card colours to CSS only: these are those of its view (adwaita.css). */
  UdsChartColor background =
      uds_chart_color_from_rgb (adw_style_manager_get_dark (style) ? 0x1d1d20 : 0xffffff);
  g_autoptr (GdkRGBA) accent_rgba = adw_style_manager_get_accent_color_rgba (style);
  UdsChartColor accent = from_rgba (accent_rgba);
  UdsChartColor foreground;
  GdkRGBA rgba;

  gtk_widget_get_color (GTK_WIDGET (self), &rgba);
  rgba.alpha = 1;
  foreground = from_rgba (&rgba);
  uds_chart_theme_init_screen (theme, &background, &foreground, &accent, adw_style_manager_get_high_contrast (style));
}

static void
ensure_layout (UdsChartView *self)
{
  UdsChartTheme theme;
  UdsChartSize size = { gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                        gtk_widget_get_scale_factor (GTK_WIDGET (self)) };

  if (self->layout != NULL)
    return;

  init_theme (self, &theme);
  self->layout = uds_chart_layout_new (self->spec, &theme, &size, UDS_CHART_PART_ALL);
}

/* The cursor */

static void
show_cursor (UdsChartView        *self,
             const UdsChartPlace *place)
{
  g_autofree char *text = uds_chart_place_announce (place, self->spec);

  self->place = *place;
  self->has_cursor = TRUE;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
say (UdsChartView *self)
{
  g_autofree char *text = uds_chart_place_announce (&self->place, self->spec);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
hide_cursor (UdsChartView *self)
{
  self->has_cursor = FALSE;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move (UdsChartView *self,
      UdsChartMove  direction)
{
  UdsChartPlace place = self->place;
  gboolean moved;

  if (self->spec == NULL)
    return GDK_EVENT_PROPAGATE;

  if (self->has_cursor)
    moved = uds_chart_place_move (&place, self->spec, direction);
  else
    moved = uds_chart_place_first (self->spec, &place);
  if (moved)
    {
      show_cursor (self, &place);
      say (self);
    }
  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed (UdsChartView    *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Escape && self->has_cursor)
    {
      hide_cursor (self);
      return GDK_EVENT_STOP;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == key)
      return move (self, moves[i].move);
  return GDK_EVENT_PROPAGATE;
}

static void
on_motion (UdsChartView *self,
           double        x,
           double        y)
{
  UdsChartPlace place;

  if (self->layout == NULL || !uds_chart_layout_hit (self->layout, x, y, REACH, &place))
    return;
  if (self->has_cursor && place.series == self->place.series && place.point == self->place.point)
    return;

  show_cursor (self, &place);
}

static void
on_leave (UdsChartView *self)
{
  if (self->has_cursor && !gtk_widget_has_focus (GTK_WIDGET (self)))
    hide_cursor (self);
}

/* GtkWidget */

static void
uds_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  UdsChartView *self = UDS_CHART_VIEW (widget);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (self->spec == NULL)
    return;

  ensure_layout (self);
  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  uds_chart_draw (self->layout, cr);
  if (self->has_cursor)
    uds_chart_draw_cursor (self->layout, &self->place, cr);
  cairo_destroy (cr);
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
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = *minimum;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = 960;
  else if (for_size > 0)
    *natural = MAX (LEAST_HEIGHT, for_size * 9 / 16);
}

static GtkSizeRequestMode
uds_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
uds_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  forget_layout (UDS_CHART_VIEW (widget));
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

  g_clear_pointer (&self->layout, uds_chart_layout_unref);
  g_clear_object (&self->spec);

  G_OBJECT_CLASS (uds_chart_view_parent_class)->dispose (object);
}

static void
uds_chart_view_class_init (UdsChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_chart_view_dispose;
  widget_class->snapshot = uds_chart_view_snapshot;
  widget_class->measure = uds_chart_view_measure;
  widget_class->get_request_mode = uds_chart_view_get_request_mode;
  widget_class->size_allocate = uds_chart_view_size_allocate;
  widget_class->css_changed = uds_chart_view_css_changed;

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
uds_chart_view_init (UdsChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (adw_style_manager_get_default (), "notify", G_CALLBACK (forget_layout), self,
                           G_CONNECT_SWAPPED);
}

/**
 * uds_chart_view_new:
 *
 * Returns: (transfer floating): a view without a chart
 */
GtkWidget *
uds_chart_view_new (void)
{
  return g_object_new (UDS_TYPE_CHART_VIEW, NULL);
}

/**
 * uds_chart_view_get_spec:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the chart
 */
UdsChartSpec *
uds_chart_view_get_spec (UdsChartView *self)
{
  g_return_val_if_fail (UDS_IS_CHART_VIEW (self), NULL);

  return self->spec;
}

/**
 * uds_chart_view_set_spec:
 * @self: a view
 * @spec: (nullable): the chart
 */
void
uds_chart_view_set_spec (UdsChartView *self,
                         UdsChartSpec *spec)
{
  g_autofree char *description = NULL;

  g_return_if_fail (UDS_IS_CHART_VIEW (self));

  if (!g_set_object (&self->spec, spec))
    return;

  self->has_cursor = FALSE;
  forget_layout (self);
  if (spec == NULL)
    return;

  description = uds_chart_describe (spec);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  uds_chart_spec_get_title (spec), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}
