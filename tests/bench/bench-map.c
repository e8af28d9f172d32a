/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map of five thousand places against a bare Cairo program that fills and strokes the same outlines, laid flat the
 * plainest way, and dots the same places, without names or thinning. Also what panning costs: a finished picture
 * painted a little aside. All in one process, in turns; time of the thread. */
#include "bench-support.h"

#include "uds-chart-draw.h"

#define WIDTH 1200
#define HEIGHT 700
#define PLACES 5000
#define RUNS 15
#define DOT 3
#define FRAME 16

typedef struct {
  UdsChartSpec *spec;
  UdsChartTheme theme;
  UdsChartLayout *layout;
  cairo_surface_t *picture;
  UdsChartDegrees degrees[PLACES];
} Data;

static const UdsChartSize size = { WIDTH, HEIGHT, 1 };

/* On the coasts and borders of the world, where its cities are too. */
static void
add_places (Data *data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  UdsChartMap *map = uds_chart_spec_make_map (data->spec, "City", "Relations");
  gsize n_rings;
  const UdsChartRing *rings = uds_chart_outlines_get (UDS_CHART_DETAIL_WORLD, &n_rings);

  for (int i = 0; i < PLACES; i++)
    {
      const UdsChartRing *ring = &rings[g_rand_int_range (random, 0, (int) n_rings)];
      const UdsChartDegrees *corner = &ring->points[g_rand_int_range (random, 0, (int) ring->n_points)];
      g_autofree char *name = g_strdup_printf ("City %d", i);

      data->degrees[i] = (UdsChartDegrees) { corner->longitude, CLAMP (corner->latitude, -55, 75) };
      uds_chart_map_add_place (map, &(UdsChartMapPlace) {
                                        .id = name,
                                        .name = name,
                                        .degrees = data->degrees[i],
                                        .weight = g_rand_int_range (random, 1, 6),
                                        .is_lit = i % 3 != 0,
                                    });
    }
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
  g_autoptr (UdsChartLayout) layout = uds_chart_layout_new (data->spec, &data->theme, &size, UDS_CHART_PART_ALL);

  uds_chart_draw (layout, cr);
}

static void
draw_europe_laid_out (const Data *data,
                      cairo_t    *cr)
{
  const UdsChartMapView view = { { 12, 52 }, HEIGHT };
  g_autoptr (UdsChartLayout) layout = uds_chart_layout_new_map_view (data->spec, &data->theme, &size, &view);

  uds_chart_draw (layout, cr);
}

/* The strip on a city's page, which is drawn where it is shown. */
static void
draw_locator (const Data *data,
              cairo_t    *cr)
{
  const UdsChartSize strip = { 720, 160, 1 };
  g_autoptr (UdsChartSpec) spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartMap *map = uds_chart_spec_make_map (spec, "City", "Relations");
  g_autoptr (UdsChartLayout) layout = NULL;

  uds_chart_map_add_place (map, &(UdsChartMapPlace) { .id = "hamburg", .name = "Hamburg", .degrees = { 9.99, 53.55 } });
  uds_chart_map_set_locator (map, 0);
  layout = uds_chart_layout_new (spec, &data->theme, &strip, UDS_CHART_PART_NOTES);
  uds_chart_draw (layout, cr);
}

static void
draw_picture (const Data *data,
              cairo_t    *cr)
{
  cairo_set_source_surface (cr, data->picture, 7, 5);
  cairo_paint (cr);
}

static void
bare_line_to (cairo_t               *cr,
              const UdsChartDegrees *degrees)
{
  cairo_line_to (cr, (degrees->longitude + 180) * WIDTH / 360, (90 - degrees->latitude) * HEIGHT / 180);
}

static void
draw_bare_outlines (const Data *data,
                    cairo_t    *cr)
{
  gsize n_rings;
  const UdsChartRing *rings = uds_chart_outlines_get (UDS_CHART_DETAIL_WORLD, &n_rings);

  for (gsize i = 0; i < n_rings; i++)
    {
      cairo_new_sub_path (cr);
      for (gsize j = 0; j < rings[i].n_points; j++)
        bare_line_to (cr, &rings[i].points[j]);
      cairo_close_path (cr);
    }
  cairo_set_source_rgb (cr, 0.88, 0.88, 0.88);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

static void
draw_bare (const Data *data,
           cairo_t    *cr)
{
  draw_bare_outlines (data, cr);
  cairo_set_source_rgb (cr, 0, 0.4, 0.7);
  for (gsize i = 0; i < PLACES; i++)
    {
      cairo_arc (cr, (data->degrees[i].longitude + 180) * WIDTH / 360, (90 - data->degrees[i].latitude) * HEIGHT / 180,
                 DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static double
time_once (const Data *data,
           void (*draw) (const Data *, cairo_t *))
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double start = bench_cpu_of_thread ();

  draw (data, cr);
  cairo_surface_flush (surface);
  start = bench_cpu_of_thread () - start;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return start;
}

int
main (void)
{
  static const struct {
    const char *name;
    void (*draw) (const Data *, cairo_t *);
    gsize anchor; /* which of them it is held against */
    double aim;   /* of that; 0 for the anchors themselves */
  } contenders[] = {
    { "bare Cairo, outlines", draw_bare_outlines, 0, 0 },
    { "bare Cairo, outlines and dots", draw_bare, 1, 0 },
    { "map of 5,000 places, drawn again", draw_ours, 1, 1 },
    { "map of 5,000 places, laid out and drawn", draw_ours_laid_out, 1, 1.5 },
    { "Europe, laid out and drawn", draw_europe_laid_out, 1, 1.5 },
    { "panning, the picture moved", draw_picture, 0, 0.5 },
    { "a locator, laid out and drawn", draw_locator, 0, 1 },
  };
  g_autofree Data *data = g_new0 (Data, 1);
  GArray *times[G_N_ELEMENTS (contenders)];

  data->spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  add_places (data);
  uds_chart_theme_init_print (&data->theme, FALSE);
  data->theme.font_size = 13;
  data->layout = uds_chart_layout_new (data->spec, &data->theme, &size, UDS_CHART_PART_ALL);
  data->picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  for (gsize i = 0; i < G_N_ELEMENTS (contenders); i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (int run = 0; run < RUNS; run++)
    for (gsize i = 0; i < G_N_ELEMENTS (contenders); i++)
      {
        double time = time_once (data, contenders[i].draw);

        g_array_append_val (times[i], time);
      }

  bench_report_load ();
  for (gsize i = 0; i < G_N_ELEMENTS (contenders); i++)
    {
      gsize anchor = contenders[i].anchor;
      double ours = bench_percentile (times[i], 50);

      if (contenders[i].aim == 0)
        continue;
      bench_report (contenders[i].name, "ms", ours, contenders[anchor].name, bench_percentile (times[anchor], 50),
                    contenders[i].aim);
      bench_report_aim (contenders[i].name, "ms", ours, FRAME);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (contenders); i++)
    g_array_unref (times[i]);
  cairo_surface_destroy (data->picture);
  uds_chart_layout_unref (data->layout);
  g_object_unref (data->spec);
  return 0;
}
