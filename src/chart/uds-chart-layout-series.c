/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines and points of the series: which neighbours are joined and how, which points have a mark of their
 * own. */
#include "uds-chart-layout-private.h"

#include "uds-chart-decimate.h"
#include "uds-chart-notes.h"

#include <glib/gi18n.h>
#include <math.h>

#define POINTS_MARKED 200  /* more points than this are no marks of their own, only places for the cursor */
#define POINT_DISTANCE 0.7 /* points nearer than this, in multiples of the font size, are only a line */
#define POINT_SIZE 2.6     /* in multiples of the pen */
#define POINT_SIZE_EXTRA 1.0
#define BASE_SIZE 2.2 /* of the ring around the base, in multiples of its point */
#define DENSE_POINTS 2.0    /* points to a unit of width: from here a line is drawn for speed */
#define BRIDGE_PART 0.45    /* how much of the colour a line over a gap keeps */
#define PROJECTION_PART 0.3 /* how much of the colour a projection loses */
#define PROJECTION_CONTRAST 3

/* How a point is joined with the one before. */
typedef enum {
  JOIN_LINE,
  JOIN_PROJECTION,
  JOIN_BRIDGE,
  JOIN_NONE,
  N_JOINS,
} Join;

typedef struct {
  const UdsChartSeries *series;
  gsize index;
  GArray *gaps; /* UdsChartGap */
  guint gap;    /* the first that is not behind */
  gsize next_break;
  GArray *paths[JOIN_NONE]; /* UdsChartVertex */
} Walk;

static UdsChartPen
bridge_pen (const UdsChartBuild *build,
            const UdsChartPen   *pen)
{
  UdsChartPen bridge = { .width = pen->width / 2,
                         .dashes = { pen->width / 2, pen->width * 1.5 },
                         .n_dashes = 2 };

  bridge.color = uds_chart_color_mix (&build->theme->background, &pen->color, BRIDGE_PART);
  return bridge;
}

static UdsChartPen
projection_pen (const UdsChartBuild *build,
                const UdsChartPen   *pen)
{
  UdsChartPen dashed = { .width = pen->width * 0.75,
                         .dashes = { pen->width * 2, pen->width * 1.5 },
                         .n_dashes = 2 };

  dashed.color = uds_chart_color_mix (&pen->color, &build->theme->background, PROJECTION_PART);
  dashed.color =
      uds_chart_color_with_contrast (&dashed.color, &build->theme->background, PROJECTION_CONTRAST);
  return dashed;
}

static UdsChartVertex
get_vertex (const UdsChartBuild  *build,
            const UdsChartSeries *series,
            gsize                 point)
{
  return (UdsChartVertex) {
    uds_chart_scale_map (&build->layout->x, uds_chart_series_get_positions (series)[point]),
    uds_chart_scale_map (&build->layout->y, uds_chart_series_get_values (series)[point]),
    TRUE,
  };
}

static gboolean
crosses_break (Walk   *walk,
               double  from,
               double  to)
{
  gboolean crosses = FALSE;

  while (walk->next_break < uds_chart_series_get_n_breaks (walk->series))
    {
      double position = uds_chart_series_get_break (walk->series, walk->next_break)->position;

      if (position > to)
        break;
      crosses = crosses || position > from;
      walk->next_break++;
    }

  return crosses;
}

static gboolean
crosses_gap (Walk  *walk,
             gsize  before)
{
  while (walk->gap < walk->gaps->len && g_array_index (walk->gaps, UdsChartGap, walk->gap).before < before)
    walk->gap++;

  return walk->gap < walk->gaps->len && g_array_index (walk->gaps, UdsChartGap, walk->gap).before == before;
}

