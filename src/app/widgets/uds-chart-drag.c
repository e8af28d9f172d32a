/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dragged and the small picture under the pointer. What others make of it is uds-chart-content.c's. */
#include "uds-chart-drag.h"

#include "uds-chart-content.h"
#include "uds-chart-style.h"

/* The picture under the pointer while the chart is dragged, in pixels. */
#define DRAGGED_WIDTH 240

static GdkContentProvider *
on_prepare_cb (UdsChartView *self)
{
  UdsChartSpec *spec = uds_chart_view_get_spec (self);

  return spec != NULL ? uds_chart_content_new (spec, UDS_CHART_CONTENT_PICTURE | UDS_CHART_CONTENT_FILE) : NULL;
}

/* A small picture of it as it stands there. */
static void
on_begin_cb (UdsChartView  *self,
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

/**
 * uds_chart_drag_attach:
 * @self: a chart
 *
 * Lets it be dragged out of the window.
 */
void
uds_chart_drag_attach (UdsChartView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}
