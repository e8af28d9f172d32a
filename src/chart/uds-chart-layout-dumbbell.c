/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of then, now and target on one scale. The way a row went is the direction in which its shape points, and stands
 * in its values. */
#include "uds-chart-rows-private.h"

#include <math.h>

#define MARKER_SIZE 0.85 /* sizes and distances in multiples of the font size */
#define VALUE_GAP 0.35
#define UNIT_GAP 0.3
#define TICK_DISTANCE 6.0
#define TICK_GAP 0.4
#define TICKS_ROOM 1.7
#define TICKS_MAX 7
#define VALUE_PART 0.25 /* of the plot's width, at most, for values at each side */
#define N_COLUMNS_MAX 3
#define OBSTACLES_MAX 6
#define SPAN_WIDTH 2.0 /* in multiples of the pen */
#define OUTLINE 0.16

typedef struct {
  UdsChartBuild *build;
  const UdsChartGrid *grid;
  const GArray *slots; /* UdsChartRowSlot */
  gsize n_columns;
} Dumbbell;

/* One row while it is made: what is in it already. */
typedef struct {
  gsize row;
  double middle;
  UdsChartRect bounds;
  UdsChartRect obstacles[OBSTACLES_MAX];
  gsize n_obstacles;
} RowBuild;

static const UdsChartRowSlot *
get_slot (const Dumbbell *self,
          guint           index)
{
  return &g_array_index (self->slots, UdsChartRowSlot, index);
}

static gboolean
get_value (const Dumbbell *self,
           gsize           row,
           gsize           column,
           double         *value)
{
  const UdsChartCell *cell;

  if (column >= self->n_columns)
    return FALSE;
  cell = uds_chart_grid_get_cell (self->grid, row, column);
  *value = cell->value;
  return uds_chart_cell_has_value (cell);
}

static double
map (const Dumbbell *self,
     double          value)
{
  return uds_chart_scale_map (&self->build->layout->x, value);
}

/* From lowest to highest of what is drawn, and how wide the widest value is. */
static void
measure_values (const Dumbbell *self,
                double         *minimum,
                double         *maximum,
                double         *width)
{
  UdsChartTextStyle style = uds_chart_build_label_style (self->build, &self->build->theme->text);

  *minimum = G_MAXDOUBLE;
  *maximum = -G_MAXDOUBLE;
  *width = 0;
  style.is_bold = TRUE;
  for (guint i = 0; i < self->slots->len; i++)
    for (gsize column = 0; column < self->n_columns; column++)
      {
        g_auto (UdsChartBlock) block = { 0 };
        g_autofree char *text = NULL;
        double value;

        if (get_slot (self, i)->n_rows > 1 || !get_value (self, get_slot (self, i)->first, column, &value))
          continue;
        *minimum = MIN (*minimum, value);
        *maximum = MAX (*maximum, value);
        text = uds_chart_build_format_label (self->build, value);
        uds_chart_text_measure (self->build->pango, &style, text, 0, &block);
        *width = MAX (*width, block.width);
      }
  if (*minimum > *maximum)
    *minimum = *maximum = 0;
}

static void
add_ticks (Dumbbell            *self,
           const UdsChartTicks *ticks)
{
  UdsChartBuild *build = self->build;
  const UdsChartRect *plot = &build->layout->plot;
  UdsChartTextStyle style = uds_chart_build_tick_style (build);
  double bottom = plot->y + plot->height;
  double gap = build->theme->font_size * TICK_GAP;
  double free_from = build->area.x;

  for (int i = 0; i < ticks->n_ticks; i++)
    {
      double value = uds_chart_ticks_get_value (ticks, i);
      UdsChartFormat format = build->format;
      g_auto (UdsChartBlock) block = { 0 };
      g_autofree char *text = NULL;
      double x = map (self, value);

      uds_chart_build_add_rule (build, UDS_CHART_ROLE_GRID, value == 0 ? &build->theme->axis : &build->theme->grid, x,
                                plot->y, x, bottom);
      format.decimals = ticks->decimals;
      text = uds_chart_build_unit_is_short (build) ? uds_chart_format_value (&format, value)
                                                   : uds_chart_format_number (&format, value);
      uds_chart_text_measure (build->pango, &style, text, 0, &block);
      if (x - block.width / 2 < free_from || x + block.width / 2 > build->area.x + build->area.width)
        continue;
      uds_chart_build_add_text (build, UDS_CHART_ROLE_TICK, &style, &block, x, bottom + gap);
      free_from = x + block.width / 2 + gap;
    }
}

