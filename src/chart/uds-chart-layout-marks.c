/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks as the parts of a layout add them: shapes in their places, texts that are measured already, and the few shapes
 * that are made of others. Where they go is each part's. */
#include "uds-chart-layout-private.h"

#include <math.h>

#define HATCH_DISTANCE 0.45 /* in multiples of the font size */
#define OUTLINE 0.11

UdsChartMark *
uds_chart_build_add_mark (UdsChartBuild    *build,
                          UdsChartMarkKind  kind,
                          UdsChartRole      role)
{
  UdsChartMark *mark = g_new0 (UdsChartMark, 1);

  mark->kind = kind;
  mark->role = role;
  mark->series = UDS_CHART_NONE;
  mark->point = UDS_CHART_NONE;
  g_ptr_array_add (build->layout->marks, mark);

  return mark;
}

static void
set_bounds (UdsChartMark *mark)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (gsize i = 0; i < mark->n_vertices; i++)
    {
      left = MIN (left, mark->vertices[i].x);
      right = MAX (right, mark->vertices[i].x);
      top = MIN (top, mark->vertices[i].y);
      bottom = MAX (bottom, mark->vertices[i].y);
    }
  if (mark->n_vertices > 0)
    mark->bounds = (UdsChartRect) { left, top, right - left, bottom - top };
}

/* Takes the vertices out of the array. */
UdsChartMark *
uds_chart_build_add_path (UdsChartBuild     *build,
                          UdsChartRole       role,
                          const UdsChartPen *pen,
                          GArray            *vertices)
{
  UdsChartMark *mark = uds_chart_build_add_mark (build, UDS_CHART_MARK_LINE, role);

  mark->pen = *pen;
  mark->vertices = (UdsChartVertex *) (gpointer) g_array_steal (vertices, &mark->n_vertices);
  set_bounds (mark);

  return mark;
}

/* Takes the vertices out of the array. */
UdsChartMark *
uds_chart_build_add_area (UdsChartBuild       *build,
                          UdsChartRole         role,
                          const UdsChartColor *fill,
                          GArray              *vertices)
{
  UdsChartMark *mark = uds_chart_build_add_mark (build, UDS_CHART_MARK_AREA, role);

  mark->fill = *fill;
  mark->vertices = (UdsChartVertex *) (gpointer) g_array_steal (vertices, &mark->n_vertices);
  set_bounds (mark);

  return mark;
}

UdsChartMark *
uds_chart_build_add_rule (UdsChartBuild     *build,
                          UdsChartRole       role,
                          const UdsChartPen *pen,
                          double             x1,
                          double             y1,
                          double             x2,
                          double             y2)
{
  UdsChartMark *mark = uds_chart_build_add_mark (build, UDS_CHART_MARK_RULE, role);

  mark->pen = *pen;
  mark->n_vertices = 2;
  mark->vertices = g_new (UdsChartVertex, 2);
  mark->vertices[0] = (UdsChartVertex) { x1, y1, TRUE };
  mark->vertices[1] = (UdsChartVertex) { x2, y2, FALSE };
  set_bounds (mark);

  return mark;
}

UdsChartMark *
uds_chart_build_add_marker (UdsChartBuild  *build,
                            UdsChartRole    role,
                            UdsChartMarker  marker,
                            double          x,
                            double          y,
                            double          size)
{
  UdsChartMark *mark = uds_chart_build_add_mark (build, UDS_CHART_MARK_POINT, role);

  mark->marker = marker;
  mark->size = size;
  mark->n_vertices = 1;
  mark->vertices = g_new (UdsChartVertex, 1);
  mark->vertices[0] = (UdsChartVertex) { x, y, TRUE };
  mark->bounds = (UdsChartRect) { x - size / 2, y - size / 2, size, size };

  return mark;
}

/* Takes the lines out of the block. @x is where @style aligns to, @top the upper edge. */
UdsChartMark *
uds_chart_build_add_text (UdsChartBuild           *build,
                          UdsChartRole             role,
                          const UdsChartTextStyle *style,
                          UdsChartBlock           *block,
                          double                   x,
                          double                   top)
{
  UdsChartMark *mark = uds_chart_build_add_mark (build, UDS_CHART_MARK_TEXT, role);
  double left = x - block->width * uds_chart_text_get_part_before (style->align);

  mark->text = *style;
  mark->lines = g_steal_pointer (&block->lines);
  mark->line_height = block->line_height;
  mark->anchor = (UdsChartVertex) { x, top + block->ascent, TRUE };
  mark->bounds = (UdsChartRect) { left, top, block->width, block->height };

  return mark;
}

UdsChartMark *
uds_chart_build_add_rect (UdsChartBuild       *build,
                          UdsChartRole         role,
                          const UdsChartRect  *bounds,
                          const UdsChartColor *fill)
{
  UdsChartMark *mark = uds_chart_build_add_mark (build, UDS_CHART_MARK_RECT, role);

  mark->bounds = *bounds;
  mark->fill = *fill;

  return mark;
}

/* The shape of a level around a point. */
UdsChartMark *
uds_chart_build_add_level (UdsChartBuild       *build,
                           UdsChartRole         role,
                           const UdsChartLevel *level,
                           double               x,
                           double               y,
                           double               size)
{
  const UdsChartColor *tone = &build->theme->tones[level->tone];
  UdsChartMark *mark = uds_chart_build_add_marker (build, role, level->marker, x, y, size);

  mark->pen = (UdsChartPen) { .color = *tone, .width = size * OUTLINE };
  mark->fill = level->is_hollow ? build->theme->background : *tone;

  return mark;
}

/* Lines that rise to the right, cut off at the edges. */
void
uds_chart_build_add_hatch (UdsChartBuild      *build,
                           const UdsChartRect *bounds,
                           const UdsChartPen  *pen)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (UdsChartVertex));
  double distance = build->theme->font_size * HATCH_DISTANCE;
  double right = bounds->x + bounds->width;
  double bottom = bounds->y + bounds->height;

  /* On a grid of the whole chart, so that neighbours' lines meet. */
  for (double sum = ceil ((bounds->x + bounds->y) / distance) * distance; sum < right + bottom; sum += distance)
    {
      UdsChartVertex low = { MAX (bounds->x, sum - bottom), MIN (bottom, sum - bounds->x), TRUE };
      UdsChartVertex high = { MIN (right, sum - bounds->y), MAX (bounds->y, sum - right), FALSE };

      g_array_append_val (path, low);
      g_array_append_val (path, high);
    }
  if (path->len > 0)
    uds_chart_build_add_path (build, UDS_CHART_ROLE_HATCH, pen, path);
}

/* A text whose middle is at a height. */
void
uds_chart_build_add_words (UdsChartBuild           *build,
                           UdsChartRole             role,
                           const UdsChartTextStyle *style,
                           const char              *text,
                           double                   max_width,
                           double                   x,
                           double                   middle)
{
  g_auto (UdsChartBlock) block = { 0 };

  uds_chart_text_measure (build->pango, style, text, max_width, &block);
  uds_chart_build_add_text (build, role, style, &block, x, middle - block.height / 2);
}
