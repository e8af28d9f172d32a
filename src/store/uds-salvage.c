/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A damaged database is read table by table into a new one; records that its pages lost come back from the history,
 * which lies in other pages, or from the newest backup. What was there is kept as a copy, one a day at most.
 * Reading around the damage is uds-salvage-rows.c's, the report in words uds-salvage-report.c's. */
#include "uds-salvage.h"

#include "uds-backup-private.h"
#include "uds-error.h"
#include "uds-migrate-private.h"
#include "uds-salvage-rows-private.h"
#include "uds-search-private.h"
#include "uds-session-private.h"
#include "uds-triggers-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct {
  UdsDatabase *from;
  UdsSession session; /* of the new database */
} Work;

typedef gboolean (*KindFunc) (Work           *work,
                              const UdsKind  *kind,
                              GError        **error);

static gboolean
for_each_kind (Work      *work,
               KindFunc   func,
               GError   **error)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (!func (work, kinds[i], error))
      return FALSE;

  return TRUE;
}

/* The first column of all rows, read before anything is changed. */
static GPtrArray *
list_texts (UdsDatabase  *database,
            const char   *sql,
            const char   *argument,
            GError      **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  UDS_STATEMENT statement = uds_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  if (argument != NULL)
    uds_statement_bind_text (statement, 1, argument);
  while (TRUE)
    {
      if (!uds_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&texts);
      g_ptr_array_add (texts, g_strdup (uds_statement_get_text (statement, 0)));
    }
}

/* What is saved is no change that a user made. */
static gboolean
drop_triggers (Work    *work,
               GError **error)
{
  static const char sql_names[] = "SELECT \"name\" FROM sqlite_schema WHERE \"type\" = 'trigger'";
  g_autoptr (GPtrArray) names = list_texts (work->session.database, sql_names, NULL, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER \"%s\"", (const char *) g_ptr_array_index (names, i));

      if (!uds_database_exec (work->session.database, sql, error))
        return FALSE;
    }
  return names != NULL;
}

static gboolean
copy_kind (Work           *work,
           const UdsKind  *kind,
           GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT OR IGNORE INTO temp.\"known\" SELECT '%s', \"id\" FROM \"%s\"",
                                          kind->name, kind->table);

  return uds_salvage_copy_table (work->from, work->session.database, kind->table, error)
         && uds_salvage_note_ids (work->from, work->session.database, kind, error)
         && uds_database_exec (work->session.database, sql, error);
}

/* Groups first; a change without its group belongs to a command nobody knows and cannot be undone. */
static gboolean
copy_history (Work    *work,
              GError **error)
{
  static const char *const tables[] = { "change_group", "change", "store_note" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!uds_salvage_copy_table (work->from, work->session.database, tables[i], error))
      return FALSE;

  return uds_database_exec (work->session.database,
                            "INSERT OR IGNORE INTO temp.\"known\" SELECT \"kind\", \"record\" FROM \"change\" AS c"
                            " WHERE \"after\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"change\" AS d"
                            " WHERE d.\"record\" = c.\"record\" AND d.\"id\" > c.\"id\");"
                            "DELETE FROM \"change\" WHERE \"group_id\" NOT IN (SELECT \"id\" FROM \"change_group\");"
                            "UPDATE \"change_group\" SET \"undoes\" = NULL"
                            " WHERE \"undoes\" NOT IN (SELECT \"id\" FROM \"change_group\");"
                            "UPDATE \"change_group\" SET \"undone_by\" = NULL"
                            " WHERE \"undone_by\" NOT IN (SELECT \"id\" FROM \"change_group\")",
                            error);
}

static GPtrArray *
list_missing (Work           *work,
              const UdsKind  *kind,
              GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\" FROM temp.\"known\" WHERE \"kind\" = $1"
                                          " AND \"id\" NOT IN (SELECT \"id\" FROM \"%s\")",
                                          kind->table);

  return list_texts (work->session.database, sql, kind->name, error);
}

