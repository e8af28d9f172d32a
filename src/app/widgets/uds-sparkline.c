/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the sparkline layout of a chart. For the eye only: the row it stands in says the figures. */
#include "uds-sparkline.h"

#include "uds-chart-draw.h"

#include <adwaita.h>

#define WIDTH 96
#define HEIGHT 32

struct _UdsSparkline
{
  GtkWidget parent_instance;

  UdsChartSpec *spec;
};

G_DEFINE_FINAL_TYPE (UdsSparkline, uds_sparkline, GTK_TYPE_WIDGET)

static UdsChartLayout *
make_layout (UdsSparkline *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  UdsChartColor background = uds_chart_color_from_rgb (adw_style_manager_get_dark (style) ? 0x1d1d20 : 0xffffff);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  UdsChartColor line = { (double) accent->red, (double) accent->green, (double) accent->blue, 1 };
  UdsChartSize size = { WIDTH, HEIGHT, gtk_widget_get_scale_factor (GTK_WIDGET (self)) };
  UdsChartColor foreground;
  UdsChartTheme theme;
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  foreground = (UdsChartColor) { (double) color.red, (double) color.green, (double) color.blue, 1 };
  uds_chart_theme_init_screen (&theme, &background, &foreground, &line, adw_style_manager_get_high_contrast (style));
  theme.paints_background = FALSE;
  return uds_chart_layout_new_sparkline (self->spec, &theme, &size);
}

static void
uds_sparkline_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  g_autoptr (UdsChartLayout) layout = make_layout (UDS_SPARKLINE (widget));
  graphene_rect_t bounds;
  cairo_t *cr;

  graphene_rect_init (&bounds, 0, 0, WIDTH, HEIGHT);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  uds_chart_draw (layout, cr);
  cairo_destroy (cr);
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

static void
uds_sparkline_dispose (GObject *object)
{
  g_clear_object (&UDS_SPARKLINE (object)->spec);

  G_OBJECT_CLASS (uds_sparkline_parent_class)->dispose (object);
}

static void
uds_sparkline_class_init (UdsSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uds_sparkline_dispose;
  widget_class->snapshot = uds_sparkline_snapshot;
  widget_class->measure = uds_sparkline_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
uds_sparkline_init (UdsSparkline *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * uds_sparkline_new:
 * @spec: the chart
 *
 * Returns: (transfer floating): its small line
 */
GtkWidget *
uds_sparkline_new (UdsChartSpec *spec)
{
  UdsSparkline *self = g_object_new (UDS_TYPE_SPARKLINE, NULL);

  self->spec = g_object_ref (spec);
  return GTK_WIDGET (self);
}
