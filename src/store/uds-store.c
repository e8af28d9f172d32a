/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store: opens the file as safely as its place allows, runs the two lanes, and tells what was committed.
 * What a command writes is uds-session-write.c's; backups and repair are uds-backup.c's and uds-salvage.c's. */
#include "uds-store-private.h"

#include "uds-backup-private.h"
#include "uds-create-private.h"
#include "uds-error.h"
#include "uds-lane-private.h"
#include "uds-migrate-private.h"
#include "uds-place-private.h"

#include <glib/gi18n.h>

struct _UdsStore
{
  GObject parent_instance;

  char *path;
  UdsClock *clock;
  UdsStoreMode mode;
  gboolean is_new;

  UdsLane *writer;             /* none where the file is read only */
  UdsLane *reader;             /* none on a network drive: one connection does both */
  UdsDatabase *writer_database;
  UdsDatabase *reader_database;

  gint64 latest;         /* atomic: the latest command that listeners were told of */
  UdsDate backup_date;   /* the writer's: the day for which it has seen to the backup */
};

G_DEFINE_FINAL_TYPE (UdsStore, uds_store, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The lanes with their connections, taken from a store that goes. */
typedef struct {
  UdsLane *lanes[2];
  UdsDatabase *databases[2];
} Closing;

static void
close_database (gpointer data)
{
  uds_database_close (data);
}

static gpointer
close_lanes (gpointer data)
{
  g_autofree Closing *closing = data;

  for (gsize i = 0; i < G_N_ELEMENTS (closing->lanes); i++)
    {
      if (closing->lanes[i] == NULL)
        continue;
      uds_lane_push (closing->lanes[i], close_database, closing->databases[i]);
      uds_lane_free (closing->lanes[i]);
    }
  return NULL;
}

/* The last reference may be that of a task which ends in a lane; a lane cannot wait for itself. */
static void
uds_store_finalize (GObject *object)
{
  UdsStore *self = UDS_STORE (object);
  Closing closing = { { self->reader, self->writer }, { self->reader_database, self->writer_database } };
  gboolean inside = (self->reader != NULL && uds_lane_is_own_thread (self->reader))
                    || (self->writer != NULL && uds_lane_is_own_thread (self->writer));

  if (inside)
    g_thread_unref (g_thread_new ("udsyn-close", close_lanes, g_memdup2 (&closing, sizeof closing)));
  else
    close_lanes (g_memdup2 (&closing, sizeof closing));
  g_free (self->path);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (uds_store_parent_class)->finalize (object);
}

static void
uds_store_class_init (UdsStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_store_finalize;

  /**
   * UdsStore::changed:
   * @self: the store
   * @group: the number of the command
   *
   * Something was committed, here or by another program (see uds_store_poll()). Emitted in the main thread, once for
   * each command.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", UDS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
uds_store_init (UdsStore *self)
{
}

/* On a network drive one connection reads and writes. */
static UdsDatabase *
get_reader_database (UdsStore *self)
{
  return self->reader_database != NULL ? self->reader_database : self->writer_database;
}

static UdsLane *
get_reader (UdsStore *self)
{
  return self->reader != NULL ? self->reader : self->writer;
}

/* Opening */

#define LATEST_GROUP "SELECT coalesce (max (\"id\"), 0) FROM \"change_group\""

static gboolean
refuse_place (UdsPlace   place,
              GError   **error)
{
  if (place != UDS_PLACE_SYNCED)
    return FALSE;

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_SYNCED_FOLDER,
                       _("This folder is synchronised between machines, which damages databases. Keep the database in a"
                         " folder of this machine, and put backups and exports here instead."));
  return TRUE;
}

/* A folder or a device has no records, and a pipe would keep us waiting for ever. */
static gboolean
refuse_what_is_no_file (const char  *path,
                        GError     **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_OURS, _("“%s” is not a file."), path);
  return TRUE;
}

static gboolean
inspect_with (const char        *path,
              UdsDatabaseFlags   flags,
              UdsSchema         *schema,
              GError           **error)
{
  g_autoptr (UdsDatabase) database = uds_database_open (path, UDS_DATABASE_READ_ONLY | flags, error);

  return database != NULL && uds_migrate_inspect (database, schema, error);
}