/* Puts a record back, unless what was found of it is no valid record any more. */
static gboolean
put_back (Work       *work,
          UdsRecord  *record,
          GError    **error)
{
  g_autoptr (GError) failure = NULL;

  if (!uds_record_validate (record, NULL) || uds_session_insert (&work->session, record, &failure)
      || g_error_matches (failure, UDS_ERROR, UDS_ERROR_CONFLICT))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
restore_from_history (Work           *work,
                      const UdsKind  *kind,
                      GError        **error)
{
  g_autoptr (GPtrArray) missing = list_missing (work, kind, error);

  for (guint i = 0; missing != NULL && i < missing->len; i++)
    {
      const char *id = g_ptr_array_index (missing, i);
      g_autoptr (GPtrArray) latest = list_texts (work->session.database,
                                                 "SELECT \"after\" FROM \"change\" WHERE \"record\" = $1"
                                                 " ORDER BY \"id\" DESC LIMIT 1",
                                                 id, error);
      g_autoptr (UdsRecord) record = NULL;

      if (latest == NULL)
        return FALSE;
      if (latest->len == 0 || g_ptr_array_index (latest, 0) == NULL)
        continue;
      record = uds_session_read_snapshot (&work->session, kind, id, g_ptr_array_index (latest, 0), NULL);
      if (record != NULL && !put_back (work, record, error))
        return FALSE;
    }
  return missing != NULL;
}

/* The damaged file is @work's until now; here it is a sound backup. */
static gboolean
restore_from_backup (Work           *work,
                     const UdsKind  *kind,
                     GError        **error)
{
  g_autoptr (GPtrArray) missing = list_missing (work, kind, error);
  UdsSession backup = { work->from, work->session.clock, 0 };

  for (guint i = 0; missing != NULL && i < missing->len; i++)
    {
      g_autoptr (UdsRecord) record = uds_session_get (&backup, kind, g_ptr_array_index (missing, i), NULL);

      if (record != NULL && !put_back (work, record, error))
        return FALSE;
    }
  return missing != NULL;
}

/* What refers to a record that is lost forgets it, or goes with it where it is nothing without it. */
static gboolean
release_lost (Work           *work,
              const UdsKind  *kind,
              GError        **error)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsField *field = &kind->fields[i];
      const UdsKind *target = field->target != NULL ? uds_kind_lookup (field->target) : NULL;
      g_autofree char *lost = NULL;
      g_autofree char *sql = NULL;

      if (target == NULL)
        continue;
      lost = g_strdup_printf ("WHERE \"%s\" IS NOT NULL AND \"%s\" NOT IN (SELECT \"id\" FROM \"%s\")", field->name,
                              field->name, target->table);
      if (field->flags & (UDS_FIELD_REQUIRED | UDS_FIELD_OWNER))
        sql = g_strdup_printf ("DELETE FROM \"%s\" %s", kind->table, lost);
      else
        sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL %s", kind->table, field->name, lost);
      if (!uds_database_exec (work->session.database, sql, error))
        return FALSE;
    }

  return TRUE;
}

/* Again and again, as parts of lost records may have parts of their own. */
static gboolean
release_all_lost (Work    *work,
                  GError **error)
{
  sqlite3 *handle = uds_database_get_handle (work->session.database);

  while (TRUE)
    {
      int before = sqlite3_total_changes (handle);

      if (!for_each_kind (work, release_lost, error))
        return FALSE;
      if (sqlite3_total_changes (handle) == before)
        return TRUE;
    }
}

static gboolean
index_kind (Work           *work,
            const UdsKind  *kind,
            GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\" FROM \"%s\" ORDER BY \"id\"", kind->table);
  g_autoptr (GPtrArray) ids = NULL;

  if (!uds_kind_is_searchable (kind))
    return TRUE;

  ids = list_texts (work->session.database, sql, NULL, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (UdsRecord) record = uds_session_get (&work->session, kind, g_ptr_array_index (ids, i), error);

      if (record == NULL || !uds_search_put (work->session.database, record, error))
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
count_kinds (Work        *work,
             UdsSalvage  *salvage,
             GError     **error)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      UdsSalvageCount count = { kinds[i] };
      g_autofree char *known = g_strdup_printf ("SELECT count (*) FROM temp.\"known\" WHERE \"kind\" = '%s'",
                                                kinds[i]->name);
      g_autofree char *saved = g_strdup_printf ("SELECT count (*) FROM \"%s\"", kinds[i]->table);

      if (!uds_database_get_integer (work->session.database, known, &count.n_known, error)
          || !uds_database_get_integer (work->session.database, saved, &count.n_saved, error))
        return FALSE;
      if (count.n_known > 0)
        g_array_append_val (salvage->counts, count);
    }

  return TRUE;
}

