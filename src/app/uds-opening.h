/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the database in a thread; before that, where the user wants it, saves what is left of it or puts a backup in
 * its place. */
#pragma once

#include "uds-context.h"
#include "uds-salvage.h"

G_BEGIN_DECLS

/**
 * UdsOpening:
 * @path: the database
 * @empty: whether a new one stays without the starting content
 * @salvage: whether to save what is left of a damaged one first
 * @backup: (nullable): the backup to put in its place first
 * @previous: (nullable): the store that still has the file open; it is closed
 */
typedef struct {
  char     *path;
  gboolean  empty;
  gboolean  salvage;
  char     *backup;
  UdsStore *previous;
} UdsOpening;

/**
 * UdsOpened:
 * @context: with the open store
 * @salvage: (nullable): what was saved
 * @aside: (nullable): what the backup took the place of, where it can be put back itself
 * @failure: (nullable): why nothing was saved or put back; @context is then with the file as it was before
 */
typedef struct {
  UdsContext *context;
  UdsSalvage *salvage;
  char       *aside;
  GError     *failure;
} UdsOpened;

void       uds_opening_free   (UdsOpening           *opening);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsOpening, uds_opening_free)
void       uds_opened_free    (UdsOpened            *opened);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsOpened, uds_opened_free)

void       uds_opening_start  (UdsOpening           *opening,
                               gpointer              source,
                               GAsyncReadyCallback   callback);
UdsOpened *uds_opening_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