/* Points that are not neighbours share a column of pixels: what is missing between them cannot be seen. */
static Join
find_join (Walk  *walk,
           gsize  before,
           gsize  after)
{
  const double *positions = uds_chart_series_get_positions (walk->series);
  UdsChartPoint first, second;

  if (crosses_break (walk, positions[before], positions[after]))
    return JOIN_NONE;
  if (after == before + 1 && crosses_gap (walk, before))
    return JOIN_BRIDGE;

  uds_chart_series_get_point (walk->series, before, &first);
  uds_chart_series_get_point (walk->series, after, &second);
  if (first.quality == UDS_CHART_PROJECTED || second.quality == UDS_CHART_PROJECTED)
    return JOIN_PROJECTION;

  return JOIN_LINE;
}

static void
append_segment (GArray         *path,
                UdsChartVertex  from,
                UdsChartVertex  to,
                gboolean        continues)
{
  from.is_start = TRUE;
  to.is_start = FALSE;
  if (!continues)
    g_array_append_val (path, from);
  g_array_append_val (path, to);
}

/* A point that no line leads to or from: a line of no length, which its round ends make a dot. */
static void
append_dot (GArray         *path,
            UdsChartVertex  vertex)
{
  append_segment (path, vertex, vertex, FALSE);
}

static void
walk_points (UdsChartBuild *build,
             Walk          *walk,
             const GArray  *indices)
{
  Join last = JOIN_NONE;
  UdsChartVertex vertex = { 0 };

  for (guint i = 0; i < indices->len; i++)
    {
      gsize point = g_array_index (indices, gsize, i);
      UdsChartVertex next = get_vertex (build, walk->series, point);
      Join join = i > 0 ? find_join (walk, g_array_index (indices, gsize, i - 1), point) : JOIN_NONE;

      if (i > 0 && last != JOIN_LINE && join != JOIN_LINE)
        append_dot (walk->paths[JOIN_LINE], vertex);
      if (join != JOIN_NONE)
        append_segment (walk->paths[join], vertex, next, join == last && join != JOIN_BRIDGE);
      vertex = next;
      last = join;
    }
  if (last != JOIN_LINE)
    append_dot (walk->paths[JOIN_LINE], vertex);
}

static void
add_path (UdsChartBuild     *build,
          Walk              *walk,
          Join               join,
          UdsChartRole       role,
          const UdsChartPen *pen)
{
  GArray *path = walk->paths[join];
  UdsChartMark *mark;

  if (path->len == 0)
    return;

  uds_chart_placer_add_path (build->placer, (const UdsChartVertex *) (gconstpointer) path->data, path->len);
  mark = uds_chart_build_add_path (build, role, pen, path);
  mark->series = walk->index;
  mark->id = g_strdup (uds_chart_series_get_id (walk->series));
  mark->label = g_strdup (uds_chart_series_get_name (walk->series));
  mark->is_dense = (double) mark->n_vertices > build->layout->plot.width * DENSE_POINTS;
}

/* Where the way of counting changed, between the last old and the first new point. */
static void
add_breaks (UdsChartBuild        *build,
            const UdsChartSeries *series,
            gsize                 index)
{
  const UdsChartRect *plot = &build->layout->plot;
  const double *positions = uds_chart_series_get_positions (series);

  for (gsize i = 0; i < uds_chart_series_get_n_breaks (series); i++)
    {
      const UdsChartBreak *item = uds_chart_series_get_break (series, i);
      gsize after = uds_chart_series_find (series, item->position);
      UdsChartMark *mark;
      double x;

      if (after == 0 || after == uds_chart_series_get_n_points (series)
          || !uds_chart_notes_is_first_break (build->spec, index, item))
        continue;
      x = uds_chart_scale_map (&build->layout->x, (positions[after - 1] + positions[after]) / 2);
      mark = uds_chart_build_add_rule (build, UDS_CHART_ROLE_BREAK, &build->theme->inactive, x, plot->y, x,
                                       plot->y + plot->height);
      uds_chart_placer_add_path (build->placer, mark->vertices, mark->n_vertices);
      mark->series = index;
      mark->label = g_strdup (_ ("Break in the series"));
      mark->description = g_strdup (item->note);
    }
}