static void
set_scale (Dumbbell *self)
{
  UdsChartBuild *build = self->build;
  const UdsChartRect *plot = &build->layout->plot;
  double em = build->theme->font_size;
  double minimum, maximum, room;
  UdsChartTicks ticks;

  measure_values (self, &minimum, &maximum, &room);
  room = MIN (room + em * (MARKER_SIZE / 2 + VALUE_GAP), plot->width * VALUE_PART);
  uds_chart_range_widen (&minimum, &maximum);
  ticks = uds_chart_ticks_new (minimum, maximum,
                               CLAMP ((int) ((plot->width - 2 * room) / (em * TICK_DISTANCE)) + 1, 2, TICKS_MAX));
  build->layout->x = (UdsChartScale) {
    ticks.first,
    uds_chart_ticks_get_value (&ticks, ticks.n_ticks - 1),
    plot->x + room,
    plot->x + plot->width - room,
  };
  add_ticks (self, &ticks);
}

static void
add_obstacle (RowBuild           *row,
              const UdsChartRect *bounds)
{
  if (row->n_obstacles < OBSTACLES_MAX)
    row->obstacles[row->n_obstacles++] = *bounds;
}

/* The shape of a column: then a ring, now an arrow that points where it went (a square where it did not), the target a
 * tick. */
static UdsChartMarker
find_marker (gsize  column,
             double change)
{
  if (column == UDS_CHART_THEN)
    return UDS_CHART_MARKER_CIRCLE;
  if (column == UDS_CHART_TO_COME)
    return UDS_CHART_MARKER_TICK;
  if (change == 0)
    return UDS_CHART_MARKER_SQUARE;
  return change > 0 ? UDS_CHART_MARKER_RIGHT : UDS_CHART_MARKER_LEFT;
}

static UdsChartColor
find_color (const UdsChartTheme *theme,
            gsize                column)
{
  if (column == UDS_CHART_THEN)
    return theme->other.text;
  return column == UDS_CHART_NOW ? theme->series[0].pen.color : theme->text;
}

static double
measure_change (const Dumbbell *self,
                gsize           row)
{
  double then, now;

  if (!get_value (self, row, UDS_CHART_THEN, &then) || !get_value (self, row, UDS_CHART_NOW, &now))
    return 0;
  return now - then;
}

static void
add_marker (Dumbbell *self,
            RowBuild *row,
            gsize     column)
{
  UdsChartBuild *build = self->build;
  double size = build->theme->font_size * MARKER_SIZE;
  UdsChartColor color = find_color (build->theme, column);
  g_autofree char *text = NULL;
  UdsChartMark *mark;
  UdsChartRect spot = row->bounds;
  double value;

  if (!get_value (self, row->row, column, &value))
    {
      uds_chart_build_set_spot (build, &(UdsChartPlace) { row->row, column }, &spot);
      return;
    }

  mark = uds_chart_build_add_marker (build, column == UDS_CHART_TO_COME ? UDS_CHART_ROLE_TARGET : UDS_CHART_ROLE_POINT,
                                     find_marker (column, measure_change (self, row->row)), map (self, value),
                                     row->middle, size);
  text = uds_chart_format_value (&build->format, value);
  mark->series = row->row;
  mark->point = column;
  mark->id = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, uds_chart_grid_get_row_id (self->grid, row->row), column);
  mark->value = value;
  mark->label = g_strdup_printf ("%s, %s: %s", uds_chart_grid_get_row_label (self->grid, row->row),
                                 uds_chart_grid_get_column_label (self->grid, column), text);
  mark->description = g_strdup (uds_chart_grid_get_cell (self->grid, row->row, column)->note);
  mark->pen = (UdsChartPen) { .color = color, .width = size * OUTLINE };
  mark->fill = column == UDS_CHART_THEN ? build->theme->background : color;
  add_obstacle (row, &mark->bounds);

  spot = (UdsChartRect) { mark->bounds.x - size / 2, row->bounds.y, mark->bounds.width + size, row->bounds.height };
  uds_chart_build_set_spot (build, &(UdsChartPlace) { row->row, column }, &spot);
}

