/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes. Their series are told apart by eyes that see no red or no green (a palette after Masataka
 * Okabe and Kei Ito, 2002, with steps of lightness), and in print without colour by dashes and markers. */
#include "uds-chart-theme.h"

#include <string.h>

#define DEFAULT_FONT "Adwaita Sans"
#define SCREEN_FONT_SIZE 13
#define PRINT_FONT_SIZE 8.5

#define LINE_CONTRAST 3
#define TEXT_CONTRAST 4.5
#define DIM_TEXT_PART 0.30
#define TOLD_APART 0.08  /* the least difference between two series, to any eye */
#define SEEING_PART 0.57 /* eyes that see all colours expect a greater one */

#define N_PALETTE 10

/* Beautiful ones first; the later ones differ in lightness, for when an accent leaves too few. */
static const guint32 palette_on_light[N_PALETTE] = {
  0x0062a8,
  0xd55e00,
  0x007f5f,
  0x7a2a6e,
  0x2a2a2a,
  0x9a7b00,
  0x4a90c8,
  0xc06aa0,
  0x5b2a00,
  0x003b5c,
};
static const guint32 palette_on_dark[N_PALETTE] = {
  0x62b5f0,
  0xf08a3c,
  0x2fc79a,
  0xe58fbb,
  0xf0dd5a,
  0xf2f2f2,
  0x2f86c8,
  0xb85a10,
  0x9a6fd0,
  0x118a68,
};

/* As the window's style sheet has them. */
static const guint32 tones_on_light[UDS_CHART_N_TONES] = { 0x12664f, 0x2f9e7c, 0xb07a00, 0x77767b, 0xc01c28, 0x5e5c64 };
static const guint32 tones_on_dark[UDS_CHART_N_TONES] = { 0x8ff0c8, 0x2fbf92, 0xe0a526, 0x9a9996, 0xff7b72, 0xc0bfbc };

static const UdsChartMarker markers[UDS_CHART_COLOURED_SERIES] = {
  UDS_CHART_MARKER_CIRCLE,
  UDS_CHART_MARKER_SQUARE,
  UDS_CHART_MARKER_TRIANGLE,
  UDS_CHART_MARKER_DIAMOND,
  UDS_CHART_MARKER_CROSS,
};

/* In multiples of the pen's width. Projections are dashed 4 on 3 off, so no series is. */
static const struct {
  double lengths[UDS_CHART_DASHES_MAX];
  int n_lengths;
} mono_dashes[UDS_CHART_COLOURED_SERIES] = {
  { { 0 }, 0 },
  { { 9, 2 }, 2 },
  { { 1, 2 }, 2 },
  { { 9, 2, 1, 2 }, 4 },
  { { 3, 1.5 }, 2 },
};

static UdsChartPen
solid_pen (const UdsChartColor *color,
           double               width)
{
  return (UdsChartPen) { .color = *color, .width = width };
}

static void
init_neutrals (UdsChartTheme *self,
               gboolean       high_contrast)
{
  UdsChartColor grid = uds_chart_color_mix (&self->background, &self->text, high_contrast ? 0.45 : 0.12);
  UdsChartColor axis = uds_chart_color_mix (&self->background, &self->text, high_contrast ? 1 : 0.55);
  UdsChartColor dim = uds_chart_color_mix (&self->text, &self->background, high_contrast ? 0 : DIM_TEXT_PART);
  UdsChartColor grey = uds_chart_color_mix (&self->background, &self->text, 0.5);
  double width = high_contrast ? 1.5 : 1;

  self->dim_text = uds_chart_color_with_contrast (&dim, &self->background, TEXT_CONTRAST);
  self->grid = solid_pen (&grid, 1);
  self->axis = solid_pen (&axis, 1);
  self->target = (UdsChartPen) { self->text, width, { 5, 3 }, 2 };
  grey =
      uds_chart_color_with_contrast (&grey, &self->background, high_contrast ? TEXT_CONTRAST : LINE_CONTRAST);
  self->inactive = (UdsChartPen) { grey, width, { 2, 3 }, 2 };
  self->path = solid_pen (&grey, width);
  self->other = (UdsChartSeriesStyle) {
    .pen = solid_pen (&grey, width),
    .text = self->dim_text,
    .marker = UDS_CHART_MARKER_CIRCLE,
  };
}

static void
init_series (UdsChartSeriesStyle *style,
             const UdsChartColor *color,
             const UdsChartColor *background,
             gboolean             high_contrast,
             UdsChartMarker       marker)
{
  UdsChartColor line =
      uds_chart_color_with_contrast (color, background, high_contrast ? TEXT_CONTRAST : LINE_CONTRAST);

  style->pen = solid_pen (&line, high_contrast ? 3 : 2.25);
  style->text = uds_chart_color_with_contrast (color, background, high_contrast ? 7 : TEXT_CONTRAST);
  style->marker = marker;
}

/* The least difference between a colour and the series before. */
static double
measure_difference (const UdsChartTheme *self,
                    gsize                n_series,
                    const UdsChartColor *color)
{
  double least = G_MAXDOUBLE;

  for (gsize i = 0; i < n_series; i++)
    {
      const UdsChartColor *other = &self->series[i].pen.color;

      least = MIN (least, uds_chart_color_difference_for_all (other, color));
      least = MIN (least, uds_chart_color_difference (other, color) * SEEING_PART);
    }

  return least;
}

