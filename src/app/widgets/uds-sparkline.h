/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator's points as a small line beside its name. */
#pragma once

#include "uds-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_SPARKLINE (uds_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (UdsSparkline, uds_sparkline, UDS, SPARKLINE, GtkWidget)

GtkWidget *uds_sparkline_new (UdsChartSpec *spec);

G_END_DECLS
