/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words in and beside the plot: names at the ends of lines, targets, paths, first and last value. The
 * most important one chooses its place first; one that finds none is left out. */
#include "uds-chart-layout-private.h"

#include "uds-chart-time.h"

#include <glib/gi18n.h>
#include <math.h>

#define LABEL_GAP 0.3 /* distances in multiples of the font size */
#define POINT_GAP 0.6
#define NAMES_GAP 0.8
#define LEADER_GAP 0.25
#define MARKER_PART 0.6 /* of a point beside a name */
#define LABEL_PART 0.6  /* of the plot's width, at most, for the label of a target or path */
#define BREAK_PART 0.3  /* of the plot's width, at most, for what changed at a break */
#define BREAK_WIDTH 6.0 /* in less room its words would be torn; the notes tell it too */
#define CROSSINGS_MAX 4 /* a past target is not worth more: its line is named in the description too */
#define CANDIDATES_MAX 18

/* Where a label may be, the best first. */
typedef struct {
  UdsChartRect rects[CANDIDATES_MAX];
  gsize n_rects;
} Candidates;

UdsChartTextStyle
uds_chart_build_label_style (const UdsChartBuild *build,
                             const UdsChartColor *color)
{
  return (UdsChartTextStyle) {
    .size = build->theme->font_size,
    .has_halo = TRUE,
    .color = *color,
    .align = UDS_CHART_ALIGN_START,
  };
}

static void
add_candidate (Candidates          *candidates,
               double               x,
               double               y,
               const UdsChartBlock *block)
{
  candidates->rects[candidates->n_rects++] = (UdsChartRect) { x, y, block->width, block->height };
}

static gboolean
place_text (UdsChartBuild           *build,
            UdsChartRole             role,
            const UdsChartTextStyle *style,
            UdsChartBlock           *block,
            const Candidates        *candidates)
{
  UdsChartRect chosen;

  if (!uds_chart_placer_choose (build->placer, candidates->rects, candidates->n_rects, &chosen))
    return FALSE;

  uds_chart_build_add_text (build, role, style, block, chosen.x, chosen.y);
  return TRUE;
}

/* Where shapes tell the series apart, a name carries the shape of its points. */
static gboolean
style_has_marker (const UdsChartBuild *build)
{
  return build->theme->series[0].marker != build->theme->series[1].marker;
}

double
uds_chart_build_names_indent (const UdsChartBuild *build)
{
  return style_has_marker (build) ? build->theme->font_size * (MARKER_PART + LABEL_GAP) : 0;
}

/**
 * uds_chart_build_measure_names:
 * @build: a build
 * @max_width: how wide a name may be
 *
 * Sets the names that stand at the ends of the lines, with the latest value. A single series needs none:
 * the heading names it.
 */
void
uds_chart_build_measure_names (UdsChartBuild *build,
                               double         max_width)
{
  UdsChartTextStyle style = uds_chart_build_label_style (build, &build->theme->text);
  gsize n_series = uds_chart_spec_get_n_series (build->spec);

  if (n_series < 2)
    return;

  build->n_names = n_series;
  build->names = g_new0 (UdsChartBlock, n_series);
  for (gsize i = 0; i < n_series; i++)
    {
      const UdsChartSeries *series = uds_chart_spec_get_series (build->spec, i);
      gsize n_points = uds_chart_series_get_n_points (series);
      g_autofree char *value = NULL;
      g_autofree char *text = NULL;

      if (n_points == 0)
        continue;
      value = uds_chart_format_value (&build->format, uds_chart_series_get_values (series)[n_points - 1]);
      text = g_strdup_printf ("%s %s", uds_chart_series_get_name (series), value);
      uds_chart_text_measure (build->pango, &style, text, max_width - uds_chart_build_names_indent (build),
                              &build->names[i]);
    }
}

static void
get_last_vertex (const UdsChartBuild *build,
                 gsize                series,
                 UdsChartVertex      *vertex)
{
  gsize n_points = uds_chart_series_get_n_points (uds_chart_spec_get_series (build->spec, series));

  uds_chart_build_get_vertex (build, &(UdsChartPlace) { series, n_points - 1 }, vertex);
}

typedef struct {
  gsize series;
  double wanted;
} End;

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const End *first = a;
  const End *second = b;

  if (first->wanted != second->wanted)
    return first->wanted < second->wanted ? -1 : 1;

  return (first->series > second->series) - (first->series < second->series);
}

