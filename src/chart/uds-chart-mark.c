/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Geometry of marks that more than one reader of a layout needs. */
#include "uds-chart-mark.h"

#define ROUNDING 1e-6 /* of a unit */

/**
 * uds_chart_rect_overlaps:
 * @a: a rectangle
 * @b: another
 *
 * Returns: whether they have more than an edge in common
 */
gboolean
uds_chart_rect_overlaps (const UdsChartRect *a,
                         const UdsChartRect *b)
{
  return b->x + b->width - a->x > ROUNDING && a->x + a->width - b->x > ROUNDING
         && b->y + b->height - a->y > ROUNDING && a->y + a->height - b->y > ROUNDING;
}

/**
 * uds_chart_rect_contains:
 * @outer: a rectangle
 * @inner: another
 *
 * Returns: whether no part of @inner is outside of @outer
 */
gboolean
uds_chart_rect_contains (const UdsChartRect *outer,
                         const UdsChartRect *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

/* Liang and Barsky (1984): narrows the part of a line that is inside by one edge. */
static gboolean
clip_edge (double  direction,
           double  distance,
           double *enter,
           double *leave)
{
  double at;

  if (direction == 0)
    return distance >= 0;

  at = distance / direction;
  if (direction < 0)
    *enter = MAX (*enter, at);
  else
    *leave = MIN (*leave, at);

  return *enter <= *leave;
}

/**
 * uds_chart_rect_clip_line:
 * @rect: a rectangle
 * @from: (inout): where a line starts
 * @to: (inout): where it ends
 *
 * Cuts off what is outside of a rectangle. An end that is inside stays exactly as it is.
 *
 * Returns: %FALSE if all of the line is outside; @from and @to are then untouched
 */
gboolean
uds_chart_rect_clip_line (const UdsChartRect *rect,
                          UdsChartVertex     *from,
                          UdsChartVertex     *to)
{
  const UdsChartVertex start = *from;
  double dx = to->x - from->x;
  double dy = to->y - from->y;
  double enter = 0;
  double leave = 1;

  if (!clip_edge (-dx, from->x - rect->x, &enter, &leave)
      || !clip_edge (dx, rect->x + rect->width - from->x, &enter, &leave)
      || !clip_edge (-dy, from->y - rect->y, &enter, &leave)
      || !clip_edge (dy, rect->y + rect->height - from->y, &enter, &leave))
    return FALSE;

  if (enter > 0)
    {
      from->x = start.x + enter * dx;
      from->y = start.y + enter * dy;
    }
  if (leave < 1)
    {
      to->x = start.x + leave * dx;
      to->y = start.y + leave * dy;
    }
  return TRUE;
}

/**
 * uds_chart_marker_trace:
 * @marker: a shape
 * @x: its middle
 * @y: its middle
 * @radius: of the circle it looks as large as
 * @corners: (out) (array fixed-size=5): its outline, closed, or its strokes
 *
 * Returns: how many corners it has; 0 for a circle
 */
gsize
uds_chart_marker_trace (UdsChartMarker  marker,
                        double          x,
                        double          y,
                        double          radius,
                        UdsChartVertex *corners)
{
  /* In radii; the last of an outline closes it. */
  static const UdsChartVertex square[] = {
    { -0.9, -0.9, TRUE },
    { 0.9, -0.9 },
    { 0.9, 0.9 },
    { -0.9, 0.9 },
    { -0.9, -0.9 },
  };
  static const UdsChartVertex triangle[] = { { 0, -1.1, TRUE }, { 1, 0.8 }, { -1, 0.8 }, { 0, -1.1 } };
  static const UdsChartVertex diamond[] = {
    { 0, -1.2, TRUE }, { 1.2, 0 }, { 0, 1.2 }, { -1.2, 0 }, { 0, -1.2 }
  };
  static const UdsChartVertex cross[] = {
    { -0.8, -0.8, TRUE }, { 0.8, 0.8 }, { -0.8, 0.8, TRUE }, { 0.8, -0.8 }
  };
  static const UdsChartVertex down[] = { { 0, 1.1, TRUE }, { -1, -0.8 }, { 1, -0.8 }, { 0, 1.1 } };
  static const UdsChartVertex left[] = { { -1.2, 0, TRUE }, { 0.8, -1 }, { 0.8, 1 }, { -1.2, 0 } };
  static const UdsChartVertex right[] = { { 1.2, 0, TRUE }, { -0.8, -1 }, { -0.8, 1 }, { 1.2, 0 } };
  static const UdsChartVertex wedge[] = { { -1, 0.9, TRUE }, { 1, -0.9 }, { 1, 0.9 }, { -1, 0.9 } };
  static const UdsChartVertex bar[] = {
    { -1, -0.35, TRUE }, { 1, -0.35 }, { 1, 0.35 }, { -1, 0.35 }, { -1, -0.35 }
  };
  static const UdsChartVertex tick[] = {
    { -0.2, -1.4, TRUE }, { 0.2, -1.4 }, { 0.2, 1.4 }, { -0.2, 1.4 }, { -0.2, -1.4 }
  };
  static const struct {
    const UdsChartVertex *corners;
    gsize n_corners;
  } shapes[] = {
    [UDS_CHART_MARKER_CIRCLE] = { NULL, 0 },
    [UDS_CHART_MARKER_SQUARE] = { square, G_N_ELEMENTS (square) },
    [UDS_CHART_MARKER_TRIANGLE] = { triangle, G_N_ELEMENTS (triangle) },
    [UDS_CHART_MARKER_DIAMOND] = { diamond, G_N_ELEMENTS (diamond) },
    [UDS_CHART_MARKER_CROSS] = { cross, G_N_ELEMENTS (cross) },
    [UDS_CHART_MARKER_DOWN] = { down, G_N_ELEMENTS (down) },
    [UDS_CHART_MARKER_LEFT] = { left, G_N_ELEMENTS (left) },
    [UDS_CHART_MARKER_RIGHT] = { right, G_N_ELEMENTS (right) },
    [UDS_CHART_MARKER_WEDGE] = { wedge, G_N_ELEMENTS (wedge) },
    [UDS_CHART_MARKER_BAR] = { bar, G_N_ELEMENTS (bar) },
    [UDS_CHART_MARKER_TICK] = { tick, G_N_ELEMENTS (tick) },
  };

  for (gsize i = 0; i < shapes[marker].n_corners; i++)
    {
      const UdsChartVertex *corner = &shapes[marker].corners[i];

      corners[i] = (UdsChartVertex) { x + corner->x * radius, y + corner->y * radius, corner->is_start };
    }

  return shapes[marker].n_corners;
}