/* The first colour that is told apart from the series before; failing that, the one that is best. */
static UdsChartColor
choose_color (const UdsChartTheme *self,
              const guint32       *palette,
              gsize                n_series)
{
  UdsChartColor best = { 0 };
  double most = -1;

  for (gsize i = 0; i < N_PALETTE && most < TOLD_APART; i++)
    {
      UdsChartColor color = uds_chart_color_from_rgb (palette[i]);
      double difference = measure_difference (self, n_series, &color);

      if (difference <= most)
        continue;
      most = difference;
      best = color;
    }

  return best;
}

/* The accent comes first; what looks like it does not follow. */
static void
init_palette (UdsChartTheme       *self,
              const UdsChartColor *accent,
              gboolean             is_light,
              gboolean             high_contrast)
{
  const guint32 *palette = is_light ? palette_on_light : palette_on_dark;

  for (gsize i = 0; i < UDS_CHART_COLOURED_SERIES; i++)
    {
      UdsChartColor color = i == 0 ? *accent : choose_color (self, palette, i);

      init_series (&self->series[i], &color, &self->background, high_contrast,
                   high_contrast ? markers[i] : UDS_CHART_MARKER_CIRCLE);
    }
}

static void
init_tones (UdsChartTheme *self,
            gboolean       is_light,
            gboolean       high_contrast)
{
  for (gsize i = 0; i < UDS_CHART_N_TONES; i++)
    {
      UdsChartColor tone = uds_chart_color_from_rgb (is_light ? tones_on_light[i] : tones_on_dark[i]);

      self->tones[i] = uds_chart_color_with_contrast (&tone, &self->background,
                                                      high_contrast ? TEXT_CONTRAST : LINE_CONTRAST);
    }
}

/**
 * uds_chart_theme_init_screen:
 * @self: (out): a theme
 * @background: of the view the chart stands in
 * @foreground: of its text
 * @accent: the colour of the first series; made darker or lighter until it can be seen
 * @high_contrast: whether the user wants more contrast: heavier lines, stronger greys, a marker for each
 *   series
 *
 * The background is not painted: it is the view's.
 */
void
uds_chart_theme_init_screen (UdsChartTheme       *self,
                             const UdsChartColor *background,
                             const UdsChartColor *foreground,
                             const UdsChartColor *accent,
                             gboolean             high_contrast)
{
  gboolean is_light = uds_chart_color_luminance (background) > uds_chart_color_luminance (foreground);

  memset (self, 0, sizeof *self);
  self->font_family = DEFAULT_FONT;
  self->font_size = SCREEN_FONT_SIZE;
  self->background = *background;
  self->text = *foreground;
  init_neutrals (self, high_contrast);
  init_palette (self, accent, is_light, high_contrast);
  init_tones (self, is_light, high_contrast);
}

static void
init_mono_series (UdsChartTheme *self)
{
  for (gsize i = 0; i < UDS_CHART_COLOURED_SERIES; i++)
    {
      UdsChartSeriesStyle *style = &self->series[i];

      style->pen.n_dashes = mono_dashes[i].n_lengths;
      for (int j = 0; j < mono_dashes[i].n_lengths; j++)
        style->pen.dashes[j] = mono_dashes[i].lengths[j] * style->pen.width;
      style->pen.color = self->text;
      style->text = self->text;
      style->marker = markers[i];
    }
  for (gsize i = 0; i < UDS_CHART_N_TONES; i++)
    self->tones[i] = self->text;
}

static void
scale_pen (UdsChartPen *pen,
           double       factor)
{
  pen->width *= factor;
  for (int i = 0; i < pen->n_dashes; i++)
    pen->dashes[i] *= factor;
}

/**
 * uds_chart_theme_init_print:
 * @self: (out): a theme
 * @mono: whether the paper will have no colours
 *
 * For paper, whose units are points: black on white, which is not painted, and thinner lines.
 */
void
uds_chart_theme_init_print (UdsChartTheme *self,
                            gboolean       mono)
{
  UdsChartColor white = uds_chart_color_from_rgb (0xffffff);
  UdsChartColor black = uds_chart_color_from_rgb (0x000000);
  UdsChartColor accent = uds_chart_color_from_rgb (palette_on_light[0]);
  const double factor = PRINT_FONT_SIZE / SCREEN_FONT_SIZE;

  uds_chart_theme_init_screen (self, &white, &black, mono ? &black : &accent, FALSE);
  if (mono)
    init_mono_series (self);

  self->font_size = PRINT_FONT_SIZE;
  scale_pen (&self->grid, factor);
  scale_pen (&self->axis, factor);
  scale_pen (&self->target, factor);
  scale_pen (&self->inactive, factor);
  scale_pen (&self->path, factor);
  scale_pen (&self->other.pen, factor);
  for (gsize i = 0; i < UDS_CHART_COLOURED_SERIES; i++)
    scale_pen (&self->series[i].pen, factor);
}

/**
 * uds_chart_theme_get_series:
 * @self: a theme
 * @index: of a series in its spec
 *
 * Returns: (transfer none): how it looks; grey beyond the first five
 */
const UdsChartSeriesStyle *
uds_chart_theme_get_series (const UdsChartTheme *self,
                            gsize                index)
{
  return index < UDS_CHART_COLOURED_SERIES ? &self->series[index] : &self->other;
}