static void
add_name_marker (UdsChartBuild *build,
                 gsize          series,
                 double         x,
                 double         y)
{
  const UdsChartSeriesStyle *style = uds_chart_theme_get_series (build->theme, series);
  UdsChartMark *mark = uds_chart_build_add_marker (build, UDS_CHART_ROLE_NAME, style->marker, x, y,
                                                   build->theme->font_size * MARKER_PART);

  mark->series = series;
  mark->pen = (UdsChartPen) { .color = style->pen.color, .width = style->pen.width * 0.75 };
  mark->fill = style->pen.color;
}

static void
add_name (UdsChartBuild *build,
          gsize          series,
          double         middle)
{
  const UdsChartRect *plot = &build->layout->plot;
  UdsChartTextStyle style =
      uds_chart_build_label_style (build, &uds_chart_theme_get_series (build->theme, series)->text);
  UdsChartBlock *block = &build->names[series];
  double em = build->theme->font_size;
  double x = plot->x + plot->width + em * NAMES_GAP;
  UdsChartPen leader = { build->theme->other.pen.color, build->theme->grid.width * 0.75, { 0 }, 0 };
  UdsChartVertex end;
  UdsChartMark *mark;

  get_last_vertex (build, series, &end);
  if (end.x < build->layout->x.range_end - em || fabs (end.y - middle) > block->line_height / 2)
    {
      mark = uds_chart_build_add_rule (build, UDS_CHART_ROLE_LEADER, &leader, end.x + em * POINT_GAP, end.y,
                                       x - em * LEADER_GAP, middle);
      uds_chart_placer_add_path (build->placer, mark->vertices, mark->n_vertices);
    }

  if (style_has_marker (build))
    add_name_marker (build, series, x + em * MARKER_PART / 2,
                     middle - block->height / 2 + block->line_height / 2);
  mark = uds_chart_build_add_text (build, UDS_CHART_ROLE_NAME, &style, block,
                                   x + uds_chart_build_names_indent (build), middle - block->height / 2);
  mark->series = series;
  uds_chart_placer_add_rect (build->placer, &mark->bounds);
}

static GArray *
collect_ends (const UdsChartBuild *build)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (End));

  for (gsize i = 0; i < build->n_names; i++)
    {
      End end = { .series = i };
      UdsChartVertex vertex;

      if (build->names[i].lines == NULL)
        continue;
      get_last_vertex (build, i, &vertex);
      end.wanted = vertex.y;
      g_array_append_val (ends, end);
    }

  return ends;
}

/* Where there is not room for all names, the last series lose theirs. */
static void
add_names (UdsChartBuild *build)
{
  const UdsChartRect *plot = &build->layout->plot;
  double margin = build->theme->font_size * LABEL_GAP;
  g_autoptr (GArray) ends = collect_ends (build);
  gboolean fits = FALSE;

  while (!fits && ends->len > 0)
    {
      g_autofree UdsChartSlot *slots = g_new0 (UdsChartSlot, ends->len);
      g_autoptr (GArray) sorted = g_array_copy (ends);

      g_array_sort (sorted, compare_ends);
      for (guint i = 0; i < sorted->len; i++)
        {
          const End *end = &g_array_index (sorted, End, i);

          slots[i] = (UdsChartSlot) { .wanted = end->wanted, .height = build->names[end->series].height };
        }

      fits = uds_chart_spread_slots (slots, sorted->len, plot->y - margin, plot->y + plot->height + margin);
      for (guint i = 0; fits && i < sorted->len; i++)
        add_name (build, g_array_index (sorted, End, i).series, slots[i].middle);
      g_array_set_size (ends, ends->len - 1);
    }
}

/* Above and below a horizontal line, at both ends and between. */
static void
add_rule_candidates (const UdsChartBuild *build,
                     double               y,
                     const UdsChartBlock *block,
                     Candidates          *candidates)
{
  static const double parts[] = { 0, 1, 0.5, 0.25, 0.75 };
  const UdsChartRect *plot = &build->layout->plot;
  double gap = build->theme->font_size * LABEL_GAP;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double x = plot->x + (plot->width - block->width) * parts[i];

      add_candidate (candidates, x, y - gap - block->height, block);
      add_candidate (candidates, x, y + gap, block);
    }
}

