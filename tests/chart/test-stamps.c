/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thousands of dots are stamped on a picture. That cannot be seen, at any size and wherever the picture was moved; and
 * what is not a picture has none of it. */
#include "chart-fixtures.h"

#include "uds-chart-draw.h"
#include "uds-chart-export.h"

#include <string.h>

#define WIDTH 600
#define HEIGHT 400
#define N_PLACES 1200
#define ROUNDING 80 /* of 255: two edges that lie an eighth of a pixel beside where they are drawn */

static UdsChartSpec *
make_crowd (void)
{
  UdsChartSpec *spec = uds_chart_spec_new (UDS_LANGUAGE_EN);
  UdsChartMap *map = uds_chart_spec_make_map (spec, "City", "Relations");
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int i = 0; i < N_PLACES; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i);

      uds_chart_map_add_place (map, &(UdsChartMapPlace) {
                                        .id = id,
                                        .name = "",
                                        .degrees = { g_rand_double_range (random, -170, 170),
                                                     g_rand_double_range (random, -50, 75) },
                                        .weight = g_rand_int_range (random, 1, 5),
                                        .is_lit = i % 3 != 0,
                                    });
    }
  return spec;
}

static UdsChartLayout *
lay_out (double resolution)
{
  g_autoptr (UdsChartSpec) spec = make_crowd ();
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, FALSE);
  return uds_chart_layout_new (spec, &theme, &(UdsChartSize) { WIDTH, HEIGHT, resolution }, 0);
}

static cairo_surface_t *
make_paper (double resolution)
{
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (WIDTH * resolution),
                                                       (int) (HEIGHT * resolution));

  cairo_surface_set_device_scale (paper, resolution, resolution);
  return paper;
}

static void
draw_moved (const UdsChartLayout *layout,
            cairo_t              *cr,
            double                moved)
{
  cairo_translate (cr, moved, moved / 2);
  uds_chart_draw (layout, cr);
  cairo_destroy (cr);
}

/* Without stamps: they are for pictures, and this is drawn into one afterwards. */
static cairo_surface_t *
draw_without (const UdsChartLayout *layout,
              double                resolution,
              double                moved)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_surface_t *paper = make_paper (resolution);
  cairo_t *cr;

  draw_moved (layout, cairo_create (recording), moved);
  cr = cairo_create (paper);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (recording);
  cairo_surface_flush (paper);
  return paper;
}

/* How many parts of pixels differ by more than an edge does that is a little aside. */
static gsize
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b)
{
  const guint8 *first = cairo_image_surface_get_data (a);
  const guint8 *second = cairo_image_surface_get_data (b);
  gsize length = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);
  gsize n_differences = 0;

  for (gsize i = 0; i < length; i++)
    n_differences += ABS (first[i] - second[i]) > ROUNDING;
  return n_differences;
}

static void
test_cannot_be_seen (void)
{
  static const double resolutions[] = { 1, 1.5, 2 };
  static const double moves[] = { 0, 7.3, -20 };

  for (gsize i = 0; i < G_N_ELEMENTS (resolutions); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (moves); j++)
      {
        g_autoptr (UdsChartLayout) layout = lay_out (resolutions[i]);
        cairo_surface_t *stamped = make_paper (resolutions[i]);
        cairo_surface_t *drawn = draw_without (layout, resolutions[i], moves[j]);

        draw_moved (layout, cairo_create (stamped), moves[j]);
        cairo_surface_flush (stamped);
        g_assert_cmpuint (count_differences (stamped, drawn), ==, 0);
        cairo_surface_destroy (stamped);
        cairo_surface_destroy (drawn);
      }
}

/* What a clip keeps out stays out. */
static void
test_a_clip_is_kept (void)
{
  g_autoptr (UdsChartLayout) layout = lay_out (1);
  cairo_surface_t *paper = make_paper (1);
  const guint8 *pixels;
  cairo_t *cr = cairo_create (paper);

  cairo_rectangle (cr, 0, 0, WIDTH, HEIGHT / 2.0);
  cairo_clip (cr);
  uds_chart_draw (layout, cr);
  cairo_destroy (cr);
  cairo_surface_flush (paper);
  pixels = cairo_image_surface_get_data (paper);
  for (int i = (HEIGHT / 2 + 1) * cairo_image_surface_get_stride (paper);
       i < HEIGHT * cairo_image_surface_get_stride (paper); i++)
    g_assert_cmpuint (pixels[i], ==, 0);
  cairo_surface_destroy (paper);
}

static void
test_paper_has_no_pictures (void)
{
  g_autoptr (UdsChartLayout) layout = lay_out (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = uds_chart_render_pdf (layout, 12, &error);

  g_assert_no_error (error);
  g_assert_null (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "/Subtype /Image", 15));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stamps/cannot-be-seen", test_cannot_be_seen);
  g_test_add_func ("/stamps/a-clip-is-kept", test_a_clip_is_kept);
  g_test_add_func ("/stamps/paper-has-no-pictures", test_paper_has_no_pictures);

  return g_test_run ();
}
