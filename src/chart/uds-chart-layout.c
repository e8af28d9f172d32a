/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout itself: made part by part (frame, axes, paths, series, labels; bars, dumbbells, heat maps, timelines,
 * multiples, maps, relations; each in its own file), then only read. How marks are made stands in
 * uds-chart-layout-marks.c. */
#include "uds-chart-layout-private.h"

#include <math.h>
#include <string.h>

#define LENGTH_MIN 1.0
#define LENGTH_MAX 100000.0
#define RESOLUTION_MAX 16.0
#define MEASURED_HEIGHT 50000.0

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
  self->frames = g_array_new (FALSE, FALSE, sizeof (UdsChartFrame));

  return self;
}

static void
build_init (UdsChartBuild       *build,
            UdsChartSpec        *spec,
            const UdsChartTheme *theme,
            const UdsChartSize  *size)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);

  memset (build, 0, sizeof *build);
  build->layout = layout_alloc (spec, theme, size);
  build->spec = spec;
  build->theme = &build->layout->theme;
  build->pango = uds_chart_text_new_layout (theme->font_family);
  build->area = (UdsChartRect) { 0, 0, build->layout->size.width, build->layout->size.height };
  uds_chart_spec_get_format (spec, &build->format);
  uds_chart_build_extent (build);
  if (grid != NULL)
    build->layout->spots =
        g_new0 (UdsChartRect, uds_chart_grid_get_n_rows (grid) * uds_chart_grid_get_n_columns (grid) + 1);
}

/* Of what a build gathers on its way; its layout and typesetter stay. */
void
uds_chart_build_clear (UdsChartBuild *build)
{
  for (gsize i = 0; i < build->n_names; i++)
    uds_chart_block_clear (&build->names[i]);
  g_clear_pointer (&build->names, g_free);
  build->n_names = 0;
  g_clear_pointer (&build->placer, uds_chart_placer_free);
}

static UdsChartLayout *
build_finish (UdsChartBuild *build)
{
  uds_chart_build_clear (build);
  g_object_unref (build->pango);

  return build->layout;
}

static void
add_background (UdsChartBuild *build)
{
  if (build->theme->paints_background)
    uds_chart_build_add_rect (build, UDS_CHART_ROLE_BACKGROUND, &build->area, &build->theme->background);
}

/* What is drawn in the area that the frame leaves. */
static void
build_kind (UdsChartBuild *build)
{
  static void (*const builders[]) (UdsChartBuild *build) = {
    [UDS_CHART_LINES] = uds_chart_build_lines,
    [UDS_CHART_BARS] = uds_chart_build_bars,
    [UDS_CHART_DUMBBELL] = uds_chart_build_dumbbell,
    [UDS_CHART_HEAT_MAP] = uds_chart_build_heat_map,
    [UDS_CHART_MULTIPLES] = uds_chart_build_multiples,
    [UDS_CHART_TIMELINE] = uds_chart_build_timeline,
    [UDS_CHART_MAP] = uds_chart_build_map,
    [UDS_CHART_RELATIONS] = uds_chart_build_relations,
  };

  builders[uds_chart_spec_get_kind (build->spec)](build);
}

/**
 * uds_chart_build_lines:
 * @build: a build whose area is what the chart may take
 *
 * Adds a line chart.
 */
void
uds_chart_build_lines (UdsChartBuild *build)
{
  uds_chart_build_axes (build);
  uds_chart_build_paths (build);
  uds_chart_build_series (build);
  uds_chart_build_labels (build);
}

/**
 * uds_chart_build_set_spot:
 * @build: a build of a spec with a grid
 * @place: a cell of the grid
 * @bounds: where it is
 */
void
uds_chart_build_set_spot (UdsChartBuild       *build,
                          const UdsChartPlace *place,
                          const UdsChartRect  *bounds)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (build->spec);

  build->layout->spots[place->series * uds_chart_grid_get_n_columns (grid) + place->point] = *bounds;
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
  build_kind (&build);

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
 * uds_chart_layout_new_map_view:
 * @spec: a map
 * @theme: how it looks
 * @size: how large it is
 * @view: which part of the world it shows
 *
 * Lays a part of a map out, to its edges and without words around it. Any thread.
 *
 * Returns: (transfer full): the layout
 */
UdsChartLayout *
uds_chart_layout_new_map_view (UdsChartSpec          *spec,
                               const UdsChartTheme   *theme,
                               const UdsChartSize    *size,
                               const UdsChartMapView *view)
{
  UdsChartBuild build;

  g_return_val_if_fail (UDS_IS_CHART_SPEC (spec) && uds_chart_spec_get_map (spec) != NULL, NULL);

  build_init (&build, spec, theme, size);
  add_background (&build);
  uds_chart_build_map_view (&build, view);

  return build_finish (&build);
}

/**
 * uds_chart_layout_measure_height:
 * @spec: what to show
 * @theme: how it looks
 * @width: how wide it is, in units
 * @parts: what stands around the plot
 *
 * Returns: how high it had better be, so that everything has room: of charts of categories as many rows as there are,
 *   of line charts 9 to 16
 */
