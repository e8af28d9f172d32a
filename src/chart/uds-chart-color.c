/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic on colours. Contrast is WCAG 2.2's; difference is the distance in Oklab (Björn Ottosson, 2020).
 * */
#include "uds-chart-color.h"

#include <math.h>

#define CONTRAST_STEPS 100

typedef struct {
  double l;
  double a;
  double b;
} Oklab;

/**
 * uds_chart_color_from_rgb:
 * @rgb: 0xRRGGBB
 *
 * Returns: the opaque colour
 */
UdsChartColor
uds_chart_color_from_rgb (guint32 rgb)
{
  return (UdsChartColor) { (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1 };
}

/**
 * uds_chart_color_mix:
 * @a: a colour
 * @b: another
 * @part: 0 for @a, 1 for @b, or between
 *
 * Returns: the colour between them, mixed in sRGB
 */
UdsChartColor
uds_chart_color_mix (const UdsChartColor *a,
                     const UdsChartColor *b,
                     double               part)
{
  return (UdsChartColor) {
    a->red + (b->red - a->red) * part,
    a->green + (b->green - a->green) * part,
    a->blue + (b->blue - a->blue) * part,
    a->alpha + (b->alpha - a->alpha) * part,
  };
}

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/**
 * uds_chart_color_luminance:
 * @color: a colour; its alpha does not count
 *
 * Returns: the relative luminance of WCAG 2.2, 0 for black to 1 for white
 */
double
uds_chart_color_luminance (const UdsChartColor *color)
{
  return 0.2126 * to_linear (color->red) + 0.7152 * to_linear (color->green)
         + 0.0722 * to_linear (color->blue);
}

/**
 * uds_chart_color_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: the contrast ratio of WCAG 2.2, 1 to 21
 */
double
uds_chart_color_contrast (const UdsChartColor *a,
                          const UdsChartColor *b)
{
  double first = uds_chart_color_luminance (a) + 0.05;
  double second = uds_chart_color_luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

static Oklab
to_oklab (const UdsChartColor *color)
{
  double red = to_linear (color->red);
  double green = to_linear (color->green);
  double blue = to_linear (color->blue);
  double l = cbrt (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  double m = cbrt (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  double s = cbrt (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);

  return (Oklab) {
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

/**
 * uds_chart_color_difference:
 * @a: a colour
 * @b: another
 *
 * Returns: how different they look: their distance in Oklab, 0 to 1; about 0.02 can just be told apart
 */
double
uds_chart_color_difference (const UdsChartColor *a,
                            const UdsChartColor *b)
{
  Oklab first = to_oklab (a);
  Oklab second = to_oklab (b);

  return hypot (first.l - second.l, hypot (first.a - second.a, first.b - second.b));
}

/* Rows of a matrix for red, green and blue. Meant for linear light, but near enough for comparing as it is.
 * */
static UdsChartColor
transform (const UdsChartColor *color,
           const double matrix[9])
{
  double red = matrix[0] * color->red + matrix[1] * color->green + matrix[2] * color->blue;
  double green = matrix[3] * color->red + matrix[4] * color->green + matrix[5] * color->blue;
  double blue = matrix[6] * color->red + matrix[7] * color->green + matrix[8] * color->blue;

  return (UdsChartColor) { CLAMP (red, 0, 1), CLAMP (green, 0, 1), CLAMP (blue, 0, 1), color->alpha };
}

/**
 * uds_chart_color_difference_for_all:
 * @a: a colour
 * @b: another
 *
 * Returns: how different they look to the eyes they look most alike to: those that see all colours, no
 *   green or no red (the matrices are of Machado, Oliveira and Fernandes, 2009)
 */
double
uds_chart_color_difference_for_all (const UdsChartColor *a,
                                    const UdsChartColor *b)
{
  static const double deficiencies[][9] = {
    { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
    { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  };
  double least = uds_chart_color_difference (a, b);

  for (gsize i = 0; i < G_N_ELEMENTS (deficiencies); i++)
    {
      UdsChartColor first = transform (a, deficiencies[i]);
      UdsChartColor second = transform (b, deficiencies[i]);

      least = MIN (least, uds_chart_color_difference (&first, &second));
    }

  return least;
}

/**
 * uds_chart_color_with_contrast:
 * @color: a colour
 * @background: what it is seen against
 * @ratio: the least contrast, 1 to 21
 *
 * Mixes @color with black on a light background, with white on a dark one, no further than needed.
 *
 * Returns: @color or its nearest such neighbour; black or white where @ratio cannot be reached
 */
UdsChartColor
uds_chart_color_with_contrast (const UdsChartColor *color,
                               const UdsChartColor *background,
                               double               ratio)
{
  UdsChartColor black = uds_chart_color_from_rgb (0x000000);
  UdsChartColor white = uds_chart_color_from_rgb (0xffffff);
  gboolean is_light =
      uds_chart_color_contrast (background, &black) > uds_chart_color_contrast (background, &white);
  const UdsChartColor *end = is_light ? &black : &white;

  for (int i = 0; i < CONTRAST_STEPS; i++)
    {
      UdsChartColor mixed = uds_chart_color_mix (color, end, (double) i / CONTRAST_STEPS);

      if (uds_chart_color_contrast (&mixed, background) >= ratio)
        return mixed;
    }

  return *end;
}
