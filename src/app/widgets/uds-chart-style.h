/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a chart looks in a window: the widget's colours and font, the user's accent and contrast. */
#pragma once

#include "uds-chart-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uds_chart_style_init_theme (UdsChartTheme *theme,
                                 GtkWidget     *widget);
void uds_chart_style_watch      (GtkWidget     *widget,
                                 GCallback      changed);

G_END_DECLS
