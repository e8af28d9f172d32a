/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups the store makes by itself. For src/store only. */
#pragma once

#include "uds-backup.h"
#include "uds-database-private.h"

G_BEGIN_DECLS

gboolean uds_backup_write   (UdsDatabase    *database,
                             const char     *path,
                             GError        **error);
gboolean uds_backup_daily   (UdsDatabase    *database,
                             const char     *path,
                             const UdsDate  *today,
                             GError        **error);
gboolean uds_backup_before_migration (UdsDatabase    *database,
                                      const char     *path,
                                      const UdsDate  *today,
                                      GError        **error);
gboolean uds_backup_verify  (const char     *path,
                             GError        **error);
gboolean uds_backup_sync_file (const char  *path,
                               GError     **error);
gboolean uds_backup_sync_folder (const char  *path,
                                 GError     **error);
gboolean uds_backup_publish (const char     *temporary,
                             const char     *path,
                             GError        **error);
gboolean uds_backup_is_kept (GPtrArray      *dates,
                             guint           index);
char    *uds_backup_get_folder (const char  *database);
gboolean uds_backup_refuse_in_use (const char  *database,
                                   GError     **error);
gboolean uds_backup_set_aside (const char  *database,
                               UdsClock    *clock,
                               char       **aside,
                               GError     **error);

G_END_DECLS
