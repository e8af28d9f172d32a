/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a connection the safe way, keeps its prepared statements, and says what went wrong in the user's language.
 * Knows nothing of records: those are read and written by uds-session.c. */
#include "uds-database-private.h"

#include "uds-collation-private.h"
#include "uds-error.h"
#include "uds-search-private.h"
#include "uds-triggers-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define JOURNAL_TRIES 100
#define JOURNAL_PAUSE (50 * 1000) /* microseconds: five seconds in all, as other statements wait */

struct _UdsDatabase
{
  sqlite3 *handle;
  GHashTable *statements; /* by their SQL */
  GHashTable *texts;      /* SQL by the function that makes it, then by kind */
  GThread *owner;
};

static const struct {
  int code;
  UdsError error;
  const char *message;
} failures[] = {
  { SQLITE_FULL, UDS_ERROR_FULL, N_("The disk is full. Make room and try again; nothing was lost.") },
  { SQLITE_CORRUPT, UDS_ERROR_CORRUPT, N_("The database is damaged.") },
  { SQLITE_NOTADB, UDS_ERROR_NOT_OURS, N_("The file is not an Udsyn database.") },
  { SQLITE_READONLY, UDS_ERROR_READ_ONLY, N_("The database cannot be written to.") },
  { SQLITE_PERM, UDS_ERROR_READ_ONLY, N_("You may not write to the database.") },
  { SQLITE_CANTOPEN, UDS_ERROR_IO, N_("The database cannot be opened.") },
  { SQLITE_BUSY, UDS_ERROR_BUSY, N_("Another program is using the database. Try again in a moment.") },
  { SQLITE_LOCKED, UDS_ERROR_BUSY, N_("Another program is using the database. Try again in a moment.") },
  { SQLITE_IOERR, UDS_ERROR_IO, N_("The disk could not be read or written.") },
  { SQLITE_CONSTRAINT, UDS_ERROR_CONFLICT, N_("Another record already has this, or still refers to it.") },
  { SQLITE_TOOBIG, UDS_ERROR_LIMIT, N_("The text is too long to be kept.") },
};

/**
 * uds_error_set_from_sqlite:
 * @error: where to put it
 * @code: a result code of SQLite, extended or not
 * @detail: (nullable): SQLite's own words, for the log of a support case
 *
 * Says in the user's language what a result code of SQLite means.
 */
void
uds_error_set_from_sqlite (GError     **error,
                           int          code,
                           const char  *detail)
{
  /* A damaged file may have put anything into SQLite's words. */
  g_autofree char *words = g_utf8_make_valid (detail != NULL ? detail : sqlite3_errstr (code), -1);

  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      if (failures[i].code != (code & 0xff))
        continue;
      g_set_error (error, UDS_ERROR, failures[i].error, "%s (%s)", _(failures[i].message), words);
      return;
    }

  g_set_error (error, UDS_ERROR, UDS_ERROR_FAILED, _("The database answered with an error: %s"), words);
}

/**
 * uds_database_set_error:
 * @self: a connection
 * @error: where to put it
 *
 * Reports the connection's latest failure.
 */
void
uds_database_set_error (UdsDatabase  *self,
                        GError      **error)
{
  uds_error_set_from_sqlite (error, sqlite3_extended_errcode (self->handle), sqlite3_errmsg (self->handle));
}

/* What a file somebody sent us must not be able to do, and how much it may make us read. */
static void
harden (sqlite3 *handle)
{
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 2);
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, 5000);
}

