/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which points of a long series are enough to draw it. Knows columns of pixels, not how they are drawn. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *uds_chart_decimate (const double *positions,
                            const double *values,
                            gsize         n_points,
                            double        from,
                            double        to,
                            gsize         n_columns);

G_END_DECLS
