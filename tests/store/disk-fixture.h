/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that can lose its power, be full or fail: a layer between SQLite and the files of one folder that knows of
 * every byte whether it was synced. Files outside the folder pass through untouched. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _Disk Disk;

/**
 * Cut:
 * @n_acknowledged: what disk_acknowledge() had been told when the power went
 * @files: what was left of each file, by name
 *
 * What a power cut leaves.
 */
typedef struct {
  guint       n_acknowledged;
  GHashTable *files;
} Cut;

Disk      *disk_new         (const char *folder,
                             guint32     seed);
void       disk_free        (Disk       *disk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Disk, disk_free)

void       disk_cut_one_in  (Disk       *disk,
                             guint       n_operations);
void       disk_acknowledge (Disk       *disk,
                             guint       n_acknowledged);
GPtrArray *disk_take_cuts   (Disk       *disk);
void       disk_set_room    (Disk       *disk,
                             gint64      n_bytes);
void       disk_hold_room   (Disk       *disk,
                             const char *path,
                             gint64      n_bytes);
void       disk_fail_syncs  (Disk       *disk,
                             gboolean    fail);
void       cut_write        (const Cut  *cut,
                             const char *folder);

G_END_DECLS
