/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws what the layout says, mark by mark, and decides nothing itself. */
#include "uds-chart-draw.h"

#include "uds-chart-stamps-private.h"
#include "uds-chart-text-private.h"

#include <math.h>

#define HALO_PART 0.3   /* of the font size */
#define HALO_TOLERANCE 0.5 /* pixels: a halo is not looked at */
#define DENSE_MITER 2.0 /* spikes of a dense line are no longer than its pen is wide */
#define FRAME_HALO 2.5  /* in multiples of the frame around a cell */
#define STAMPED_FROM 500 /* marks: fewer are drawn fast enough */
#define CURSOR_SIZE 1.0 /* of the ring around a point, in multiples of the font size */

static void
set_color (cairo_t             *cr,
           const UdsChartColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
set_pen (cairo_t           *cr,
         const UdsChartPen *pen)
{
  set_color (cr, &pen->color);
  cairo_set_line_width (cr, pen->width);
  cairo_set_dash (cr, pen->dashes, pen->n_dashes, 0);
}

/* Horizontal and vertical hairlines sit on whole device pixels, so that they are sharp. */
static double
align_to_pixel (double place,
                double width,
                double resolution)
{
  double pixels = MAX (round (width * resolution), 1);
  double offset = fmod (pixels, 2) / 2;

  return (round (place * resolution - offset) + offset) / resolution;
}

static void
draw_rule (const UdsChartLayout *layout,
           const UdsChartMark   *mark,
           cairo_t              *cr)
{
  double resolution = uds_chart_layout_get_size (layout)->resolution;
  UdsChartVertex from = mark->vertices[0];
  UdsChartVertex to = mark->vertices[1];

  if (from.y == to.y)
    from.y = to.y = align_to_pixel (from.y, mark->pen.width, resolution);
  if (from.x == to.x)
    from.x = to.x = align_to_pixel (from.x, mark->pen.width, resolution);

  set_pen (cr, &mark->pen);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  cairo_stroke (cr);
}

static void
trace_vertices (cairo_t              *cr,
                const UdsChartVertex *vertices,
                gsize                 n_vertices)
{
  for (gsize i = 0; i < n_vertices; i++)
    {
      if (vertices[i].is_start)
        cairo_move_to (cr, vertices[i].x, vertices[i].y);
      else
        cairo_line_to (cr, vertices[i].x, vertices[i].y);
    }
}

static void
draw_line (const UdsChartMark *mark,
           cairo_t            *cr)
{
  set_pen (cr, &mark->pen);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (mark->is_dense)
    {
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
      cairo_set_miter_limit (cr, DENSE_MITER);
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
    }

  trace_vertices (cr, mark->vertices, mark->n_vertices);
  cairo_stroke (cr);
}

static void
trace_marker (cairo_t        *cr,
              UdsChartMarker  marker,
              double          x,
              double          y,
              double          radius)
{
  UdsChartVertex corners[UDS_CHART_MARKER_CORNERS_MAX];
  gsize n_corners = uds_chart_marker_trace (marker, x, y, radius, corners);

  cairo_new_path (cr);
  trace_vertices (cr, corners, n_corners);
  if (n_corners == 0)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

static void
draw_point (const UdsChartMark *mark,
            cairo_t            *cr)
{
  trace_marker (cr, mark->marker, mark->vertices->x, mark->vertices->y,
                (mark->size - mark->pen.width) / 2);
  set_color (cr, &mark->fill);
  cairo_fill_preserve (cr);
  set_pen (cr, &mark->pen);
  cairo_stroke (cr);
}

/* Draws the points from an index on that follow each other. Returns the index of the last. */
static gsize
stamp_points (const UdsChartLayout *layout,
              gsize                 index,
              UdsChartStamps       *stamps,
              cairo_t              *cr)
{
  cairo_surface_t *target = cairo_get_target (cr);
  const UdsChartMark *mark;

  cairo_surface_flush (target);
  while (index < uds_chart_layout_get_n_marks (layout)
         && (mark = uds_chart_layout_get_mark (layout, index))->kind == UDS_CHART_MARK_POINT)
    {
      index++;
      if (uds_chart_stamps_draw (stamps, mark))
        continue;
      cairo_surface_mark_dirty (target);
      draw_point (mark, cr);
      cairo_surface_flush (target);
    }
  cairo_surface_mark_dirty (target);
  return index - 1;
}

static void
draw_text_line (const UdsChartLayout *layout,
                const UdsChartMark   *mark,
                const char           *line,
                double                baseline,
                PangoLayout          *pango,
                cairo_t              *cr)
{
  PangoLayoutLine *shaped;
  PangoRectangle extents;
  double start;

  uds_chart_text_set_line (pango, &mark->text, line);
  shaped = pango_layout_get_line_readonly (pango, 0);
  pango_layout_line_get_extents (shaped, NULL, &extents);

  start = mark->anchor.x - uds_chart_text_get_part_before (mark->text.align) * extents.width / PANGO_SCALE;

  cairo_move_to (cr, start, baseline);
  if (mark->text.has_halo)
    {
      pango_cairo_layout_line_path (cr, shaped);
      set_color (cr, &uds_chart_layout_get_theme (layout)->background);
      cairo_set_line_width (cr, mark->text.size * HALO_PART);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_tolerance (cr, HALO_TOLERANCE);
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
      cairo_stroke (cr);
      cairo_move_to (cr, start, baseline);
    }
  set_color (cr, &mark->text.color);
  pango_cairo_show_layout_line (cr, shaped);
}

static void
draw_text (const UdsChartLayout *layout,
           const UdsChartMark   *mark,
           PangoLayout          *pango,
           cairo_t              *cr)
{
  for (gsize i = 0; mark->lines[i] != NULL; i++)
    draw_text_line (layout, mark, mark->lines[i], mark->anchor.y + (double) i * mark->line_height, pango, cr);
}

static void
draw_rect (const UdsChartMark *mark,
           cairo_t            *cr)
{
  set_color (cr, &mark->fill);
  cairo_rectangle (cr, mark->bounds.x, mark->bounds.y, mark->bounds.width, mark->bounds.height);
  cairo_fill_preserve (cr);
  if (mark->pen.width > 0)
    {
      set_pen (cr, &mark->pen);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
draw_area (const UdsChartMark *mark,
           cairo_t            *cr)
{
  set_color (cr, &mark->fill);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  trace_vertices (cr, mark->vertices, mark->n_vertices);
  cairo_fill (cr);
}

/**
 * uds_chart_draw:
 * @layout: a chart
 * @cr: where to draw it: its upper left corner at the origin, its units as they are
 *
 * Draws a chart. Any thread.
 */
void
uds_chart_draw (const UdsChartLayout *layout,
                cairo_t              *cr)
{
  g_autoptr (PangoLayout) pango =
      uds_chart_text_new_layout (uds_chart_layout_get_theme (layout)->font_family);
  g_autoptr (UdsChartStamps) stamps =
      uds_chart_layout_get_n_marks (layout) >= STAMPED_FROM ? uds_chart_stamps_new (cr, draw_point) : NULL;

  for (gsize i = 0; i < uds_chart_layout_get_n_marks (layout); i++)
    {
      const UdsChartMark *mark = uds_chart_layout_get_mark (layout, i);

      cairo_save (cr);
      switch (mark->kind)
        {
        case UDS_CHART_MARK_RECT:
          draw_rect (mark, cr);
          break;
        case UDS_CHART_MARK_LINE:
          draw_line (mark, cr);
          break;
        case UDS_CHART_MARK_RULE:
          draw_rule (layout, mark, cr);
          break;
        case UDS_CHART_MARK_POINT:
          if (stamps != NULL)
            i = stamp_points (layout, i, stamps, cr);
          else
            draw_point (mark, cr);
          break;
        case UDS_CHART_MARK_AREA:
          draw_area (mark, cr);
          break;
        case UDS_CHART_MARK_TEXT:
          draw_text (layout, mark, pango, cr);
          break;
        default:
          g_assert_not_reached ();
        }
      cairo_restore (cr);
    }
}

static void
draw_time (const UdsChartLayout *layout,
           const UdsChartPlace  *place,
           cairo_t              *cr)
{
  const UdsChartTheme *theme = uds_chart_layout_get_theme (layout);
  double resolution = uds_chart_layout_get_size (layout)->resolution;

  set_pen (cr, &theme->axis);
  for (gsize i = 0; i < uds_chart_layout_get_n_plots (layout); i++)
    {
      UdsChartVertex top, bottom;
      double x;

      uds_chart_layout_get_line (layout, place, i, &top, &bottom);
      x = align_to_pixel (top.x, theme->axis.width, resolution);
      cairo_move_to (cr, x, top.y);
      cairo_line_to (cr, x, bottom.y);
      cairo_stroke (cr);
    }
}

/* Around a place on a map: its dot stays in sight. */
static void
draw_halo (const UdsChartLayout *layout,
           const UdsChartPlace  *place,
           cairo_t              *cr)
{
  const UdsChartTheme *theme = uds_chart_layout_get_theme (layout);
  double width = theme->series[0].pen.width;
  UdsChartRect bounds;

  uds_chart_layout_get_bounds (layout, place, &bounds);
  cairo_new_path (cr);
  cairo_arc (cr, bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, bounds.width / 2 + width, 0, 2 * G_PI);
  set_color (cr, &theme->background);
  cairo_set_line_width (cr, width * FRAME_HALO);
  cairo_stroke_preserve (cr);
  set_color (cr, &theme->text);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Around a point, a ring; around a cell, a frame that is seen on any ground. */
static void
draw_ring (const UdsChartLayout *layout,
           const UdsChartPlace  *place,
           cairo_t              *cr)
{
  const UdsChartTheme *theme = uds_chart_layout_get_theme (layout);
  gboolean is_many = uds_chart_layout_get_n_plots (layout) > 1;
  const UdsChartPen *pen = &uds_chart_theme_get_series (theme, is_many ? 0 : place->series)->pen;
  UdsChartVertex vertex;

  uds_chart_layout_get_vertex (layout, place, &vertex);
  trace_marker (cr, UDS_CHART_MARKER_CIRCLE, vertex.x, vertex.y, theme->font_size * CURSOR_SIZE / 2);
  set_color (cr, &theme->background);
  cairo_fill_preserve (cr);
  set_color (cr, &pen->color);
  cairo_set_line_width (cr, pen->width);
  cairo_stroke (cr);
}

static void
draw_frame (const UdsChartLayout *layout,
            const UdsChartPlace  *place,
            cairo_t              *cr)
{
  const UdsChartTheme *theme = uds_chart_layout_get_theme (layout);
  double width = theme->series[0].pen.width;
  UdsChartRect bounds;

  uds_chart_layout_get_bounds (layout, place, &bounds);
  cairo_rectangle (cr, bounds.x, bounds.y, bounds.width, bounds.height);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_color (cr, &theme->background);
  cairo_set_line_width (cr, width * FRAME_HALO);
  cairo_stroke_preserve (cr);
  set_color (cr, &theme->text);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/**
 * uds_chart_draw_cursor:
 * @layout: a chart
 * @place: a place in it
 * @cr: where the chart is drawn
 *
 * Draws the cursor over a chart: a line through the point, in all of many small charts, and a ring around it; or a
 * frame around the cell; or a ring around the place of a map.
 */
void
uds_chart_draw_cursor (const UdsChartLayout *layout,
                       const UdsChartPlace  *place,
                       cairo_t              *cr)
{
  cairo_save (cr);
  if (uds_chart_layout_get_n_plots (layout) > 0)
    {
      draw_time (layout, place, cr);
      draw_ring (layout, place, cr);
    }
  else if (uds_chart_spec_get_kind (uds_chart_layout_get_spec (layout)) == UDS_CHART_MAP)
    {
      draw_halo (layout, place, cr);
    }
  else
    {
      draw_frame (layout, place, cr);
    }
  cairo_restore (cr);
}
