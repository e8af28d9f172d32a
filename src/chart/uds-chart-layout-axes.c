/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plot and its axes: how large it can be beside its numbers, round ticks, calendar ticks, and labels that
 * neither touch each other nor leave the chart. */
#include "uds-chart-layout-private.h"

#include "uds-chart-time.h"
#include "uds-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define TICK_SIZE 0.92    /* sizes and distances in multiples of the label's font size */
#define TICK_DISTANCE 4.0 /* between two values */
#define TICK_GAP 0.6      /* between labels and the plot */
#define TIME_TICK_GAP 1.2 /* between two times */
#define TICK_LENGTH 0.3
#define TIME_TICK_DROP 0.6 /* of times below the axis: clear of the lowest value, which stands on it */
#define PADDING 0.7        /* between the edges of the plot and the first and last time */
#define HEADROOM 1.5       /* for labels above the highest line */
#define HEADROOM_MIN 0.7   /* where there are none: more than half a tick */
#define NAMES_GAP 0.8
#define NAMES_PART 0.34 /* of the width, at most, for the names of series */
#define PLOT_MIN 1.0
#define ROUNDING 1e-6 /* of a unit */
#define TICKS_MIN 2
#define VALUE_TICKS_MIN 3
#define VALUE_TICKS_MAX 6
#define DECIMALS_MAX 9 /* numbers of more decimals, or as large as this, are written as they read well */
#define PLAIN_MAX 1e15
#define STEP_PART 0.98 /* a tick that is so much finer than the data's step is too fine */

UdsChartTextStyle
uds_chart_build_tick_style (const UdsChartBuild *build)
{
  return (UdsChartTextStyle) {
    .size = build->theme->font_size * TICK_SIZE,
    .color = build->theme->dim_text,
    .align = UDS_CHART_ALIGN_MIDDLE,
  };
}

static double
tick_height (UdsChartBuild *build)
{
  g_auto (UdsChartBlock) block = { 0 };
  UdsChartTextStyle style = uds_chart_build_tick_style (build);

  uds_chart_text_measure (build->pango, &style, "0", 0, &block);
  return block.height;
}

/* How high the ticks below the plot are, with their distance to it. */
double
uds_chart_build_measure_time_axis (UdsChartBuild *build)
{
  return tick_height (build) + build->theme->font_size * TIME_TICK_DROP;
}

/* Whether the unit stands at each number. */
gboolean
uds_chart_build_unit_is_short (const UdsChartBuild *build)
{
  return uds_unit_is_share (build->format.unit);
}

/* A unit that is a word stands above its numbers, once. Returns how high it is. */
double
uds_chart_build_unit (UdsChartBuild *build)
{
  UdsChartBlock block = { 0 };
  UdsChartTextStyle style = uds_chart_build_tick_style (build);

  if (build->format.unit == NULL || *build->format.unit == '\0' || uds_chart_build_unit_is_short (build))
    return 0;

  style.align = UDS_CHART_ALIGN_START;
  uds_chart_text_measure (build->pango, &style, build->format.unit, build->area.width, &block);
  return uds_chart_build_add_text (build, UDS_CHART_ROLE_TICK, &style, &block, build->area.x, build->area.y)
      ->bounds.height;
}

gboolean
uds_chart_build_has_data (const UdsChartBuild *build)
{
  for (gsize i = 0; i < uds_chart_spec_get_n_series (build->spec); i++)
    if (uds_chart_series_get_n_points (uds_chart_spec_get_series (build->spec, i)) > 0)
      return TRUE;

  return uds_chart_spec_get_n_targets (build->spec) > 0
         || uds_chart_spec_get_required_path (build->spec) != NULL
         || uds_chart_spec_get_projection (build->spec) != NULL;
}

/* Says so in the middle of an area. */
void
uds_chart_build_no_data (UdsChartBuild      *build,
                         const UdsChartRect *area)
{
  UdsChartBlock block = { 0 };
  UdsChartTextStyle style = uds_chart_build_label_style (build, &build->theme->dim_text);

  style.align = UDS_CHART_ALIGN_MIDDLE;
  uds_chart_text_measure (build->pango, &style, _ ("No data"), area->width, &block);
  uds_chart_build_add_text (build, UDS_CHART_ROLE_NOTE, &style, &block, area->x + area->width / 2,
                            area->y + (area->height - block.height) / 2);
}

static void
format_value_ticks (UdsChartBuild       *build,
                    const UdsChartTicks *ticks,
                    UdsChartBlock       *blocks)
{
  UdsChartFormat format = build->format;
  UdsChartTextStyle style = uds_chart_build_tick_style (build);

  format.decimals = ticks->decimals;
  for (int i = 0; i < ticks->n_ticks; i++)
    {
      double value = uds_chart_ticks_get_value (ticks, i);
      g_autofree char *text = NULL;

      if (ticks->decimals > DECIMALS_MAX || fabs (value) >= PLAIN_MAX)
        format.decimals = UDS_FORMAT_SHORTEST;
      text = uds_chart_build_unit_is_short (build) ? uds_chart_format_value (&format, value)
                                                   : uds_chart_format_number (&format, value);
      uds_chart_text_measure (build->pango, &style, text, 0, &blocks[i]);
    }
}

