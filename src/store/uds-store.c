/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store: opens the file as safely as its place allows, starts the two lanes and ends them, and tells what was
 * committed. What runs in the lanes is uds-store-work.c's; backups and repair have their own files. */
#include "uds-store-private.h"

#include "uds-backup-private.h"
#include "uds-ballast-private.h"
#include "uds-create-private.h"
#include "uds-error.h"
#include "uds-migrate-private.h"
#include "uds-place-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (UdsStore, uds_store, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_FULL,
  N_PROPS,
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];

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
uds_store_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *spec)
{
  g_assert (id == PROP_FULL);
  g_value_set_boolean (value, uds_store_is_full (UDS_STORE (object)));
}

static void
uds_store_class_init (UdsStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = uds_store_finalize;
  object_class->get_property = uds_store_get_property;

  /**
   * UdsStore:full:
   *
   * Whether the disk is full, or so nearly that the store keeps no room of its own on it any more. Told in the main
   * thread.
   */
  props[PROP_FULL] = g_param_spec_boolean ("full", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

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

/**
 * uds_store_get_reader_database:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): the connection that reads, which on a network drive is also the one that writes;
 *   %NULL once it is closed
 */
UdsDatabase *
uds_store_get_reader_database (UdsStore *self)
{
  return self->mode == UDS_STORE_NETWORK ? self->writer_database : self->reader_database;
}

/**
 * uds_store_get_reader:
 * @self: a store
 *
 * Returns: (transfer none): the lane that reads
 */
UdsLane *
uds_store_get_reader (UdsStore *self)
{
  return self->reader != NULL ? self->reader : self->writer;
}

/* Opening */

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

/* A log needs room to begin with: on a full disk that of the ballast. */
static gboolean
open_for_writing_with_room (UdsStore  *self,
                            GError   **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean full;

  if (open_for_writing (self, &failure))
    return TRUE;

  full = g_error_matches (failure, UDS_ERROR, UDS_ERROR_FULL) || g_error_matches (failure, UDS_ERROR, UDS_ERROR_IO);
  if (!full || !uds_ballast_release (self->path))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_clear_pointer (&self->writer_database, uds_database_close);
  return open_for_writing (self, error);
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
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  UdsSchema schema;

  self->was_unclean = g_file_test (log, G_FILE_TEST_EXISTS);
  if (refuse_place (place, error) || refuse_what_is_no_file (self->path, error)
      || !inspect (self->path, &schema, error) || !choose_mode (self, place, schema, error))
    return FALSE;
  if (self->mode <= UDS_STORE_NETWORK && !open_for_writing_with_room (self, error))
    return FALSE;
  if (!open_for_reading (self, error))
    return FALSE;

  if (!uds_database_get_integer (uds_store_get_reader_database (self), UDS_STORE_LATEST_GROUP, &self->latest, error))
    return FALSE;

  if (self->writer_database != NULL)
    self->is_full = !uds_ballast_keep (self->path);
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

/**
 * uds_store_is_full:
 * @self: a store
 *
 * Returns: whether the disk is full or nearly so; see #UdsStore:full
 */
gboolean
uds_store_is_full (UdsStore *self)
{
  g_return_val_if_fail (UDS_IS_STORE (self), FALSE);

  return __atomic_load_n (&self->is_full, __ATOMIC_SEQ_CST);
}

static void
close_writer (gpointer data)
{
  UdsStore *self = data;

  g_clear_pointer (&self->writer_database, uds_database_close);
}

static void
close_reader (gpointer data)
{
  UdsStore *self = data;

  g_clear_pointer (&self->reader_database, uds_database_close);
}

/**
 * uds_store_close:
 * @self: a store
 *
 * Waits for all that is under way and lets go of the file, so that another can take its place; whoever still asks this
 * store then is told that it is closed (%G_IO_ERROR_CLOSED). Not for the GTK thread.
 */
void
uds_store_close (UdsStore *self)
{
  g_return_if_fail (UDS_IS_STORE (self));

  if (self->reader != NULL)
    uds_lane_wait (self->reader, close_reader, self);
  if (self->writer != NULL)
    uds_lane_wait (self->writer, close_writer, self);
}

/* Telling */

/* Of a command, or of no @group: of the room on the disk. */
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

  if (self != NULL && news->group > 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, news->group);
  else if (self != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FULL]);
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

/**
 * uds_store_tell_up_to:
 * @self: a store
 * @group: the number of a command that was committed
 *
 * Tells, in the main thread, of every command up to @group that was not told of yet: others may have given some before
 * ours. Any thread.
 */
void
uds_store_tell_up_to (UdsStore *self,
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

/* Room */

static void
set_full (UdsStore *self,
          gboolean  full)
{
  if (__atomic_exchange_n (&self->is_full, full, __ATOMIC_SEQ_CST) != full)
    tell_later (self, 0);
}

/**
 * uds_store_keep_room:
 * @self: a store that can be written to
 *
 * Makes the ballast again if there is room for it. In the writer's lane.
 */
void
uds_store_keep_room (UdsStore *self)
{
  if (self->writer_database != NULL)
    set_full (self, !uds_ballast_keep (self->path));
}

/**
 * uds_store_make_room:
 * @self: a store that has met a full disk
 *
 * Gives the ballast away and tells that the disk is full. In the writer's lane.
 *
 * Returns: whether there was one
 */
gboolean
uds_store_make_room (UdsStore *self)
{
  set_full (self, TRUE);
  return uds_ballast_release (self->path);
}
