/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves from a damaged database what can still be read of it, and says how much that was. */
#pragma once

#include "uds-clock.h"
#include "uds-kind.h"

G_BEGIN_DECLS

/**
 * UdsSalvageCount:
 * @kind: a kind of record
 * @n_known: how many records of it there were, as far as the file still tells
 * @n_saved: how many of them are in the new database
 */
typedef struct {
  const UdsKind *kind;
  gint64         n_known;
  gint64         n_saved;
} UdsSalvageCount;

/**
 * UdsSalvage:
 * @kept: (nullable): the copy of the damaged file; %NULL where one of today was there already
 * @backup: (nullable): the backup that was put back, because nothing could be read
 * @is_empty: whether nothing could be read and there was no backup either: there is no database any more, and the next
 *   to open it begins a new one
 * @counts: (element-type UdsSalvageCount): the kinds that had records; empty where nothing could be read
 */
typedef struct {
  char     *kept;
  char     *backup;
  gboolean  is_empty;
  GArray   *counts;
} UdsSalvage;

void        uds_salvage_free     (UdsSalvage       *salvage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsSalvage, uds_salvage_free)

UdsSalvage *uds_salvage_run      (const char       *database,
                                  UdsClock         *clock,
                                  GError          **error);
gboolean    uds_salvage_is_whole (const UdsSalvage *salvage);
char       *uds_salvage_describe (const UdsSalvage *salvage);

G_END_DECLS
