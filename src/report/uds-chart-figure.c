/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a chart where a document has a figure. Its title, subtitle, notes and source are printed by the document. */
#include "uds-chart-figure-private.h"

#include "uds-chart-describe.h"
#include "uds-chart-draw.h"
#include "uds-chart-notes.h"
#include "uds-chart-theme.h"

#define CHART_RESOLUTION 4 /* dots to a point: finer than most printers tell apart in a line */
#define ASPECT_MAX 1.2
#define TEXT_WIDTH 482.0 /* of an A4 page, in points */

typedef struct {
  UdsChartSpec *spec;
  gboolean mono;
} Chart;

static void
chart_free (gpointer data)
{
  Chart *chart = data;

  g_object_unref (chart->spec);
  g_free (chart);
}

static void
draw_chart (cairo_t  *cr,
            double    width,
            double    height,
            gpointer  data)
{
  const Chart *chart = data;
  UdsChartSize size = { width, height, CHART_RESOLUTION };
  g_autoptr (UdsChartLayout) layout = NULL;
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, chart->mono);
  layout = uds_chart_layout_new (chart->spec, &theme, &size, 0);
  uds_chart_draw (layout, cr);
}

/* What stands below the chart: what is to be known about the data, and where they come from. */
static char *
format_source (UdsChartSpec *spec)
{
  g_autofree char *notes = uds_chart_notes_new (spec);
  const char *source = uds_chart_spec_get_source (spec);

  if (notes == NULL || source == NULL)
    return g_strdup (notes != NULL ? notes : source);
  return g_strconcat (notes, "\n", source, NULL);
}

static double
measure_aspect (const UdsChartFigure *chart)
{
  UdsChartTheme theme;

  if (chart->aspect > 0)
    return chart->aspect;

  uds_chart_theme_init_print (&theme, chart->mono);
  return MIN (uds_chart_layout_measure_height (chart->spec, &theme, TEXT_WIDTH, 0) / TEXT_WIDTH, ASPECT_MAX);
}

/**
 * uds_chart_figure_add:
 * @document: a document
 * @chart: the chart, and what is not told by its spec
 *
 * Adds the chart as a figure of the document, which keeps a reference of the spec.
 */
void
uds_chart_figure_add (UdsDocument          *document,
                      const UdsChartFigure *chart)
{
  g_autofree char *source = format_source (chart->spec);
  g_autofree char *description = uds_chart_describe (chart->spec);
  Chart *data = g_new (Chart, 1);
  UdsFigure figure = {
    .caption = chart->caption != NULL ? chart->caption : uds_chart_spec_get_title (chart->spec),
    .subtitle = uds_chart_spec_get_subtitle (chart->spec),
    .source = source,
    .alternative = chart->alternative != NULL ? chart->alternative : description,
    .aspect = measure_aspect (chart),
    .draw = draw_chart,
    .data = data,
    .free_data = chart_free,
  };

  *data = (Chart) { g_object_ref (chart->spec), chart->mono };
  uds_document_add_figure (document, &figure);
}
