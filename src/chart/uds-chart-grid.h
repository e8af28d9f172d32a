/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What charts of categories show: rows and columns of values or levels. Bars have one column, dumbbells then, now and
 * target, heat maps as many as there are; the rows of a timeline have one and a time. Rows may be in groups. Made by a
 * spec and owned by it. Nothing here knows of sizes. */
#pragma once

#include "uds-chart-series.h"
#include "uds-chart-theme.h"

G_BEGIN_DECLS

/**
 * UdsChartLevel:
 * @label: what it is called, "On its way"
 * @marker: its shape, which no other level of the grid has
 * @is_hollow: whether the shape is only an outline
 * @tone: its colour, which says nothing that the shape does not
 *
 * One of a few states that cells of a heat map are in.
 */
typedef struct {
  const char *label;
  UdsChartMarker marker;
  gboolean is_hollow;
  UdsChartTone tone;
} UdsChartLevel;

/**
 * UdsChartCell:
 * @value: how much, in the spec's unit; not a number where nothing is known
 * @level: the index of its level, or %UDS_CHART_NONE
 * @quality: how sure it is; uncertain ones are drawn hollow
 * @note: (nullable): what a reader must know about it
 */
typedef struct {
  double value;
  gsize level;
  UdsChartQuality quality;
  const char *note;
} UdsChartCell;

/**
 * UdsChartSpan:
 * @from: when it begins, a year with a fraction; not a number where that is not known
 * @to: when it ends, not before @from; not a number where it has no end
 * @notice: from when on its notice period runs until it ends; not a number where it has none
 * @is_over: whether it holds no longer
 * @follows: the index of the row that it continues, or %UDS_CHART_NONE
 * @start: (nullable): when it begins as readers write it
 * @end: (nullable): when it ends as readers write it
 * @label: (nullable): what is written beside it, a few words
 *
 * The time of a row.
 */
typedef struct {
  double from;
  double to;
  double notice;
  gboolean is_over;
  gsize follows;
  const char *start;
  const char *end;
  const char *label;
} UdsChartSpan;

typedef struct _UdsChartGrid UdsChartGrid;

void                 uds_chart_grid_set_heading      (UdsChartGrid        *self,
                                                      const char          *heading);
void                 uds_chart_grid_add_level        (UdsChartGrid        *self,
                                                      const UdsChartLevel *level);
void                 uds_chart_grid_add_column       (UdsChartGrid        *self,
                                                      const char          *label,
                                                      gsize                level);
gsize                uds_chart_grid_add_row          (UdsChartGrid        *self,
                                                      const char          *id,
                                                      const char          *code,
                                                      const char          *label);
void                 uds_chart_grid_begin_group      (UdsChartGrid        *self,
                                                      const char          *label);
void                 uds_chart_grid_emphasise        (UdsChartGrid        *self,
                                                      const char          *id);
void                 uds_chart_grid_set_now          (UdsChartGrid        *self,
                                                      double               position);
void                 uds_chart_grid_set_span         (UdsChartGrid        *self,
                                                      gsize                row,
                                                      const UdsChartSpan  *span);
void                 uds_chart_grid_set_cell         (UdsChartGrid        *self,
                                                      gsize                row,
                                                      gsize                column,
                                                      const UdsChartCell  *cell);
void                 uds_chart_grid_rank             (UdsChartGrid        *self,
                                                      gboolean             descending);

gsize                uds_chart_grid_get_n_rows       (const UdsChartGrid  *self);
gsize                uds_chart_grid_get_n_columns    (const UdsChartGrid  *self);
gsize                uds_chart_grid_get_n_levels     (const UdsChartGrid  *self);
const char          *uds_chart_grid_get_heading      (const UdsChartGrid  *self);
const UdsChartLevel *uds_chart_grid_get_level        (const UdsChartGrid  *self,
                                                      gsize                level);
const char          *uds_chart_grid_get_column_label (const UdsChartGrid  *self,
                                                      gsize                column);
gsize                uds_chart_grid_get_column_level (const UdsChartGrid  *self,
                                                      gsize                column);
const char          *uds_chart_grid_get_row_id       (const UdsChartGrid  *self,
                                                      gsize                row);
gsize                uds_chart_grid_find_row         (const UdsChartGrid  *self,
                                                      const char          *id);
const char          *uds_chart_grid_get_row_code     (const UdsChartGrid  *self,
                                                      gsize                row);
const char          *uds_chart_grid_get_row_label    (const UdsChartGrid  *self,
                                                      gsize                row);
char                *uds_chart_grid_get_row_name     (const UdsChartGrid  *self,
                                                      gsize                row);
gboolean             uds_chart_grid_has_groups       (const UdsChartGrid  *self);
const char          *uds_chart_grid_get_row_group    (const UdsChartGrid  *self,
                                                      gsize                row);
gboolean             uds_chart_grid_begins_group     (const UdsChartGrid  *self,
                                                      gsize                row);
double               uds_chart_grid_get_now          (const UdsChartGrid  *self);
const UdsChartSpan  *uds_chart_grid_get_span         (const UdsChartGrid  *self,
                                                      gsize                row);
gsize                uds_chart_grid_get_emphasised   (const UdsChartGrid  *self);
gsize                uds_chart_grid_get_rank         (const UdsChartGrid  *self,
                                                      gsize                row);
gsize                uds_chart_grid_get_n_ranked     (const UdsChartGrid  *self);
gboolean             uds_chart_grid_is_descending    (const UdsChartGrid  *self);
const UdsChartCell  *uds_chart_grid_get_cell         (const UdsChartGrid  *self,
                                                      gsize                row,
                                                      gsize                column);
gboolean             uds_chart_cell_is_empty         (const UdsChartCell  *self);
gboolean             uds_chart_cell_has_value        (const UdsChartCell  *self);

G_END_DECLS