static void
add_lines (UdsChartBuild        *build,
           const UdsChartSeries *series,
           gsize                 index)
{
  const UdsChartPen *pen = &uds_chart_theme_get_series (build->theme, index)->pen;
  UdsChartPen bridge = bridge_pen (build, pen);
  UdsChartPen projection = projection_pen (build, pen);
  const UdsChartScale *x = &build->layout->x;
  gsize n_columns = (gsize) ceil ((x->range_end - x->range_start) * build->layout->size.resolution);
  g_autoptr (GArray) indices =
      uds_chart_decimate (uds_chart_series_get_positions (series), uds_chart_series_get_values (series),
                          uds_chart_series_get_n_points (series), build->extent.from, build->extent.to,
                          MAX (n_columns, 1));
  Walk walk = { .series = series, .index = index, .gaps = uds_chart_series_get_gaps (series) };

  for (Join join = 0; join < JOIN_NONE; join++)
    walk.paths[join] = g_array_new (FALSE, FALSE, sizeof (UdsChartVertex));

  walk_points (build, &walk, indices);
  add_path (build, &walk, JOIN_BRIDGE, UDS_CHART_ROLE_BRIDGE, &bridge);
  add_path (build, &walk, JOIN_LINE, UDS_CHART_ROLE_SERIES, pen);
  add_path (build, &walk, JOIN_PROJECTION, UDS_CHART_ROLE_PROJECTION, &projection);

  for (Join join = 0; join < JOIN_NONE; join++)
    g_array_unref (walk.paths[join]);
  g_array_unref (walk.gaps);
}

static char *
describe_point (const UdsChartBuild *build,
                const UdsChartPoint *point)
{
  g_autofree char *period = uds_chart_point_format_period (point, build->format.language);
  g_autofree char *value = uds_chart_format_value (&build->format, point->value);

  return g_strdup_printf ("%s: %s", period, value);
}

static void
add_point (UdsChartBuild        *build,
           const UdsChartSeries *series,
           const UdsChartPlace  *place)
{
  const UdsChartSeriesStyle *style = uds_chart_theme_get_series (build->theme, place->series);
  UdsChartVertex vertex = get_vertex (build, series, place->point);
  UdsChartPoint point;
  UdsChartMark *mark;

  uds_chart_series_get_point (series, place->point, &point);
  mark = uds_chart_build_add_marker (build, UDS_CHART_ROLE_POINT, style->marker, vertex.x, vertex.y,
                                     style->pen.width * POINT_SIZE + POINT_SIZE_EXTRA);
  mark->series = place->series;
  mark->point = place->point;
  mark->id = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, uds_chart_series_get_id (series), place->point);
  mark->value = point.value;
  mark->label = describe_point (build, &point);
  mark->description = g_strdup (point.note);
  mark->pen = (UdsChartPen) { .color = style->pen.color, .width = style->pen.width * 0.75 };
  mark->fill = point.quality == UDS_CHART_MEASURED ? style->pen.color : build->theme->background;
}

/* Every point where there is room, else only those that look different. */
static gboolean
wants_point (const UdsChartBuild  *build,
             const UdsChartSeries *series,
             gsize                 point)
{
  gsize n_points = uds_chart_series_get_n_points (series);
  const UdsChartScale *x = &build->layout->x;
  double distance = (x->range_end - x->range_start) / (double) n_points;
  UdsChartPoint data;

  if (point == n_points - 1 || distance >= build->theme->font_size * POINT_DISTANCE)
    return TRUE;

  uds_chart_series_get_point (series, point, &data);
  return data.quality == UDS_CHART_UNCERTAIN;
}

static void
add_points (UdsChartBuild        *build,
            const UdsChartSeries *series,
            gsize                 index)
{
  gsize n_points = uds_chart_series_get_n_points (series);
  gsize first = n_points > POINTS_MARKED ? n_points - 1 : 0;

  for (gsize i = first; i < n_points; i++)
    if (wants_point (build, series, i))
      add_point (build, series, &(UdsChartPlace) { index, i });
}

