/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everybody can tell the series apart: on light and dark, with every accent, with eyes that lack a colour,
 * on paper without colours. */
#include "uds-chart-theme.h"

#include <string.h>

#define TOLD_APART_SEEING 0.11 /* eyes that see all colours expect more */
#define TOLD_APART 0.065       /* in Oklab: at a glance, on a thin line */

/* The accents of libadwaita as they stand alone on light and on dark. */
static const guint32 accents_on_light[] = {
  0x0461be,
  0x007184,
  0x15772e,
  0x905300,
  0xb62200,
  0xc00023,
  0xa2326c,
  0x8939a4,
  0x526678,
};
static const guint32 accents_on_dark[] = {
  0x81d0ff,
  0x7bdff4,
  0x8de698,
  0xffc057,
  0xff9c5b,
  0xff888c,
  0xffa0d8,
  0xfba7ff,
  0xbbd1e5,
};

static void
init_screen (UdsChartTheme *theme,
             gboolean       dark,
             gsize          accent,
             gboolean       high_contrast)
{
  UdsChartColor background = uds_chart_color_from_rgb (dark ? 0x1d1d20 : 0xffffff);
  UdsChartColor foreground = uds_chart_color_from_rgb (dark ? 0xffffff : 0x323238);
  UdsChartColor color = uds_chart_color_from_rgb (dark ? accents_on_dark[accent] : accents_on_light[accent]);

  uds_chart_theme_init_screen (theme, &background, &foreground, &color, high_contrast);
}

static void
assert_contrast (const UdsChartTheme *theme,
                 double               line,
                 double               text)
{
  g_assert_cmpfloat (uds_chart_color_contrast (&theme->text, &theme->background), >=, text);
  g_assert_cmpfloat (uds_chart_color_contrast (&theme->dim_text, &theme->background), >=, text);
  g_assert_cmpfloat (uds_chart_color_contrast (&theme->target.color, &theme->background), >=, line);
  g_assert_cmpfloat (uds_chart_color_contrast (&theme->inactive.color, &theme->background), >=, line);
  for (gsize i = 0; i <= UDS_CHART_COLOURED_SERIES; i++)
    {
      const UdsChartSeriesStyle *style = uds_chart_theme_get_series (theme, i);

      g_assert_cmpfloat (uds_chart_color_contrast (&style->pen.color, &theme->background), >=, line);
      g_assert_cmpfloat (uds_chart_color_contrast (&style->text, &theme->background), >=, text);
    }
}

static void
test_contrast (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accents_on_light); i++)
    for (int dark = 0; dark < 2; dark++)
      {
        UdsChartTheme theme;

        init_screen (&theme, dark, i, FALSE);
        assert_contrast (&theme, 3, 4.5);
        init_screen (&theme, dark, i, TRUE);
        assert_contrast (&theme, 4.5, 4.5);
      }
}

static void
test_contrast_print (void)
{
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, FALSE);
  assert_contrast (&theme, 3, 4.5);
  uds_chart_theme_init_print (&theme, TRUE);
  assert_contrast (&theme, 3, 4.5);
}

/* Machado, Oliveira and Fernandes (2009), severity 1; applied to sRGB as it is written, which is near enough
 * here. */
static UdsChartColor
see_without (const UdsChartColor *color,
             const double matrix[9])
{
  const double in[] = { color->red, color->green, color->blue };
  double out[3] = { 0 };

  for (int i = 0; i < 3; i++)
    {
      for (int j = 0; j < 3; j++)
        out[i] += matrix[i * 3 + j] * in[j];
      out[i] = CLAMP (out[i], 0, 1);
    }

  return (UdsChartColor) { out[0], out[1], out[2], 1 };
}

static void
test_told_apart (void)
{
  static const double no_green[] = { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413,
                                     -0.011820, 0.042940, 0.968881 };
  static const double no_red[] = { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216,
                                   -0.003882, -0.048116, 1.051998 };

  for (gsize accent = 0; accent < G_N_ELEMENTS (accents_on_light); accent++)
    for (int dark = 0; dark < 2; dark++)
      {
        UdsChartTheme theme;

        init_screen (&theme, dark, accent, FALSE);
        for (gsize i = 0; i < UDS_CHART_COLOURED_SERIES; i++)
          for (gsize j = 0; j < i; j++)
            {
              const UdsChartColor *first = &theme.series[i].pen.color;
              const UdsChartColor *second = &theme.series[j].pen.color;
              UdsChartColor first_green = see_without (first, no_green),
                            second_green = see_without (second, no_green);
              UdsChartColor first_red = see_without (first, no_red),
                            second_red = see_without (second, no_red);

              g_test_message (
                  "accent %d, dark %d, series %d and %d: %.3f, without green %.3f, without red %.3f",
                  (int) accent, dark, (int) i, (int) j, uds_chart_color_difference (first, second),
                  uds_chart_color_difference (&first_green, &second_green),
                  uds_chart_color_difference (&first_red, &second_red));
              g_assert_cmpfloat (uds_chart_color_difference (first, second), >=, TOLD_APART_SEEING);
              g_assert_cmpfloat (uds_chart_color_difference (&first_green, &second_green), >=,
                                 TOLD_APART);
              g_assert_cmpfloat (uds_chart_color_difference (&first_red, &second_red), >=,
                                 TOLD_APART);
            }
      }
}

static void
test_mono (void)
{
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, TRUE);
  for (gsize i = 0; i < UDS_CHART_COLOURED_SERIES; i++)
    {
      const UdsChartPen *pen = &theme.series[i].pen;

      g_assert_cmpfloat (uds_chart_color_difference (&pen->color, &theme.text), ==, 0);
      for (gsize j = 0; j < i; j++)
        {
          const UdsChartPen *other = &theme.series[j].pen;

          g_assert_cmpint (theme.series[i].marker, !=, theme.series[j].marker);
          g_assert_true (pen->n_dashes != other->n_dashes
                         || memcmp (pen->dashes, other->dashes, sizeof pen->dashes) != 0);
        }
    }
}

static void
test_wcag (void)
{
  UdsChartColor white = uds_chart_color_from_rgb (0xffffff);
  UdsChartColor black = uds_chart_color_from_rgb (0x000000);
  UdsChartColor goal = uds_chart_color_from_rgb (0xdda63a); /* goal 2: 2.19 on white, 9.59 on black */
  UdsChartColor darker = uds_chart_color_with_contrast (&goal, &white, 4.5);

  g_assert_cmpfloat_with_epsilon (uds_chart_color_contrast (&white, &black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (uds_chart_color_contrast (&goal, &white), 2.19, 0.005);
  g_assert_cmpfloat_with_epsilon (uds_chart_color_contrast (&goal, &black), 9.59, 0.005);
  g_assert_cmpfloat_with_epsilon (uds_chart_color_contrast (&darker, &white), 4.55, 0.06);
  g_assert_cmpfloat_with_epsilon (uds_chart_color_difference (&white, &black), 1, 1e-3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/color/contrast-and-difference-are-the-published-ones", test_wcag);
  g_test_add_func ("/theme/everything-stands-out-with-every-accent", test_contrast);
  g_test_add_func ("/theme/everything-stands-out-on-paper", test_contrast_print);
  g_test_add_func ("/theme/series-are-told-apart-without-red-or-green", test_told_apart);
  g_test_add_func ("/theme/series-are-told-apart-without-colours", test_mono);

  return g_test_run ();
}
