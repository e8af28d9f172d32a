/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making records inside a command: one with its place in the search index, or many at once. What becomes of a record
 * later is uds-session-write.c's. */
#include "uds-session-private.h"

#include "uds-error.h"
#include "uds-query-private.h"
#include "uds-search-private.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>

/* So many rows are written by one statement where there are many: most of what a statement costs is to begin it. */
#define BATCH 50u

static void
append_row (const UdsKind *kind,
            guint          row,
            GString       *sql)
{
  guint n_columns = kind->n_fields + 2;

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, "%s$%u", i == 0 ? "(" : ", ", row * n_columns + i + 1);
  g_string_append_c (sql, ')');
}

static char *
make_rows_sql (const UdsKind *kind,
               guint          n_rows)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (", kind->table);
  uds_kind_append_columns (kind, TRUE, sql);
  g_string_append (sql, ") VALUES ");
  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      append_row (kind, i, sql);
    }
  return g_string_free (sql, FALSE);
}

static char *
make_insert_sql (const UdsKind *kind)
{
  return make_rows_sql (kind, 1);
}

static char *
make_batch_sql (const UdsKind *kind)
{
  return make_rows_sql (kind, BATCH);
}

static void
bind_row (sqlite3_stmt *statement,
          UdsRecord    *record,
          guint         row)
{
  const UdsKind *kind = uds_record_get_kind (record);
  int first = (int) (row * (kind->n_fields + 2)) + 1;

  uds_statement_bind_text (statement, first, uds_record_get_id (record));
  sqlite3_bind_int64 (statement, first + 1, uds_record_get_version (record));
  for (guint i = 0; i < kind->n_fields; i++)
    uds_statement_bind_value (statement, first + 2 + (int) i, uds_record_peek (record, i));
}

/**
 * uds_session_insert:
 * @self: a session inside a command
 * @record: a record with an id and a version
 * @error: what went wrong
 *
 * Writes a whole record and indexes it.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_insert (UdsSession  *self,
                    UdsRecord   *record,
                    GError     **error)
{
  const UdsKind *kind = uds_record_get_kind (record);
  UDS_STATEMENT statement = uds_database_prepare_for (self->database, kind, make_insert_sql, error);

  if (statement == NULL)
    return FALSE;

  bind_row (statement, record, 0);
  return uds_database_run (self->database, statement, error)
         && (!uds_kind_is_searchable (kind) || uds_search_put (self->database, record, error));
}

static gboolean
give_identity (UdsSession  *self,
               UdsRecord   *record,
               GError     **error)
{
  const char *given = uds_record_get_id (record);
  char id[UDS_UUID_LENGTH + 1];

  if (given != NULL && !uds_uuid_is_valid (given))
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("“%s” is not the id of a record."), given);
      return FALSE;
    }

  if (given != NULL)
    g_strlcpy (id, given, sizeof id);
  else
    uds_uuid_make (id, uds_clock_get_now (self->clock));
  uds_record_set_identity (record, id, 1);
  return TRUE;
}

/**
 * uds_session_insert_new:
 * @self: a session inside a command
 * @record: a new record
 * @error: what went wrong
 *
 * The same for a record that has no id yet, or one that its maker gave it.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_insert_new (UdsSession  *self,
                        UdsRecord   *record,
                        GError     **error)
{
  return give_identity (self, record, error) && uds_session_insert (self, record, error);
}

/* Whether all of a batch could be written; where not, none of them was. */
static gboolean
insert_batch (UdsSession        *self,
              UdsRecord *const  *records)
{
  const UdsKind *kind = uds_record_get_kind (records[0]);
  UDS_STATEMENT statement = uds_database_prepare_for (self->database, kind, make_batch_sql, NULL);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < BATCH; i++)
    bind_row (statement, records[i], i);
  return uds_database_run (self->database, statement, NULL);
}

/* One by one, which says what is wrong with which. */
static gboolean
insert_each (UdsSession        *self,
             UdsRecord *const  *records,
             guint              n_records,
             GError           **error)
{
  for (guint i = 0; i < n_records; i++)
    if (!uds_session_insert (self, records[i], error))
      return FALSE;
  return TRUE;
}

/**
 * uds_session_add:
 * @self: a session inside a command
 * @records: (array length=n_records): new records of one kind
 * @n_records: how many
 * @error: what is wrong with one of them
 *
 * Keeps new records as uds_session_save() does, many of them sooner.
 *
 * Returns: %FALSE on failure; some may have been kept, as the command is taken back
 */
gboolean
uds_session_add (UdsSession        *self,
                 UdsRecord *const  *records,
                 guint              n_records,
                 GError           **error)
{
  guint n_batched = 0;

  g_return_val_if_fail (self->group != 0, FALSE);

  for (guint i = 0; i < n_records; i++)
    if (!uds_record_validate (records[i], error) || !give_identity (self, records[i], error))
      return FALSE;

  if (n_records >= BATCH && !uds_kind_is_searchable (uds_record_get_kind (records[0])))
    n_batched = n_records - n_records % BATCH;
  for (guint i = 0; i < n_batched; i += BATCH)
    if (!insert_batch (self, records + i) && !insert_each (self, records + i, BATCH, error))
      return FALSE;
  if (!insert_each (self, records + n_batched, n_records - n_batched, error))
    return FALSE;

  for (guint i = 0; i < n_records; i++)
    uds_record_mark_stored (records[i]);
  return TRUE;
}
