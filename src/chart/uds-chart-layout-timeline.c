/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline: a bar from start to end for each row, over a line for today. Its state is a shape with a few words
 * beside the bar; what has no end fades out into an arrow, a notice period is hatched, what is over is pale, and what
 * continues another is tied to it. */
#include "uds-chart-rows-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define BAR_PART 0.6 /* of a row */
#define BAR_MAX 1.3  /* sizes and distances in multiples of the font size */
#define BAR_MIN 0.2
#define SHAPE_SIZE 0.72
#define SHAPE_GAP 0.4
#define LABEL_GAP 0.45 /* between a bar and its label, and inside of it */
#define FADE 2.2
#define N_FADES 8
#define ARROW_SIZE 0.7
#define CHAIN_INDENT 0.45 /* from the end of a bar to the line that leads on from it */
#define CHAIN_WIDTH 0.09
#define NOW_WIDTH 0.12
#define NOW_GAP 0.25
#define PADDING 0.4     /* between the edges of the plot and its time */
#define GROUND_PART 0.32 /* of a tone in its bar */
#define OVER_PART 0.16
#define LEVELS_MAX 12

typedef struct {
  UdsChartBuild *build;
  const UdsChartGrid *grid;
  UdsChartTextStyle style; /* of labels */
  UdsChartRect *bars;      /* of each row; of no height where it is not drawn */
} Timeline;

static const UdsChartLevel *
get_level (const Timeline *timeline,
           gsize           row)
{
  gsize level = uds_chart_grid_get_cell (timeline->grid, row, 0)->level;

  return level != UDS_CHART_NONE ? uds_chart_grid_get_level (timeline->grid, level) : NULL;
}

static const UdsChartColor *
get_tone (const Timeline *timeline,
          gsize           row)
{
  const UdsChartLevel *level = get_level (timeline, row);

  return &timeline->build->theme->tones[level != NULL ? level->tone : UDS_CHART_TONE_NONE];
}

/* Legend */

static gboolean
is_used (const Timeline *timeline,
         gsize           level)
{
  for (gsize row = 0; row < uds_chart_grid_get_n_rows (timeline->grid); row++)
    if (uds_chart_grid_get_cell (timeline->grid, row, 0)->level == level)
      return TRUE;
  return FALSE;
}

static gboolean
has_notice (const Timeline *timeline)
{
  for (gsize row = 0; row < uds_chart_grid_get_n_rows (timeline->grid); row++)
    {
      const UdsChartSpan *span = uds_chart_grid_get_span (timeline->grid, row);

      if (span != NULL && !isnan (span->notice))
        return TRUE;
    }
  return FALSE;
}

static void
add_legend (Timeline *timeline)
{
  UdsChartBuild *build = timeline->build;
  UdsChartLegendItem items[LEVELS_MAX + 1];
  gsize n_items = 0;

  for (gsize i = 0; i < MIN (uds_chart_grid_get_n_levels (timeline->grid), LEVELS_MAX); i++)
    {
      const UdsChartLevel *level = uds_chart_grid_get_level (timeline->grid, i);
      const UdsChartColor *tone = &build->theme->tones[level->tone];

      if (!is_used (timeline, i))
        continue;
      items[n_items++] = (UdsChartLegendItem) {
        .text = level->label,
        .marker = level->marker,
        .outline = *tone,
        .fill = level->is_hollow ? build->theme->background : *tone,
      };
    }
  if (has_notice (timeline))
    items[n_items++] = (UdsChartLegendItem) {
      .text = _ ("Notice period"), .is_hatched = TRUE, .outline = build->theme->dim_text,
    };
  if (n_items > 0)
    uds_chart_build_legend (build, items, n_items);
}

/* Bars */

/* Of which neither start nor end is known has no bar, only a label. */
static gboolean
is_unknown (const UdsChartSpan *span)
{
  return isnan (span->from) && isnan (span->to);
}

static UdsChartRect
get_bar (const Timeline        *timeline,
         const UdsChartRowSlot *slot)
{
  const UdsChartLayout *layout = timeline->build->layout;
  const UdsChartSpan *span = uds_chart_grid_get_span (timeline->grid, slot->first);
  double em = timeline->build->theme->font_size;
  double height = MIN (slot->bounds.height * BAR_PART, em * BAR_MAX);
  double left = layout->plot.x, right = layout->plot.x + layout->plot.width;

  if (!isnan (span->from))
    left = uds_chart_scale_map (&layout->x, span->from);
  if (is_unknown (span))
    right = left;
  else if (!isnan (span->to))
    right = MAX (uds_chart_scale_map (&layout->x, span->to), left + em * BAR_MIN);

  return (UdsChartRect) { left, slot->bounds.y + (slot->bounds.height - height) / 2, right - left, height };
}