static char *
find_sound_backup (const char *database)
{
  g_autoptr (GPtrArray) backups = uds_backup_list (database, NULL);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const UdsBackup *backup = g_ptr_array_index (backups, i);

      if (uds_backup_verify (backup->path, NULL))
        return g_strdup (backup->path);
    }
  return NULL;
}

/* What the damaged file does not even name any more is missing too, unless its history says that it was deleted. */
static gboolean
note_backup (Work           *work,
             const UdsKind  *kind,
             GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM temp.\"known\" WHERE \"kind\" = '%s'"
                                          " AND \"id\" NOT IN (SELECT \"id\" FROM \"%s\")"
                                          " AND EXISTS (SELECT 1 FROM \"change\" AS c"
                                          " WHERE c.\"record\" = \"known\".\"id\" AND c.\"after\" IS NULL"
                                          " AND NOT EXISTS (SELECT 1 FROM \"change\" AS d"
                                          " WHERE d.\"record\" = c.\"record\" AND d.\"id\" > c.\"id\"))",
                                          kind->name, kind->table);

  return uds_salvage_note_ids (work->from, work->session.database, kind, error)
         && uds_database_exec (work->session.database, sql, error);
}

static gboolean
fill_from_backup (Work        *work,
                  const char  *database,
                  GError     **error)
{
  g_autofree char *path = find_sound_backup (database);
  UdsDatabaseFlags flags = UDS_DATABASE_READ_ONLY | UDS_DATABASE_IMMUTABLE;
  g_autoptr (UdsDatabase) backup = path != NULL ? uds_database_open (path, flags, NULL) : NULL;
  Work filling = { backup, work->session };

  return backup == NULL
         || (for_each_kind (&filling, note_backup, error) && for_each_kind (&filling, restore_from_backup, error));
}

static gboolean
rebuild (Work        *work,
         const char  *database,
         UdsSalvage  *salvage,
         GError     **error)
{
  UdsDatabase *to = work->session.database;

  return uds_database_exec (to,
                            "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;"
                            "CREATE TEMP TABLE \"known\" (\"kind\", \"id\", PRIMARY KEY (\"kind\", \"id\"))",
                            error)
         && drop_triggers (work, error)
         && for_each_kind (work, copy_kind, error)
         && copy_history (work, error)
         && for_each_kind (work, restore_from_history, error)
         && fill_from_backup (work, database, error)
         && release_all_lost (work, error)
         && for_each_kind (work, index_kind, error)
         && count_kinds (work, salvage, error)
         && uds_triggers_renew (to, error)
         && uds_database_exec (to, "COMMIT", error);
}

/* The file with its log; alone where the log is what is damaged. */
static UdsDatabase *
open_damaged (const char *path)
{
  static const UdsDatabaseFlags ways[] = { UDS_DATABASE_READ_ONLY, UDS_DATABASE_READ_ONLY | UDS_DATABASE_IMMUTABLE };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (UdsDatabase) database = uds_database_open (path, ways[i], NULL);
      gint64 n_tables;

      if (database != NULL
          && uds_database_get_integer (database, "SELECT count (*) FROM sqlite_schema", &n_tables, NULL))
        return g_steal_pointer (&database);
    }
  return NULL;
}

/* What a newer Udsyn wrote has fields that would be lost here. */
static gboolean
refuse_newer (UdsDatabase  *from,
              GError      **error)
{
  UdsSchema schema;

  if (!uds_migrate_inspect (from, &schema, NULL) || schema != UDS_SCHEMA_NEWER)
    return FALSE;

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_NEWER,
                       _("A newer Udsyn wrote the damaged database. Install the update to save what is in it."));
  return TRUE;
}

/* Writes all that can be read into a new file. */
static gboolean
write_new (const char  *database,
           const char  *path,
           UdsClock    *clock,
           UdsSalvage  *salvage,
           GError     **error)
{
  g_autoptr (UdsDatabase) from = open_damaged (database);
  g_autoptr (UdsDatabase) to = NULL;
  Work work = { from, { NULL, clock, 0 } };
  gboolean is_new;

  if (from == NULL)
    return TRUE;
  if (refuse_newer (from, error))
    return FALSE;

  to = uds_database_open (path, 0, error);
  if (to == NULL || !uds_migrate_apply (to, &is_new, error))
    return FALSE;
  work.session.database = to;
  return rebuild (&work, database, salvage, error);
}

