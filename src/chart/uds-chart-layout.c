/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout itself: made part by part (frame, axes, paths, series, labels, each in its own file), then only
 * read. */
#include "uds-chart-layout-private.h"

#include <math.h>
#include <string.h>

#define LENGTH_MIN 1.0
#define LENGTH_MAX 100000.0
#define RESOLUTION_MAX 16.0

G_DEFINE_BOXED_TYPE (UdsChartLayout, uds_chart_layout, uds_chart_layout_ref, uds_chart_layout_unref)

static void
mark_free (gpointer data)
{
  UdsChartMark *mark = data;

  g_free (mark->id);
  g_free (mark->label);
  g_free (mark->description);
  g_free (mark->vertices);
  g_strfreev (mark->lines);
  g_free (mark);
}

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

/* At least one, also where it is no number. */
static double
limit (double length,
       double maximum)
{
  return length >= LENGTH_MIN ? MIN (length, maximum) : LENGTH_MIN;
}

static UdsChartLayout *
layout_alloc (UdsChartSpec        *spec,
              const UdsChartTheme *theme,
              const UdsChartSize  *size)
{
  UdsChartLayout *self = g_atomic_rc_box_new0 (UdsChartLayout);

  self->spec = g_object_ref (spec);
  self->font_family = g_strdup (theme->font_family);
  self->theme = *theme;
  self->theme.font_family = self->font_family;
  self->size.width = limit (size->width, LENGTH_MAX);
  self->size.height = limit (size->height, LENGTH_MAX);
  self->size.resolution = limit (size->resolution, RESOLUTION_MAX);
  self->marks = g_ptr_array_new_with_free_func (mark_free);

  return self;
}

static void
build_init (UdsChartBuild       *build,
            UdsChartSpec        *spec,
            const UdsChartTheme *theme,
            const UdsChartSize  *size)
{
  memset (build, 0, sizeof *build);
  build->layout = layout_alloc (spec, theme, size);
  build->spec = spec;
  build->theme = &build->layout->theme;
  build->pango = uds_chart_text_new_layout (theme->font_family);
  build->area = (UdsChartRect) { 0, 0, build->layout->size.width, build->layout->size.height };
  uds_chart_spec_get_format (spec, &build->format);
  uds_chart_build_extent (build);
}

static UdsChartLayout *
build_finish (UdsChartBuild *build)
{
  for (gsize i = 0; i < build->n_names; i++)
    uds_chart_block_clear (&build->names[i]);
  g_free (build->names);
  g_clear_pointer (&build->placer, uds_chart_placer_free);
  g_object_unref (build->pango);

  return build->layout;
}

static void
add_background (UdsChartBuild *build)
{
  UdsChartMark *mark;

  if (!build->theme->paints_background)
    return;

  mark = uds_chart_build_add_mark (build, UDS_CHART_MARK_RECT, UDS_CHART_ROLE_BACKGROUND);
  mark->bounds = build->area;
  mark->fill = build->theme->background;
}

/**
 * uds_chart_layout_new:
 * @spec: what to show; not to be changed while a layout of it is in use
 * @theme: how it looks
 * @size: how large it is
 * @parts: what stands around the plot, as far as there is room
 *
 * Lays a chart out. Any thread.
 *
 * Returns: (transfer full): the layout
 */
UdsChartLayout *
uds_chart_layout_new (UdsChartSpec        *spec,
                      const UdsChartTheme *theme,
                      const UdsChartSize  *size,
                      UdsChartParts        parts)
{
  UdsChartBuild build;

  g_return_val_if_fail (UDS_IS_CHART_SPEC (spec), NULL);

  build_init (&build, spec, theme, size);
  add_background (&build);
  uds_chart_build_frame (&build, parts);
  uds_chart_build_axes (&build);
  uds_chart_build_paths (&build);
  uds_chart_build_series (&build);
  uds_chart_build_labels (&build);

  return build_finish (&build);
}

