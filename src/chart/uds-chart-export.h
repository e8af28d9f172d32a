/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files: pictures of pixels, pages and drawings. Each is written whole or not at all, and on any
 * thread. */
#pragma once

#include "uds-chart-layout.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes  *uds_chart_render_png (const UdsChartLayout  *layout,
                               double                 margin,
                               GError               **error);
GBytes  *uds_chart_render_pdf (const UdsChartLayout  *layout,
                               double                 margin,
                               GError               **error);
GBytes  *uds_chart_render_svg (const UdsChartLayout  *layout,
                               double                 margin);
gboolean uds_chart_write_png  (const UdsChartLayout  *layout,
                               double                 margin,
                               GFile                 *file,
                               GCancellable          *cancellable,
                               GError               **error);
gboolean uds_chart_write_pdf  (const UdsChartLayout  *layout,
                               double                 margin,
                               GFile                 *file,
                               GCancellable          *cancellable,
                               GError               **error);
gboolean uds_chart_write_svg  (const UdsChartLayout  *layout,
                               double                 margin,
                               GFile                 *file,
                               GCancellable          *cancellable,
                               GError               **error);

G_END_DECLS