static double
get_fade (const Timeline     *timeline,
          const UdsChartRect *bar)
{
  return MIN (timeline->build->theme->font_size * FADE, bar->width / 3);
}

static UdsChartColor
get_ground (const Timeline *timeline,
            gsize           row,
            double          part)
{
  const UdsChartSpan *span = uds_chart_grid_get_span (timeline->grid, row);
  double most = span->is_over ? OVER_PART : GROUND_PART;

  return uds_chart_color_mix (&timeline->build->theme->background, get_tone (timeline, row), most * part);
}

/* Paler and paler from @x on, by @width, which is negative towards the left; then an arrow. */
static void
add_fade (Timeline           *timeline,
          gsize               row,
          const UdsChartRect *bar,
          double              x,
          double              width)
{
  UdsChartBuild *build = timeline->build;
  double size = MIN (build->theme->font_size * ARROW_SIZE, bar->height);
  double step = width / N_FADES;
  UdsChartMark *arrow;

  for (int i = 0; i < N_FADES; i++)
    {
      double from = x + step * i;
      /* Each to the end, over the one before, so that no seam is seen. */
      UdsChartRect part = { MIN (from, x + width), bar->y, fabs (x + width - from), bar->height };
      UdsChartColor fill = get_ground (timeline, row, 1 - (double) (i + 1) / (N_FADES + 1));

      uds_chart_build_add_rect (build, UDS_CHART_ROLE_SPAN, &part, &fill)->series = row;
    }
  arrow = uds_chart_build_add_marker (build, UDS_CHART_ROLE_SPAN,
                                      width > 0 ? UDS_CHART_MARKER_RIGHT : UDS_CHART_MARKER_LEFT,
                                      x + width - (width > 0 ? size : -size) * 0.6, bar->y + bar->height / 2, size);
  arrow->series = row;
  arrow->fill = *get_tone (timeline, row);
  arrow->pen.color = arrow->fill;
}

static char *
describe_row (const Timeline *timeline,
              gsize           row)
{
  g_autofree char *name = uds_chart_grid_get_row_name (timeline->grid, row);
  g_autofree char *what = uds_chart_grid_format_cell (
      timeline->grid, uds_chart_grid_get_cell (timeline->grid, row, 0), &timeline->build->format);

  return g_strdup_printf ("%s: %s", name, what);
}

/* The part of it that is certain: without the ends that fade. One that has not begun is only an outline. */
static void
add_body (Timeline           *timeline,
          gsize               row,
          const UdsChartRect *body)
{
  const UdsChartLevel *level = get_level (timeline, row);
  UdsChartColor fill = get_ground (timeline, row, 1);
  gboolean is_hollow = level != NULL && level->is_hollow;
  UdsChartMark *mark = uds_chart_build_add_rect (timeline->build, UDS_CHART_ROLE_BAR, body,
                                                 is_hollow ? &timeline->build->theme->background : &fill);

  mark->series = row;
  mark->point = 0;
  mark->id = g_strdup (uds_chart_grid_get_row_id (timeline->grid, row));
  mark->label = describe_row (timeline, row);
  mark->description = g_strdup (uds_chart_grid_get_cell (timeline->grid, row, 0)->note);
  if (is_hollow)
    {
      mark->pen = timeline->build->theme->grid;
      mark->pen.color = *get_tone (timeline, row);
    }
}

static void
add_notice (Timeline           *timeline,
            gsize               row,
            const UdsChartRect *bar)
{
  const UdsChartSpan *span = uds_chart_grid_get_span (timeline->grid, row);
  UdsChartPen pen = timeline->build->theme->grid;
  UdsChartRect part = *bar;

  if (isnan (span->notice))
    return;

  part.x = MAX (uds_chart_scale_map (&timeline->build->layout->x, span->notice), bar->x);
  part.width = bar->x + bar->width - part.x;
  pen.color = timeline->build->theme->dim_text;
  if (part.width > 0)
    uds_chart_build_add_hatch (timeline->build, &part, &pen);
}

