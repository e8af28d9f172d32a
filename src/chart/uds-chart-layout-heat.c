/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A heat map: a cell for each row and column. A level is a shape on a ground of its tone, a value is its number on a
 * ground as dark as it is high, and what is not known is hatched. */
#include "uds-chart-rows-private.h"

#include <glib/gi18n.h>

#define CELL_GAP 2.0     /* between two cells, in units */
#define SHAPE_SIZE 0.95  /* sizes and distances in multiples of the font size */
#define SHAPE_PART 0.62  /* of a cell, at most, for its shape */
#define HEADING_GAP 0.35 /* below the headings */
#define WORD_GAP 0.4     /* between two headings, at least */
#define GROUND_PART 0.17 /* of a tone in its ground */
#define LOWEST_PART 0.08 /* of the colour in the ground of the lowest and of the highest value */
#define HIGHEST_PART 0.5
#define TEXT_CONTRAST 4.5
#define LEVELS_MAX 12

typedef struct {
  UdsChartBuild *build;
  const UdsChartGrid *grid;
  gsize n_columns;
  double minimum;
  double maximum;
  gboolean has_gaps;
  UdsChartTextStyle style; /* of headings */
  double heading_height;
} Heat;

static void
look_at_cells (Heat *heat)
{
  heat->minimum = G_MAXDOUBLE;
  heat->maximum = -G_MAXDOUBLE;
  for (gsize row = 0; row < uds_chart_grid_get_n_rows (heat->grid); row++)
    for (gsize column = 0; column < heat->n_columns; column++)
      {
        const UdsChartCell *cell = uds_chart_grid_get_cell (heat->grid, row, column);

        heat->has_gaps = heat->has_gaps || uds_chart_cell_is_empty (cell);
        if (!uds_chart_cell_has_value (cell))
          continue;
        heat->minimum = MIN (heat->minimum, cell->value);
        heat->maximum = MAX (heat->maximum, cell->value);
      }
}

static void
add_legend (Heat *heat)
{
  UdsChartLegendItem items[LEVELS_MAX + 1];
  gsize n_items = 0;

  for (gsize i = 0; i < MIN (uds_chart_grid_get_n_levels (heat->grid), LEVELS_MAX); i++)
    {
      const UdsChartLevel *level = uds_chart_grid_get_level (heat->grid, i);
      const UdsChartColor *tone = &heat->build->theme->tones[level->tone];

      items[n_items++] = (UdsChartLegendItem) {
        .text = level->label,
        .marker = level->marker,
        .outline = *tone,
        .fill = level->is_hollow ? heat->build->theme->background : *tone,
      };
    }
  if (heat->has_gaps)
    items[n_items++] = (UdsChartLegendItem) { .text = _ ("No data"), .is_hatched = TRUE };
  if (n_items > 0)
    uds_chart_build_legend (heat->build, items, n_items);
}

/* Every how many columns there is room for a heading: 1 where each has its own, perhaps in several lines; 0 where all
 * columns have a shape, which will do. */
static gsize
choose_stride (const Heat *heat,
               double      width)
{
  double widest = 0, whole = 0;
  gboolean all_shapes = TRUE;

  for (gsize i = 0; i < heat->n_columns; i++)
    {
      g_auto (UdsChartBlock) block = { 0 };

      uds_chart_text_measure (heat->build->pango, &heat->style, uds_chart_grid_get_column_label (heat->grid, i), 0,
                              &block);
      whole = MAX (whole, block.width);
      widest = MAX (widest, uds_chart_text_measure_word (heat->build->pango, &heat->style,
                                                         uds_chart_grid_get_column_label (heat->grid, i)));
      all_shapes = all_shapes && uds_chart_grid_get_column_level (heat->grid, i) != UDS_CHART_NONE;
    }
  widest += heat->build->theme->font_size * WORD_GAP;
  whole += heat->build->theme->font_size * WORD_GAP;

  if (widest <= width)
    return 1;
  return all_shapes ? 0 : (gsize) (whole / width) + 1;
}

static double
measure_headings (const Heat *heat,
                  gsize       stride,
                  double      width)
{
  double height = 0;

  for (gsize i = 0; stride > 0 && i < heat->n_columns; i += stride)
    {
      g_auto (UdsChartBlock) block = { 0 };

      uds_chart_text_measure (heat->build->pango, &heat->style, uds_chart_grid_get_column_label (heat->grid, i),
                              MIN (width * (double) stride, heat->build->area.width), &block);
      height = MAX (height, block.height);
    }

  return height;
}

