/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the database: made whole or not at all, kept for a year, put back when needed. */
#pragma once

#include "uds-store.h"

G_BEGIN_DECLS

/**
 * UdsBackup:
 * @path: the copy
 * @date: the day it was made
 * @size: bytes
 */
typedef struct {
  char    *path;
  UdsDate  date;
  guint64  size;
} UdsBackup;

void       uds_backup_free          (UdsBackup   *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsBackup, uds_backup_free)

gboolean   uds_store_backup         (UdsStore    *store,
                                     const char  *path,
                                     GError     **error);
GPtrArray *uds_backup_list          (const char  *database,
                                     GError     **error);
gboolean   uds_backup_restore       (const char  *backup,
                                     const char  *database,
                                     UdsClock    *clock,
                                     GError     **error);

G_END_DECLS
