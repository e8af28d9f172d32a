/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One connection to a SQLite file, owned by one thread, with its prepared statements. For src/store only. */
#pragma once

#include "uds-record.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* "Udsy": tells an Udsyn file from any other SQLite file. */
#define UDS_APPLICATION_ID 0x55647379

typedef struct _UdsDatabase UdsDatabase;

/**
 * UdsDatabaseFlags:
 * @UDS_DATABASE_READ_ONLY: never writes, not even the log
 * @UDS_DATABASE_IMMUTABLE: the file cannot be locked either, and nobody changes it meanwhile
 * @UDS_DATABASE_QUERY_ONLY: may share the log of a writer, but writes nothing itself
 * @UDS_DATABASE_NETWORK: a rollback journal and an exclusive lock, for a file on a network drive
 */
typedef enum {
  UDS_DATABASE_READ_ONLY  = 1 << 0,
  UDS_DATABASE_IMMUTABLE  = 1 << 1,
  UDS_DATABASE_QUERY_ONLY = 1 << 2,
  UDS_DATABASE_NETWORK    = 1 << 3,
} UdsDatabaseFlags;

/**
 * UdsKindSqlFunc:
 * @kind: a kind
 *
 * Returns: (transfer full): a statement about its table, always the same
 */
typedef char *(*UdsKindSqlFunc) (const UdsKind *kind);

UdsDatabase  *uds_database_open          (const char        *path,
                                          UdsDatabaseFlags   flags,
                                          GError           **error);
void          uds_database_close         (UdsDatabase       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsDatabase, uds_database_close)

sqlite3      *uds_database_get_handle    (UdsDatabase       *self);
void          uds_database_adopt         (UdsDatabase       *self);
gboolean      uds_database_is_owner      (UdsDatabase       *self);
gboolean      uds_database_exec          (UdsDatabase       *self,
                                          const char        *sql,
                                          GError           **error);
sqlite3_stmt *uds_database_prepare       (UdsDatabase       *self,
                                          const char        *sql,
                                          GError           **error);
sqlite3_stmt *uds_database_prepare_for   (UdsDatabase       *self,
                                          const UdsKind     *kind,
                                          UdsKindSqlFunc     make_sql,
                                          GError           **error);
gboolean      uds_database_step          (UdsDatabase       *self,
                                          sqlite3_stmt      *statement,
                                          gboolean          *row,
                                          GError           **error);
gboolean      uds_database_run           (UdsDatabase       *self,
                                          sqlite3_stmt      *statement,
                                          GError           **error);
gboolean      uds_database_get_integer   (UdsDatabase       *self,
                                          const char        *sql,
                                          gint64            *value,
                                          GError           **error);
char         *uds_database_get_text      (UdsDatabase       *self,
                                          const char        *sql,
                                          GError           **error);
void          uds_database_set_error     (UdsDatabase       *self,
                                          GError           **error);
void          uds_error_set_from_sqlite  (GError           **error,
                                          int                code,
                                          const char        *detail);

void          uds_statement_bind_text    (sqlite3_stmt      *statement,
                                          int                index,
                                          const char        *text);
void          uds_statement_bind_value   (sqlite3_stmt      *statement,
                                          int                index,
                                          const UdsValue    *value);
void          uds_statement_get_value    (sqlite3_stmt      *statement,
                                          int                column,
                                          UdsValue          *value);
const char   *uds_statement_get_text     (sqlite3_stmt      *statement,
                                          int                column);
void          uds_statement_done         (sqlite3_stmt     **statement);

/* A borrowed prepared statement, reset at the end of its scope. */
#define UDS_STATEMENT __attribute__ ((cleanup (uds_statement_done))) sqlite3_stmt *

/**
 * uds_database_next:
 * @self: a connection
 * @statement: a statement of it
 * @is_end: (out): whether there are no more rows, and nothing went wrong
 * @error: what went wrong
 *
 * Returns: whether there is a row to read; to be asked until there is none
 */
static inline gboolean
uds_database_next (UdsDatabase   *self,
                   sqlite3_stmt  *statement,
                   gboolean      *is_end,
                   GError       **error)
{
  gboolean row = FALSE;
  gboolean is_sound = uds_database_step (self, statement, &row, error);

  *is_end = is_sound && !row;
  return is_sound && row;
}

G_END_DECLS