static void
add_bar (Timeline              *timeline,
         const UdsChartRowSlot *slot)
{
  gsize row = slot->first;
  const UdsChartSpan *span = uds_chart_grid_get_span (timeline->grid, row);
  UdsChartRect bar, body;
  double fade;

  for (gsize column = 0; column < uds_chart_grid_get_n_columns (timeline->grid); column++)
    uds_chart_build_set_spot (timeline->build, &(UdsChartPlace) { row, column }, &slot->bounds);
  if (span == NULL)
    return;

  bar = body = get_bar (timeline, slot);
  fade = get_fade (timeline, &bar);
  timeline->bars[row] = bar;
  if (is_unknown (span))
    return;
  if (isnan (span->from))
    {
      body.x += fade;
      body.width -= fade;
    }
  if (isnan (span->to))
    body.width -= fade;
  add_body (timeline, row, &body);
  if (isnan (span->from))
    add_fade (timeline, row, &bar, body.x, -fade);
  if (isnan (span->to))
    add_fade (timeline, row, &bar, body.x + body.width, fade);
  add_notice (timeline, row, &bar);
}

/* Down from the end of the one that is continued, and on to where the other begins. */
static void
add_chain (Timeline *timeline,
           gsize     row)
{
  UdsChartBuild *build = timeline->build;
  const UdsChartSpan *span = uds_chart_grid_get_span (timeline->grid, row);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (UdsChartVertex));
  UdsChartPen pen = { .color = build->theme->dim_text, .width = build->theme->font_size * CHAIN_WIDTH };
  const UdsChartRect *to = &timeline->bars[row];
  const UdsChartRect *from;
  double indent = build->theme->font_size * CHAIN_INDENT;
  UdsChartVertex start, turn, end;

  if (span == NULL || span->follows == UDS_CHART_NONE)
    return;
  from = &timeline->bars[span->follows];
  if (from->height <= 0 || to->height <= 0)
    return;

  start = (UdsChartVertex) { from->x + from->width - MIN (indent, from->width / 2), from->y + from->height, TRUE };
  turn = (UdsChartVertex) { start.x, to->y + to->height / 2, FALSE };
  end = (UdsChartVertex) { to->x, turn.y, FALSE };
  if (to->x < start.x)
    turn.y = to->y;
  g_array_append_val (path, start);
  g_array_append_val (path, turn);
  if (to->x > start.x)
    g_array_append_val (path, end);
  uds_chart_build_add_path (build, UDS_CHART_ROLE_CHAIN, &pen, path)->series = row;
}

/* Labels */

/* Where the label begins: after the bar, in it, before it. Nothing where it has no room. */
static gboolean
find_room (const Timeline     *timeline,
           const UdsChartSpan *span,
           const UdsChartRect *bar,
           double              width,
           double             *x)
{
  const UdsChartLayout *layout = timeline->build->layout;
  const UdsChartRect *plot = &layout->plot;
  double gap = timeline->build->theme->font_size * LABEL_GAP;
  double fade = get_fade (timeline, bar);
  double inner = bar->x + bar->width - (isnan (span->to) ? fade : 0);

  *x = bar->x + bar->width + gap;
  if (*x + width <= plot->x + plot->width)
    return TRUE;
  if (!isnan (span->notice))
    inner = MIN (inner, uds_chart_scale_map (&layout->x, span->notice));
  *x = inner - gap - width;
  if (*x >= bar->x + gap + (isnan (span->from) ? fade : 0))
    return TRUE;
  *x = bar->x - gap - width;
  return *x >= plot->x;
}

static void
add_label (Timeline *timeline,
           gsize     row)
{
  UdsChartBuild *build = timeline->build;
  const UdsChartSpan *span = uds_chart_grid_get_span (timeline->grid, row);
  const UdsChartLevel *level = get_level (timeline, row);
  const UdsChartRect *bar = &timeline->bars[row];
  double size = MIN (build->theme->font_size * SHAPE_SIZE, bar->height);
  double shape = level != NULL ? size + build->theme->font_size * SHAPE_GAP : 0;
  double middle = bar->y + bar->height / 2;
  UdsChartTextStyle style = timeline->style;
  g_auto (UdsChartBlock) block = { 0 };
  gboolean has_words;
  UdsChartMark *mark;
  double x;

  if (span == NULL || bar->height <= 0)
    return;

  if (span->label != NULL)
    uds_chart_text_measure (build->pango, &timeline->style, span->label, 0, &block);
  has_words = block.width > 0 && block.height * BAR_PART <= bar->height
              && find_room (timeline, span, bar, shape + block.width, &x);
  if (!has_words && !find_room (timeline, span, bar, size, &x))
    return;
  if (level != NULL)
    uds_chart_build_add_level (build, UDS_CHART_ROLE_POINT, level, x + size / 2, middle, size)->series = row;
  style.has_halo = x > bar->x + bar->width || x < bar->x;
  if (!has_words)
    return;
  mark = uds_chart_build_add_text (build, UDS_CHART_ROLE_VALUE, &style, &block, x + shape, middle - block.height / 2);
  mark->series = row;
}

