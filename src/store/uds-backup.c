/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a copy by VACUUM INTO a name nobody uses, syncs it and only then gives it its own; keeps the copies of 7 days,
 * 4 weeks and 12 months in the folder "backups" beside the database. Repairing a damaged file is uds-salvage.c's. */
#include "uds-backup-private.h"

#include "uds-error.h"
#include "uds-migrate-private.h"
#include "uds-place-private.h"
#include "uds-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define DAYS_KEPT 7
#define WEEKS_KEPT 4
#define MONTHS_KEPT 12

#define PREFIX "udsyn-"
#define SUFFIX ".db"

/**
 * uds_backup_free:
 * @backup: (transfer full): a backup
 */
void
uds_backup_free (UdsBackup *backup)
{
  g_free (backup->path);
  g_free (backup);
}

static gboolean
fail_with_errno (const char  *path,
                 GError     **error)
{
  int code = errno;

  g_set_error (error, UDS_ERROR, code == ENOSPC ? UDS_ERROR_FULL : UDS_ERROR_IO,
               /* Translators: a file or folder, then what the system says */
               _("“%s” could not be written: %s"), path, g_strerror (code));
  return FALSE;
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    fail_with_errno (path, error);
  if (fd >= 0)
    g_close (fd, NULL);
  return synced;
}

/**
 * uds_backup_sync_file:
 * @path: a file
 * @error: what went wrong
 *
 * Returns: %FALSE where not every byte of it is on the disk
 */
gboolean
uds_backup_sync_file (const char  *path,
                      GError     **error)
{
  return sync_path (path, 0, error);
}

/**
 * uds_backup_sync_folder:
 * @path: a file
 * @error: what went wrong
 *
 * Returns: %FALSE where its name in its folder is not on the disk
 */
gboolean
uds_backup_sync_folder (const char  *path,
                        GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, O_DIRECTORY, error);
}

/**
 * uds_backup_publish:
 * @temporary: a file that nobody has open
 * @path: its name to be; what has it is replaced
 * @error: what went wrong
 *
 * Syncs a file and then gives it its name: who sees that sees a whole file.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_backup_publish (const char  *temporary,
                    const char  *path,
                    GError     **error)
{
  if (!uds_backup_sync_file (temporary, error))
    return FALSE;
  if (g_rename (temporary, path) != 0)
    return fail_with_errno (path, error);
  return uds_backup_sync_folder (path, error);
}

static gboolean
vacuum_into (UdsDatabase  *database,
             const char   *path,
             GError      **error)
{
  UDS_STATEMENT statement = uds_database_prepare (database, "VACUUM INTO $1", error);

  if (statement == NULL)
    return FALSE;

  uds_statement_bind_text (statement, 1, path);
  return uds_database_run (database, statement, error);
}

/**
 * uds_backup_verify:
 * @path: a database that nobody has open
 * @error: what is wrong with it
 *
 * A copy that cannot be read is worse than none.
 *
 * Returns: whether it is sound and ours
 */
gboolean
uds_backup_verify (const char  *path,
                   GError     **error)
{
  g_autoptr (UdsDatabase) copy = uds_database_open (path, UDS_DATABASE_READ_ONLY | UDS_DATABASE_IMMUTABLE, error);
  g_autofree char *answer = NULL;
  UdsSchema schema;

  if (copy == NULL || !uds_migrate_inspect (copy, &schema, error))
    return FALSE;
  if (schema == UDS_SCHEMA_NONE)
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_NOT_OURS, _("The file is not an Udsyn database."));
      return FALSE;
    }

  answer = uds_database_get_text (copy, "PRAGMA quick_check (1)", error);
  if (answer == NULL)
    return FALSE;
  if (g_str_equal (answer, "ok"))
    return TRUE;
  g_set_error (error, UDS_ERROR, UDS_ERROR_CORRUPT, _("The database is damaged: %s"), answer);
  return FALSE;
}

/**
 * uds_backup_is_sound:
 * @path: a database that nobody has open
 *
 * Returns: whether it can be put back; reads all of it
 */
gboolean
uds_backup_is_sound (const char *path)
{
  return uds_backup_verify (path, NULL);
}

/**
 * uds_backup_write:
 * @database: a connection outside a transaction
 * @path: the copy to make; replaced where it exists
 * @error: what went wrong; @path is then as before
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_backup_write (UdsDatabase  *database,
                  const char   *path,
                  GError      **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.part", path, g_random_int ());

  if (vacuum_into (database, temporary, error) && uds_backup_verify (temporary, error)
      && uds_backup_publish (temporary, path, error))
    return TRUE;

  g_unlink (temporary);
  return FALSE;
}

/* VACUUM INTO counts as writing even though the database stays as it is. */
static gboolean
backup_connection (UdsDatabase  *database,
                   gpointer      data,
                   GError      **error)
{
  gint64 query_only;
  gboolean written;

  if (!uds_database_get_integer (database, "PRAGMA query_only", &query_only, error)
      || !uds_database_exec (database, "PRAGMA query_only = OFF", error))
    return FALSE;

  written = uds_backup_write (database, data, error);
  if (query_only != 0)
    uds_database_exec (database, "PRAGMA query_only = ON", NULL);
  return written;
}

