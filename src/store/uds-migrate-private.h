/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of a file: which version it has, and how it comes to ours. For src/store only. */
#pragma once

#include "uds-database-private.h"

G_BEGIN_DECLS

/**
 * UdsSchema:
 * @UDS_SCHEMA_NONE: an empty file
 * @UDS_SCHEMA_OLDER: ours, of an earlier version
 * @UDS_SCHEMA_CURRENT: ours
 * @UDS_SCHEMA_NEWER: ours, of a later version
 */
typedef enum {
  UDS_SCHEMA_NONE,
  UDS_SCHEMA_OLDER,
  UDS_SCHEMA_CURRENT,
  UDS_SCHEMA_NEWER,
} UdsSchema;

gboolean uds_migrate_inspect (UdsDatabase  *database,
                              UdsSchema    *schema,
                              GError      **error);
gboolean uds_migrate_apply   (UdsDatabase  *database,
                              gboolean     *is_new,
                              GError      **error);

G_END_DECLS
