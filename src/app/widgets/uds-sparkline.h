/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart the size of a word: the course of a series, without axes. What it shows is said beside it. */
#pragma once

#include "uds-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_SPARKLINE (uds_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (UdsSparkline, uds_sparkline, UDS, SPARKLINE, GtkWidget)

GtkWidget *uds_sparkline_new (UdsChartSpec *spec);

G_END_DECLS