static gboolean
has_shapes (const Heat *heat)
{
  for (gsize i = 0; i < heat->n_columns; i++)
    if (uds_chart_grid_get_column_level (heat->grid, i) != UDS_CHART_NONE)
      return TRUE;
  return FALSE;
}

static void
add_heading (Heat   *heat,
             gsize   column,
             double  middle,
             double  width,
             double  bottom,
             double  shapes,
             double *free_from)
{
  UdsChartBuild *build = heat->build;
  gsize level = uds_chart_grid_get_column_level (heat->grid, column);
  g_auto (UdsChartBlock) block = { 0 };
  double left;

  if (level != UDS_CHART_NONE)
    uds_chart_build_add_level (build, UDS_CHART_ROLE_LABEL, uds_chart_grid_get_level (heat->grid, level), middle,
                               bottom - shapes / 2, build->theme->font_size * SHAPE_SIZE);
  if (width <= 0)
    return;

  uds_chart_text_measure (build->pango, &heat->style, uds_chart_grid_get_column_label (heat->grid, column), width,
                          &block);
  left = MAX (MIN (middle - block.width / 2, build->area.x + build->area.width - block.width), build->area.x);
  if (left < *free_from)
    return;

  *free_from = left + block.width;
  uds_chart_build_add_text (build, UDS_CHART_ROLE_LABEL, &heat->style, &block, left + block.width / 2,
                            bottom - shapes - block.height);
}

static UdsChartRect
get_cell_bounds (const Heat            *heat,
                 const UdsChartRowSlot *slot,
                 gsize                  column)
{
  double width = slot->bounds.width / (double) heat->n_columns;
  double gap = MIN (CELL_GAP, MIN (width, slot->bounds.height) / 4);

  return (UdsChartRect) { slot->bounds.x + width * (double) column + gap / 2, slot->bounds.y + gap / 2, width - gap,
                          slot->bounds.height - gap };
}

/* What is said of the cell where it is pointed at in a drawing. */
static char *
describe_cell (const Heat *heat,
               gsize       row,
               gsize       column)
{
  const UdsChartCell *cell = uds_chart_grid_get_cell (heat->grid, row, column);
  g_autofree char *name = uds_chart_grid_get_row_name (heat->grid, row);
  g_autofree char *what = uds_chart_grid_format_cell (heat->grid, cell, &heat->build->format);

  return g_strdup_printf ("%s, %s: %s", name, uds_chart_grid_get_column_label (heat->grid, column), what);
}

static void
add_ground (Heat                *heat,
            const UdsChartRect  *bounds,
            const UdsChartColor *color,
            double               part,
            gsize                row,
            gsize                column)
{
  UdsChartColor fill = uds_chart_color_mix (&heat->build->theme->background, color, part);
  UdsChartMark *mark = uds_chart_build_add_rect (heat->build, UDS_CHART_ROLE_CELL, bounds, &fill);

  mark->series = row;
  mark->point = column;
  mark->id = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, uds_chart_grid_get_row_id (heat->grid, row), column);
  mark->value = uds_chart_grid_get_cell (heat->grid, row, column)->value;
  mark->label = describe_cell (heat, row, column);
  mark->description = g_strdup (uds_chart_grid_get_cell (heat->grid, row, column)->note);
}

/* A number that is wider than its cell is left to cursor and table. */
static void
add_number (Heat               *heat,
            const UdsChartRect *bounds,
            double              value,
            double              part)
{
  UdsChartBuild *build = heat->build;
  const UdsChartTheme *theme = build->theme;
  UdsChartColor ground = uds_chart_color_mix (&theme->background, &theme->series[0].pen.color, part);
  UdsChartTextStyle style = uds_chart_build_tick_style (build);
  g_autofree char *text = uds_chart_format_number (&build->format, value);
  g_auto (UdsChartBlock) block = { 0 };

  style.color = value == 0 ? theme->dim_text : theme->text;
  style.color = uds_chart_color_with_contrast (&style.color, &ground, TEXT_CONTRAST);
  uds_chart_text_measure (build->pango, &style, text, 0, &block);
  if (block.width > bounds->width || block.height > bounds->height)
    return;
  uds_chart_build_add_text (build, UDS_CHART_ROLE_VALUE, &style, &block, bounds->x + bounds->width / 2,
                            bounds->y + (bounds->height - block.height) / 2);
}

