/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a session: its connection and what a command needs to make ids. For src/store only. */
#pragma once

#include "uds-clock.h"
#include "uds-database-private.h"
#include "uds-session.h"

G_BEGIN_DECLS

struct _UdsSession
{
  UdsDatabase *database;
  UdsClock *clock;
  gint64 group; /* of the command that is under way; 0 for a reader */
};

void     uds_session_read_row     (sqlite3_stmt   *statement,
                                   UdsRecord      *record);
gboolean uds_session_insert       (UdsSession     *self,
                                   UdsRecord      *record,
                                   GError        **error);
gboolean uds_session_insert_new   (UdsSession     *self,
                                   UdsRecord      *record,
                                   GError        **error);
UdsRecord *uds_session_read_snapshot (UdsSession     *self,
                                      const UdsKind  *kind,
                                      const char     *id,
                                      const char     *json,
                                      GError        **error);
GHashTable *uds_session_collect_ids (UdsSession    *self,
                                     sqlite3_stmt  *statement,
                                     GError       **error);
gboolean uds_session_delete_row   (UdsSession     *self,
                                   const UdsKind  *kind,
                                   const char     *id,
                                   GError        **error);

G_END_DECLS