/**
 * uds_store_backup:
 * @store: a store
 * @path: the copy to make; replaced where it exists
 * @error: what went wrong; @path is then as before
 *
 * Copies the database as it is now, whole. Not for the GTK thread.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_store_backup (UdsStore    *store,
                  const char  *path,
                  GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  return uds_store_with_connection (store, backup_connection, absolute, error);
}

/* Backups made by the store itself */

/**
 * uds_backup_get_folder:
 * @database: the path of a database
 *
 * Returns: (transfer full): the folder of its backups
 */
char *
uds_backup_get_folder (const char *database)
{
  g_autofree char *parent = g_path_get_dirname (database);

  return g_build_filename (parent, "backups", NULL);
}

/* "udsyn-2026-11-24.db", or nothing: what else lies in the folder is not ours to count or remove. */
static gboolean
parse_name (const char *name,
            UdsDate    *date)
{
  g_autofree char *day = NULL;

  if (!g_str_has_prefix (name, PREFIX) || !g_str_has_suffix (name, SUFFIX))
    return FALSE;

  day = g_strndup (name + strlen (PREFIX), strlen (name) - strlen (PREFIX) - strlen (SUFFIX));
  return uds_date_parse (day, date) && date->day != 0;
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  const UdsBackup *one = *(const UdsBackup *const *) a;
  const UdsBackup *other = *(const UdsBackup *const *) b;

  return uds_date_compare (&other->date, &one->date);
}

/**
 * uds_backup_list:
 * @database: the path of a database
 * @error: the folder cannot be read
 *
 * Returns: (transfer full) (nullable) (element-type UdsBackup): the daily backups of @database, latest first
 */
GPtrArray *
uds_backup_list (const char  *database,
                 GError     **error)
{
  g_autofree char *folder = uds_backup_get_folder (database);
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_backup_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&backups);
  dir = g_dir_open (folder, 0, error);
  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      UdsBackup *backup;
      GStatBuf info;
      UdsDate date;

      if (!parse_name (name, &date))
        continue;
      backup = g_new0 (UdsBackup, 1);
      backup->path = g_build_filename (folder, name, NULL);
      backup->date = date;
      backup->size = g_stat (backup->path, &info) == 0 ? (guint64) info.st_size : 0;
      g_ptr_array_add (backups, backup);
    }

  g_ptr_array_sort (backups, compare_latest_first);
  return g_steal_pointer (&backups);
}

static gboolean
is_same_week (const UdsDate *a,
              const UdsDate *b)
{
  int year_a, year_b;
  int week_a = uds_date_get_iso_week (a, &year_a);
  int week_b = uds_date_get_iso_week (b, &year_b);

  return week_a == week_b && year_a == year_b;
}

static gboolean
is_same_month (const UdsDate *a,
               const UdsDate *b)
{
  return a->year == b->year && a->month == b->month;
}

/* Whether a backup is the latest of its week or month, and that one of the @n_kept latest that have any. */
static gboolean
is_kept_by (GPtrArray  *backups,
            guint       index,
            gboolean  (*same) (const UdsDate *, const UdsDate *),
            guint       n_kept)
{
  const UdsBackup *backup = g_ptr_array_index (backups, index);
  guint n_periods = 0;

  for (guint i = 0; i <= index; i++)
    {
      const UdsBackup *later = g_ptr_array_index (backups, i);
      const UdsBackup *before = i > 0 ? g_ptr_array_index (backups, i - 1) : NULL;

      if (before == NULL || !same (&before->date, &later->date))
        n_periods++;
      if (i < index && same (&later->date, &backup->date))
        return FALSE;
    }

  return n_periods <= n_kept;
}

/**
 * uds_backup_is_kept:
 * @backups: (element-type UdsBackup): all backups, latest first
 * @index: one of them
 *
 * Returns: whether it is one of the latest 7, or the latest of one of 4 weeks or 12 months
 */
gboolean
uds_backup_is_kept (GPtrArray *backups,
                    guint      index)
{
  return index < DAYS_KEPT || is_kept_by (backups, index, is_same_week, WEEKS_KEPT)
         || is_kept_by (backups, index, is_same_month, MONTHS_KEPT);
}

static void
rotate (const char *database)
{
  g_autoptr (GPtrArray) backups = uds_backup_list (database, NULL);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const UdsBackup *backup = g_ptr_array_index (backups, i);

      if (!uds_backup_is_kept (backups, i))
        g_unlink (backup->path);
    }
}

static gboolean
write_named (UdsDatabase  *database,
             const char   *path,
             const char   *name,
             GError      **error)
{
  g_autofree char *folder = uds_backup_get_folder (path);
  g_autofree char *copy = g_build_filename (folder, name, NULL);

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_with_errno (folder, error);
  return uds_backup_write (database, copy, error);
}