double
uds_chart_layout_measure_height (UdsChartSpec        *spec,
                                 const UdsChartTheme *theme,
                                 double               width,
                                 UdsChartParts        parts)
{
  const UdsChartSize size = { width, MEASURED_HEIGHT, 1 };
  g_autoptr (UdsChartLayout) layout = NULL;

  g_return_val_if_fail (UDS_IS_CHART_SPEC (spec), 0);

  if (uds_chart_spec_get_kind (spec) == UDS_CHART_LINES)
    return width * 9 / 16;

  layout = uds_chart_layout_new (spec, theme, &size, parts);
  return ceil (MEASURED_HEIGHT - layout->spare_height);
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
  g_array_unref (self->frames);
  g_free (self->spots);
  g_free (self->map_frames);
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

/* The axes that belong to a series. */
static UdsChartFrame
get_frame (const UdsChartLayout *self,
           gsize                 series)
{
  if (series < self->frames->len)
    return g_array_index (self->frames, UdsChartFrame, series);
  return (UdsChartFrame) { self->plot, self->x, self->y };
}

static void
map_point (const UdsChartSeries *series,
           gsize                 index,
           const UdsChartScale  *x,
           const UdsChartScale  *y,
           UdsChartVertex       *vertex)
{
  UdsChartPoint point;

  uds_chart_series_get_point (series, index, &point);
  vertex->x = uds_chart_scale_map (x, point.position);
  vertex->y = uds_chart_scale_map (y, point.value);
  vertex->is_start = TRUE;
}

/* As uds_chart_layout_get_vertex(), of the chart that is being made. */
void
uds_chart_build_get_vertex (const UdsChartBuild *build,
                            const UdsChartPlace *place,
                            UdsChartVertex      *vertex)
{
  map_point (uds_chart_spec_get_series (build->spec, place->series), place->point, &build->layout->x,
             &build->layout->y, vertex);
}

/**
 * uds_chart_layout_get_vertex:
 * @self: a layout
 * @place: a place in its spec
 * @vertex: (out): where it is: the point, or the middle of the cell
 */
void
uds_chart_layout_get_vertex (const UdsChartLayout *self,
                             const UdsChartPlace  *place,
                             UdsChartVertex       *vertex)
{
  UdsChartFrame frame = get_frame (self, place->series);
  UdsChartRect spot;

  if (self->spots == NULL)
    {
      map_point (uds_chart_spec_get_series (self->spec, place->series), place->point, &frame.x, &frame.y, vertex);
      return;
    }

  uds_chart_layout_get_bounds (self, place, &spot);
  *vertex = (UdsChartVertex) { spot.x + spot.width / 2, spot.y + spot.height / 2, TRUE };
}

/**
 * uds_chart_layout_get_bounds:
 * @self: a layout
 * @place: a place in its spec
 * @bounds: (out): what is to be marked when it is pointed at: the cell, or a square around the point
 */
void
uds_chart_layout_get_bounds (const UdsChartLayout *self,
                             const UdsChartPlace  *place,
                             UdsChartRect         *bounds)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (self->spec);
  double size = self->theme.font_size;
  UdsChartVertex vertex;

  if (self->spots != NULL)
    {
      *bounds = self->spots[place->series * uds_chart_grid_get_n_columns (grid) + place->point];
      return;
    }

  uds_chart_layout_get_vertex (self, place, &vertex);
  *bounds = (UdsChartRect) { vertex.x - size / 2, vertex.y - size / 2, size, size };
}

/**
 * uds_chart_layout_get_n_plots:
 * @self: a layout
 *
 * Returns: in how many plots the time of a place is to be seen: in all of many small charts; in none of a chart of
 *   categories
 */
gsize
uds_chart_layout_get_n_plots (const UdsChartLayout *self)
{
  if (self->spots != NULL)
    return 0;
  return MAX (self->frames->len, 1);
}

/**
 * uds_chart_layout_get_line:
 * @self: a layout of lines
 * @place: a place in its spec
 * @plot: less than the number of plots
 * @top: (out): where the time of @place meets the upper edge of the plot
 * @bottom: (out): where it meets the lower edge
 */
void
uds_chart_layout_get_line (const UdsChartLayout *self,
                           const UdsChartPlace  *place,
                           gsize                 plot,
                           UdsChartVertex       *top,
                           UdsChartVertex       *bottom)
{
  UdsChartFrame frame = get_frame (self, plot);
  UdsChartPoint point;
  double x;

  uds_chart_series_get_point (uds_chart_spec_get_series (self->spec, place->series), place->point, &point);
  x = uds_chart_scale_map (&frame.x, point.position);
  *top = (UdsChartVertex) { x, frame.plot.y, TRUE };
  *bottom = (UdsChartVertex) { x, frame.plot.y + frame.plot.height, FALSE };
}

/**
 * uds_chart_layout_get_position:
 * @self: a layout of one plot
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
