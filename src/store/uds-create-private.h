/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a new database file comes into being. For src/store only. */
#pragma once

#include "uds-database-private.h"

G_BEGIN_DECLS

gboolean uds_create_file (const char        *path,
                          UdsDatabaseFlags   flags,
                          gboolean          *made,
                          GError           **error);

G_END_DECLS
