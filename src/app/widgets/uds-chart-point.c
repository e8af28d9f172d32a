/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An accessible that is no widget. It lives as long as the layout it was made for. */
#include "uds-chart-point.h"

#include "uds-chart-cursor.h"

/* More than these are nothing to walk through one by one; the table beside the chart has them all. */
#define MOST_POINTS 500

struct _UdsChartPointItem
{
  GObject parent_instance;

  GtkAccessible *chart; /* not owned: it owns the point */
  UdsChartPointItem *next; /* not owned */
  GtkATContext *context;
  GdkRectangle bounds;
};

enum {
  PROP_0,
  PROP_ACCESSIBLE_ROLE,
};

static void uds_chart_point_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UdsChartPointItem, uds_chart_point, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, uds_chart_point_accessible_init))

static GtkATContext *
uds_chart_point_get_at_context (GtkAccessible *accessible)
{
  UdsChartPointItem *self = UDS_CHART_POINT (accessible);

  if (self->context == NULL)
    self->context = gtk_at_context_create (GTK_ACCESSIBLE_ROLE_LIST_ITEM, accessible,
                                           gtk_widget_get_display (GTK_WIDGET (self->chart)));
  return self->context != NULL ? g_object_ref (self->context) : NULL;
}

static gboolean
uds_chart_point_get_platform_state (GtkAccessible              *accessible,
                                    GtkAccessiblePlatformState  state)
{
  return FALSE;
}

static GtkAccessible *
uds_chart_point_get_accessible_parent (GtkAccessible *accessible)
{
  return g_object_ref (UDS_CHART_POINT (accessible)->chart);
}

static GtkAccessible *
uds_chart_point_get_first_accessible_child (GtkAccessible *accessible)
{
  return NULL;
}

static GtkAccessible *
uds_chart_point_get_next_accessible_sibling (GtkAccessible *accessible)
{
  UdsChartPointItem *self = UDS_CHART_POINT (accessible);

  return self->next != NULL ? GTK_ACCESSIBLE (g_object_ref (self->next)) : NULL;
}

static gboolean
uds_chart_point_get_bounds (GtkAccessible *accessible,
                            int           *x,
                            int           *y,
                            int           *width,
                            int           *height)
{
  UdsChartPointItem *self = UDS_CHART_POINT (accessible);

  *x = self->bounds.x;
  *y = self->bounds.y;
  *width = self->bounds.width;
  *height = self->bounds.height;
  return TRUE;
}

static void
uds_chart_point_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_at_context = uds_chart_point_get_at_context;
  iface->get_platform_state = uds_chart_point_get_platform_state;
  iface->get_accessible_parent = uds_chart_point_get_accessible_parent;
  iface->get_first_accessible_child = uds_chart_point_get_first_accessible_child;
  iface->get_next_accessible_sibling = uds_chart_point_get_next_accessible_sibling;
  iface->get_bounds = uds_chart_point_get_bounds;
}

static void
uds_chart_point_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCESSIBLE_ROLE:
      g_value_set_enum (value, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The role is fixed; the interface has it settable. */
static void
uds_chart_point_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
}

static void
uds_chart_point_dispose (GObject *object)
{
  g_clear_object (&UDS_CHART_POINT (object)->context);

  G_OBJECT_CLASS (uds_chart_point_parent_class)->dispose (object);
}

static void
uds_chart_point_class_init (UdsChartPointItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = uds_chart_point_get_property;
  object_class->set_property = uds_chart_point_set_property;
  object_class->dispose = uds_chart_point_dispose;
  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
uds_chart_point_init (UdsChartPointItem *self)
{
}

/**
 * uds_chart_point_new:
 * @chart: the chart's widget, which owns the point
 * @name: what is to be said about it
 * @bounds: where it is in the widget
 *
 * Returns: (transfer full): the point
 */
UdsChartPointItem *
uds_chart_point_new (GtkAccessible      *chart,
                     const char         *name,
                     const GdkRectangle *bounds)
{
  UdsChartPointItem *self = g_object_new (UDS_TYPE_CHART_POINT, NULL);

  self->chart = chart;
  self->bounds = *bounds;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

/**
 * uds_chart_point_set_next:
 * @self: a point
 * @next: (nullable): the one that follows
 */
void
uds_chart_point_set_next (UdsChartPointItem *self,
                          UdsChartPointItem *next)
{
  g_return_if_fail (UDS_IS_CHART_POINT (self));

  self->next = next;
}

static UdsChartPointItem *
make_point (GtkAccessible           *chart,
            UdsChartLayout          *layout,
            const UdsChartPlacement *placement,
            const UdsChartPlace     *place)
{
  g_autofree char *name = uds_chart_place_announce (place, uds_chart_layout_get_spec (layout));
  GdkRectangle bounds = uds_chart_placement_get_bounds (placement, layout, place);

  return uds_chart_point_new (chart, name, &bounds);
}

/**
 * uds_chart_points_new:
 * @chart: a chart
 * @layout: what it shows
 * @placement: where that is in it
 *
 * Returns: (transfer full) (element-type UdsChartPointItem): its points, each followed by the next; of very many only
 *   the first
 */
GPtrArray *
uds_chart_points_new (GtkAccessible           *chart,
                      UdsChartLayout          *layout,
                      const UdsChartPlacement *placement)
{
  UdsChartSpec *spec = uds_chart_layout_get_spec (layout);
  GPtrArray *points = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < uds_chart_place_count_series (spec); i++)
    for (gsize j = 0; j < uds_chart_place_count_points (spec, i); j++)
      {
        UdsChartPointItem *point;

        if (points->len == MOST_POINTS)
          return points;
        point = make_point (chart, layout, placement, &(UdsChartPlace) { i, j });
        if (points->len > 0)
          uds_chart_point_set_next (g_ptr_array_index (points, points->len - 1), point);
        g_ptr_array_add (points, point);
      }
  return points;
}
