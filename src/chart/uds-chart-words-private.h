/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences that cursor and description share, and what either says of a grid. */
#pragma once

#include "uds-chart-cursor.h"

G_BEGIN_DECLS

const UdsChartTarget *uds_chart_words_find_target     (UdsChartSpec         *spec);
void                  uds_chart_words_append_quality  (GString              *text,
                                                       UdsChartQuality       quality);
void                  uds_chart_words_append_change   (GString              *text,
                                                       double                change,
                                                       const char           *before,
                                                       const UdsChartFormat *format);
void                  uds_chart_words_append_distance (GString              *text,
                                                       double                value,
                                                       const UdsChartTarget *target,
                                                       const UdsChartFormat *format);
char                 *uds_chart_words_format_rank     (const UdsChartGrid   *grid,
                                                       gsize                 row);

gboolean              uds_chart_cursor_move_in_grid   (UdsChartPlace        *place,
                                                       UdsChartSpec         *spec,
                                                       UdsChartMove          move);
char                 *uds_chart_cursor_announce_cell  (const UdsChartPlace  *place,
                                                       UdsChartSpec         *spec);
gboolean              uds_chart_cursor_move_on_map    (UdsChartPlace        *place,
                                                       UdsChartSpec         *spec,
                                                       UdsChartMove          move);
char                 *uds_chart_cursor_announce_on_map (const UdsChartPlace *place,
                                                        UdsChartSpec        *spec);
void                  uds_chart_describe_map          (UdsChartSpec         *spec,
                                                       GString              *text);
void                  uds_chart_describe_grid         (UdsChartSpec         *spec,
                                                       const UdsChartFormat *format,
                                                       GString              *text);

G_END_DECLS
