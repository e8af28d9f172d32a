/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a command back: its changes are applied backwards, latest first, as a new command of their own. A record that
 * was changed since in the same fields is somebody's later word: then nothing is taken back, and a message says why. */
#include "uds-history.h"

#include "uds-error.h"
#include "uds-search-private.h"
#include "uds-session-private.h"
#include "uds-triggers-private.h"

#include <glib/gi18n.h>

/* Fills a record from a JSON object of the history; done by SQLite, which wrote the object, so that numbers and text
 * come back to the last bit. */
static sqlite3_stmt *
prepare_snapshot (UdsSession     *self,
                  const UdsKind  *kind,
                  GError        **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT NULL, $1 ->> '$.version'");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", $1 ->> '$.%s'", kind->fields[i].name);
  return uds_database_prepare (self->database, sql->str, error);
}

/* A whole number in a REAL column comes back from JSON as a whole number: the field knows better. */
static void
read_snapshot_value (sqlite3_stmt   *statement,
                     int             column,
                     const UdsField *field,
                     UdsValue       *value)
{
  uds_statement_get_value (statement, column, value);
  if (field->type == UDS_FIELD_REAL && value->type == UDS_VALUE_INTEGER)
    *value = (UdsValue) { UDS_VALUE_REAL, .real = (double) value->integer };
}

/**
 * uds_session_read_snapshot:
 * @self: a session
 * @kind: a kind
 * @id: the id of a record that need not be there any more
 * @json: the record as the history has it
 * @error: what is wrong with @json
 *
 * Returns: (transfer full) (nullable): the record as it was then
 */
UdsRecord *
uds_session_read_snapshot (UdsSession     *self,
                           const UdsKind  *kind,
                           const char     *id,
                           const char     *json,
                           GError        **error)
{
  g_autoptr (UdsRecord) record = uds_record_new (kind);
  UDS_STATEMENT statement = prepare_snapshot (self, kind, error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  uds_statement_bind_text (statement, 1, json);
  if (!uds_database_step (self->database, statement, &row, error))
    return NULL;

  uds_record_set_identity (record, id, sqlite3_column_int64 (statement, 1));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      UdsValue value;

      read_snapshot_value (statement, (int) i + 2, &kind->fields[i], &value);
      uds_record_put (record, i, &value);
    }
  uds_record_mark_stored (record);
  return g_steal_pointer (&record);
}

/* The record as it is now, or none without an error where it is gone. */
static gboolean
read_current (UdsSession     *self,
              const UdsKind  *kind,
              const char     *id,
              UdsRecord     **current,
              GError        **error)
{
  g_autoptr (GError) failure = NULL;

  *current = uds_session_get (self, kind, id, &failure);
  if (*current != NULL || g_error_matches (failure, UDS_ERROR, UDS_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
refuse (const UdsKind  *kind,
        GError        **error)
{
  g_set_error (error, UDS_ERROR, UDS_ERROR_CONFLICT,
               /* Translators: %s is a kind of record, such as Indicator */
               _("This cannot be undone on its own: “%s” was changed again later. Undo the later change first."),
               _(kind->label));
  return FALSE;
}

static gboolean
is_same (UdsRecord *a,
         UdsRecord *b)
{
  const UdsKind *kind = uds_record_get_kind (a);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!uds_value_equal (uds_record_peek (a, i), uds_record_peek (b, i)))
      return FALSE;

  return TRUE;
}

/* What was made is deleted, if it is still what was made. */
static gboolean
take_back_creation (UdsSession       *self,
                    const UdsKind    *kind,
                    const UdsChange  *change,
                    GError          **error)
{
  g_autoptr (UdsRecord) after = uds_session_read_snapshot (self, kind, change->record, change->after, error);
  g_autoptr (UdsRecord) current = NULL;

  if (after == NULL || !read_current (self, kind, change->record, &current, error))
    return FALSE;
  if (current == NULL || !is_same (current, after))
    return refuse (kind, error);

  return uds_session_delete_row (self, kind, change->record, error);
}

/* What was deleted is made again, with the id it had and a later version than anybody has seen. */
static gboolean
take_back_deletion (UdsSession       *self,
                    const UdsKind    *kind,
                    const UdsChange  *change,
                    GError          **error)
{
  g_autoptr (UdsRecord) before = uds_session_read_snapshot (self, kind, change->record, change->before, error);

  if (before == NULL)
    return FALSE;

  uds_record_set_identity (before, change->record, uds_record_get_version (before) + 1);
  return uds_session_insert (self, before, error);
}

/* The fields that were changed get their former values, if they still hold the later ones. */
static gboolean
take_back_update (UdsSession       *self,
                  const UdsKind    *kind,
                  const UdsChange  *change,
                  GError          **error)
{
  g_autoptr (UdsRecord) before = uds_session_read_snapshot (self, kind, change->record, change->before, error);
  g_autoptr (UdsRecord) after = uds_session_read_snapshot (self, kind, change->record, change->after, error);
  g_autoptr (UdsRecord) current = NULL;

  if (before == NULL || after == NULL || !read_current (self, kind, change->record, &current, error))
    return FALSE;
  if (current == NULL)
    return refuse (kind, error);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsValue *former = uds_record_peek (before, i);
      const UdsValue *later = uds_record_peek (after, i);

      if (uds_value_equal (former, later))
        continue;
      if (!uds_value_equal (uds_record_peek (current, i), later))
        return refuse (kind, error);
      uds_record_put (current, i, former);
    }
  return uds_session_save (self, current, error);
}

static gboolean
take_back (UdsSession       *self,
           const UdsChange  *change,
           GError          **error)
{
  const UdsKind *kind = uds_kind_lookup (change->kind);

  if (kind == NULL)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_NEWER, _("This was done by a newer Udsyn and cannot be undone here."));
      return FALSE;
    }
  if (change->before == NULL)
    return take_back_creation (self, kind, change, error);
  if (change->after == NULL)
    return take_back_deletion (self, kind, change, error);
  return take_back_update (self, kind, change, error);
}

