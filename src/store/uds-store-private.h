/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a store, and how the rest of src/store reaches its lanes. For src/store only. */
#pragma once

#include "uds-lane-private.h"
#include "uds-session-private.h"
#include "uds-store.h"

G_BEGIN_DECLS

/* The number of the latest command; 0 where there is none. */
#define UDS_STORE_LATEST_GROUP "SELECT coalesce (max (\"id\"), 0) FROM \"change_group\""

struct _UdsStore
{
  GObject parent_instance;

  char *path;
  UdsClock *clock;
  UdsStoreMode mode;
  gboolean is_new;
  gboolean was_unclean;        /* a log lay beside the file: whoever had it last did not close it, or has it still */

  UdsLane *writer;             /* none where the file is read only */
  UdsLane *reader;             /* none on a network drive: one connection does both */
  UdsDatabase *writer_database;
  UdsDatabase *reader_database;

  gint64 latest;         /* atomic: the latest command that listeners were told of */
  gboolean is_full;      /* atomic: the disk has no room for the ballast */
  UdsDate backup_date;   /* the writer's: the day for which it has seen to the backup */
};

/**
 * UdsConnectionFunc:
 * @database: the lane's connection
 * @data: the caller's
 * @error: what went wrong
 *
 * Runs in the lane's thread, outside any transaction.
 *
 * Returns: %FALSE on failure
 */
typedef gboolean (*UdsConnectionFunc) (UdsDatabase  *database,
                                       gpointer      data,
                                       GError      **error);

UdsDatabase *uds_store_get_reader_database (UdsStore *self);
UdsLane     *uds_store_get_reader          (UdsStore *self);
void         uds_store_tell_up_to          (UdsStore *self,
                                            gint64    group);
void         uds_store_keep_room           (UdsStore *self);
gboolean     uds_store_make_room           (UdsStore *self);
gboolean     uds_store_with_connection     (UdsStore           *self,
                                            UdsConnectionFunc   func,
                                            gpointer            data,
                                            GError            **error);
gboolean     uds_store_with_writer         (UdsStore           *self,
                                            UdsConnectionFunc   func,
                                            gpointer            data,
                                            GError            **error);

G_END_DECLS
