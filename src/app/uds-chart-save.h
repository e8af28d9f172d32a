/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files of the user's: asks where to and writes PDF, SVG or PNG. */
#pragma once

#include "uds-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_chart_save (GtkWidget    *widget,
                     UdsChartSpec *spec,
                     const char   *name);

G_END_DECLS
