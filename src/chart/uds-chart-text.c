/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts measured with Pango, without hinting, so that lines break alike on screen and on paper. */
#include "uds-chart-text-private.h"

/**
 * uds_chart_text_get_part_before:
 * @align: how a line is aligned
 *
 * Returns: how much of the line stands before its anchor, 0 to 1
 */
double
uds_chart_text_get_part_before (UdsChartAlign align)
{
  static const double parts[] = {
    [UDS_CHART_ALIGN_START] = 0,
    [UDS_CHART_ALIGN_MIDDLE] = 0.5,
    [UDS_CHART_ALIGN_END] = 1,
  };

  return parts[align];
}

/**
 * uds_chart_text_new_layout:
 * @font_family: as Pango names it
 *
 * Returns: (transfer full): a Pango layout whose figures are as wide as each other
 */
PangoLayout *
uds_chart_text_new_layout (const char *font_family)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLayout *layout;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);

  layout = pango_layout_new (context);
  g_object_unref (context);
  pango_font_description_set_family (description, font_family);
  pango_layout_set_font_description (layout, description);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static void
set_style (PangoLayout             *layout,
           const UdsChartTextStyle *style)
{
  g_autoptr (PangoFontDescription) description =
      pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_absolute_size (description, style->size * PANGO_SCALE);
  pango_font_description_set_weight (description, style->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, description);
}

/**
 * uds_chart_text_set_line:
 * @layout: from uds_chart_text_new_layout()
 * @style: how to write it
 * @line: one line, which will not be broken
 *
 * Makes @layout ready for showing @line.
 */
void
uds_chart_text_set_line (PangoLayout             *layout,
                         const UdsChartTextStyle *style,
                         const char              *line)
{
  set_style (layout, style);
  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, line, -1);
}

/**
 * uds_chart_text_measure:
 * @layout: from uds_chart_text_new_layout()
 * @style: how it will be written
 * @text: what will be written
 * @max_width: how wide it may be, in units; 0 for any width
 * @block: (out): its lines and how large they are
 */
void
uds_chart_text_measure (PangoLayout             *layout,
                        const UdsChartTextStyle *style,
                        const char              *text,
                        double                   max_width,
                        UdsChartBlock           *block)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  uds_chart_text_set_line (layout, style, text);
  if (max_width > 0)
    pango_layout_set_width (layout, (int) (max_width * PANGO_SCALE));

  *block = (UdsChartBlock) { .n_lines = pango_layout_get_line_count (layout) };
  for (int i = 0; i < block->n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      PangoRectangle extents;

      pango_layout_line_get_extents (line, NULL, &extents);
      block->width = MAX (block->width, (double) extents.width / PANGO_SCALE);
      block->line_height = MAX (block->line_height, (double) extents.height / PANGO_SCALE);
      g_strv_builder_take (lines, g_strchomp (g_strndup (text + pango_layout_line_get_start_index (line),
                                                         (gsize) pango_layout_line_get_length (line))));
    }

  block->lines = g_strv_builder_end (lines);
  block->ascent = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  block->height = block->n_lines * block->line_height;
}

/**
 * uds_chart_text_measure_word:
 * @layout: from uds_chart_text_new_layout()
 * @style: how it will be written
 * @text: what will be written
 *
 * Returns: how wide the widest word of it is
 */
double
uds_chart_text_measure_word (PangoLayout             *layout,
                             const UdsChartTextStyle *style,
                             const char              *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double width = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_auto (UdsChartBlock) block = { 0 };

      uds_chart_text_measure (layout, style, words[i], 0, &block);
      width = MAX (width, block.width);
    }

  return width;
}

void
uds_chart_block_clear (UdsChartBlock *self)
{
  g_clear_pointer (&self->lines, g_strfreev);
}
