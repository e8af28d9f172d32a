/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a spec as a sparkline, laid out anew when size or style change. */
#include "uds-sparkline.h"

#include "uds-chart-draw.h"
#include "uds-chart-style.h"

#define WIDTH 96
#define HEIGHT 32

struct _UdsSparkline
{
  GtkWidget parent_instance;

  UdsChartSpec *spec;
  UdsChartLayout *layout; /* none until it is drawn */
};

G_DEFINE_FINAL_TYPE (UdsSparkline, uds_sparkline, GTK_TYPE_WIDGET)

static void
forget_layout (UdsSparkline *self)
{
  g_clear_pointer (&self->layout, uds_chart_layout_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
uds_sparkline_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static UdsChartLayout *
make_layout (UdsSparkline *self)
{
  UdsChartSize size = { gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                        gtk_widget_get_scale_factor (GTK_WIDGET (self)) };
  UdsChartTheme theme;

  uds_chart_style_init_theme (&theme, GTK_WIDGET (self));
  return uds_chart_layout_new_sparkline (self->spec, &theme, &size);
}

static void
uds_sparkline_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  UdsSparkline *self = UDS_SPARKLINE (widget);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  if (self->layout == NULL)
    self->layout = make_layout (self);
  uds_chart_draw (self->layout, cr);
  cairo_destroy (cr);
}

static void
uds_sparkline_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  g_clear_pointer (&UDS_SPARKLINE (widget)->layout, uds_chart_layout_unref);
}

static void
uds_sparkline_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (uds_sparkline_parent_class)->css_changed (widget, change);

  forget_layout (UDS_SPARKLINE (widget));
}

static void
uds_sparkline_finalize (GObject *object)
{
  UdsSparkline *self = UDS_SPARKLINE (object);

  g_clear_pointer (&self->layout, uds_chart_layout_unref);
  g_clear_object (&self->spec);

  G_OBJECT_CLASS (uds_sparkline_parent_class)->finalize (object);
}

static void
uds_sparkline_class_init (UdsSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = uds_sparkline_finalize;
  widget_class->measure = uds_sparkline_measure;
  widget_class->size_allocate = uds_sparkline_size_allocate;
  widget_class->snapshot = uds_sparkline_snapshot;
  widget_class->css_changed = uds_sparkline_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
uds_sparkline_init (UdsSparkline *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  uds_chart_style_watch (GTK_WIDGET (self), G_CALLBACK (forget_layout));
}

/**
 * uds_sparkline_new:
 * @spec: what to draw
 *
 * Returns: (transfer floating): the sparkline
 */
GtkWidget *
uds_sparkline_new (UdsChartSpec *spec)
{
  UdsSparkline *self = g_object_new (UDS_TYPE_SPARKLINE, NULL);

  self->spec = g_object_ref (spec);
  return GTK_WIDGET (self);
}
