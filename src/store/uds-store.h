/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database file and its two lanes: a writer and a reader, each a thread with a connection of its own.
 * Callers hand a function to a lane and wait for it, or are called back; nobody else touches the file. */
#pragma once

#include "uds-clock.h"
#include "uds-history.h"
#include "uds-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UdsReadFunc:
 * @session: the reader's session
 * @data: the caller's
 * @error: what went wrong
 *
 * Runs in the reader's thread and sees one state of the database throughout.
 *
 * Returns: (nullable): the result, %NULL with @error set on failure
 */
typedef gpointer (*UdsReadFunc) (UdsSession  *session,
                                 gpointer     data,
                                 GError     **error);

/**
 * UdsWriteFunc:
 * @session: the writer's session
 * @data: the caller's
 * @error: what went wrong
 *
 * Runs in the writer's thread inside one transaction: all of it happens, or nothing. Where the disk turns out to be
 * full it runs a second time, after all it wrote was taken back: it must do the same again from @data as it is then.
 *
 * Returns: %FALSE with @error set to take back what was written
 */
typedef gboolean (*UdsWriteFunc) (UdsSession  *session,
                                  gpointer     data,
                                  GError     **error);

/**
 * UdsStoreMode:
 * @UDS_STORE_NORMAL: reads and writes, a write-ahead log
 * @UDS_STORE_NETWORK: reads and writes, but the file lies on a network drive: one program at a time
 * @UDS_STORE_READ_ONLY: the file or its folder cannot be written
 * @UDS_STORE_NEWER: a newer Udsyn wrote the file; read only
 */
typedef enum {
  UDS_STORE_NORMAL,
  UDS_STORE_NETWORK,
  UDS_STORE_READ_ONLY,
  UDS_STORE_NEWER,
} UdsStoreMode;

#define UDS_TYPE_STORE (uds_store_get_type ())
G_DECLARE_FINAL_TYPE (UdsStore, uds_store, UDS, STORE, GObject)

char        *uds_store_get_default_path (void);
UdsStore    *uds_store_open         (const char           *path,
                                     UdsClock             *clock,
                                     GError              **error);
const char  *uds_store_get_path     (UdsStore             *self);
UdsStoreMode uds_store_get_mode     (UdsStore             *self);
gboolean     uds_store_is_new       (UdsStore             *self);
gboolean     uds_store_is_full      (UdsStore             *self);
void         uds_store_close        (UdsStore             *self);

gpointer     uds_store_read         (UdsStore             *self,
                                     UdsReadFunc           func,
                                     gpointer              data,
                                     GError              **error);
void         uds_store_read_async   (UdsStore             *self,
                                     UdsReadFunc           func,
                                     gpointer              data,
                                     GDestroyNotify        data_free,
                                     GDestroyNotify        result_free,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gpointer     uds_store_read_finish  (UdsStore             *self,
                                     GAsyncResult         *result,
                                     GError              **error);

gint64       uds_store_write        (UdsStore             *self,
                                     const char           *name,
                                     UdsWriteFunc          func,
                                     gpointer              data,
                                     GError              **error);
void         uds_store_write_async  (UdsStore             *self,
                                     const char           *name,
                                     UdsWriteFunc          func,
                                     gpointer              data,
                                     GDestroyNotify        data_free,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gint64       uds_store_write_finish (UdsStore             *self,
                                     GAsyncResult         *result,
                                     GError              **error);

gint64       uds_store_undo         (UdsStore             *self,
                                     gint64                group,
                                     GError              **error);
gint64       uds_store_redo         (UdsStore             *self,
                                     GError              **error);
void         uds_store_undo_async   (UdsStore             *self,
                                     gint64                group,
                                     gboolean              redo,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gint64       uds_store_undo_finish  (UdsStore             *self,
                                     GAsyncResult         *result,
                                     GError              **error);

void         uds_store_poll         (UdsStore             *self);

G_END_DECLS