/* Changing the journal does not wait for another program as other statements do: two that make one file meet here. */
static char *
ask_for_journal (UdsDatabase  *self,
                 const char   *sql,
                 GError      **error)
{
  for (guint i = 0; i < JOURNAL_TRIES; i++)
    {
      g_autoptr (GError) failure = NULL;
      char *mode = uds_database_get_text (self, sql, &failure);

      if (mode != NULL)
        return mode;
      if (!g_error_matches (failure, UDS_ERROR, UDS_ERROR_BUSY) || i + 1 == JOURNAL_TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      g_usleep (JOURNAL_PAUSE);
    }

  return NULL;
}

/* A write-ahead log with every commit synced, or on a network drive a rollback journal under one exclusive lock.
 * SQLite may keep another journal than the one asked for, so the answer is read. EXTRA, and before the first write: a
 * new file gets its log by way of a rollback journal, and were that journal's deletion not synced, it could come back
 * after a power cut and undo the whole file. With the log it is the same as FULL. */
static gboolean
set_journal (UdsDatabase       *self,
             UdsDatabaseFlags   flags,
             GError           **error)
{
  gboolean network = (flags & UDS_DATABASE_NETWORK) != 0;
  const char *wanted = network ? "truncate" : "wal";
  g_autofree char *mode = NULL;

  if (!uds_database_exec (self, "PRAGMA synchronous = EXTRA", error)
      || (network && !uds_database_exec (self, "PRAGMA locking_mode = EXCLUSIVE", error)))
    return FALSE;

  mode = ask_for_journal (self, network ? "PRAGMA journal_mode = TRUNCATE" : "PRAGMA journal_mode = WAL", error);
  if (mode == NULL)
    return FALSE;
  if (!g_str_equal (mode, wanted))
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_IO,
                   _("The database cannot be kept safely here: its log is “%s” where “%s” is needed."),
                   mode, wanted);
      return FALSE;
    }

  return uds_database_exec (self, "PRAGMA synchronous = FULL", error);
}

static gboolean
set_pragmas (UdsDatabase       *self,
             UdsDatabaseFlags   flags,
             GError           **error)
{
  if (!uds_database_exec (self,
                          "PRAGMA foreign_keys = ON;"
                          "PRAGMA temp_store = MEMORY;"
                          "PRAGMA secure_delete = ON;"
                          "PRAGMA cell_size_check = ON",
                          error))
    return FALSE;

  /* The size of the cache is the first that needs the whole schema, which takes milliseconds: who only looks at the
   * header of a file is spared it. */
  if (flags & UDS_DATABASE_READ_ONLY)
    return uds_database_exec (self, "PRAGMA query_only = ON", error);
  if (!uds_database_exec (self, "PRAGMA cache_size = -8000", error))
    return FALSE;
  if (flags & UDS_DATABASE_QUERY_ONLY)
    return uds_database_exec (self, "PRAGMA query_only = ON", error);
  return set_journal (self, flags, error);
}

/* SQLite does not count its memory, for which it takes a lock at each allocation: a tenth of the time of an import. It
 * can be told so before its first connection only. */
static void
configure (void)
{
  static gsize is_configured;

  if (!g_once_init_enter (&is_configured))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&is_configured, 1);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * uds_database_open:
 * @path: a file
 * @flags: how
 * @error: why it cannot be opened
 *
 * Opens @path, making it where it does not exist and may be written. The calling thread owns the connection.
 *
 * Returns: (transfer full) (nullable): the connection
 */
