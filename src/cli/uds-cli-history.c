/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands about commands: history, list change, undo, redo. */
#include "uds-cli-private.h"

#include "uds-error.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>

static const char *const states[] = {
  [UDS_COMMAND_DO] = "do",
  [UDS_COMMAND_UNDO] = "undo",
  [UDS_COMMAND_REDO] = "redo",
  [UDS_COMMAND_BASE] = "base",
};

typedef struct {
  const UdsKind *kind; /* none for all commands */
  const char *record;
  guint limit;
} History;

/* A record that was deleted has no code any more, but its history is under its id. */
static char *
find_id (UdsSession     *session,
         const History  *history,
         GError        **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (UdsRecord) record = uds_cli_find_record (session, history->kind, history->record, &failure);

  if (record != NULL)
    return g_strdup (uds_record_get_id (record));
  if (uds_uuid_is_valid (history->record))
    return g_strdup (history->record);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gpointer
run_history (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const History *history = data;
  g_autofree char *id = NULL;

  if (history->kind == NULL)
    return uds_session_list_commands (session, history->limit, error);

  id = find_id (session, history, error);
  return id != NULL ? uds_session_list_changes (session, id, 0, history->limit, error) : NULL;
}

static char *
format_time (gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (at);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format_iso8601 (local);
}

static JsonObject *
command_to_json (const UdsCommand *command)
{
  JsonObject *object = json_object_new ();
  g_autofree char *at = format_time (command->at);

  json_object_set_int_member (object, "group", command->group);
  json_object_set_string_member (object, "name", command->name);
  json_object_set_string_member (object, "at", at);
  json_object_set_string_member (object, "state", states[command->state]);
  if (command->undoes != 0)
    json_object_set_int_member (object, "undoes", command->undoes);
  if (command->undone_by != 0)
    json_object_set_int_member (object, "undone_by", command->undone_by);
  return object;
}

static void
print_command (const UdsCommand *command,
               gboolean          json)
{
  g_autofree char *at = format_time (command->at);
  g_autofree char *name = uds_command_format (command);

  if (json)
    {
      JsonObject *object = command_to_json (command);

      json_object_set_int_member (object, "changes", command->n_changes);
      uds_cli_print_json (object);
      return;
    }
  g_print ("%5" G_GINT64_FORMAT "  %s  %s (%" G_GINT64_FORMAT ")%s\n", command->group, at, name,
           command->n_changes, command->undone_by != 0 ? _("  undone") : "");
}

static void
set_snapshot (JsonObject *object,
              const char *name,
              const char *json)
{
  if (json != NULL)
    json_object_set_member (object, name, json_from_string (json, NULL));
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
change_to_json (const UdsChange *change)
{
  JsonObject *object = command_to_json (change->command);

  json_object_set_string_member (object, "kind", change->kind);
  json_object_set_string_member (object, "record", change->record);
  set_snapshot (object, "before", change->before);
  set_snapshot (object, "after", change->after);
  return object;
}

static void
print_change (const UdsChange *change,
              gboolean         json)
{
  g_autofree char *at = format_time (change->command->at);
  g_autofree char *name = uds_command_format (change->command);

  if (json)
    {
      uds_cli_print_json (change_to_json (change));
      return;
    }
  g_print ("%5" G_GINT64_FORMAT "  %s  %s\n  - %s\n  + %s\n", change->command->group, at, name,
           change->before != NULL ? change->before : "", change->after != NULL ? change->after : "");
}

UdsCliStatus
uds_cli_history (UdsCli   *cli,
                 int       argc,
                 char    **argv,
                 GError  **error)
{
  int limit = 50;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) rows = NULL;
  History history = { NULL };

  if (!uds_cli_parse (entries, &argc, &argv, error)
      /* All commands, or the history of one record: a kind alone says too little. */
      || !uds_cli_expect (argc, argv, argc == 1 ? 0 : 2, 2, error)
      || (argc == 3 && (history.kind = uds_cli_find_kind (argv[1], error)) == NULL)
      || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  history.record = argc == 3 ? argv[2] : NULL;
  history.limit = (guint) MAX (limit, 0);
  rows = uds_store_read (cli->store, run_history, &history, error);
  if (rows == NULL)
    return UDS_CLI_NOT_DONE;

  for (guint i = 0; i < rows->len; i++)
    if (history.kind != NULL)
      print_change (g_ptr_array_index (rows, i), json);
    else
      print_command (g_ptr_array_index (rows, i), json);
  return UDS_CLI_DONE;
}

/* list change */

/* A change has no field table: its conditions are on the plain members of what is printed. */
static gboolean
check_conditions (char *const  *conditions,
                  GError      **error)
{
  static const char *const members[] = { "group", "name", "state", "kind", "record", NULL };

  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    {
      g_autofree char *member = NULL;
      const char *value;

      if (!uds_cli_split (conditions[i], &member, &value, error))
        return FALSE;
      if (g_strv_contains (members, member))
        continue;
      g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("A record of the kind “%s” has no field “%s”."), "change",
                   member);
      return FALSE;
    }

  return TRUE;
}

static gboolean
has_value (JsonObject *object,
           const char *condition)
{
  const char *equals = strchr (condition, '=');
  g_autofree char *member = g_strndup (condition, (gsize) (equals - condition));
  JsonNode *node = json_object_get_member (object, member);
  g_autofree char *number = NULL;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_str_equal (json_node_get_string (node), equals + 1);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_str_equal (number, equals + 1);
}

static gboolean
is_wanted (const UdsChange         *change,
           const UdsCliListOptions *options)
{
  g_autoptr (JsonObject) object = change_to_json (change);
  const char *at = json_object_get_string_member (object, "at");

  if (options->from != NULL && strcmp (at, options->from) < 0)
    return FALSE;
  if (options->to != NULL && strncmp (at, options->to, strlen (options->to)) > 0)
    return FALSE;
  for (guint i = 0; options->conditions != NULL && options->conditions[i] != NULL; i++)
    if (!has_value (object, options->conditions[i]))
      return FALSE;
  return TRUE;
}

static gpointer
read_changes (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  return uds_session_list_changes (session, NULL, 0, G_MAXUINT, error);
}

UdsCliStatus
uds_cli_list_changes (UdsCli                   *cli,
                      const UdsCliListOptions  *options,
                      GError                  **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  int n_printed = 0;

  if (!uds_cli_refuse_table (options, error) || !check_conditions (options->conditions, error)
      || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;
  changes = uds_store_read (cli->store, read_changes, NULL, error);
  if (changes == NULL)
    return UDS_CLI_NOT_DONE;

  for (guint i = 0; i < changes->len && (options->limit <= 0 || n_printed < options->limit); i++)
    {
      const UdsChange *change = g_ptr_array_index (changes, i);

      if (!is_wanted (change, options))
        continue;
      print_change (change, options->json);
      n_printed++;
    }
  return UDS_CLI_DONE;
}

static gpointer
read_command (UdsSession  *session,
              gpointer     data,
              GError     **error)
{
  const gint64 *group = data;

  return uds_session_get_command (session, *group, error);
}

/* "Undone: Import of a.csv" */
static UdsCliStatus
tell (UdsCli  *cli,
      gint64   group,
      GError **error)
{
  g_autoptr (UdsCommand) command = group > 0 ? uds_store_read (cli->store, read_command, &group, error) : NULL;
  g_autofree char *text = NULL;

  if (command == NULL)
    return UDS_CLI_NOT_DONE;

  text = uds_command_format (command);
  g_print ("%s\n", text);
  return UDS_CLI_DONE;
}

UdsCliStatus
uds_cli_undo (UdsCli   *cli,
              int       argc,
              char    **argv,
              GError  **error)
{
  gint64 group = 0;

  if (!uds_cli_expect (argc, argv, 0, 1, error))
    return UDS_CLI_NOT_DONE;
  if (argc == 2 && !g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT64, &group, error))
    return UDS_CLI_NOT_DONE;

  if (uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;
  return tell (cli, uds_store_undo (cli->store, group, error), error);
}

UdsCliStatus
uds_cli_redo (UdsCli   *cli,
              int       argc,
              char    **argv,
              GError  **error)
{
  if (!uds_cli_expect (argc, argv, 0, 0, error))
    return UDS_CLI_NOT_DONE;

  if (uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;
  return tell (cli, uds_store_redo (cli->store, error), error);
}