/* It stands at its own line, wherever that leads: between two lines nobody could tell whose it is. */
static void
add_target_label (UdsChartBuild *build,
                  gsize          index)
{
  const UdsChartTarget *target = uds_chart_spec_get_target (build->spec, index);
  gboolean counts = target->state == UDS_CHART_TARGET_ACTIVE || target->state == UDS_CHART_TARGET_REACHED;
  UdsChartTextStyle style =
      uds_chart_build_label_style (build, counts ? &build->theme->text : &build->theme->dim_text);
  gsize most_crossings = target->state == UDS_CHART_TARGET_ACTIVE ? G_MAXSIZE - 1 : CROSSINGS_MAX;
  g_autofree char *text = uds_chart_target_format_label (target, &build->format);
  g_auto (UdsChartBlock) block = { 0 };
  Candidates candidates = { .n_rects = 0 };
  UdsChartRect chosen;

  uds_chart_text_measure (build->pango, &style, text, build->layout->plot.width * LABEL_PART, &block);
  add_rule_candidates (build, uds_chart_scale_map (&build->layout->y, target->value), &block, &candidates);
  if (uds_chart_placer_choose_exactly (build->placer, candidates.rects, candidates.n_rects, most_crossings, &chosen))
    uds_chart_build_add_text (build, UDS_CHART_ROLE_TARGET, &style, &block, chosen.x, chosen.y);
}

/* What still is to be reached is said first. */
static void
add_target_labels (UdsChartBuild *build,
                   gboolean       are_active)
{
  for (gsize i = 0; i < uds_chart_spec_get_n_targets (build->spec); i++)
    if ((uds_chart_spec_get_target (build->spec, i)->state == UDS_CHART_TARGET_ACTIVE) == are_active)
      add_target_label (build, i);
}

/* Along a sloping line, far enough off that its corner does not touch. */
static void
add_path_label (UdsChartBuild       *build,
                UdsChartRole         role,
                const UdsChartColor *color,
                const UdsChartPath  *path,
                const char          *text)
{
  static const double parts[] = { 0.5, 0.65, 0.35, 0.8, 0.2, 1 };
  UdsChartTextStyle style = uds_chart_build_label_style (build, color);
  g_auto (UdsChartBlock) block = { 0 };
  Candidates candidates = { .n_rects = 0 };
  const UdsChartScale *x_scale = &build->layout->x;
  double end = MIN (path->to_position, build->extent.to);
  double shown = (end - path->from_position) / (path->to_position - path->from_position);
  double x1 = uds_chart_scale_map (x_scale, path->from_position);
  double y1 = uds_chart_scale_map (&build->layout->y, path->from_value);
  double dx = uds_chart_scale_map (x_scale, end) - x1;
  double dy = (uds_chart_scale_map (&build->layout->y, path->to_value) - y1) * shown;
  double gap = build->theme->font_size * LABEL_GAP;

  uds_chart_text_measure (build->pango, &style, text, build->layout->plot.width * LABEL_PART, &block);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double x = x1 + dx * parts[i] - block.width / 2;
      double y = y1 + dy * parts[i] - block.height / 2;
      double off = block.height / 2 + gap + fabs (dy / MAX (dx, 1)) * block.width / 2;

      add_candidate (&candidates, x, y + off, &block);
      add_candidate (&candidates, x, y - off, &block);
    }
  add_candidate (&candidates, x1 + dx + gap * 3, y1 + dy - block.height / 2, &block);
  add_candidate (&candidates, x1 + dx - block.width, y1 + dy + gap * 3, &block);
  place_text (build, role, &style, &block, &candidates);
}

static void
add_projection_label (UdsChartBuild *build)
{
  const UdsChartPath *path = uds_chart_spec_get_projection (build->spec);
  g_autofree char *period = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    return;

  period = uds_chart_position_format (floor (path->to_position), build->format.language);
  /* Translators: %s is the year in which the dashed line arrives at the target */
  text = g_strdup_printf (_ ("projection: %s"), period);
  add_path_label (build, UDS_CHART_ROLE_PROJECTION, &build->theme->series[0].text, path, text);
}

static void
add_required_path_label (UdsChartBuild *build)
{
  const UdsChartPath *path = uds_chart_spec_get_required_path (build->spec);

  if (path != NULL)
    add_path_label (build, UDS_CHART_ROLE_REQUIRED_PATH, &build->theme->dim_text, path, _ ("required path"));
}

/* Around a point: the first or last of a line has its free side. */
static void
add_point_candidates (const UdsChartBuild *build,
                      const UdsChartBlock *block,
                      double               x,
                      double               y,
                      gboolean             is_last,
                      Candidates          *candidates)
{
  double gap = build->theme->font_size * POINT_GAP;
  double right = x + gap;
  double left = x - gap - block->width;
  double above = y - gap - block->height;
  double below = y + gap;
  double beside = is_last ? right : left;
  double edge = is_last ? build->area.x + build->area.width - block->width : build->layout->plot.x;

  add_candidate (candidates, beside, y - block->height / 2, block);
  add_candidate (candidates, x - block->width / 2, above, block);
  add_candidate (candidates, x - block->width / 2, below, block);
  add_candidate (candidates, beside, above, block);
  add_candidate (candidates, beside, below, block);
  add_candidate (candidates, is_last ? left : right, above, block);
  add_candidate (candidates, is_last ? left : right, below, block);
  add_candidate (candidates, edge, above, block);
  add_candidate (candidates, edge, below, block);
}

