/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks on a Cairo context, whatever is behind it: a window, a page, a picture. */
#pragma once

#include "uds-chart-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

void uds_chart_draw        (const UdsChartLayout *layout,
                            cairo_t              *cr);
void uds_chart_draw_cursor (const UdsChartLayout *layout,
                            const UdsChartPlace  *place,
                            cairo_t              *cr);

G_END_DECLS
