/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points of a series, read from the store. For src/store only. */
#pragma once

#include "uds-indicator-digest.h"

G_BEGIN_DECLS

GArray  *uds_digest_points_new  (void);
gboolean uds_digest_points_read (UdsSession  *session,
                                 UdsRecord   *series,
                                 GArray      *points,
                                 GArray      *progress_points,
                                 GError     **error);

G_END_DECLS