/* A ring around the point that progress is counted from. */
static void
add_base (UdsChartBuild *build)
{
  UdsChartPlace base = { 0, uds_chart_spec_get_base (build->spec) };
  const UdsChartSeriesStyle *style = uds_chart_theme_get_series (build->theme, 0);
  UdsChartVertex vertex;
  UdsChartMark *mark;

  if (base.point == UDS_CHART_NONE)
    return;

  uds_chart_build_get_vertex (build, &base, &vertex);
  mark = uds_chart_build_add_marker (build, UDS_CHART_ROLE_BASE, UDS_CHART_MARKER_CIRCLE, vertex.x, vertex.y,
                                     (style->pen.width * POINT_SIZE + POINT_SIZE_EXTRA) * BASE_SIZE);
  mark->series = base.series;
  mark->point = base.point;
  mark->label = g_strdup (_ ("Base of the calculation"));
  mark->pen = (UdsChartPen) { .color = build->theme->text, .width = style->pen.width / 2 };
}

/**
 * uds_chart_build_series:
 * @build: a build with scales
 *
 * Adds the lines and then the points of all series, the most important ones on top.
 */
void
uds_chart_build_series (UdsChartBuild *build)
{
  gsize n_series = uds_chart_spec_get_n_series (build->spec);

  for (gsize i = n_series; i-- > 0;)
    {
      const UdsChartSeries *series = uds_chart_spec_get_series (build->spec, i);

      if (uds_chart_series_get_n_points (series) == 0)
        continue;
      add_breaks (build, series, i);
      add_lines (build, series, i);
      add_points (build, series, i);
    }
  add_base (build);
}

/* The line of a path, cut off where the axis ends. */
static void
add_straight_path (UdsChartBuild      *build,
                   UdsChartRole        role,
                   const UdsChartPen  *pen,
                   const UdsChartPath *path)
{
  double end = MIN (path->to_position, build->extent.to);
  double part = (end - path->from_position) / (path->to_position - path->from_position);
  double end_value = path->from_value * (1 - part) + path->to_value * part;
  UdsChartMark *mark;

  mark = uds_chart_build_add_rule (
      build, role, pen, uds_chart_scale_map (&build->layout->x, path->from_position),
      uds_chart_scale_map (&build->layout->y, path->from_value), uds_chart_scale_map (&build->layout->x, end),
      uds_chart_scale_map (&build->layout->y, end_value));
  uds_chart_placer_add_path (build->placer, mark->vertices, mark->n_vertices);
}

static void
add_arrival (UdsChartBuild      *build,
             const UdsChartPen  *pen,
             const UdsChartPath *path)
{
  UdsChartMark *mark;

  if (path->to_position > build->extent.to)
    return;

  mark = uds_chart_build_add_marker (build, UDS_CHART_ROLE_PROJECTION, UDS_CHART_MARKER_CIRCLE,
                                     uds_chart_scale_map (&build->layout->x, path->to_position),
                                     uds_chart_scale_map (&build->layout->y, path->to_value),
                                     pen->width * POINT_SIZE + POINT_SIZE_EXTRA);
  mark->pen = (UdsChartPen) { .color = pen->color, .width = pen->width };
  mark->fill = build->theme->background;
}

/* Labels keep clear of a marker where they can, as of a line through it. */
static void
keep_clear (UdsChartBuild      *build,
            const UdsChartRect *bounds)
{
  const UdsChartVertex diagonal[] = {
    { bounds->x, bounds->y + bounds->height, TRUE },
    { bounds->x + bounds->width, bounds->y, FALSE },
  };

  uds_chart_placer_add_path (build->placer, diagonal, G_N_ELEMENTS (diagonal));
}