static gboolean
take_back_all (UdsSession  *self,
               gint64       group,
               GError     **error)
{
  UDS_STATEMENT statement =
      uds_database_prepare (self->database,
                            "SELECT \"kind\", \"record\", \"before\", \"after\" FROM \"change\""
                            " WHERE \"group_id\" = $1 ORDER BY \"id\" DESC",
                            error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, group);
  while (TRUE)
    {
      UdsChange change = { NULL };

      if (!uds_database_step (self->database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      change.kind = (char *) uds_statement_get_text (statement, 0);
      change.record = (char *) uds_statement_get_text (statement, 1);
      change.before = (char *) uds_statement_get_text (statement, 2);
      change.after = (char *) uds_statement_get_text (statement, 3);
      if (!take_back (self, &change, error))
        return FALSE;
    }
}

/* Taking back goes by the name of what it takes back; the state says which of the two it is. */
static gboolean
mark (UdsSession        *self,
      const UdsCommand  *command,
      GError           **error)
{
  UDS_STATEMENT undo = uds_database_prepare (
      self->database,
      "UPDATE \"change_group\" SET \"state\" = $2, \"undoes\" = $3, \"name\" = $4 WHERE \"id\" = $1", error);
  UDS_STATEMENT undone = uds_database_prepare (
      self->database, "UPDATE \"change_group\" SET \"undone_by\" = $1 WHERE \"id\" = $2", error);

  if (undo == NULL || undone == NULL)
    return FALSE;

  sqlite3_bind_int64 (undo, 1, self->group);
  uds_statement_bind_text (undo, 2, command->state == UDS_COMMAND_UNDO ? "redo" : "undo");
  sqlite3_bind_int64 (undo, 3, command->group);
  uds_statement_bind_text (undo, 4, command->name);
  sqlite3_bind_int64 (undone, 1, self->group);
  sqlite3_bind_int64 (undone, 2, command->group);
  return uds_database_run (self->database, undo, error) && uds_database_run (self->database, undone, error);
}

/**
 * uds_session_mark_base:
 * @self: a session inside a command
 * @error: what went wrong
 *
 * Makes the command under way the ground that everything else stands on: undo does not take it.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_mark_base (UdsSession  *self,
                       GError     **error)
{
  UDS_STATEMENT statement = uds_database_prepare (
      self->database, "UPDATE \"change_group\" SET \"state\" = 'base' WHERE \"id\" = $1", error);

  g_return_val_if_fail (self->group != 0, FALSE);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, self->group);
  return uds_database_run (self->database, statement, error);
}

/**
 * uds_session_undo:
 * @self: a session inside a command
 * @group: the number of the command to take back; an undo taken back is a redo
 * @error: %UDS_ERROR_CONFLICT where a record was changed again later, or the command was taken back already
 *
 * Turns the command under way into the undo of @group.
 *
 * Returns: %FALSE on failure; the caller's transaction must then be taken back
 */
gboolean
uds_session_undo (UdsSession  *self,
                  gint64       group,
                  GError     **error)
{
  g_autoptr (UdsCommand) command = NULL;

  g_return_val_if_fail (self->group != 0, FALSE);

  command = uds_session_get_command (self, group, error);
  if (command == NULL)
    return FALSE;
  if (command->state == UDS_COMMAND_BASE)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("“%s” is what the database began with."), command->name);
      return FALSE;
    }
  if (command->undone_by != 0)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_CONFLICT, _("“%s” has been undone already."), command->name);
      return FALSE;
    }

  return mark (self, command, error) && take_back_all (self, group, error);
}