/**
 * uds_chart_layout_new_sparkline:
 * @spec: what to show
 * @theme: how it looks
 * @size: how large it is
 *
 * Lays out a chart for a row of a list: the first series, its latest point and its targets, without axes or
 * words.
 *
 * Returns: (transfer full): the layout
 */
UdsChartLayout *
uds_chart_layout_new_sparkline (UdsChartSpec        *spec,
                                const UdsChartTheme *theme,
                                const UdsChartSize  *size)
{
  UdsChartBuild build;

  g_return_val_if_fail (UDS_IS_CHART_SPEC (spec), NULL);

  build_init (&build, spec, theme, size);
  add_background (&build);
  uds_chart_build_sparkline (&build);

  return build_finish (&build);
}

/**
 * uds_chart_layout_ref:
 * @self: a layout
 *
 * Any thread.
 *
 * Returns: (transfer full): @self
 */
UdsChartLayout *
uds_chart_layout_ref (UdsChartLayout *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
layout_clear (gpointer data)
{
  UdsChartLayout *self = data;

  g_object_unref (self->spec);
  g_free (self->font_family);
  g_ptr_array_unref (self->marks);
}

/**
 * uds_chart_layout_unref:
 * @self: (transfer full): a layout
 *
 * Any thread.
 */
void
uds_chart_layout_unref (UdsChartLayout *self)
{
  g_atomic_rc_box_release_full (self, layout_clear);
}

/**
 * uds_chart_layout_get_spec:
 * @self: a layout
 *
 * Returns: (transfer none): what it shows
 */
UdsChartSpec *
uds_chart_layout_get_spec (const UdsChartLayout *self)
{
  return self->spec;
}

/**
 * uds_chart_layout_get_theme:
 * @self: a layout
 *
 * Returns: (transfer none): how it looks
 */
const UdsChartTheme *
uds_chart_layout_get_theme (const UdsChartLayout *self)
{
  return &self->theme;
}

/**
 * uds_chart_layout_get_size:
 * @self: a layout
 *
 * Returns: (transfer none): how large it is
 */
const UdsChartSize *
uds_chart_layout_get_size (const UdsChartLayout *self)
{
  return &self->size;
}

/**
 * uds_chart_layout_get_plot:
 * @self: a layout
 *
 * Returns: (transfer none): the part of it where values are drawn
 */
const UdsChartRect *
uds_chart_layout_get_plot (const UdsChartLayout *self)
{
  return &self->plot;
}

gsize
uds_chart_layout_get_n_marks (const UdsChartLayout *self)
{
  return self->marks->len;
}

/**
 * uds_chart_layout_get_mark:
 * @self: a layout
 * @index: less than the number of marks; marks are in the order in which they are drawn
 *
 * Returns: (transfer none): the mark
 */
const UdsChartMark *
uds_chart_layout_get_mark (const UdsChartLayout *self,
                           gsize                 index)
{
  return g_ptr_array_index (self->marks, index);
}

/**
 * uds_chart_layout_get_vertex:
 * @self: a layout
 * @place: a point of its spec
 * @vertex: (out): where it is
 */
void
uds_chart_layout_get_vertex (const UdsChartLayout *self,
                             const UdsChartPlace  *place,
                             UdsChartVertex       *vertex)
{
  UdsChartPoint point;

  uds_chart_series_get_point (uds_chart_spec_get_series (self->spec, place->series), place->point, &point);
  vertex->x = uds_chart_scale_map (&self->x, point.position);
  vertex->y = uds_chart_scale_map (&self->y, point.value);
  vertex->is_start = TRUE;
}

/**
 * uds_chart_layout_get_position:
 * @self: a layout
 * @x: a place
 *
 * Returns: the time at @x, for charts whose cursors move together
 */
double
uds_chart_layout_get_position (const UdsChartLayout *self,
                               double                x)
{
  return uds_chart_scale_invert (&self->x, x);
}