UdsDatabase *
uds_database_open (const char        *path,
                   UdsDatabaseFlags   flags,
                   GError           **error)
{
  g_autoptr (UdsDatabase) self = g_new0 (UdsDatabase, 1);
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, flags & UDS_DATABASE_IMMUTABLE ? "?immutable=1" : "", NULL);
  int mode = flags & UDS_DATABASE_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  int code;

  self->owner = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);

  configure ();
  code = sqlite3_open_v2 (uri, &self->handle, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
  if (code != SQLITE_OK)
    {
      uds_error_set_from_sqlite (error, code, self->handle != NULL ? sqlite3_errmsg (self->handle) : NULL);
      return NULL;
    }

  harden (self->handle);
  code = uds_search_add_rank (self->handle);
  if (code == SQLITE_OK)
    code = uds_collation_add (self->handle);
  if (code == SQLITE_OK)
    code = uds_triggers_add_json (self->handle);
  if (code != SQLITE_OK)
    {
      uds_error_set_from_sqlite (error, code, sqlite3_errmsg (self->handle));
      return NULL;
    }
  if (!set_pragmas (self, flags, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * uds_database_close:
 * @self: (transfer full) (nullable): a connection
 */
void
uds_database_close (UdsDatabase *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  sqlite3_close (self->handle);
  g_free (self);
}

/**
 * uds_database_get_handle:
 * @self: a connection
 *
 * Returns: SQLite's handle
 */
sqlite3 *
uds_database_get_handle (UdsDatabase *self)
{
  return self->handle;
}

/**
 * uds_database_adopt:
 * @self: a connection
 *
 * Makes the calling thread the owner.
 */
void
uds_database_adopt (UdsDatabase *self)
{
  self->owner = g_thread_self ();
}

/**
 * uds_database_is_owner:
 * @self: a connection
 *
 * Returns: whether the calling thread may use it
 */
gboolean
uds_database_is_owner (UdsDatabase *self)
{
  return self->owner == g_thread_self ();
}

/**
 * uds_database_exec:
 * @self: a connection
 * @sql: statements that give no rows
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_database_exec (UdsDatabase  *self,
                   const char   *sql,
                   GError      **error)
{
  g_assert (uds_database_is_owner (self));

  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  uds_database_set_error (self, error);
  return FALSE;
}

/* PostgreSQL's $1 is a parameter's number. In SQLite it would be a name, numbered by its first appearance; there ?1 is
 * the number. */
static char *
number_parameters (const char *sql)
{
  char *numbered = g_strdup (sql);

  for (char *at = numbered; *at != '\0'; at++)
    if (*at == '$' && g_ascii_isdigit (at[1]))
      *at = '?';
  return numbered;
}

/**
 * uds_database_prepare:
 * @self: a connection
 * @sql: one statement; its parameters are $1, $2 …
 * @error: what is wrong with it
 *
 * Statements are made once and kept. Hold the result in a %UDS_STATEMENT so that it is reset when done with.
 *
 * Returns: (transfer none) (nullable): the statement
 */
sqlite3_stmt *
uds_database_prepare (UdsDatabase  *self,
                      const char   *sql,
                      GError      **error)
{
  g_autofree char *numbered = NULL;
  sqlite3_stmt *statement;

  g_assert (uds_database_is_owner (self));

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL && sqlite3_stmt_busy (statement))
    {
      /* Somebody further up reads rows of the same question: a blank more makes it another statement. */
      g_autofree char *nested = g_strconcat (sql, " ", NULL);

      return uds_database_prepare (self, nested, error);
    }
  if (statement != NULL)
    return statement;

  numbered = number_parameters (sql);
  if (sqlite3_prepare_v3 (self->handle, numbered, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      uds_database_set_error (self, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/* The text is made once: for a short statement that costs as much as running it. */
static const char *
get_text (UdsDatabase    *self,
          const UdsKind  *kind,
          UdsKindSqlFunc  make_sql)
{
  GHashTable *texts = g_hash_table_lookup (self->texts, make_sql);
  char *sql;

  if (texts == NULL)
    {
      texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_hash_table_insert (self->texts, make_sql, texts);
    }

  sql = g_hash_table_lookup (texts, kind);
  if (sql == NULL)
    {
      sql = make_sql (kind);
      g_hash_table_insert (texts, (gpointer) kind, sql);
    }
  return sql;
}

/**
 * uds_database_prepare_for:
 * @self: a connection
 * @kind: a kind
 * @make_sql: makes a statement about the kind's table
 * @error: what is wrong with it
 *
 * The same as uds_database_prepare() for a statement that depends on nothing but its kind.
 *
 * Returns: (transfer none) (nullable): the statement
 */
sqlite3_stmt *
uds_database_prepare_for (UdsDatabase     *self,
                          const UdsKind   *kind,
                          UdsKindSqlFunc   make_sql,
                          GError         **error)
{
  return uds_database_prepare (self, get_text (self, kind, make_sql), error);
}

/**
 * uds_database_step:
 * @self: a connection
 * @statement: a statement of it
 * @row: (out): whether there is a row to read
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_database_step (UdsDatabase   *self,
                   sqlite3_stmt  *statement,
                   gboolean      *row,
                   GError       **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  uds_database_set_error (self, error);
  return FALSE;
}

/**
 * uds_database_run:
 * @self: a connection
 * @statement: a statement whose rows do not matter
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_database_run (UdsDatabase   *self,
                  sqlite3_stmt  *statement,
                  GError       **error)
{
  gboolean row;

  return uds_database_step (self, statement, &row, error);
}

/**
 * uds_database_get_integer:
 * @self: a connection
 * @sql: a statement that gives one number
 * @value: (out): the number; 0 where there is no row
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_database_get_integer (UdsDatabase  *self,
                          const char   *sql,
                          gint64       *value,
                          GError      **error)
{
  UDS_STATEMENT statement = uds_database_prepare (self, sql, error);
  gboolean row;

  if (statement == NULL || !uds_database_step (self, statement, &row, error))
    return FALSE;

  *value = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * uds_database_get_text:
 * @self: a connection
 * @sql: a statement that gives one text
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): the text; %NULL with @error set on failure, empty where there is no row
 */
char *
uds_database_get_text (UdsDatabase  *self,
                       const char   *sql,
                       GError      **error)
{
  UDS_STATEMENT statement = uds_database_prepare (self, sql, error);
  const char *text;
  gboolean row;

  if (statement == NULL || !uds_database_step (self, statement, &row, error))
    return NULL;

  text = row ? uds_statement_get_text (statement, 0) : NULL;
  return g_strdup (text != NULL ? text : "");
}

/**
 * uds_statement_bind_text:
 * @statement: a statement
 * @index: the parameter's number, from 1
 * @text: (nullable): its text, which must stay until the statement is done with
 */
void
uds_statement_bind_text (sqlite3_stmt *statement,
                         int           index,
                         const char   *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

/**
 * uds_statement_bind_value:
 * @statement: a statement
 * @index: the parameter's number, from 1
 * @value: its value, which must stay until the statement is done with
 */
void
uds_statement_bind_value (sqlite3_stmt   *statement,
                          int             index,
                          const UdsValue *value)
{
  switch (value->type)
    {
    case UDS_VALUE_INTEGER:
      sqlite3_bind_int64 (statement, index, value->integer);
      break;
    case UDS_VALUE_REAL:
      sqlite3_bind_double (statement, index, value->real);
      break;
    case UDS_VALUE_TEXT:
      uds_statement_bind_text (statement, index, value->text);
      break;
    case UDS_VALUE_NONE:
    default:
      sqlite3_bind_null (statement, index);
    }
}

/**
 * uds_statement_get_value:
 * @statement: a statement at a row
 * @column: the column, from 0
 * @value: (out caller-allocates): its value; text is valid until the next step. Bytes that are no text, which only a
 *   damaged file has, are no value: whoever took them for text would read past their end
 */
void
uds_statement_get_value (sqlite3_stmt *statement,
                         int           column,
                         UdsValue     *value)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      value->type = UDS_VALUE_INTEGER;
      value->integer = sqlite3_column_int64 (statement, column);
      break;
    case SQLITE_FLOAT:
      value->type = UDS_VALUE_REAL;
      value->real = sqlite3_column_double (statement, column);
      break;
    case SQLITE_TEXT:
      value->text = (char *) uds_statement_get_text (statement, column);
      value->type = g_utf8_validate (value->text, -1, NULL) ? UDS_VALUE_TEXT : UDS_VALUE_NONE;
      break;
    default:
      value->type = UDS_VALUE_NONE;
    }
}

/**
 * uds_statement_get_text:
 * @statement: a statement at a row
 * @column: the column, from 0
 *
 * Returns: (nullable): its text, valid until the next step
 */
const char *
uds_statement_get_text (sqlite3_stmt *statement,
                        int           column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/**
 * uds_statement_done:
 * @statement: (inout): a borrowed statement
 *
 * Lets go of it: its rows and parameters are forgotten.
 */
void
uds_statement_done (sqlite3_stmt **statement)
{
  if (*statement == NULL)
    return;

  sqlite3_reset (*statement);
  sqlite3_clear_bindings (*statement);
  *statement = NULL;
}
