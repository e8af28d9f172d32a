/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The triggers that write history. For src/store only. */
#pragma once

#include "uds-database-private.h"

G_BEGIN_DECLS

int      uds_triggers_add_json (sqlite3      *handle);
gboolean uds_triggers_renew    (UdsDatabase  *database,
                                GError      **error);

G_END_DECLS
