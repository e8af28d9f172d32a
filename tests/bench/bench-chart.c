/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Redrawing a line of a million points against a bare Cairo program that thins it to the first, lowest,
 * highest and last point of each column and strokes that: once with Cairo's own settings but round joins,
 * once with exactly our pen. Both read the same values in the same process, in turns. */
#include "uds-chart-draw.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define WIDTH 1200
#define HEIGHT 600
#define POINTS 1000000
#define FEW_POINTS 10000
#define RUNS 15
#define HITS 2000

typedef struct {
  double *positions;
  double *values;
  gsize n_points;
  UdsChartSpec *spec;
  UdsChartTheme theme;
  UdsChartLayout *layout;
  UdsChartScale x;
  UdsChartScale y;
} Data;

static void
data_init (Data  *data,
           gsize  n_points)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  const UdsChartSize size = { WIDTH, HEIGHT, 1 };
  const UdsChartRect *plot;
  double value = 0, lowest = 0, highest = 0;

  data->n_points = n_points;
  data->positions = g_new (double, n_points);
  data->values = g_new (double, n_points);
  for (gsize i = 0; i < n_points; i++)
    {
      value += g_rand_double_range (random, -1, 1);
      lowest = MIN (lowest, value);
      highest = MAX (highest, value);
      data->positions[i] = 2000 + 20 * (double) i / (double) n_points;
      data->values[i] = value;
    }

  data->spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  uds_chart_series_add_values (uds_chart_spec_add_series (data->spec, "s", "S"), data->positions,
                               data->values, n_points);
  uds_chart_theme_init_print (&data->theme, FALSE);
  data->theme.font_size = 13;
  data->layout = uds_chart_layout_new (data->spec, &data->theme, &size, UDS_CHART_PART_ALL);

  plot = uds_chart_layout_get_plot (data->layout);
  data->x = (UdsChartScale) { 2000, 2020, plot->x, plot->x + plot->width };
  data->y = (UdsChartScale) { lowest, highest, plot->y + plot->height, plot->y };
}

static void
data_clear (Data *data)
{
  g_free (data->positions);
  g_free (data->values);
  uds_chart_layout_unref (data->layout);
  g_object_unref (data->spec);
}

static void
bare_point (const Data *data,
            cairo_t    *cr,
            gsize       point)
{
  cairo_line_to (cr, uds_chart_scale_map (&data->x, data->positions[point]),
                 uds_chart_scale_map (&data->y, data->values[point]));
}

static void
bare_draw (const Data *data,
           cairo_t    *cr)
{
  gsize n_columns = (gsize) (data->x.range_end - data->x.range_start);

  for (gsize column = 0; column < n_columns; column++)
    {
      gsize start = column * data->n_points / n_columns;
      gsize end = (column + 1) * data->n_points / n_columns;
      gsize lowest = start, highest = start;

      for (gsize i = start; i < end; i++)
        {
          if (data->values[i] < data->values[lowest])
            lowest = i;
          if (data->values[i] > data->values[highest])
            highest = i;
        }
      bare_point (data, cr, start);
      bare_point (data, cr, MIN (lowest, highest));
      bare_point (data, cr, MAX (lowest, highest));
      bare_point (data, cr, end - 1);
    }
  cairo_stroke (cr);
}

static void
draw_bare_round (const Data *data,
                 cairo_t    *cr)
{
  cairo_set_line_width (cr, data->theme.series[0].pen.width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  bare_draw (data, cr);
}

static void
draw_bare_fast (const Data *data,
                cairo_t    *cr)
{
  cairo_set_line_width (cr, data->theme.series[0].pen.width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_miter_limit (cr, 2);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  bare_draw (data, cr);
}

static void
draw_ours (const Data *data,
           cairo_t    *cr)
{
  uds_chart_draw (data->layout, cr);
}

static void
draw_ours_laid_out (const Data *data,
                    cairo_t    *cr)
{
  g_autoptr (UdsChartLayout) layout = uds_chart_layout_new (
      data->spec, &data->theme, uds_chart_layout_get_size (data->layout), UDS_CHART_PART_ALL);

  uds_chart_draw (layout, cr);
}

static double
time_once (const Data *data,
           void (*draw) (const Data *, cairo_t *))
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gint64 start;
  double milliseconds;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0.4, 0.7);
  start = g_get_monotonic_time ();
  draw (data, cr);
  cairo_surface_flush (surface);
  milliseconds = (double) (g_get_monotonic_time () - start) / 1000;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return milliseconds;
}

static int
compare (const void *a,
         const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

typedef struct {
  const char *name;
  const Data *data;
  void (*draw) (const Data *, cairo_t *);
  double times[RUNS];
} Contender;

static double
report (Contender *contender)
{
  qsort (contender->times, RUNS, sizeof (double), compare);
  printf ("%-46s %7.2f %7.2f %7.2f ms\n", contender->name, contender->times[0], contender->times[RUNS / 2],
          contender->times[RUNS - 1]);

  return contender->times[RUNS / 2];
}

static void
measure_drawing (const Data *many,
                 const Data *few)
{
  Contender contenders[] = {
    { "ours, redraw, 1,000,000 points", many, draw_ours, { 0 } },
    { "ours, layout and draw, 1,000,000 points", many, draw_ours_laid_out, { 0 } },
    { "ours, layout and draw, 10,000 points", few, draw_ours_laid_out, { 0 } },
    { "bare Cairo, round joins, 1,000,000 points", many, draw_bare_round, { 0 } },
    { "bare Cairo, our settings, 1,000,000 points", many, draw_bare_fast, { 0 } },
  };
  double medians[G_N_ELEMENTS (contenders)];

  for (int run = -1; run < RUNS; run++)
    for (gsize i = 0; i < G_N_ELEMENTS (contenders); i++)
      contenders[i].times[MAX (run, 0)] = time_once (contenders[i].data, contenders[i].draw);

  printf ("%-46s %7s %7s %7s\n", "", "min", "median", "max");
  for (gsize i = 0; i < G_N_ELEMENTS (contenders); i++)
    medians[i] = report (&contenders[i]);
  printf ("redraw against round joins: %.2f, against our settings: %.2f\n", medians[0] / medians[3],
          medians[0] / medians[4]);
  printf ("layout and draw against round joins: %.2f, against our settings: %.2f\n", medians[1] / medians[3],
          medians[1] / medians[4]);
  printf ("1,000,000 points against 10,000: %.2f\n", medians[1] / medians[2]);
}

static void
measure_hits (const Data *data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  UdsChartPlace place;
  gint64 start = g_get_monotonic_time ();
  int n_found = 0;

  for (int i = 0; i < HITS; i++)
    n_found += uds_chart_layout_hit (data->layout, g_rand_double_range (random, 0, WIDTH),
                                     g_rand_double_range (random, 0, HEIGHT), 24, &place);
  printf ("nearest of 1,000,000 points: %.4f ms (%d of %d within reach)\n",
          (double) (g_get_monotonic_time () - start) / 1000 / HITS, n_found, HITS);
}

int
main (void)
{
  Data many = { 0 };
  Data few = { 0 };

  data_init (&many, POINTS);
  data_init (&few, FEW_POINTS);
  measure_drawing (&many, &few);
  measure_hits (&many);
  data_clear (&many);
  data_clear (&few);

  return EXIT_SUCCESS;
}