static double
ground_part (const Heat *heat,
             double      value)
{
  double span = heat->maximum - heat->minimum;

  if (value == 0)
    return 0;
  return LOWEST_PART + (HIGHEST_PART - LOWEST_PART) * (span > 0 ? (value - heat->minimum) / span : 1);
}

static void
add_cell (Heat                  *heat,
          const UdsChartRowSlot *slot,
          gsize                  column)
{
  UdsChartBuild *build = heat->build;
  const UdsChartTheme *theme = build->theme;
  const UdsChartCell *cell = uds_chart_grid_get_cell (heat->grid, slot->first, column);
  UdsChartRect bounds = get_cell_bounds (heat, slot, column);
  double size = MIN (theme->font_size * SHAPE_SIZE, MIN (bounds.width, bounds.height) * SHAPE_PART);

  uds_chart_build_set_spot (build, &(UdsChartPlace) { slot->first, column }, &bounds);
  if (uds_chart_cell_is_empty (cell))
    {
      add_ground (heat, &bounds, &theme->background, 0, slot->first, column);
      uds_chart_build_add_hatch (build, &bounds, &theme->grid);
      return;
    }
  if (cell->level == UDS_CHART_NONE)
    {
      add_ground (heat, &bounds, &theme->series[0].pen.color, ground_part (heat, cell->value), slot->first, column);
      add_number (heat, &bounds, cell->value, ground_part (heat, cell->value));
      return;
    }

  add_ground (heat, &bounds, &theme->tones[uds_chart_grid_get_level (heat->grid, cell->level)->tone], GROUND_PART,
              slot->first, column);
  uds_chart_build_add_level (build, UDS_CHART_ROLE_CELL, uds_chart_grid_get_level (heat->grid, cell->level),
                             bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, size);
}

static void
add_headings (Heat   *heat,
              double  bottom,
              double  shapes)
{
  const UdsChartRect *plot = &heat->build->layout->plot;
  double width = plot->width / (double) heat->n_columns;
  gsize stride = choose_stride (heat, width);
  double free_from = heat->build->area.x;

  for (gsize i = 0; i < heat->n_columns; i++)
    {
      gboolean is_written = stride > 0 && i % stride == 0;
      double room = is_written ? MIN (width * (double) stride, heat->build->area.width) : 0;

      add_heading (heat, i, plot->x + width * ((double) i + 0.5), room, bottom, shapes, &free_from);
    }
}

/* Rows first have to say how wide a column is before it is known how high the headings are, so both are tried once. */
static double
measure_top (Heat *heat,
             double shapes)
{
  UdsChartBuild *build = heat->build;
  double names = uds_chart_build_measure_rows (build);
  double width = MAX (build->area.width - names, 1) / (double) heat->n_columns;

  return measure_headings (heat, choose_stride (heat, width), width) + shapes
         + build->theme->font_size * HEADING_GAP;
}

/**
 * uds_chart_build_heat_map:
 * @build: a build whose area is what the chart may take
 *
 * Adds a heat map.
 */
void
uds_chart_build_heat_map (UdsChartBuild *build)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (build->spec);
  Heat heat = { .build = build, .grid = grid, .n_columns = uds_chart_grid_get_n_columns (grid) };
  g_autoptr (GArray) slots = NULL;
  double shapes, top;

  if (uds_chart_grid_get_n_rows (grid) == 0 || heat.n_columns == 0)
    {
      uds_chart_build_no_data (build, &build->area);
      return;
    }

  look_at_cells (&heat);
  add_legend (&heat);
  heat.style = uds_chart_build_tick_style (build);
  shapes = has_shapes (&heat) ? build->theme->font_size * (SHAPE_SIZE + HEADING_GAP) : 0;
  top = measure_top (&heat, shapes);
  build->area.y += top;
  build->area.height = MAX (build->area.height - top, 1);
  slots = uds_chart_build_rows (build, FALSE);
  add_headings (&heat, build->area.y - build->theme->font_size * HEADING_GAP, shapes);
  for (guint i = 0; i < slots->len; i++)
    for (gsize column = 0; column < heat.n_columns; column++)
      add_cell (&heat, &g_array_index (slots, UdsChartRowSlot, i), column);
}
