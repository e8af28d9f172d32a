/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars from zero, under each other, each with its value at its end, and the targets across them. */
#include "uds-chart-rows-private.h"

#include "uds-format.h"

#include <math.h>

#define BAR_PART 0.62 /* of a row's height */
#define VALUE_GAP 0.4 /* distances in multiples of the font size */
#define UNIT_GAP 0.3
#define TARGET_ROOM 1.5
#define ROUNDING 0.1
#define VALUE_PART 0.45 /* of the plot's width, at most, for values */

typedef struct {
  UdsChartBuild *build;
  const UdsChartGrid *grid;
  const GArray *slots; /* UdsChartRowSlot */
  gsize emphasised;
  UdsChartTextStyle style;
} Bars;

static const UdsChartRowSlot *
get_slot (const Bars *bars,
          guint       index)
{
  return &g_array_index (bars->slots, UdsChartRowSlot, index);
}

/* The value of a slot that has one to be drawn. */
static gboolean
get_value (const Bars            *bars,
           const UdsChartRowSlot *slot,
           double                *value)
{
  const UdsChartCell *cell = uds_chart_grid_get_cell (bars->grid, slot->first, 0);

  *value = cell->value;
  return slot->n_rows == 1 && uds_chart_cell_has_value (cell);
}

static UdsChartTextStyle
value_style (const Bars            *bars,
             const UdsChartRowSlot *slot)
{
  UdsChartTextStyle style = bars->style;

  style.is_bold = slot->first == bars->emphasised;
  return style;
}

static double
measure_values (const Bars *bars)
{
  double width = 0;

  for (guint i = 0; i < bars->slots->len; i++)
    {
      UdsChartTextStyle style = value_style (bars, get_slot (bars, i));
      g_auto (UdsChartBlock) block = { 0 };
      g_autofree char *text = NULL;
      double value;

      if (!get_value (bars, get_slot (bars, i), &value))
        continue;
      text = uds_chart_build_format_label (bars->build, value);
      uds_chart_text_measure (bars->build->pango, &style, text, 0, &block);
      width = MAX (width, block.width);
    }

  return width + bars->build->theme->font_size * VALUE_GAP + ROUNDING;
}

/* From zero, as far as what is drawn; with room for the values beyond the ends. */
static void
set_scale (Bars *bars)
{
  UdsChartSpec *spec = bars->build->spec;
  const UdsChartRect *plot = &bars->build->layout->plot;
  double room = MIN (measure_values (bars), plot->width * VALUE_PART);
  double minimum = 0, maximum = 0;
  gboolean has_negative;

  for (guint i = 0; i < bars->slots->len; i++)
    {
      double value;

      if (!get_value (bars, get_slot (bars, i), &value))
        continue;
      minimum = MIN (minimum, value);
      maximum = MAX (maximum, value);
    }
  has_negative = minimum < 0;
  for (gsize i = 0; i < uds_chart_spec_get_n_targets (spec); i++)
    {
      minimum = MIN (minimum, uds_chart_spec_get_target (spec, i)->value);
      maximum = MAX (maximum, uds_chart_spec_get_target (spec, i)->value);
    }
  uds_chart_range_widen (&minimum, &maximum);
  bars->build->layout->x = (UdsChartScale) {
    minimum,
    maximum,
    plot->x + (has_negative ? room : 0),
    plot->x + plot->width - room,
  };
}

/* Where no bar is the chart's own, all of them are. An uncertain one is hollow. */
static void
draw_bar (Bars                  *bars,
          const UdsChartRowSlot *slot,
          double                 value)
{
  const UdsChartTheme *theme = bars->build->theme;
  const UdsChartCell *cell = uds_chart_grid_get_cell (bars->grid, slot->first, 0);
  gboolean is_own = bars->emphasised == UDS_CHART_NONE || slot->first == bars->emphasised;
  const UdsChartPen *pen = is_own ? &theme->series[0].pen : &theme->other.pen;
  double base = uds_chart_scale_map (&bars->build->layout->x, 0);
  double end = uds_chart_scale_map (&bars->build->layout->x, value);
  double height = slot->bounds.height * BAR_PART;
  UdsChartRect bounds = { MIN (base, end), slot->bounds.y + (slot->bounds.height - height) / 2, fabs (end - base),
                          height };
  UdsChartMark *mark = uds_chart_build_add_rect (bars->build, UDS_CHART_ROLE_BAR, &bounds, &pen->color);
  g_autofree char *text = uds_chart_format_value (&bars->build->format, value);

  mark->series = slot->first;
  mark->point = 0;
  mark->id = g_strdup (uds_chart_grid_get_row_id (bars->grid, slot->first));
  mark->value = value;
  mark->label = g_strdup_printf ("%s: %s", uds_chart_grid_get_row_label (bars->grid, slot->first), text);
  mark->description = g_strdup (cell->note);
  if (cell->quality == UDS_CHART_MEASURED)
    return;
  mark->fill = theme->background;
  mark->pen = (UdsChartPen) { .color = pen->color, .width = theme->axis.width };
}

static void
add_no_value (Bars                  *bars,
              const UdsChartRowSlot *slot)
{
  UdsChartTextStyle style = bars->style;

  style.color = bars->build->theme->dim_text;
  style.align = UDS_CHART_ALIGN_START;
  uds_chart_build_add_words (bars->build, UDS_CHART_ROLE_VALUE, &style, UDS_FORMAT_NONE, 0,
                             uds_chart_scale_map (&bars->build->layout->x, 0)
                                 + bars->build->theme->font_size * VALUE_GAP,
                             slot->bounds.y + slot->bounds.height / 2);
}