/* "80%", or "base: 80%" at the point that progress is counted from. */
static char *
format_value_label (const UdsChartBuild *build,
                    gsize                index,
                    double               value)
{
  g_autofree char *text = uds_chart_format_value (&build->format, value);

  if (index != uds_chart_spec_get_base (build->spec))
    return g_steal_pointer (&text);
  /* Translators: the value that progress is counted from */
  return g_strdup_printf (_ ("base: %s"), text);
}

static void
add_value_label (UdsChartBuild *build,
                 gsize          index,
                 gboolean       is_last)
{
  const UdsChartColor *color = is_last ? &build->theme->series[0].text : &build->theme->dim_text;
  UdsChartTextStyle style = uds_chart_build_label_style (build, color);
  g_auto (UdsChartBlock) block = { 0 };
  Candidates candidates = { .n_rects = 0 };
  g_autofree char *text = NULL;
  UdsChartPoint point;
  UdsChartVertex vertex;

  uds_chart_series_get_point (uds_chart_spec_get_series (build->spec, 0), index, &point);
  uds_chart_build_get_vertex (build, &(UdsChartPlace) { 0, index }, &vertex);
  style.is_bold = is_last;
  text = format_value_label (build, index, point.value);
  uds_chart_text_measure (build->pango, &style, text, 0, &block);
  add_point_candidates (build, &block, vertex.x, vertex.y, is_last, &candidates);
  place_text (build, UDS_CHART_ROLE_VALUE, &style, &block, &candidates);
}

/* There the axis says it already. */
static gboolean
first_is_at_axis (const UdsChartBuild *build)
{
  return uds_chart_series_get_values (uds_chart_spec_get_series (build->spec, 0))[0]
         == build->layout->y.domain_start;
}

/* Beside the upright line where values began to be counted in a new way: what changed, from the top down. */
static void
add_break_label (UdsChartBuild      *build,
                 const UdsChartMark *rule)
{
  static const double parts[] = { 0, 0.25, 0.5, 0.75, 1 };
  const UdsChartRect *plot = &build->layout->plot;
  UdsChartTextStyle style = uds_chart_build_label_style (build, &build->theme->dim_text);
  const char *text = rule->description != NULL ? rule->description : rule->label;
  double gap = build->theme->font_size * LABEL_GAP;
  double x = rule->bounds.x;
  g_auto (UdsChartBlock) block = { 0 };
  Candidates candidates = { .n_rects = 0 };

  if (plot->width * BREAK_PART < build->theme->font_size * BREAK_WIDTH)
    return;

  uds_chart_text_measure (build->pango, &style, text, plot->width * BREAK_PART, &block);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double y = plot->y + (plot->height - block.height) * parts[i];

      add_candidate (&candidates, x + gap, y, &block);
      add_candidate (&candidates, x - gap - block.width, y, &block);
    }
  place_text (build, UDS_CHART_ROLE_BREAK, &style, &block, &candidates);
}

static void
add_break_labels (UdsChartBuild *build)
{
  guint n_marks = build->layout->marks->len;

  for (guint i = 0; i < n_marks; i++)
    {
      const UdsChartMark *mark = g_ptr_array_index (build->layout->marks, i);

      if (mark->kind == UDS_CHART_MARK_RULE && mark->role == UDS_CHART_ROLE_BREAK)
        add_break_label (build, mark);
    }
}

/**
 * uds_chart_build_labels:
 * @build: a build with everything that labels must keep clear of
 *
 * Adds the labels.
 */
void
uds_chart_build_labels (UdsChartBuild *build)
{
  gboolean is_single = uds_chart_spec_get_n_series (build->spec) == 1;
  gsize n_points = is_single ? uds_chart_series_get_n_points (uds_chart_spec_get_series (build->spec, 0)) : 0;
  gsize base = is_single ? uds_chart_spec_get_base (build->spec) : UDS_CHART_NONE;

  add_names (build);
  add_target_labels (build, TRUE);
  add_target_labels (build, FALSE);
  add_break_labels (build);
  if (n_points > 0)
    add_value_label (build, n_points - 1, TRUE);
  add_projection_label (build);
  add_required_path_label (build);
  if (base != UDS_CHART_NONE && base + 1 < n_points)
    add_value_label (build, base, FALSE);
  if (n_points > 1 && base != 0 && !first_is_at_axis (build))
    add_value_label (build, 0, FALSE);
}