static void
add_target (UdsChartBuild *build,
            gsize          index)
{
  const UdsChartRect *plot = &build->layout->plot;
  const UdsChartTarget *target = uds_chart_spec_get_target (build->spec, index);
  gboolean counts = target->state == UDS_CHART_TARGET_ACTIVE || target->state == UDS_CHART_TARGET_REACHED;
  const UdsChartPen *pen = counts ? &build->theme->target : &build->theme->inactive;
  double y = uds_chart_scale_map (&build->layout->y, target->value);
  UdsChartMark *mark =
      uds_chart_build_add_rule (build, UDS_CHART_ROLE_TARGET, pen, plot->x, y, plot->x + plot->width, y);

  uds_chart_placer_add_path (build->placer, mark->vertices, mark->n_vertices);
  mark->id = g_strdup_printf ("target/%" G_GSIZE_FORMAT, index);
  mark->value = target->value;
  mark->label = uds_chart_target_format_label (target, &build->format);
  if (target->position == 0)
    return;

  mark = uds_chart_build_add_marker (build, UDS_CHART_ROLE_TARGET,
                                     counts ? UDS_CHART_MARKER_DIAMOND : UDS_CHART_MARKER_CROSS,
                                     uds_chart_scale_map (&build->layout->x, target->position), y,
                                     build->theme->font_size * 0.7);
  mark->pen = (UdsChartPen) { .color = pen->color, .width = build->theme->font_size * 0.12 };
  mark->fill = target->state == UDS_CHART_TARGET_REACHED ? pen->color : build->theme->background;
  keep_clear (build, &mark->bounds);
}

/**
 * uds_chart_build_paths:
 * @build: a build with scales
 *
 * Adds targets, the way to them and the projection: what lies under the series.
 */
void
uds_chart_build_paths (UdsChartBuild *build)
{
  const UdsChartPath *required_path = uds_chart_spec_get_required_path (build->spec);
  const UdsChartPath *projection = uds_chart_spec_get_projection (build->spec);
  UdsChartPen pen = projection_pen (build, &build->theme->series[0].pen);

  if (required_path != NULL)
    add_straight_path (build, UDS_CHART_ROLE_REQUIRED_PATH, &build->theme->path, required_path);
  for (gsize i = 0; i < uds_chart_spec_get_n_targets (build->spec); i++)
    add_target (build, i);
  if (projection != NULL)
    {
      add_straight_path (build, UDS_CHART_ROLE_PROJECTION, &pen, projection);
      add_arrival (build, &pen, projection);
    }
}

/**
 * uds_chart_build_sparkline:
 * @build: a build of which only the area is known
 *
 * Adds the first series and the targets, as large as the area lets them.
 */
void
uds_chart_build_sparkline (UdsChartBuild *build)
{
  UdsChartRect *plot = &build->layout->plot;
  const UdsChartSeriesStyle *style = &build->theme->series[0];
  double margin = MIN (style->pen.width * POINT_SIZE, MIN (build->area.width, build->area.height) / 4);
  const UdsChartSeries *series;
  double minimum = build->extent.minimum;
  double maximum = build->extent.maximum;

  uds_chart_range_widen (&minimum, &maximum);
  *plot = (UdsChartRect) { build->area.x + margin, build->area.y + margin, build->area.width - 2 * margin,
                           build->area.height - 2 * margin };
  build->layout->x = (UdsChartScale) { build->extent.from, build->extent.to, plot->x, plot->x + plot->width };
  build->layout->y = (UdsChartScale) { minimum, maximum, plot->y + plot->height, plot->y };
  build->placer = uds_chart_placer_new (plot);
  if (uds_chart_spec_get_n_series (build->spec) == 0)
    return;

  series = uds_chart_spec_get_series (build->spec, 0);
  if (uds_chart_series_get_n_points (series) == 0)
    return;
  for (gsize i = 0; i < uds_chart_spec_get_n_targets (build->spec); i++)
    add_target (build, i);
  add_lines (build, series, 0);
  add_point (build, series, &(UdsChartPlace) { 0, uds_chart_series_get_n_points (series) - 1 });
}
