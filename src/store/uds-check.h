/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks whether a database is whole: the file's pages, its references, its search index. */
#pragma once

#include "uds-store.h"

G_BEGIN_DECLS

GPtrArray *uds_store_check (UdsStore  *store,
                            gboolean   thorough,
                            GError   **error);

gboolean   uds_check_is_due            (guint64              size,
                                        gboolean             was_unclean,
                                        const char          *checked,
                                        const UdsDate       *today);
void       uds_store_check_start_async  (UdsStore            *store,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean   uds_store_check_start_finish (UdsStore            *store,
                                        GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
