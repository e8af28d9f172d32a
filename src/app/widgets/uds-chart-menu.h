/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one can do with a chart or its table where it is shown: copy, export. Reached by Ctrl+C, the menu key and the
 * second mouse button, and by actions of the group "chart". */
#pragma once

#include "uds-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UdsChartMenuGetSpec:
 * @widget: the widget
 *
 * Returns: (transfer none) (nullable): the chart that it shows now
 */
typedef UdsChartSpec *(*UdsChartMenuGetSpec) (GtkWidget *widget);

void uds_chart_menu_attach (GtkWidget           *widget,
                            UdsChartMenuGetSpec  get_spec,
                            const char          *copy_action);

G_END_DECLS
