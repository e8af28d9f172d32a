/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thousands of points that look alike, drawn once and stamped: pictures only. Vectors stay vectors. */
#pragma once

#include "uds-chart-mark.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _UdsChartStamps UdsChartStamps;

/**
 * UdsChartStampFunc:
 * @mark: a point
 * @cr: where to draw it
 *
 * Draws a point.
 */
typedef void (*UdsChartStampFunc) (const UdsChartMark *mark,
                                   cairo_t            *cr);

UdsChartStamps *uds_chart_stamps_new  (cairo_t            *cr,
                                       UdsChartStampFunc   draw);
gboolean        uds_chart_stamps_draw (UdsChartStamps     *self,
                                       const UdsChartMark *mark);
void            uds_chart_stamps_free (UdsChartStamps     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsChartStamps, uds_chart_stamps_free)

G_END_DECLS
