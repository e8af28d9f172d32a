/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands about the database file: check, backup, restore. */
#include "uds-cli-private.h"

#include "uds-backup.h"
#include "uds-check.h"

#include <glib/gi18n.h>

UdsCliStatus
uds_cli_check (UdsCli   *cli,
               int       argc,
               char    **argv,
               GError  **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!uds_cli_expect (argc, argv, 0, 0, "check", error) || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  problems = uds_store_check (cli->store, TRUE, error);
  if (problems == NULL)
    return UDS_CLI_NOT_DONE;

  for (guint i = 0; i < problems->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (problems, i));
  if (problems->len == 0)
    g_print ("%s\n", _("The database is sound."));
  return problems->len == 0 ? UDS_CLI_DONE : UDS_CLI_PROBLEMS;
}

UdsCliStatus
uds_cli_backup (UdsCli   *cli,
                int       argc,
                char    **argv,
                GError  **error)
{
  if (!uds_cli_expect (argc, argv, 1, 1, "backup FILE", error) || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  return uds_store_backup (cli->store, argv[1], error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}

UdsCliStatus
uds_cli_restore (UdsCli   *cli,
                 int       argc,
                 char    **argv,
                 GError  **error)
{
  g_autoptr (UdsClock) clock = uds_clock_new ();

  if (!uds_cli_expect (argc, argv, 1, 1, "restore FILE", error))
    return UDS_CLI_NOT_DONE;

  return uds_backup_restore (argv[1], cli->path, clock, error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}
