/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart for other programs: on the clipboard, or dragged to them. */
#pragma once

#include "uds-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UdsChartContentParts:
 * @UDS_CHART_CONTENT_PICTURE: the picture as PNG and SVG
 * @UDS_CHART_CONTENT_TABLE: the table as HTML and as text with tabs
 * @UDS_CHART_CONTENT_FILE: the picture as a file
 *
 * As what a chart is offered.
 */
typedef enum {
  UDS_CHART_CONTENT_PICTURE = 1 << 0,
  UDS_CHART_CONTENT_TABLE   = 1 << 1,
  UDS_CHART_CONTENT_FILE    = 1 << 2,
} UdsChartContentParts;

#define UDS_TYPE_CHART_CONTENT (uds_chart_content_get_type ())
G_DECLARE_FINAL_TYPE (UdsChartContent, uds_chart_content, UDS, CHART_CONTENT, GdkContentProvider)

GdkContentProvider *uds_chart_content_new        (UdsChartSpec         *spec,
                                                  UdsChartContentParts  parts);
void                uds_chart_content_copy       (GtkWidget            *widget,
                                                  UdsChartSpec         *spec);
void                uds_chart_content_copy_table (GtkWidget            *widget,
                                                  UdsChartSpec         *spec);

G_END_DECLS