/* Beyond the end of its bar; one that has no room there is left to cursor and table. */
static void
add_value (Bars                  *bars,
           const UdsChartRowSlot *slot)
{
  const UdsChartRect *plot = &bars->build->layout->plot;
  UdsChartTextStyle style = value_style (bars, slot);
  double gap = bars->build->theme->font_size * VALUE_GAP;
  g_auto (UdsChartBlock) block = { 0 };
  g_autofree char *text = NULL;
  double value, left, end;

  if (slot->n_rows > 1)
    return;
  if (!get_value (bars, slot, &value))
    {
      add_no_value (bars, slot);
      return;
    }

  text = uds_chart_build_format_label (bars->build, value);
  uds_chart_text_measure (bars->build->pango, &style, text, 0, &block);
  end = uds_chart_scale_map (&bars->build->layout->x, value);
  left = value < 0 ? end - gap - block.width : end + gap;
  if (left < plot->x || left + block.width > plot->x + plot->width)
    return;

  style.has_halo = TRUE;
  uds_chart_build_add_text (bars->build, UDS_CHART_ROLE_VALUE, &style, &block, left,
                            slot->bounds.y + (slot->bounds.height - block.height) / 2);
}

static void
add_bar (Bars                  *bars,
         const UdsChartRowSlot *slot)
{
  double value;

  if (slot->n_rows > 1)
    return;

  uds_chart_build_set_spot (bars->build, &(UdsChartPlace) { slot->first, 0 }, &slot->bounds);
  if (get_value (bars, slot, &value))
    draw_bar (bars, slot, value);
}

/* A line across the rows that are drawn: broken where others are only counted. Returns its first part. */
static UdsChartMark *
add_line_across (Bars              *bars,
                 UdsChartRole       role,
                 const UdsChartPen *pen,
                 double             x)
{
  UdsChartMark *first = NULL;

  for (guint i = 0; i < bars->slots->len; i++)
    {
      const UdsChartRect *top = &get_slot (bars, i)->bounds;
      UdsChartMark *mark;

      if (get_slot (bars, i)->n_rows > 1)
        continue;
      while (i + 1 < bars->slots->len && get_slot (bars, i + 1)->n_rows == 1)
        i++;
      mark = uds_chart_build_add_rule (bars->build, role, pen, x, top->y, x,
                                       get_slot (bars, i)->bounds.y + get_slot (bars, i)->bounds.height);
      first = first != NULL ? first : mark;
    }

  return first;
}

/* With its name above the bars where there is room for it. */
static void
add_target (Bars   *bars,
            gsize   index,
            double *free_from)
{
  UdsChartBuild *build = bars->build;
  const UdsChartTarget *target = uds_chart_spec_get_target (build->spec, index);
  double em = build->theme->font_size;
  double x = uds_chart_scale_map (&build->layout->x, target->value);
  gboolean counts = target->state == UDS_CHART_TARGET_ACTIVE || target->state == UDS_CHART_TARGET_REACHED;
  UdsChartMark *mark =
      add_line_across (bars, UDS_CHART_ROLE_TARGET, counts ? &build->theme->target : &build->theme->inactive, x);
  UdsChartTextStyle style = uds_chart_build_label_style (build, &build->theme->text);
  g_autofree char *text = uds_chart_target_format_label (target, &build->format);
  g_auto (UdsChartBlock) block = { 0 };
  double left, right = build->area.x + build->area.width;

  if (mark != NULL)
    {
      mark->id = g_strdup_printf ("target/%" G_GSIZE_FORMAT, index);
      mark->value = target->value;
      mark->label = g_strdup (text);
    }
  uds_chart_text_measure (build->pango, &style, text, 0, &block);
  left = MAX (MIN (x - block.width / 2, right - block.width), build->area.x);
  if (left < *free_from || left + block.width > right || build->layout->plot.y - em * TARGET_ROOM < 0)
    return;

  uds_chart_build_add_text (build, UDS_CHART_ROLE_TARGET, &style, &block, left,
                            build->layout->plot.y - em * UNIT_GAP - block.height);
  *free_from = left + block.width + em;
}

static void
take_from_top (UdsChartBuild *build,
               double         height)
{
  height = MIN (height, build->area.height);
  build->area.y += height;
  build->area.height -= height;
}

/**
 * uds_chart_build_bars:
 * @build: a build whose area is what the chart may take
 *
 * Adds a bar chart.
 */
void
uds_chart_build_bars (UdsChartBuild *build)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (build->spec);
  double em = build->theme->font_size;
  double unit_height = uds_chart_build_unit (build);
  gsize n_targets = uds_chart_spec_get_n_targets (build->spec);
  double free_from = build->area.x;
  g_autoptr (GArray) slots = NULL;
  Bars bars = { build, grid, NULL, uds_chart_grid_get_emphasised (grid), { 0 } };

  if (uds_chart_grid_get_n_rows (grid) == 0)
    {
      uds_chart_build_no_data (build, &build->area);
      return;
    }

  take_from_top (build, (unit_height > 0 ? unit_height + em * UNIT_GAP : 0) + (n_targets > 0 ? em * TARGET_ROOM : 0));
  slots = uds_chart_build_rows (build, TRUE);
  bars.slots = slots;
  bars.style = uds_chart_build_label_style (build, &build->theme->text);
  set_scale (&bars);
  for (guint i = 0; i < slots->len; i++)
    add_bar (&bars, get_slot (&bars, i));
  add_line_across (&bars, UDS_CHART_ROLE_AXIS, &build->theme->axis, uds_chart_scale_map (&build->layout->x, 0));
  for (gsize i = 0; i < n_targets; i++)
    add_target (&bars, i, &free_from);
  for (guint i = 0; i < slots->len; i++)
    add_value (&bars, get_slot (&bars, i));
}