/**
 * uds_backup_daily:
 * @database: a connection outside a transaction
 * @path: the database's file
 * @today: the date
 * @error: what went wrong
 *
 * Makes today's backup unless there is one, then removes those that are past keeping.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_backup_daily (UdsDatabase    *database,
                  const char     *path,
                  const UdsDate  *today,
                  GError        **error)
{
  g_autofree char *day = uds_date_to_string (today);
  g_autofree char *name = g_strconcat (PREFIX, day, SUFFIX, NULL);

  if (!write_named (database, path, name, error))
    return FALSE;

  rotate (path);
  return TRUE;
}

/**
 * uds_backup_before_migration:
 * @database: a connection outside a transaction
 * @path: the database's file
 * @today: the date
 * @error: what went wrong
 *
 * Keeps the file as the earlier version left it. Such copies are never removed by us.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_backup_before_migration (UdsDatabase    *database,
                             const char     *path,
                             const UdsDate  *today,
                             GError        **error)
{
  g_autofree char *day = uds_date_to_string (today);
  g_autofree char *name = NULL;
  gint64 version;

  if (!uds_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;

  name = g_strdup_printf ("before-update-of-version-%" G_GINT64_FORMAT "-%s" SUFFIX, version, day);
  return write_named (database, path, name, error);
}

/* Putting a backup back */

static gboolean
copy_file (const char  *from,
           const char  *to,
           GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) destination = g_file_new_for_path (to);

  return g_file_copy (source, destination, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

/* What the log holds goes into the file. One too damaged for that keeps its log. */
static void
bring_to_rest (const char *database)
{
  uds_database_close (uds_database_open (database, 0, NULL));
}

/* A name that nothing has: what was replaced is never replaced itself. */
static char *
make_aside (const char *database,
            UdsClock   *clock)
{
  gint64 seconds = uds_clock_get_now (clock) / G_USEC_PER_SEC;
  char *aside = g_strdup_printf ("%s.replaced-%" G_GINT64_FORMAT, database, seconds);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.replaced-%" G_GINT64_FORMAT "-%u", database, seconds, i);
    }
  return aside;
}

/**
 * uds_backup_refuse_in_use:
 * @database: a database that this program does not have open
 * @error: where to say so (%UDS_ERROR_BUSY)
 *
 * A program that has the file open would go on writing into what is no longer the database.
 *
 * Returns: whether another program has it open
 */
gboolean
uds_backup_refuse_in_use (const char  *database,
                          GError     **error)
{
  if (!uds_place_is_in_use (database))
    return FALSE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_BUSY,
               _("Another program is using “%s”. Close it there and try again."), database);
  return TRUE;
}

/**
 * uds_backup_set_aside:
 * @database: a database; no store may have it open
 * @clock: the clock
 * @aside: (out) (transfer full) (nullable): its second name; %NULL where there is no such file
 * @error: what went wrong
 *
 * The file gets a second name that says when it was replaced, and keeps its own until another takes it: at no moment
 * is there no database. A log that is left would be taken for the other's, so it goes too.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_backup_set_aside (const char  *database,
                      UdsClock    *clock,
                      char       **aside,
                      GError     **error)
{
  static const char *const logs[] = { "-wal", "-shm" };
  g_autofree char *name = make_aside (database, clock);

  *aside = NULL;
  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    return TRUE;

  bring_to_rest (database);
  if (link (database, name) != 0 && !copy_file (database, name, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *path = g_strconcat (database, logs[i], NULL);
      g_autofree char *log_aside = g_strconcat (name, logs[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (path, log_aside) != 0)
        return fail_with_errno (path, error);
    }

  *aside = g_steal_pointer (&name);
  return TRUE;
}

/**
 * uds_backup_restore:
 * @backup: a copy made by Udsyn
 * @database: the database to put it in the place of; no store may have it open
 * @clock: the clock
 * @aside: (out) (transfer full) (optional) (nullable): where what was there is kept; %NULL where nothing was
 * @error: what went wrong; @database is then as before
 *
 * Puts a backup back. What was there is kept beside it under another name.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_backup_restore (const char  *backup,
                    const char  *database,
                    UdsClock    *clock,
                    char       **aside,
                    GError     **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.part", database, g_random_int ());
  g_autofree char *replaced = NULL;

  if (uds_backup_refuse_in_use (database, error) || !uds_backup_verify (backup, error))
    return FALSE;
  if (copy_file (backup, temporary, error) && uds_backup_verify (temporary, error) && sync_path (temporary, 0, error)
      && uds_backup_set_aside (database, clock, &replaced, error) && uds_backup_publish (temporary, database, error))
    {
      if (aside != NULL)
        *aside = g_steal_pointer (&replaced);
      return TRUE;
    }

  g_unlink (temporary);
  return FALSE;
}