/* Time */

static double
measure_now (Timeline *timeline)
{
  g_auto (UdsChartBlock) block = { 0 };

  uds_chart_text_measure (timeline->build->pango, &timeline->style, _ ("Today"), 0, &block);
  return block.height + timeline->build->theme->font_size * NOW_GAP;
}

static void
add_now (Timeline *timeline)
{
  UdsChartBuild *build = timeline->build;
  const UdsChartRect *plot = &build->layout->plot;
  UdsChartPen pen = { .color = build->theme->text, .width = build->theme->font_size * NOW_WIDTH };
  UdsChartTextStyle style = timeline->style;
  double now = uds_chart_grid_get_now (timeline->grid);
  g_auto (UdsChartBlock) block = { 0 };
  double x, middle;

  if (isnan (now))
    return;

  x = uds_chart_scale_map (&build->layout->x, now);
  uds_chart_build_add_rule (build, UDS_CHART_ROLE_NOW, &pen, x, plot->y, x, plot->y + plot->height);
  style.is_bold = TRUE;
  style.align = UDS_CHART_ALIGN_MIDDLE;
  uds_chart_text_measure (build->pango, &style, _ ("Today"), 0, &block);
  middle = MAX (MIN (x, build->area.x + build->area.width - block.width / 2), build->area.x + block.width / 2);
  if (block.width > build->area.width)
    return;
  uds_chart_build_add_text (build, UDS_CHART_ROLE_NOW, &style, &block, middle,
                            plot->y - block.height - build->theme->font_size * NOW_GAP);
}

static void
set_scale (UdsChartBuild *build)
{
  const UdsChartRect *plot = &build->layout->plot;
  double padding = MIN (build->theme->font_size * PADDING, plot->width / 4);

  build->layout->x = (UdsChartScale) { build->extent.from, build->extent.to, plot->x + padding,
                                       plot->x + plot->width - padding };
}

static void
add_time (UdsChartBuild *build)
{
  const UdsChartRect *plot = &build->layout->plot;
  double bottom = plot->y + plot->height;

  uds_chart_build_time_axis (build, TRUE);
  uds_chart_build_add_rule (build, UDS_CHART_ROLE_AXIS, &build->theme->axis, plot->x, bottom, plot->x + plot->width,
                            bottom);
}

/**
 * uds_chart_build_timeline:
 * @build: a build whose area is what the chart may take
 *
 * Adds a timeline.
 */
void
uds_chart_build_timeline (UdsChartBuild *build)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (build->spec);
  gsize n_rows = uds_chart_grid_get_n_rows (grid);
  g_autofree UdsChartRect *bars = g_new0 (UdsChartRect, n_rows + 1);
  Timeline timeline = { .build = build, .grid = grid, .bars = bars };
  g_autoptr (GArray) slots = NULL;
  double top;

  if (n_rows == 0 || uds_chart_grid_get_n_columns (grid) == 0)
    {
      uds_chart_build_no_data (build, &build->area);
      return;
    }

  timeline.style = uds_chart_build_tick_style (build);
  timeline.style.align = UDS_CHART_ALIGN_START;
  timeline.style.color = build->theme->text;
  add_legend (&timeline);
  top = measure_now (&timeline);
  build->area.y += top;
  build->area.height = MAX (build->area.height - top - uds_chart_build_measure_time_axis (build), 1);
  slots = uds_chart_build_rows (build, FALSE);
  set_scale (build);
  add_time (build);
  add_now (&timeline);
  for (guint i = 0; i < slots->len; i++)
    add_bar (&timeline, &g_array_index (slots, UdsChartRowSlot, i));
  for (gsize row = 0; row < n_rows; row++)
    add_chain (&timeline, row);
  for (gsize row = 0; row < n_rows; row++)
    add_label (&timeline, row);
}