static char *
add_ending (const char *path,
            const char *ending)
{
  return g_strconcat (path, ending, NULL);
}

static gboolean
copy_if_there (const char  *from,
               const char  *to,
               GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) destination = g_file_new_for_path (to);

  return !g_file_test (from, G_FILE_TEST_EXISTS)
         || g_file_copy (source, destination, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}

/* One copy a day: a machine that damages every file must not fill its disk with them. */
static gboolean
keep (const char  *database,
      UdsClock    *clock,
      UdsSalvage  *salvage,
      GError     **error)
{
  UdsDate today = uds_clock_get_today (clock);
  g_autofree char *day = uds_date_to_string (&today);
  g_autofree char *kept = g_strdup_printf ("%s.corrupt-%s", database, day);
  g_autofree char *log = add_ending (database, "-wal");
  g_autofree char *kept_log = add_ending (kept, "-wal");

  if (g_file_test (kept, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!copy_if_there (log, kept_log, error) || !copy_if_there (database, kept, error))
    return FALSE;

  salvage->kept = g_steal_pointer (&kept);
  return TRUE;
}

/* The old log would be read into the new file. */
static void
remove_log (const char *database)
{
  static const char *const endings[] = { "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = add_ending (database, endings[i]);

      g_unlink (path);
    }
}

/* Where there is no copy of today's damage yet, none but the one just kept is needed. */
static void
drop_second_copy (UdsSalvage *salvage,
                  const char *aside)
{
  if (salvage->kept == NULL || aside == NULL)
    return;

  g_unlink (aside);
  remove_log (aside);
}

static gboolean
put_backup (const char  *database,
            UdsClock    *clock,
            UdsSalvage  *salvage,
            GError     **error)
{
  g_autofree char *aside = NULL;

  salvage->backup = find_sound_backup (database);
  salvage->is_empty = salvage->backup == NULL;
  if (salvage->backup != NULL && !uds_backup_restore (salvage->backup, database, clock, &aside, error))
    return FALSE;
  if (salvage->is_empty
      && (!uds_backup_set_aside (database, clock, &aside, error) || g_unlink (database) != 0))
    return FALSE;

  drop_second_copy (salvage, aside);
  return TRUE;
}

static gboolean
replace (const char  *database,
         const char  *temporary,
         UdsClock    *clock,
         UdsSalvage  *salvage,
         GError     **error)
{
  if (!write_new (database, temporary, clock, salvage, error))
    return FALSE;
  if (salvage->counts->len == 0)
    return put_backup (database, clock, salvage, error);
  if (!uds_backup_verify (temporary, error))
    return FALSE;

  remove_log (database);
  return uds_backup_publish (temporary, database, error);
}

/**
 * uds_salvage_run:
 * @database: the path of a damaged database; no store may have it open
 * @clock: the clock
 * @error: what went wrong: the disk is full, another program has the file open; @database is then as before
 *
 * Puts a sound database in the place of @database with all that could be read of it and what the newest sound backup
 * has besides; where nothing could be read, that backup itself; where there is none, nothing. The damaged file is kept
 * beside it, once a day. Takes seconds for large files: not for the GTK thread.
 *
 * Returns: (transfer full) (nullable): what was saved
 */
UdsSalvage *
uds_salvage_run (const char  *database,
                 UdsClock    *clock,
                 GError     **error)
{
  g_autoptr (UdsSalvage) salvage = g_new0 (UdsSalvage, 1);
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.part", database, g_random_int ());
  gboolean replaced;

  salvage->counts = g_array_new (FALSE, FALSE, sizeof (UdsSalvageCount));
  if (uds_backup_refuse_in_use (database, error) || !keep (database, clock, salvage, error))
    return NULL;

  replaced = replace (database, temporary, clock, salvage, error);
  g_unlink (temporary);
  remove_log (temporary);
  return replaced ? g_steal_pointer (&salvage) : NULL;
}
