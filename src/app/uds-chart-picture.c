/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One size for files, the clipboard and what is dragged. */
#include "uds-chart-picture.h"

#include "uds-chart-export.h"

/* As wide as the text of an A4 page, in points. */
#define WIDTH 482
#define HEIGHT 300
#define MARGIN 12

/* Pixels to a point in a PNG: about 300 to an inch. */
#define RESOLUTION 4

static UdsChartLayout *
lay_out (UdsChartSpec *spec)
{
  UdsChartSize size = { WIDTH, HEIGHT, RESOLUTION };
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, FALSE);
  theme.paints_background = TRUE;
  if (uds_chart_spec_get_kind (spec) != UDS_CHART_LINES)
    size.height = uds_chart_layout_measure_height (spec, &theme, size.width, UDS_CHART_PART_ALL);
  return uds_chart_layout_new (spec, &theme, &size, UDS_CHART_PART_ALL);
}

/**
 * uds_chart_picture_render:
 * @spec: a chart, which must not change any more
 * @format: what kind of file
 * @error: %UDS_ERROR_FAILED where it cannot be drawn
 *
 * Takes longer than a frame: for threads.
 *
 * Returns: (transfer full) (nullable): a file with the whole chart: title, source, notes
 */
GBytes *
uds_chart_picture_render (UdsChartSpec     *spec,
                          UdsChartPicture   format,
                          GError          **error)
{
  g_autoptr (UdsChartLayout) layout = lay_out (spec);

  switch (format)
    {
    case UDS_CHART_PICTURE_SVG:
      return uds_chart_render_svg (layout, MARGIN);
    case UDS_CHART_PICTURE_PNG:
      return uds_chart_render_png (layout, MARGIN, error);
    case UDS_CHART_PICTURE_PDF:
    default:
      return uds_chart_render_pdf (layout, MARGIN, error);
    }
}
