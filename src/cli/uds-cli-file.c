/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands about the database file: check, backup, restore. */
#include "uds-cli-private.h"

#include "uds-backup.h"
#include "uds-check.h"
#include "uds-error.h"
#include "uds-salvage.h"

#include <glib/gi18n.h>

/* Lists what is wrong with the database; NULL with @error set where nobody could look. That the file is damaged is an
 * answer, not a failure. */
static GPtrArray *
find_problems (UdsCli  *cli,
               GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) failure = NULL;

  if (uds_cli_open_store (cli, &failure) != NULL)
    problems = uds_store_check (cli->store, TRUE, &failure);
  if (g_error_matches (failure, UDS_ERROR, UDS_ERROR_CORRUPT))
    {
      problems = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (problems, g_strdup (failure->message));
      g_clear_error (&failure);
    }

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return g_steal_pointer (&problems);
}

/* Puts a sound database in the place of the damaged one and says how much of it was saved. */
static UdsCliStatus
repair (UdsCli  *cli,
        GError **error)
{
  g_autoptr (UdsClock) clock = uds_clock_new ();
  g_autoptr (UdsSalvage) salvage = NULL;
  g_autofree char *text = NULL;

  g_clear_object (&cli->store);
  salvage = uds_salvage_run (cli->path, clock, error);
  if (salvage == NULL || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  text = uds_salvage_describe (salvage);
  g_print ("%s", text);
  if (salvage->kept != NULL)
    {
      /* Translators: a file */
      g_autofree char *kept = g_strdup_printf (_("The damaged file was kept as “%s”."), salvage->kept);

      g_print ("%s\n", kept);
    }
  return uds_salvage_is_whole (salvage) ? UDS_CLI_DONE : UDS_CLI_PROBLEMS;
}

UdsCliStatus
uds_cli_check (UdsCli   *cli,
               int       argc,
               char    **argv,
               GError  **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  gboolean mend = FALSE;
  const GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_NONE, &mend, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!uds_cli_parse (entries, &argc, &argv, error) || !uds_cli_expect (argc, argv, 0, 0, error))
    return UDS_CLI_NOT_DONE;

  problems = find_problems (cli, error);
  if (problems == NULL)
    return UDS_CLI_NOT_DONE;

  for (guint i = 0; i < problems->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (problems, i));
  if (problems->len == 0)
    {
      g_print ("%s\n", _("The database is sound."));
      return UDS_CLI_DONE;
    }

  if (mend)
    return repair (cli, error);
  g_print ("%s\n", _("“udsyn check --repair” saves what can be saved. The damaged file is kept."));
  return UDS_CLI_PROBLEMS;
}

UdsCliStatus
uds_cli_backup (UdsCli   *cli,
                int       argc,
                char    **argv,
                GError  **error)
{
  if (!uds_cli_expect (argc, argv, 1, 1, error) || uds_cli_open_store (cli, error) == NULL)
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

  if (!uds_cli_expect (argc, argv, 1, 1, error))
    return UDS_CLI_NOT_DONE;

  return uds_backup_restore (argv[1], cli->path, clock, NULL, error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}
