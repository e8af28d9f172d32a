/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the database: made whole or not at all, kept for a year, put back when needed. */
#pragma once

#include "uds-store.h"

G_BEGIN_DECLS

/**
 * UdsBackupOrigin:
 * @UDS_BACKUP_DAILY: made before the first command of a day
 * @UDS_BACKUP_BEFORE_UPDATE: made before a newer Udsyn changed the file
 * @UDS_BACKUP_REPLACED: what was there when a backup was put back
 */
typedef enum {
  UDS_BACKUP_DAILY,
  UDS_BACKUP_BEFORE_UPDATE,
  UDS_BACKUP_REPLACED,
} UdsBackupOrigin;

/**
 * UdsBackup:
 * @path: the copy
 * @origin: why it was made
 * @date: the day it was made
 * @size: bytes
 */
typedef struct {
  char            *path;
  UdsBackupOrigin  origin;
  UdsDate          date;
  guint64          size;
} UdsBackup;

void       uds_backup_free          (UdsBackup   *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsBackup, uds_backup_free)

gboolean   uds_store_backup         (UdsStore    *store,
                                     const char  *path,
                                     GError     **error);
GPtrArray *uds_backup_list          (const char  *database,
                                     GError     **error);
gboolean   uds_backup_is_sound      (const char  *path);
gboolean   uds_backup_restore       (const char  *backup,
                                     const char  *database,
                                     UdsClock    *clock,
                                     char       **aside,
                                     GError     **error);

G_END_DECLS
