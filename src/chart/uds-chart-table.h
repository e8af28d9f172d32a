/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as a table: a row for each time, a column for each series; or the rows and columns of categories. Beside
 * every chart, for those who want the figures or cannot use the drawing. */
#pragma once

#include "uds-chart-spec.h"

G_BEGIN_DECLS

#define UDS_TYPE_CHART_TABLE (uds_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (UdsChartTable, uds_chart_table, UDS, CHART_TABLE, GObject)

UdsChartTable *uds_chart_table_new           (UdsChartSpec  *spec);
gsize          uds_chart_table_get_n_rows    (UdsChartTable *self);
gsize          uds_chart_table_get_n_columns (UdsChartTable *self);
gboolean       uds_chart_table_is_numeric    (UdsChartTable *self,
                                              gsize          column);
char          *uds_chart_table_get_heading   (UdsChartTable *self,
                                              gsize          column);
char          *uds_chart_table_get_text      (UdsChartTable *self,
                                              gsize          row,
                                              gsize          column);
gboolean       uds_chart_table_get_number    (UdsChartTable *self,
                                              gsize          row,
                                              gsize          column,
                                              double        *number);
int            uds_chart_table_get_decimals  (UdsChartTable *self,
                                              gsize          column);
char          *uds_chart_table_to_tsv        (UdsChartTable *self);

G_END_DECLS
