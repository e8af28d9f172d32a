/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the rows of a damaged table around the damage. For src/store only. */
#pragma once

#include "uds-database-private.h"

G_BEGIN_DECLS

gboolean uds_salvage_copy_table (UdsDatabase    *from,
                                 UdsDatabase    *to,
                                 const char     *table,
                                 GError        **error);
gboolean uds_salvage_note_ids   (UdsDatabase    *from,
                                 UdsDatabase    *to,
                                 const UdsKind  *kind,
                                 GError        **error);

G_END_DECLS
