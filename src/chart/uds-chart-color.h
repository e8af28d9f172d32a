/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A colour in sRGB and what a chart asks of it: contrast, difference, and a neighbour with more contrast.
 * Which colour means what is the theme's business. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsChartColor:
 * @red: 0 to 1, sRGB as it is written in a file
 * @green: 0 to 1
 * @blue: 0 to 1
 * @alpha: 0 (nothing to be seen) to 1
 */
typedef struct {
  double red;
  double green;
  double blue;
  double alpha;
} UdsChartColor;

UdsChartColor uds_chart_color_from_rgb      (guint32              rgb);
UdsChartColor uds_chart_color_mix           (const UdsChartColor *a,
                                             const UdsChartColor *b,
                                             double               part);
double        uds_chart_color_luminance     (const UdsChartColor *color);
double        uds_chart_color_contrast      (const UdsChartColor *a,
                                             const UdsChartColor *b);
double        uds_chart_color_difference    (const UdsChartColor *a,
                                             const UdsChartColor *b);
double        uds_chart_color_difference_for_all (const UdsChartColor *a,
                                                  const UdsChartColor *b);
UdsChartColor uds_chart_color_with_contrast (const UdsChartColor *color,
                                             const UdsChartColor *background,
                                             double               ratio);

G_END_DECLS
