/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typesetter of charts: how large a text will be and where its lines break. Layout and drawing share it.
 * */
#pragma once

#include "uds-chart-mark.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * UdsChartBlock:
 * @lines: the lines of a text
 * @n_lines: how many
 * @width: of the widest
 * @height: of all
 * @ascent: from the top to the first baseline
 * @line_height: from one baseline to the next
 */
typedef struct {
  char **lines;
  int n_lines;
  double width;
  double height;
  double ascent;
  double line_height;
} UdsChartBlock;

double       uds_chart_text_get_part_before (UdsChartAlign        align);
PangoLayout *uds_chart_text_new_layout  (const char              *font_family);
void         uds_chart_text_set_line    (PangoLayout             *layout,
                                         const UdsChartTextStyle *style,
                                         const char              *line);
void         uds_chart_text_measure     (PangoLayout             *layout,
                                         const UdsChartTextStyle *style,
                                         const char              *text,
                                         double                   max_width,
                                         UdsChartBlock           *block);
double       uds_chart_text_measure_word (PangoLayout             *layout,
                                          const UdsChartTextStyle *style,
                                          const char              *text);
void         uds_chart_block_clear      (UdsChartBlock           *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UdsChartBlock, uds_chart_block_clear)

G_END_DECLS
