/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one order of ids becomes another in as few changes as can be. For src/model only. */
#pragma once

#include "uds-uuid.h"

G_BEGIN_DECLS

/**
 * UDS_MOST_SPLICES:
 *
 * On either side of the anchor no more are given, so that a view has them all within a frame.
 */
#define UDS_MOST_SPLICES 64

/**
 * UdsSplice:
 * @before: where it begins in the order before
 * @removed: how many ids go there
 * @after: where it begins in the order after
 * @added: how many ids come there
 */
typedef struct {
  guint before;
  guint removed;
  guint after;
  guint added;
} UdsSplice;

GArray *uds_splice_find (GArray        *before,
                         GArray        *after,
                         const UdsUuid *anchor);

G_END_DECLS