/* What the file holds, without a trace: it may be another program's. Only where a log lies beside it, which may hold
 * the latest of it, is the file opened together with that; and alone again where that cannot be done for want of
 * rights. */
static gboolean
inspect (const char  *path,
         UdsSchema   *schema,
         GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      *schema = UDS_SCHEMA_NONE;
      return TRUE;
    }

  return (g_file_test (log, G_FILE_TEST_EXISTS) && inspect_with (path, 0, schema, NULL))
         || inspect_with (path, UDS_DATABASE_IMMUTABLE, schema, error);
}

static gboolean
choose_mode (UdsStore  *self,
             UdsPlace   place,
             UdsSchema  schema,
             GError   **error)
{
  if (schema == UDS_SCHEMA_NEWER)
    self->mode = UDS_STORE_NEWER;
  else if (place == UDS_PLACE_READ_ONLY)
    self->mode = UDS_STORE_READ_ONLY;
  else
    self->mode = place == UDS_PLACE_NETWORK ? UDS_STORE_NETWORK : UDS_STORE_NORMAL;

  if (self->mode == UDS_STORE_READ_ONLY && schema != UDS_SCHEMA_CURRENT)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_READ_ONLY,
                   _("“%s” cannot be written to, so no database can be made there."), self->path);
      return FALSE;
    }
  return TRUE;
}

/* The connection that may write has first brought the file to rest, should the program that had it have been killed:
 * what the file holds is asked once more. */
static gboolean
open_for_writing (UdsStore  *self,
                  GError   **error)
{
  UdsDatabaseFlags flags = self->mode == UDS_STORE_NETWORK ? UDS_DATABASE_NETWORK : 0;
  UdsDate today = uds_clock_get_today (self->clock);
  UdsSchema schema;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS) && !uds_create_file (self->path, flags, &self->is_new, error))
    return FALSE;

  self->writer_database = uds_database_open (self->path, flags, error);
  if (self->writer_database == NULL || !uds_migrate_inspect (self->writer_database, &schema, error))
    return FALSE;
  if (schema == UDS_SCHEMA_CURRENT)
    return TRUE;

  if (schema == UDS_SCHEMA_OLDER
      && !uds_backup_before_migration (self->writer_database, self->path, &today, error))
    return FALSE;
  return uds_migrate_apply (self->writer_database, &self->is_new, error);
}

static gboolean
open_for_reading (UdsStore  *self,
                  GError   **error)
{
  if (self->mode == UDS_STORE_NETWORK)
    return TRUE;

  if (self->mode == UDS_STORE_NORMAL)
    {
      self->reader_database = uds_database_open (self->path, UDS_DATABASE_QUERY_ONLY, error);
      return self->reader_database != NULL;
    }

  self->reader_database = uds_database_open (self->path, UDS_DATABASE_READ_ONLY, NULL);
  if (self->reader_database == NULL || !uds_database_exec (self->reader_database, "SELECT 1 FROM sqlite_schema", NULL))
    {
      g_clear_pointer (&self->reader_database, uds_database_close);
      self->reader_database = uds_database_open (self->path, UDS_DATABASE_READ_ONLY | UDS_DATABASE_IMMUTABLE, error);
    }
  return self->reader_database != NULL;
}

static void
adopt (gpointer data)
{
  uds_database_adopt (data);
}

static UdsLane *
start_lane (const char  *name,
            UdsDatabase *database)
{
  UdsLane *lane = uds_lane_new (name);

  uds_lane_wait (lane, adopt, database);
  return lane;
}

static gboolean
open_all (UdsStore  *self,
          GError   **error)
{
  UdsPlace place = uds_place_inspect (self->path);
  UdsSchema schema;

  if (refuse_place (place, error) || refuse_what_is_no_file (self->path, error)
      || !inspect (self->path, &schema, error) || !choose_mode (self, place, schema, error))
    return FALSE;
  if (self->mode <= UDS_STORE_NETWORK && !open_for_writing (self, error))
    return FALSE;
  if (!open_for_reading (self, error))
    return FALSE;

  if (!uds_database_get_integer (get_reader_database (self), LATEST_GROUP, &self->latest, error))
    return FALSE;

  if (self->writer_database != NULL)
    self->writer = start_lane ("udsyn-writer", self->writer_database);
  if (self->reader_database != NULL)
    self->reader = start_lane ("udsyn-reader", self->reader_database);
  return TRUE;
}

