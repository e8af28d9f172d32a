/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a database file lies, and whether it can be kept safely there. For src/store only. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UdsPlace:
 * @UDS_PLACE_LOCAL: on a disk of this machine
 * @UDS_PLACE_NETWORK: on a network drive, or one whose locks and shared memory cannot be relied on
 * @UDS_PLACE_READ_ONLY: the file, or the folder it would be made in, cannot be written
 * @UDS_PLACE_SYNCED: in a folder that a program copies between machines while we write
 */
typedef enum {
  UDS_PLACE_LOCAL,
  UDS_PLACE_NETWORK,
  UDS_PLACE_READ_ONLY,
  UDS_PLACE_SYNCED,
} UdsPlace;

gboolean uds_place_is_network_type (guint64      type);
UdsPlace uds_place_inspect         (const char  *path);
gboolean uds_place_is_in_use       (const char *path);

G_END_DECLS