static gboolean
is_free (const Dumbbell     *self,
         const RowBuild     *row,
         const UdsChartRect *bounds)
{
  const UdsChartRect *plot = &self->build->layout->plot;

  if (bounds->x < plot->x || bounds->x + bounds->width > plot->x + plot->width)
    return FALSE;
  for (gsize i = 0; i < row->n_obstacles; i++)
    if (uds_chart_rect_overlaps (&row->obstacles[i], bounds))
      return FALSE;
  return TRUE;
}

static UdsChartTextStyle
get_value_style (const Dumbbell *self,
                 gsize           column)
{
  const UdsChartTheme *theme = self->build->theme;
  UdsChartTextStyle style =
      uds_chart_build_label_style (self->build, column == UDS_CHART_NOW ? &theme->text : &theme->dim_text);

  style.is_bold = column == UDS_CHART_NOW;
  return style;
}

/* Beside the shape of a value, where that is free. */
static gboolean
add_text (Dumbbell   *self,
          RowBuild   *row,
          gsize       column,
          const char *text,
          double      value,
          gboolean    to_the_right)
{
  UdsChartBuild *build = self->build;
  double offset = build->theme->font_size * (MARKER_SIZE / 2 + VALUE_GAP);
  UdsChartTextStyle style = get_value_style (self, column);
  g_auto (UdsChartBlock) block = { 0 };
  UdsChartRect bounds;

  uds_chart_text_measure (build->pango, &style, text, 0, &block);
  bounds = (UdsChartRect) { to_the_right ? map (self, value) + offset : map (self, value) - offset - block.width,
                            row->middle - block.height / 2, block.width, block.height };
  if (!is_free (self, row, &bounds))
    return FALSE;

  uds_chart_build_add_text (build, column == UDS_CHART_TO_COME ? UDS_CHART_ROLE_TARGET : UDS_CHART_ROLE_VALUE,
                            &style, &block, bounds.x, bounds.y);
  add_obstacle (row, &bounds);
  return TRUE;
}

/* At one side of its shape, or at the other; a value for which neither is free is left to cursor and table. */
static gboolean
add_value (Dumbbell *self,
           RowBuild *row,
           gsize     column,
           gboolean  to_the_right)
{
  g_autofree char *text = NULL;
  double value;

  if (!get_value (self, row->row, column, &value))
    return TRUE;

  text = uds_chart_build_format_label (self->build, value);
  return add_text (self, row, column, text, value, to_the_right)
         || add_text (self, row, column, text, value, !to_the_right);
}

/* What is now is what one looks for. Between then and a target that is near there may be no room for it: it stands
 * behind the value of then, or in its place, and an arrow says which it is. */
