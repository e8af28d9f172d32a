/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files of the user's: asks where to and writes the picture as PDF, SVG or PNG, or its table as a
 * spreadsheet. */
#pragma once

#include "uds-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_chart_save         (GtkWidget    *widget,
                             UdsChartSpec *spec,
                             const char   *name);
void uds_chart_save_to_file (GtkWidget    *widget,
                             UdsChartSpec *spec,
                             GFile        *file);

G_END_DECLS