static void
add_value_ticks (UdsChartBuild       *build,
                 const UdsChartTicks *ticks,
                 UdsChartBlock       *blocks)
{
  const UdsChartRect *plot = &build->layout->plot;
  UdsChartTextStyle style = uds_chart_build_tick_style (build);
  double gap = build->theme->font_size * TICK_GAP;
  gboolean has_zero = build->layout->y.domain_start <= 0 && build->layout->y.domain_end >= 0;
  double free_above = G_MAXDOUBLE; /* of the last number that was written */

  style.align = UDS_CHART_ALIGN_END;
  for (int i = 0; i < ticks->n_ticks; i++)
    {
      double value = uds_chart_ticks_get_value (ticks, i);
      double y = uds_chart_scale_map (&build->layout->y, value);
      gboolean is_base = has_zero ? value == 0 : i == 0;

      uds_chart_build_add_rule (build, is_base ? UDS_CHART_ROLE_AXIS : UDS_CHART_ROLE_GRID,
                                is_base ? &build->theme->axis : &build->theme->grid, plot->x, y,
                                plot->x + plot->width, y);
      if (blocks[i].width > plot->x - gap - build->area.x + ROUNDING || y + blocks[i].height / 2 > free_above)
        continue;
      free_above = y - blocks[i].height / 2;
      uds_chart_build_add_text (build, UDS_CHART_ROLE_TICK, &style, &blocks[i], plot->x - gap,
                                y - blocks[i].height / 2);
    }
}

/* Whether a time at the start of the axis, or at a turn of the year, is written with its year. */
static gboolean
needs_year (const GArray *ticks,
            guint         index)
{
  double position = g_array_index (ticks, double, index);

  return index == 0 || floor (position) != floor (g_array_index (ticks, double, index - 1));
}

static void
format_time_ticks (UdsChartBuild          *build,
                   const UdsChartTimeStep *step,
                   const GArray           *ticks,
                   UdsChartBlock          *blocks)
{
  UdsChartTextStyle style = uds_chart_build_tick_style (build);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *text = uds_chart_time_tick_format (step, g_array_index (ticks, double, i),
                                                          needs_year (ticks, i), build->format.language);

      uds_chart_text_measure (build->pango, &style, text, 0, &blocks[i]);
    }
}

static gboolean
time_ticks_fit (const UdsChartBuild *build,
                const GArray        *ticks,
                const UdsChartBlock *blocks)
{
  double gap = build->theme->font_size * TIME_TICK_GAP;

  for (guint i = 1; i < ticks->len; i++)
    {
      double distance = uds_chart_scale_map (&build->layout->x, g_array_index (ticks, double, i))
                        - uds_chart_scale_map (&build->layout->x, g_array_index (ticks, double, i - 1));

      if ((blocks[i].width + blocks[i - 1].width) / 2 + gap > distance)
        return FALSE;
    }

  return TRUE;
}

static void
add_time_tick (UdsChartBuild *build,
               double         position,
               UdsChartBlock *block,
               gboolean       with_line,
               double        *free_from)
{
  const UdsChartRect *plot = &build->layout->plot;
  const UdsChartTextStyle style = uds_chart_build_tick_style (build);
  double em = build->theme->font_size;
  double x = uds_chart_scale_map (&build->layout->x, position);
  double bottom = plot->y + plot->height;
  double middle =
      CLAMP (x, build->area.x + block->width / 2, build->area.x + build->area.width - block->width / 2);

  if (with_line)
    uds_chart_build_add_rule (build, UDS_CHART_ROLE_GRID, &build->theme->grid, x, plot->y, x, bottom);
  uds_chart_build_add_rule (build, UDS_CHART_ROLE_AXIS, &build->theme->axis, x, bottom, x,
                            bottom + em * TICK_LENGTH);
  if (middle - block->width / 2 < *free_from || block->width > build->area.width)
    return;

  uds_chart_build_add_text (build, UDS_CHART_ROLE_TICK, &style, block, middle,
                            bottom + em * TIME_TICK_DROP);
  *free_from = middle + block->width / 2 + em * TIME_TICK_GAP / 2;
}

static UdsChartTimeStep
first_time_step (const UdsChartBuild *build)
{
  const UdsChartExtent *extent = &build->extent;
  double finest = extent->step > 0 ? MIN (extent->step, 1) * STEP_PART : 0;
  UdsChartTimeStep step;

  uds_chart_time_step_first (&step, extent->to - extent->from);
  while (uds_chart_time_step_get_years (&step) < finest && uds_chart_time_step_next (&step))
    ;

  return step;
}

/**
 * uds_chart_build_time_axis:
 * @build: a build whose plot and scale of time are set
 * @with_lines: whether the plot has a line at each tick
 *
 * Adds the ticks below the plot: as fine as the data, as many as have room.
 */