static void
add_now_beside_then (Dumbbell *self,
                     RowBuild *row,
                     gboolean  to_the_right)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *both = NULL;
  g_autofree char *now_alone = NULL;
  double then, now;

  if (!get_value (self, row->row, UDS_CHART_THEN, &then) || !get_value (self, row->row, UDS_CHART_NOW, &now))
    return;

  from = uds_chart_build_format_label (self->build, then);
  to = uds_chart_build_format_label (self->build, now);
  both = g_strdup_printf ("%s → %s", from, to);
  now_alone = g_strdup_printf ("→ %s", to);
  if (!add_text (self, row, UDS_CHART_NOW, both, then, to_the_right))
    add_text (self, row, UDS_CHART_NOW, now_alone, then, to_the_right);
}

static void
add_span (Dumbbell *self,
          RowBuild *row)
{
  const UdsChartTheme *theme = self->build->theme;
  UdsChartPen pen = theme->series[0].pen;
  double then, now;
  UdsChartMark *mark;

  if (!get_value (self, row->row, UDS_CHART_THEN, &then) || !get_value (self, row->row, UDS_CHART_NOW, &now))
    return;

  pen.n_dashes = 0;
  pen.color = uds_chart_color_mix (&theme->background, &pen.color, 0.5);
  pen.width = theme->axis.width * SPAN_WIDTH;
  mark = uds_chart_build_add_rule (self->build, UDS_CHART_ROLE_SPAN, &pen, map (self, then), row->middle,
                                   map (self, now), row->middle);
  mark->series = row->row;
  add_obstacle (row, &(UdsChartRect) { mark->bounds.x, mark->bounds.y - pen.width / 2, mark->bounds.width, pen.width });
}

static void
add_row (Dumbbell              *self,
         const UdsChartRowSlot *slot)
{
  RowBuild row = { .row = slot->first, .middle = slot->bounds.y + slot->bounds.height / 2, .bounds = slot->bounds };
  gboolean rises = measure_change (self, slot->first) >= 0;

  add_span (self, &row);
  /* The target below the others: it is higher than they are. */
  for (gsize column = self->n_columns; column-- > 0;)
    add_marker (self, &row, column);
  if (add_value (self, &row, UDS_CHART_NOW, rises))
    add_value (self, &row, UDS_CHART_THEN, !rises);
  else
    add_now_beside_then (self, &row, !rises);
  add_value (self, &row, UDS_CHART_TO_COME, TRUE);
}

static void
add_legend (Dumbbell *self)
{
  UdsChartLegendItem items[N_COLUMNS_MAX];

  for (gsize i = 0; i < self->n_columns; i++)
    {
      UdsChartColor color = find_color (self->build->theme, i);

      items[i] = (UdsChartLegendItem) {
        .text = uds_chart_grid_get_column_label (self->grid, i),
        .marker = find_marker (i, 1),
        .outline = color,
        .fill = i == UDS_CHART_THEN ? self->build->theme->background : color,
      };
    }
  uds_chart_build_legend (self->build, items, self->n_columns);
}

/**
 * uds_chart_build_dumbbell:
 * @build: a build whose area is what the chart may take
 *
 * Adds a dumbbell chart.
 */
void
uds_chart_build_dumbbell (UdsChartBuild *build)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (build->spec);
  double em = build->theme->font_size;
  double unit_height;
  g_autoptr (GArray) slots = NULL;
  Dumbbell self = { build, grid, NULL, MIN (uds_chart_grid_get_n_columns (grid), N_COLUMNS_MAX) };

  if (uds_chart_grid_get_n_rows (grid) == 0 || self.n_columns == 0)
    {
      uds_chart_build_no_data (build, &build->area);
      return;
    }

  add_legend (&self);
  unit_height = uds_chart_build_unit (build);
  unit_height += unit_height > 0 ? em * UNIT_GAP : 0;
  build->area.y += unit_height;
  build->area.height = MAX (build->area.height - unit_height - em * TICKS_ROOM, 1);
  slots = uds_chart_build_rows (build, TRUE);
  self.slots = slots;
  set_scale (&self);
  for (guint i = 0; i < slots->len; i++)
    if (get_slot (&self, i)->n_rows == 1)
      add_row (&self, get_slot (&self, i));
}
