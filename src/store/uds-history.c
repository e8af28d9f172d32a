/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the history: the commands, their changes, and which one undo or redo would take.
 * Taking back is uds-history-undo.c's. */
#include "uds-history.h"

#include "uds-error.h"
#include "uds-session-private.h"

#include <glib/gi18n.h>

/**
 * uds_command_free:
 * @command: (transfer full): a command
 */
void
uds_command_free (UdsCommand *command)
{
  g_free (command->name);
  g_free (command);
}

/**
 * uds_change_free:
 * @change: (transfer full): a change
 */
void
uds_change_free (UdsChange *change)
{
  uds_command_free (change->command);
  g_free (change->kind);
  g_free (change->record);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

#define COMMAND_COLUMNS "g.\"id\", g.\"name\", g.\"at\", g.\"state\", g.\"undoes\", g.\"undone_by\""
#define N_COMMAND_COLUMNS 6

static UdsCommandState
parse_state (const char *state)
{
  static const char *const states[] = {
    [UDS_COMMAND_DO] = "do",
    [UDS_COMMAND_UNDO] = "undo",
    [UDS_COMMAND_REDO] = "redo",
    [UDS_COMMAND_BASE] = "base",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i], state))
      return (UdsCommandState) i;
  return UDS_COMMAND_DO;
}

static UdsCommand *
read_command (sqlite3_stmt *statement)
{
  UdsCommand *command = g_new0 (UdsCommand, 1);

  command->group = sqlite3_column_int64 (statement, 0);
  command->name = g_strdup (uds_statement_get_text (statement, 1));
  command->at = sqlite3_column_int64 (statement, 2);
  command->state = parse_state (uds_statement_get_text (statement, 3));
  command->undoes = sqlite3_column_int64 (statement, 4);
  command->undone_by = sqlite3_column_int64 (statement, 5);
  return command;
}

/**
 * uds_command_format:
 * @self: a command
 *
 * Returns: (transfer full): what was done, as a reader is told it: "Import of a.csv", and of what took that back
 *   "Undone: Import of a.csv"
 */
char *
uds_command_format (const UdsCommand *self)
{
  switch (self->state)
    {
    case UDS_COMMAND_UNDO:
      /* Translators: the name of what was done, such as “Population changed” */
      return g_strdup_printf (_("Undone: %s"), self->name);

    case UDS_COMMAND_REDO:
      /* Translators: the name of what was done, such as “Population changed” */
      return g_strdup_printf (_("Done again: %s"), self->name);

    case UDS_COMMAND_DO:
    case UDS_COMMAND_BASE:
    default:
      return g_strdup (self->name);
    }
}

/**
 * uds_session_list_commands:
 * @self: a session
 * @limit: how many at the most
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsCommand): the commands, latest first
 */
GPtrArray *
uds_session_list_commands (UdsSession  *self,
                           guint        limit,
                           GError     **error)
{
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_command_free);
  UDS_STATEMENT statement = uds_database_prepare (self->database,
                                                  "SELECT " COMMAND_COLUMNS ", (SELECT count (*) FROM \"change\""
                                                  " WHERE \"group_id\" = g.\"id\") FROM \"change_group\" AS g"
                                                  " ORDER BY g.\"id\" DESC LIMIT $1",
                                                  error);
  gboolean is_end;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, limit);
  while (uds_database_next (self->database, statement, &is_end, error))
    {
      UdsCommand *command = read_command (statement);

      command->n_changes = sqlite3_column_int64 (statement, N_COMMAND_COLUMNS);
      g_ptr_array_add (commands, command);
    }
  return is_end ? g_steal_pointer (&commands) : NULL;
}

static UdsChange *
read_change (sqlite3_stmt *statement)
{
  UdsChange *change = g_new0 (UdsChange, 1);

  change->command = read_command (statement);
  change->kind = g_strdup (uds_statement_get_text (statement, N_COMMAND_COLUMNS));
  change->record = g_strdup (uds_statement_get_text (statement, N_COMMAND_COLUMNS + 1));
  change->before = g_strdup (uds_statement_get_text (statement, N_COMMAND_COLUMNS + 2));
  change->after = g_strdup (uds_statement_get_text (statement, N_COMMAND_COLUMNS + 3));
  return change;
}