void
uds_chart_build_time_axis (UdsChartBuild *build,
                           gboolean       with_lines)
{
  UdsChartTimeStep step = first_time_step (build);
  double free_from = build->area.x;
  gboolean fits = FALSE;

  while (!fits)
    {
      g_autoptr (GArray) ticks = uds_chart_time_ticks (&step, build->extent.from, build->extent.to);
      g_autofree UdsChartBlock *blocks = g_new0 (UdsChartBlock, ticks->len + 1);

      format_time_ticks (build, &step, ticks, blocks);
      fits = time_ticks_fit (build, ticks, blocks) || !uds_chart_time_step_next (&step);
      for (guint i = 0; i < ticks->len; i++)
        {
          if (fits)
            add_time_tick (build, g_array_index (ticks, double, i), &blocks[i], with_lines, &free_from);
          uds_chart_block_clear (&blocks[i]);
        }
    }
}

static double
headroom (const UdsChartBuild *build)
{
  gboolean has_labels =
      uds_chart_spec_get_n_series (build->spec) == 1 || uds_chart_spec_get_n_targets (build->spec) > 0;

  return build->theme->font_size * (has_labels ? HEADROOM : HEADROOM_MIN);
}

static double
names_width (UdsChartBuild *build)
{
  double width = 0;

  uds_chart_build_measure_names (build, build->area.width * NAMES_PART);
  for (gsize i = 0; i < build->n_names; i++)
    width = MAX (width, build->names[i].width);

  return width > 0 ? width + uds_chart_build_names_indent (build) + build->theme->font_size * NAMES_GAP : 0;
}

static double
blocks_width (const UdsChartBlock *blocks,
              int                  n_blocks)
{
  double width = 0;

  for (int i = 0; i < n_blocks; i++)
    width = MAX (width, blocks[i].width);

  return width;
}

static void
set_plot_height (UdsChartBuild *build,
                 double         unit_height)
{
  UdsChartRect *plot = &build->layout->plot;

  plot->y = build->area.y + unit_height + headroom (build);
  plot->height = build->area.y + build->area.height - plot->y - uds_chart_build_measure_time_axis (build);
  plot->height = MAX (plot->height, PLOT_MIN);
}

static void
set_plot_width (UdsChartBuild *build,
                double         ticks_width)
{
  UdsChartRect *plot = &build->layout->plot;
  double gap = build->theme->font_size * TICK_GAP;

  plot->x = build->area.x + ticks_width + gap;
  plot->width = build->area.width - ticks_width - gap - names_width (build);
  plot->width = MAX (plot->width, PLOT_MIN);
}

static void
set_scales (UdsChartBuild       *build,
            const UdsChartTicks *ticks)
{
  const UdsChartRect *plot = &build->layout->plot;
  double padding = MIN (build->theme->font_size * PADDING, plot->width / 4);

  build->layout->x = (UdsChartScale) {
    build->extent.from,
    build->extent.to,
    plot->x + padding,
    plot->x + plot->width - padding,
  };
  build->layout->y = (UdsChartScale) {
    ticks->first,
    uds_chart_ticks_get_value (ticks, ticks->n_ticks - 1),
    plot->y + plot->height,
    plot->y,
  };
}

/* Ticks are no finer than the values are written: between no. 1 and no. 2 there is nothing. */
static UdsChartTicks
choose_value_ticks (const UdsChartBuild *build)
{
  int n_room = (int) (build->layout->plot.height / (build->theme->font_size * TICK_DISTANCE)) + 1;
  int n_wanted = CLAMP (n_room, VALUE_TICKS_MIN, VALUE_TICKS_MAX);
  UdsChartTicks ticks = uds_chart_ticks_new (build->extent.minimum, build->extent.maximum, n_wanted);

  while (ticks.decimals > build->format.decimals && n_wanted > TICKS_MIN)
    ticks = uds_chart_ticks_new (build->extent.minimum, build->extent.maximum, --n_wanted);
  return ticks;
}

/**
 * uds_chart_build_axes:
 * @build: a build whose area is what the plot, its axes and the names of series may take
 *
 * Sets plot and scales, and adds the axes.
 */
void
uds_chart_build_axes (UdsChartBuild *build)
{
  double unit_height = uds_chart_build_unit (build);
  g_autofree UdsChartBlock *blocks = NULL;
  UdsChartTicks ticks;
  UdsChartRect bounds;

  set_plot_height (build, unit_height);
  ticks = choose_value_ticks (build);
  blocks = g_new0 (UdsChartBlock, ticks.n_ticks);
  format_value_ticks (build, &ticks, blocks);
  set_plot_width (build, blocks_width (blocks, ticks.n_ticks));
  set_scales (build, &ticks);

  bounds = build->layout->plot;
  bounds.y -= headroom (build);
  bounds.height += headroom (build);
  bounds.width = MAX (build->area.x + build->area.width - bounds.x, 0);
  build->placer = uds_chart_placer_new (&bounds);

  if (uds_chart_build_has_data (build))
    {
      add_value_ticks (build, &ticks, blocks);
      uds_chart_build_time_axis (build, FALSE);
    }
  else
    {
      uds_chart_build_no_data (build, &build->layout->plot);
    }

  for (int i = 0; i < ticks.n_ticks; i++)
    uds_chart_block_clear (&blocks[i]);
}
