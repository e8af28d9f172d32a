/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All copies that can be put back, and what is in each of them. */
#pragma once

#include "uds-backup.h"

G_BEGIN_DECLS

/**
 * UdsBackupCount:
 * @kind: a kind of record
 * @n_records: how many there are of it, at least one
 */
typedef struct {
  const UdsKind *kind;
  gint64         n_records;
} UdsBackupCount;

/**
 * UdsBackupContent:
 * @changed_at: when the latest command was given, microseconds since 1970 UTC; 0 where there was none
 * @n_records: how many records there are
 * @counts: (element-type UdsBackupCount): how many of each kind
 */
typedef struct {
  gint64  changed_at;
  gint64  n_records;
  GArray *counts;
} UdsBackupContent;

void              uds_backup_content_free (UdsBackupContent  *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsBackupContent, uds_backup_content_free)

GPtrArray        *uds_backup_list_all     (const char        *database,
                                           GError           **error);
UdsBackupContent *uds_backup_read_content (const char        *path,
                                           GError           **error);

G_END_DECLS
