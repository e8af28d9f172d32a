/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands about commands: history, undo, redo. */
#include "uds-cli-private.h"

#include "uds-error.h"

#include <glib/gi18n.h>

static const char *const states[] = {
  [UDS_COMMAND_DO] = "do",
  [UDS_COMMAND_UNDO] = "undo",
  [UDS_COMMAND_REDO] = "redo",
  [UDS_COMMAND_BASE] = "base",
};

typedef struct {
  const char *record; /* none for all commands */
  guint limit;
} History;

static gpointer
run_history (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  History *history = data;

  if (history->record != NULL)
    return uds_session_list_changes (session, history->record, 0, history->limit, error);
  return uds_session_list_commands (session, history->limit, error);
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

  if (json)
    {
      JsonObject *object = command_to_json (command);

      json_object_set_int_member (object, "changes", command->n_changes);
      uds_cli_print_json (object);
      return;
    }
  g_print ("%5" G_GINT64_FORMAT "  %s  %s (%" G_GINT64_FORMAT ")%s\n", command->group, at, command->name,
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

static void
print_change (const UdsChange *change,
              gboolean         json)
{
  g_autofree char *at = format_time (change->command->at);

  if (json)
    {
      JsonObject *object = command_to_json (change->command);

      set_snapshot (object, "before", change->before);
      set_snapshot (object, "after", change->after);
      uds_cli_print_json (object);
      return;
    }
  g_print ("%5" G_GINT64_FORMAT "  %s  %s\n  - %s\n  + %s\n", change->command->group, at, change->command->name,
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
  History history;

  if (!uds_cli_parse (entries, &argc, &argv, error)
      /* All commands, or the history of one record: a kind alone says too little. */
      || !uds_cli_expect (argc, argv, argc == 1 ? 0 : 2, 2, "history [KIND ID] [--limit=N] [--json]", error)
      || (argc == 3 && uds_cli_find_kind (argv[1], error) == NULL) || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  history.record = argc == 3 ? argv[2] : NULL;
  history.limit = (guint) MAX (limit, 0);
  rows = uds_store_read (cli->store, run_history, &history, error);
  if (rows == NULL)
    return UDS_CLI_NOT_DONE;

  for (guint i = 0; i < rows->len; i++)
    if (history.record != NULL)
      print_change (g_ptr_array_index (rows, i), json);
    else
      print_command (g_ptr_array_index (rows, i), json);
  return UDS_CLI_DONE;
}

UdsCliStatus
uds_cli_undo (UdsCli   *cli,
              int       argc,
              char    **argv,
              GError  **error)
{
  gint64 group = 0;

  if (!uds_cli_expect (argc, argv, 0, 1, "undo [GROUP]", error))
    return UDS_CLI_NOT_DONE;
  if (argc == 2 && !g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT64, &group, error))
    return UDS_CLI_NOT_DONE;

  if (uds_cli_open_store (cli, error) == NULL || uds_store_undo (cli->store, group, error) < 0)
    return UDS_CLI_NOT_DONE;
  return UDS_CLI_DONE;
}

UdsCliStatus
uds_cli_redo (UdsCli   *cli,
              int       argc,
              char    **argv,
              GError  **error)
{
  if (!uds_cli_expect (argc, argv, 0, 0, "redo", error))
    return UDS_CLI_NOT_DONE;

  if (uds_cli_open_store (cli, error) == NULL || uds_store_redo (cli->store, error) < 0)
    return UDS_CLI_NOT_DONE;
  return UDS_CLI_DONE;
}
