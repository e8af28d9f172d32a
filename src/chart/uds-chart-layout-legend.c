/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A legend above the plot: shapes with their meaning in words, in as many lines as it takes. */
#include "uds-chart-rows-private.h"

#define SHAPE_SIZE 0.75 /* in multiples of the font size */
#define SHAPE_GAP 0.45
#define ITEM_GAP 1.3
#define LINE_HEIGHT 1.55
#define BOTTOM_GAP 0.5
#define HATCH_WIDTH 1.3

static double
shape_width (const UdsChartBuild      *build,
             const UdsChartLegendItem *item)
{
  if (item->size > 0)
    return item->size;
  return build->theme->font_size * (item->is_hatched ? HATCH_WIDTH : SHAPE_SIZE);
}

static void
add_shape (UdsChartBuild            *build,
           const UdsChartLegendItem *item,
           double                    x,
           double                    middle)
{
  double size = item->size > 0 ? item->size : build->theme->font_size * SHAPE_SIZE;
  double width = shape_width (build, item);
  UdsChartRect cell = { x, middle - size / 2, width, size };
  UdsChartMark *mark;

  if (item->is_hatched)
    {
      UdsChartPen pen = build->theme->grid;

      if (item->outline.alpha > 0)
        pen.color = item->outline;
      uds_chart_build_add_hatch (build, &cell, &pen);
      mark = uds_chart_build_add_rect (build, UDS_CHART_ROLE_LEGEND, &cell, &(UdsChartColor) { 0 });
      mark->pen = pen;
      return;
    }

  mark = uds_chart_build_add_marker (build, UDS_CHART_ROLE_LEGEND, item->marker, x + width / 2, middle, size);
  mark->fill = item->fill;
  mark->pen = (UdsChartPen) { .color = item->outline, .width = build->theme->font_size * SHAPE_SIZE * 0.12 };
}

/**
 * uds_chart_build_legend:
 * @build: a build
 * @items: (array length=n_items): what to explain
 * @n_items: how many
 *
 * Adds a legend at the top of the area, and leaves the rest of it.
 */
void
uds_chart_build_legend (UdsChartBuild            *build,
                        const UdsChartLegendItem *items,
                        gsize                     n_items)
{
  UdsChartTextStyle style = uds_chart_build_tick_style (build);
  double em = build->theme->font_size;
  double right = build->area.x + build->area.width;
  double x = build->area.x;
  double middle = build->area.y + em * LINE_HEIGHT / 2;

  style.align = UDS_CHART_ALIGN_START;
  for (gsize i = 0; i < n_items; i++)
    {
      double indent = shape_width (build, &items[i]) + em * SHAPE_GAP;
      g_auto (UdsChartBlock) block = { 0 };

      uds_chart_text_measure (build->pango, &style, items[i].text, 0, &block);
      if (x > build->area.x && x + indent + block.width > right)
        {
          x = build->area.x;
          middle += em * LINE_HEIGHT;
        }
      if (x + indent + block.width > right)
        {
          uds_chart_block_clear (&block);
          uds_chart_text_measure (build->pango, &style, items[i].text, MAX (right - x - indent, 1), &block);
        }
      add_shape (build, &items[i], x, middle);
      uds_chart_build_add_text (build, UDS_CHART_ROLE_LEGEND, &style, &block, x + indent,
                                middle - block.line_height / 2);
      x += indent + block.width + em * ITEM_GAP;
      middle += block.height - block.line_height;
    }

  middle += em * (LINE_HEIGHT / 2 + BOTTOM_GAP) - build->area.y;
  build->area.y += middle;
  build->area.height -= middle;
}
