/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks whether a database is whole: the file's pages, its references, its search index. */
#pragma once

#include "uds-store.h"

G_BEGIN_DECLS

GPtrArray *uds_store_check (UdsStore  *store,
                            gboolean   thorough,
                            GError   **error);

G_END_DECLS
