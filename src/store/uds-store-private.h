/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the rest of src/store reaches the lanes' connections. For src/store only. */
#pragma once

#include "uds-session-private.h"
#include "uds-store.h"

G_BEGIN_DECLS

/**
 * UdsConnectionFunc:
 * @database: the lane's connection
 * @data: the caller's
 * @error: what went wrong
 *
 * Runs in the lane's thread, outside any transaction.
 *
 * Returns: %FALSE on failure
 */
typedef gboolean (*UdsConnectionFunc) (UdsDatabase  *database,
                                       gpointer      data,
                                       GError      **error);

gboolean uds_store_with_connection (UdsStore           *self,
                                    UdsConnectionFunc   func,
                                    gpointer            data,
                                    GError            **error);

G_END_DECLS