/**
 * uds_session_list_changes:
 * @self: a session
 * @record: (nullable): the id of the record whose changes are wanted, %NULL for all
 * @group: the command whose changes are wanted, 0 for all
 * @limit: how many at the most
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsChange): the changes, latest first
 */
GPtrArray *
uds_session_list_changes (UdsSession  *self,
                          const char  *record,
                          gint64       group,
                          guint        limit,
                          GError     **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_change_free);
  UDS_STATEMENT statement =
      uds_database_prepare (self->database,
                            "SELECT " COMMAND_COLUMNS ", c.\"kind\", c.\"record\", c.\"before\", c.\"after\""
                            " FROM \"change\" AS c JOIN \"change_group\" AS g ON g.\"id\" = c.\"group_id\""
                            " WHERE ($1 IS NULL OR c.\"record\" = $1) AND ($2 = 0 OR c.\"group_id\" = $2)"
                            " ORDER BY c.\"id\" DESC LIMIT $3",
                            error);
  gboolean is_end;

  if (statement == NULL)
    return NULL;

  uds_statement_bind_text (statement, 1, record);
  sqlite3_bind_int64 (statement, 2, group);
  sqlite3_bind_int64 (statement, 3, limit);
  while (uds_database_next (self->database, statement, &is_end, error))
    g_ptr_array_add (changes, read_change (statement));
  return is_end ? g_steal_pointer (&changes) : NULL;
}

/* The first command that @sql gives, with a group as its only parameter. */
static UdsCommand *
find_command (UdsSession  *self,
              const char  *sql,
              gint64       group,
              GError     **error)
{
  UDS_STATEMENT statement = uds_database_prepare (self->database, sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, group);
  if (!uds_database_step (self->database, statement, &row, error) || !row)
    return NULL;
  return read_command (statement);
}

/**
 * uds_session_get_command:
 * @self: a session
 * @group: the number of a command
 * @error: %UDS_ERROR_NOT_FOUND where there is none of that number
 *
 * Returns: (transfer full) (nullable): the command
 */
UdsCommand *
uds_session_get_command (UdsSession  *self,
                         gint64       group,
                         GError     **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, group);
  g_autoptr (GError) failure = NULL;
  UdsCommand *command = find_command (
      self, "SELECT " COMMAND_COLUMNS " FROM \"change_group\" AS g WHERE g.\"id\" = $1", group, &failure);

  if (command != NULL)
    return command;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There is no command with the number %s."), number);
  return NULL;
}

/**
 * uds_session_next_undo:
 * @self: a session
 * @error: what went wrong
 *
 * Inside a command, that command itself does not count.
 *
 * Returns: (transfer full) (nullable): the latest command that still stands; %NULL where there is none
 */
UdsCommand *
uds_session_next_undo (UdsSession  *self,
                       GError     **error)
{
  return find_command (self,
                       "SELECT " COMMAND_COLUMNS " FROM \"change_group\" AS g"
                       " WHERE g.\"state\" IN ('do', 'redo') AND g.\"undone_by\" IS NULL AND g.\"id\" <> $1"
                       " ORDER BY g.\"id\" DESC LIMIT 1",
                       self->group, error);
}

/**
 * uds_session_next_redo:
 * @self: a session
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): the latest undo that can be taken back, since nothing new was done after it;
 *   %NULL where there is none
 */
UdsCommand *
uds_session_next_redo (UdsSession  *self,
                       GError     **error)
{
  return find_command (self,
                       "SELECT " COMMAND_COLUMNS " FROM \"change_group\" AS g"
                       " WHERE g.\"state\" = 'undo' AND g.\"undone_by\" IS NULL"
                       " AND g.\"id\" > (SELECT coalesce (max (\"id\"), 0) FROM \"change_group\""
                       " WHERE \"state\" = 'do' AND \"id\" <> $1)"
                       " ORDER BY g.\"id\" DESC LIMIT 1",
                       self->group, error);
}
