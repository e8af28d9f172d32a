/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a file to the current schema: the numbered migrations of the resources, each once, all in one transaction.
 * What is in them stands in resources/sql; when to migrate and the backup before it are uds-store.c's. */
#include "uds-migrate-private.h"

#include "uds-error.h"
#include "uds-search-private.h"
#include "uds-triggers-private.h"
#include "udsyn-resources.h"

#include <glib/gi18n.h>

#define MIGRATIONS "/dk/kk/Udsyn/sql/sqlite"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of all migrations, in order: the first makes version 1. */
static GStrv
list_migrations (void)
{
  GStrv names = g_resource_enumerate_children (udsyn_get_resource (), MIGRATIONS, 0, NULL);

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  return names;
}

static gboolean
is_empty (UdsDatabase  *database,
          gboolean     *empty,
          GError      **error)
{
  gint64 n_tables;

  if (!uds_database_get_integer (database, "SELECT count (*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  *empty = n_tables == 0;
  return TRUE;
}

/**
 * uds_migrate_inspect:
 * @database: a connection
 * @schema: (out): what its file holds
 * @error: %UDS_ERROR_NOT_OURS where it is some other program's
 *
 * Returns: %FALSE where the file is not ours or cannot be read
 */
gboolean
uds_migrate_inspect (UdsDatabase  *database,
                     UdsSchema    *schema,
                     GError      **error)
{
  g_auto (GStrv) migrations = list_migrations ();
  gint64 application, version;
  gboolean empty = FALSE;

  if (!uds_database_get_integer (database, "PRAGMA application_id", &application, error)
      || (application == 0 && !is_empty (database, &empty, error))
      || !uds_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;

  if (empty)
    {
      *schema = UDS_SCHEMA_NONE;
      return TRUE;
    }
  if (application != UDS_APPLICATION_ID)
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_NOT_OURS, _("The file is not an Udsyn database."));
      return FALSE;
    }

  if (version > g_strv_length (migrations))
    *schema = UDS_SCHEMA_NEWER;
  else
    *schema = version == g_strv_length (migrations) ? UDS_SCHEMA_CURRENT : UDS_SCHEMA_OLDER;
  return TRUE;
}

static gboolean
apply_one (UdsDatabase  *database,
           const char   *name,
           GError      **error)
{
  g_autofree char *path = g_build_path ("/", MIGRATIONS, name, NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (udsyn_get_resource (), path, 0, error);

  /* Data of a resource is followed by a nul byte. */
  return sql != NULL && uds_database_exec (database, g_bytes_get_data (sql, NULL), error);
}

static gboolean
check (UdsDatabase  *database,
       GError      **error)
{
  g_autofree char *broken =
      uds_database_get_text (database, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", error);
  g_autofree char *answer = NULL;

  if (broken == NULL)
    return FALSE;
  answer = uds_database_get_text (database, "PRAGMA quick_check (1)", error);
  if (answer == NULL)
    return FALSE;

  if (*broken == '\0' && g_str_equal (answer, "ok"))
    return TRUE;
  g_set_error (error, UDS_ERROR, UDS_ERROR_CORRUPT, _("The database is damaged: %s"),
               *broken != '\0' ? broken : answer);
  return FALSE;
}

static gboolean
apply_all (UdsDatabase  *database,
           gboolean     *is_new,
           GError      **error)
{
  g_auto (GStrv) migrations = list_migrations ();
  g_autofree char *marks = NULL;
  gint64 version;

  if (!uds_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;

  *is_new = version == 0;
  for (guint i = (guint) version; migrations[i] != NULL; i++)
    if (!apply_one (database, migrations[i], error))
      return FALSE;

  marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u", UDS_APPLICATION_ID,
                           g_strv_length (migrations));
  return uds_triggers_renew (database, error)
         && uds_search_sort_all (database, error)
         && uds_database_exec (database, marks, error)
         && check (database, error);
}

/**
 * uds_migrate_apply:
 * @database: a connection that may write
 * @is_new: (out): whether the file was empty before
 * @error: what went wrong
 *
 * Brings the file to the current schema in one transaction; after a failure the file is as it was.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_migrate_apply (UdsDatabase  *database,
                   gboolean     *is_new,
                   GError      **error)
{
  if (!uds_database_exec (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (apply_all (database, is_new, error) && uds_database_exec (database, "COMMIT", error))
    return TRUE;

  uds_database_exec (database, "ROLLBACK", NULL);
  return FALSE;
}
