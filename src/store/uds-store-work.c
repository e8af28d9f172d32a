/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What runs in the store's lanes: questions, commands with the day's backup before them, and other work on a
 * connection. Opening and closing is uds-store.c's, what a command writes uds-session-write.c's. */
#include "uds-store-private.h"

#include "uds-backup-private.h"
#include "uds-error.h"

#include <glib/gi18n.h>

/* A connection that uds_store_close() took away answers nothing more. */
static gboolean
refuse_closed (UdsDatabase  *database,
               GError      **error)
{
  if (database != NULL)
    return FALSE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The database is closed."));
  return TRUE;
}

/* Reading */

typedef struct {
  UdsStore *store;
  UdsReadFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  GCancellable *cancellable;
  gpointer result;
  GError *error;
} ReadJob;

/* Steps of SQLite between two looks at whether anybody still waits for the answer: less than a millisecond. */
#define STEPS_BETWEEN_LOOKS 5000

static int
is_taken_back (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static void
run_read (gpointer data)
{
  ReadJob *job = data;
  UdsSession session = { uds_store_get_reader_database (job->store), job->store->clock, 0 };

  if (refuse_closed (session.database, &job->error) || !uds_database_exec (session.database, "BEGIN", &job->error))
    return;

  if (job->cancellable != NULL)
    sqlite3_progress_handler (uds_database_get_handle (session.database), STEPS_BETWEEN_LOOKS, is_taken_back,
                              job->cancellable);
  job->result = job->func (&session, job->data, &job->error);
  sqlite3_progress_handler (uds_database_get_handle (session.database), 0, NULL, NULL);
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

  uds_lane_wait (uds_store_get_reader (self), run_read, &job);
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
  g_clear_object (&job->cancellable);
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
 * @cancellable: (nullable): to take the question back: the lane is then free for the next one
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
  *job = (ReadJob) {
    .store = self, .func = func, .data = data, .data_free = data_free, .result_free = result_free
  };
  g_set_object (&job->cancellable, cancellable);
  g_task_set_task_data (task, job, read_job_free);
  uds_lane_push (uds_store_get_reader (self), run_read_task, g_steal_pointer (&task));
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
  session->group = row ? sqlite3_column_int64 (statement, 0) : 0;
  if (session->group > 0)
    return uds_database_run (session->database, statement, error);

  /* Commands are counted from one; only damage numbers them otherwise. */
  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_CORRUPT, _("The database is damaged."));
  return FALSE;
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

/* The day's first command finds yesterday's state saved. A backup that fails must not keep the user from working, nor
 * take the last room on the disk. */
static void
back_up_first (UdsStore *self)
{
  UdsDate today = uds_clock_get_today (self->clock);
  g_autoptr (GError) error = NULL;

  if (uds_date_compare (&self->backup_date, &today) == 0 || __atomic_load_n (&self->latest, __ATOMIC_SEQ_CST) == 0
      || uds_store_is_full (self))
    return;

  self->backup_date = today;
  if (!uds_backup_daily (self->writer_database, self->path, &today, &error))
    g_info ("no backup today: %s", error->message);
}

/* Carries it out, or leaves everything as it was. */
static gboolean
try_command (UdsSession  *session,
             WriteJob    *job,
             GError     **error)
{
  session->group = 0;
  if (run_command (session, job, error))
    return TRUE;

  if (!sqlite3_get_autocommit (uds_database_get_handle (session->database)))
    uds_database_exec (session->database, "ROLLBACK", NULL);
  return FALSE;
}

/* On a full disk once more, in the room of the ballast. What then finds nothing to do has not understood that its first
 * attempt was taken back. */
static gboolean
try_with_room (UdsSession  *session,
               WriteJob    *job,
               GError     **error)
{
  g_autoptr (GError) failure = NULL;

  if (try_command (session, job, &failure))
    return TRUE;

  if (g_error_matches (failure, UDS_ERROR, UDS_ERROR_FULL) && uds_store_make_room (job->store))
    {
      if (!try_command (session, job, error))
        return FALSE;
      if (session->group > 0)
        return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
run_write (gpointer data)
{
  WriteJob *job = data;
  UdsSession session = { job->store->writer_database, job->store->clock, 0 };

  job->group = -1;
  if (refuse_closed (session.database, &job->error))
    return;

  back_up_first (job->store);
  if (!try_with_room (&session, job, &job->error))
    return;

  job->group = session.group;
  uds_store_tell_up_to (job->store, session.group);
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

  if (!uds_database_get_integer (session->database, UDS_STORE_LATEST_GROUP, &latest, error))
    return NULL;

  uds_store_tell_up_to (self, latest);
  return NULL;
}

static void
look_for_room (gpointer data)
{
  g_autoptr (UdsStore) self = data;

  uds_store_keep_room (self);
}

/**
 * uds_store_poll:
 * @self: a store
 *
 * Looks whether another program committed something, and emits #UdsStore::changed if so; on a full disk, whether there
 * is room again. Call it when the window gets the focus and now and then.
 */
void
uds_store_poll (UdsStore *self)
{
  g_return_if_fail (UDS_IS_STORE (self));

  if (self->writer != NULL && uds_store_is_full (self))
    uds_lane_push (self->writer, look_for_room, g_object_ref (self));

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
run_connection (ConnectionJob *job,
                UdsDatabase   *database)
{
  job->done = !refuse_closed (database, &job->error) && job->func (database, job->data, &job->error);
}

static void
run_reader (gpointer data)
{
  ConnectionJob *job = data;

  run_connection (job, uds_store_get_reader_database (job->store));
}

static void
run_writer (gpointer data)
{
  ConnectionJob *job = data;

  run_connection (job, job->store->writer_database);
}

static gboolean
wait_for_connection (UdsLane        *lane,
                     UdsJobFunc      run,
                     ConnectionJob  *job,
                     GError        **error)
{
  uds_lane_wait (lane, run, job);
  if (job->error != NULL)
    g_propagate_error (error, job->error);
  return job->done;
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

  return wait_for_connection (uds_store_get_reader (self), run_reader, &job, error);
}

/**
 * uds_store_with_writer:
 * @self: a store
 * @func: what to do with the writer's connection, which is no command
 * @data: handed to @func
 * @error: what went wrong; the file can only be read
 *
 * Runs @func in the writer's lane and waits for it. Not for the GTK thread.
 *
 * Returns: what @func returned
 */
gboolean
uds_store_with_writer (UdsStore           *self,
                       UdsConnectionFunc   func,
                       gpointer            data,
                       GError            **error)
{
  ConnectionJob job = { .store = self, .func = func, .data = data };

  return !refuse_writing (self, error) && wait_for_connection (self->writer, run_writer, &job, error);
}