/**
 * uds_store_get_default_path:
 *
 * Returns: (transfer full): the database of a user who names no other; in a sandbox it is the application's own folder
 */
char *
uds_store_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "udsyn", "udsyn.db", NULL);
}

/**
 * uds_store_open:
 * @path: the database file; made where it does not exist, its folder must
 * @clock: the clock
 * @error: the file is not ours, damaged, or in a place where it cannot be kept
 *
 * Opens the file and brings it to the current schema. May take as long as a disk takes: not for the GTK thread.
 *
 * Returns: (transfer full) (nullable): the store
 */
UdsStore *
uds_store_open (const char  *path,
                UdsClock    *clock,
                GError     **error)
{
  g_autoptr (UdsStore) self = g_object_new (UDS_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->clock = g_object_ref (clock);
  if (!open_all (self, error))
    {
      /* No lane took these over. */
      if (self->writer == NULL)
        g_clear_pointer (&self->writer_database, uds_database_close);
      if (self->reader == NULL)
        g_clear_pointer (&self->reader_database, uds_database_close);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * uds_store_get_path:
 * @self: a store
 *
 * Returns: the absolute path of its file
 */
const char *
uds_store_get_path (UdsStore *self)
{
  g_return_val_if_fail (UDS_IS_STORE (self), NULL);

  return self->path;
}

/**
 * uds_store_get_mode:
 * @self: a store
 *
 * Returns: what can be done with it
 */
UdsStoreMode
uds_store_get_mode (UdsStore *self)
{
  g_return_val_if_fail (UDS_IS_STORE (self), UDS_STORE_READ_ONLY);

  return self->mode;
}

/**
 * uds_store_is_new:
 * @self: a store
 *
 * Returns: whether opening it made the file
 */
gboolean
uds_store_is_new (UdsStore *self)
{
  g_return_val_if_fail (UDS_IS_STORE (self), FALSE);

  return self->is_new;
}

/* Telling */

typedef struct {
  GWeakRef store;
  gint64 group;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_weak_ref_clear (&news->store);
  g_free (news);
}

static gboolean
tell (gpointer data)
{
  News *news = data;
  g_autoptr (UdsStore) self = g_weak_ref_get (&news->store);

  if (self != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, news->group);
  return G_SOURCE_REMOVE;
}

static void
tell_later (UdsStore *self,
            gint64    group)
{
  News *news = g_new0 (News, 1);

  g_weak_ref_init (&news->store, self);
  news->group = group;
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, tell, news, news_free);
}

/* Tells of every command up to @group that was not told of yet: others may have given some before ours. */
static void
tell_up_to (UdsStore *self,
            gint64    group)
{
  gint64 told = __atomic_load_n (&self->latest, __ATOMIC_SEQ_CST);

  /* A failed exchange reads again what others have told meanwhile. */
  while (!__atomic_compare_exchange_n (&self->latest, &told, MAX (told, group), FALSE, __ATOMIC_SEQ_CST,
                                       __ATOMIC_SEQ_CST))
    continue;

  while (told < group)
    tell_later (self, ++told);
}

/* Reading */

typedef struct {
  UdsStore *store;
  UdsReadFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  gpointer result;
  GError *error;
} ReadJob;

static void
run_read (gpointer data)
{
  ReadJob *job = data;
  UdsSession session = { get_reader_database (job->store), job->store->clock, 0 };

  if (!uds_database_exec (session.database, "BEGIN", &job->error))
    return;

  job->result = job->func (&session, job->data, &job->error);
  uds_database_exec (session.database, "COMMIT", NULL);
}

/**
 * uds_store_read:
 * @self: a store
 * @func: what to read
 * @data: handed to @func
 * @error: what went wrong
 *
 * Runs @func in the reader's lane and waits for it. Not for the GTK thread.
 *
 * Returns: (transfer full) (nullable): what @func returned
 */
gpointer
uds_store_read (UdsStore     *self,
                UdsReadFunc   func,
                gpointer      data,
                GError      **error)
{
  ReadJob job = { .store = self, .func = func, .data = data };

  g_return_val_if_fail (UDS_IS_STORE (self), NULL);

  uds_lane_wait (get_reader (self), run_read, &job);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}

static void
read_job_free (gpointer data)
{
  ReadJob *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

static void
run_read_task (gpointer data)
{
  g_autoptr (GTask) task = data;
  ReadJob *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  run_read (job);
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->result_free);
}

/**
 * uds_store_read_async:
 * @self: a store
 * @func: what to read
 * @data: handed to @func, in the reader's thread
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees a result that nobody fetches
 * @cancellable: (nullable): to take the question back
 * @callback: called in the caller's main context when the answer is there
 * @user_data: handed to @callback
 */
void
uds_store_read_async (UdsStore            *self,
                      UdsReadFunc          func,
                      gpointer             data,
                      GDestroyNotify       data_free,
                      GDestroyNotify       result_free,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ReadJob *job = g_new0 (ReadJob, 1);

  g_task_set_source_tag (task, uds_store_read_async);
  *job = (ReadJob) { .store = self, .func = func, .data = data, .data_free = data_free, .result_free = result_free };
  g_task_set_task_data (task, job, read_job_free);
  uds_lane_push (get_reader (self), run_read_task, g_steal_pointer (&task));
}

/**
 * uds_store_read_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): what the function returned
 */
gpointer
uds_store_read_finish (UdsStore      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Writing */

typedef struct {
  UdsStore *store;
  char *name;
  UdsWriteFunc func;
  gpointer data;
  GDestroyNotify data_free;
  gint64 group;
  GError *error;
} WriteJob;

static gboolean
begin_group (UdsSession  *session,
             const char  *name,
             GError     **error)
{
  UDS_STATEMENT statement = uds_database_prepare (
      session->database, "INSERT INTO \"change_group\" (\"name\", \"at\") VALUES ($1, $2) RETURNING \"id\"", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  uds_statement_bind_text (statement, 1, name);
  sqlite3_bind_int64 (statement, 2, uds_clock_get_now (session->clock));
  if (!uds_database_step (session->database, statement, &row, error))
    return FALSE;
  session->group = sqlite3_column_int64 (statement, 0);
  return uds_database_run (session->database, statement, error);
}

/* Whether the command wrote anything beside its own beginning. */
static gboolean
commit (UdsSession  *session,
        int          n_before,
        GError     **error)
{
  if (sqlite3_total_changes (uds_database_get_handle (session->database)) == n_before)
    {
      session->group = 0;
      return uds_database_exec (session->database, "ROLLBACK", error);
    }

  return uds_database_exec (session->database, "COMMIT", error);
}

static gboolean
run_command (UdsSession  *session,
             WriteJob    *job,
             GError     **error)
{
  int n_before;

  if (!uds_database_exec (session->database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!begin_group (session, job->name, error))
    return FALSE;

  n_before = sqlite3_total_changes (uds_database_get_handle (session->database));
  return job->func (session, job->data, error) && commit (session, n_before, error);
}

/* The day's first command finds yesterday's state saved. A backup that fails must not keep the user from working. */
static void
back_up_first (UdsStore *self)
{
  UdsDate today = uds_clock_get_today (self->clock);
  g_autoptr (GError) error = NULL;

  if (uds_date_compare (&self->backup_date, &today) == 0 || __atomic_load_n (&self->latest, __ATOMIC_SEQ_CST) == 0)
    return;

  self->backup_date = today;
  if (!uds_backup_daily (self->writer_database, self->path, &today, &error))
    g_info ("no backup today: %s", error->message);
}

static void
run_write (gpointer data)
{
  WriteJob *job = data;
  UdsSession session = { job->store->writer_database, job->store->clock, 0 };

  back_up_first (job->store);
  job->group = -1;
  if (run_command (&session, job, &job->error))
    {
      job->group = session.group;
      tell_up_to (job->store, session.group);
      return;
    }

  if (!sqlite3_get_autocommit (uds_database_get_handle (session.database)))
    uds_database_exec (session.database, "ROLLBACK", NULL);
}

static gboolean
refuse_writing (UdsStore  *self,
                GError   **error)
{
  if (self->writer != NULL)
    return FALSE;

  if (self->mode == UDS_STORE_NEWER)
    g_set_error_literal (error, UDS_ERROR, UDS_ERROR_NEWER,
                         _("The database was written by a newer Udsyn and can only be read here."));
  else
    g_set_error_literal (error, UDS_ERROR, UDS_ERROR_READ_ONLY, _("The database can only be read."));
  return TRUE;
}

/**
 * uds_store_write:
 * @self: a store
 * @name: what the user does, in the user's language: "Add indicator"
 * @func: does it
 * @data: handed to @func
 * @error: what went wrong; nothing was then changed
 *
 * Carries out one command in the writer's lane and waits for it. Not for the GTK thread.
 *
 * Returns: the command's number; 0 where it changed nothing; -1 on failure
 */
gint64
uds_store_write (UdsStore      *self,
                 const char    *name,
                 UdsWriteFunc   func,
                 gpointer       data,
                 GError       **error)
{
  WriteJob job = { .store = self, .name = (char *) name, .func = func, .data = data };

  g_return_val_if_fail (UDS_IS_STORE (self), -1);

  if (refuse_writing (self, error))
    return -1;

  uds_lane_wait (self->writer, run_write, &job);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.group;
}

static void
write_job_free (gpointer data)
{
  WriteJob *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job->name);
  g_free (job);
}

static void
run_write_task (gpointer data)
{
  g_autoptr (GTask) task = data;
  WriteJob *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  run_write (job);
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_int (task, (gssize) job->group);
}

/**
 * uds_store_write_async:
 * @self: a store
 * @name: what the user does, in the user's language
 * @func: does it, in the writer's thread
 * @data: handed to @func
 * @data_free: (nullable): frees @data
 * @cancellable: (nullable): to take the command back before it begins
 * @callback: called in the caller's main context when it is done
 * @user_data: handed to @callback
 */
void
uds_store_write_async (UdsStore            *self,
                       const char          *name,
                       UdsWriteFunc         func,
                       gpointer             data,
                       GDestroyNotify       data_free,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  WriteJob *job = g_new0 (WriteJob, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, uds_store_write_async);
  *job = (WriteJob) { .store = self, .name = g_strdup (name), .func = func, .data = data, .data_free = data_free };
  g_task_set_task_data (task, job, write_job_free);

  if (refuse_writing (self, &error))
    g_task_return_error (task, error);
  else
    uds_lane_push (self->writer, run_write_task, g_steal_pointer (&task));
}

/**
 * uds_store_write_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: what went wrong; nothing was then changed
 *
 * Returns: the command's number; 0 where it changed nothing; -1 on failure
 */
gint64
uds_store_write_finish (UdsStore      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

/* Looking for what others did, and reaching a connection */

static gpointer
read_latest (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  UdsStore *self = data;
  gint64 latest;

  if (!uds_database_get_integer (session->database, LATEST_GROUP, &latest, error))
    return NULL;

  tell_up_to (self, latest);
  return NULL;
}

/**
 * uds_store_poll:
 * @self: a store
 *
 * Looks whether another program committed something, and emits #UdsStore::changed if so. Call it when the window gets
 * the focus and now and then.
 */
void
uds_store_poll (UdsStore *self)
{
  g_return_if_fail (UDS_IS_STORE (self));

  uds_store_read_async (self, read_latest, self, NULL, NULL, NULL, NULL, NULL);
}

typedef struct {
  UdsStore *store;
  UdsConnectionFunc func;
  gpointer data;
  gboolean done;
  GError *error;
} ConnectionJob;

static void
run_connection (gpointer data)
{
  ConnectionJob *job = data;

  job->done = job->func (get_reader_database (job->store), job->data, &job->error);
}

/**
 * uds_store_with_connection:
 * @self: a store
 * @func: what to do with the reader's connection
 * @data: handed to @func
 * @error: what went wrong
 *
 * Runs @func in the reader's lane and waits for it. Not for the GTK thread.
 *
 * Returns: what @func returned
 */
gboolean
uds_store_with_connection (UdsStore           *self,
                           UdsConnectionFunc   func,
                           gpointer            data,
                           GError            **error)
{
  ConnectionJob job = { .store = self, .func = func, .data = data };

  uds_lane_wait (get_reader (self), run_connection, &job);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.done;
}
