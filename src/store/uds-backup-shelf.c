/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the copies that lie in the folder "backups" and beside the database, and looks into one. Makes none and puts
 * none back: that is uds-backup.c's. */
#include "uds-backup-shelf.h"

#include "uds-backup-private.h"
#include "uds-migrate-private.h"

#include <glib/gstdio.h>

#define BEFORE_UPDATE "before-update-of-version-"

/* "before-update-of-version-3-2026-11-24.db" */
static gboolean
parse_before_update (const char *name,
                     UdsDate    *date)
{
  const char *day;
  g_autofree char *text = NULL;

  if (!g_str_has_prefix (name, BEFORE_UPDATE) || !g_str_has_suffix (name, ".db"))
    return FALSE;

  day = strchr (name + strlen (BEFORE_UPDATE), '-');
  if (day == NULL)
    return FALSE;
  text = g_strndup (day + 1, strlen (day + 1) - strlen (".db"));
  return uds_date_parse (text, date) && date->day != 0;
}

/* "udsyn.db.replaced-1795478400" or, of the same second, "udsyn.db.replaced-1795478400-2" */
static gboolean
parse_replaced (const char *name,
                const char *database,
                UdsDate    *date)
{
  g_autofree char *base = g_path_get_basename (database);
  g_autofree char *prefix = g_strconcat (base, ".replaced-", NULL);
  char *end;
  gint64 seconds;

  if (!g_str_has_prefix (name, prefix))
    return FALSE;

  seconds = g_ascii_strtoll (name + strlen (prefix), &end, 10);
  if (seconds <= 0 || end[strspn (end, "-0123456789")] != '\0')
    return FALSE;
  *date = uds_date_from_unix (seconds * G_USEC_PER_SEC);
  return TRUE;
}

static void
add (GPtrArray       *backups,
     const char      *folder,
     const char      *name,
     UdsBackupOrigin  origin,
     const UdsDate   *date)
{
  UdsBackup *backup = g_new0 (UdsBackup, 1);
  GStatBuf info;

  backup->path = g_build_filename (folder, name, NULL);
  backup->origin = origin;
  backup->date = *date;
  backup->size = g_stat (backup->path, &info) == 0 ? (guint64) info.st_size : 0;
  g_ptr_array_add (backups, backup);
}

static gboolean
add_of_folder (GPtrArray   *backups,
               const char  *folder,
               const char  *database,
               GError     **error)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  UdsDate date;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  dir = g_dir_open (folder, 0, error);
  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (parse_before_update (name, &date))
      add (backups, folder, name, UDS_BACKUP_BEFORE_UPDATE, &date);
    else if (parse_replaced (name, database, &date))
      add (backups, folder, name, UDS_BACKUP_REPLACED, &date);
  return TRUE;
}

/* Of one day what was replaced comes first: it was made while one worked, the others before. Then by name, which holds
 * the second. */
static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  const UdsBackup *one = *(const UdsBackup *const *) a;
  const UdsBackup *other = *(const UdsBackup *const *) b;
  int order = uds_date_compare (&other->date, &one->date);

  if (order == 0)
    order = (int) other->origin - (int) one->origin;
  return order != 0 ? order : strcmp (other->path, one->path);
}

/**
 * uds_backup_list_all:
 * @database: the path of a database
 * @error: a folder cannot be read
 *
 * Returns: (transfer full) (nullable) (element-type UdsBackup): every copy of @database that can be put back, latest
 *   first; empty where there is none
 */
GPtrArray *
uds_backup_list_all (const char  *database,
                     GError     **error)
{
  g_autoptr (GPtrArray) backups = uds_backup_list (database, error);
  g_autofree char *folder = uds_backup_get_folder (database);
  g_autofree char *beside = g_path_get_dirname (database);

  if (backups == NULL || !add_of_folder (backups, folder, database, error)
      || !add_of_folder (backups, beside, database, error))
    return NULL;

  g_ptr_array_sort (backups, compare_latest_first);
  return g_steal_pointer (&backups);
}

/**
 * uds_backup_content_free:
 * @content: (transfer full): what is in a backup
 */
void
uds_backup_content_free (UdsBackupContent *content)
{
  g_array_unref (content->counts);
  g_free (content);
}

/* A backup of an earlier version does not know every kind. */
static gboolean
count_kind (UdsDatabase       *database,
            const UdsKind     *kind,
            UdsBackupContent  *content,
            GError           **error)
{
  g_autofree char *there = g_strdup_printf ("SELECT count (*) FROM sqlite_schema WHERE \"name\" = '%s'", kind->table);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", kind->table);
  UdsBackupCount count = { kind, 0 };
  gint64 n_tables;

  if (!uds_database_get_integer (database, there, &n_tables, error))
    return FALSE;
  if (n_tables == 0)
    return TRUE;
  if (!uds_database_get_integer (database, sql, &count.n_records, error))
    return FALSE;

  content->n_records += count.n_records;
  if (count.n_records > 0)
    g_array_append_val (content->counts, count);
  return TRUE;
}

/**
 * uds_backup_read_content:
 * @path: a backup
 * @error: it is damaged or none of ours
 *
 * Counts what is in a backup. Takes a moment for a large one: not for the GTK thread.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
UdsBackupContent *
uds_backup_read_content (const char  *path,
                         GError     **error)
{
  UdsDatabaseFlags flags = UDS_DATABASE_READ_ONLY | UDS_DATABASE_IMMUTABLE;
  g_autoptr (UdsDatabase) database = uds_database_open (path, flags, error);
  g_autoptr (UdsBackupContent) content = NULL;
  UdsSchema schema;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  if (database == NULL || !uds_migrate_inspect (database, &schema, error))
    return NULL;

  content = g_new0 (UdsBackupContent, 1);
  content->counts = g_array_new (FALSE, FALSE, sizeof (UdsBackupCount));
  for (guint i = 0; i < n_kinds; i++)
    if (!count_kind (database, kinds[i], content, error))
      return NULL;
  if (!uds_database_get_integer (database, "SELECT coalesce (max (\"at\"), 0) FROM \"change_group\"",
                                 &content->changed_at, error))
    return NULL;
  return g_steal_pointer (&content);
}
