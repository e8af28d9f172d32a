/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index: what goes in and how a user's words are asked for. For src/store only. */
#pragma once

#include "uds-database-private.h"

G_BEGIN_DECLS

char    *uds_search_make_expression (const char   *text);
gboolean uds_search_put             (UdsDatabase  *database,
                                     UdsRecord    *record,
                                     GError      **error);
gboolean uds_search_remove          (UdsDatabase  *database,
                                     const char   *record,
                                     GError      **error);
gboolean uds_search_sort_all        (UdsDatabase  *database,
                                     GError      **error);
int      uds_search_add_rank        (sqlite3     *handle);
double   uds_search_get_handicap    (const UdsKind *kind);

G_END_DECLS
