/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that takes files in: import. What a file holds and how it is written down is src/exchange's. */
#include "uds-cli-private.h"

#include "uds-error.h"
#include "uds-import.h"

#include <glib/gi18n.h>

static void
print_problem (const UdsImportFile *file,
               const UdsProblem    *problem)
{
  g_autofree char *reason = uds_problem_get_reason (problem);

  if (problem->row == 0)
    g_print ("%s: %s\n", file->name, reason);
  else
    /* Translators: file, row, column, then what is odd there */
    g_print (_("%s, row %u, column %u: %s\n"), file->name, problem->row, problem->column, reason);
}

static void
print_file (const UdsImportFile *file,
            gint64               group,
            gboolean             json)
{
  g_autofree char *line = NULL;

  if (json)
    {
      line = uds_import_file_to_json (file, group);
      g_print ("%s\n", line);
      return;
    }

  for (guint i = 0; i < file->problems->len; i++)
    print_problem (file, g_ptr_array_index (file->problems, i));
  /* Translators: file, then numbers of cells and of records */
  g_print (_("%s: %u cells read, %u imported, %u reported; %u records new, %u changed, %u as before\n"), file->name,
           file->cells.read, file->cells.imported, file->cells.reported, file->records.created, file->records.updated,
           file->records.unchanged);
}

static gboolean
has_problems (const UdsImportFile *file)
{
  for (guint i = 0; i < file->problems->len; i++)
    if (!uds_problem_is_note (g_ptr_array_index (file->problems, i)))
      return TRUE;

  return FALSE;
}

static UdsCliStatus
print_files (UdsImport *import,
             gint64     group,
             gboolean   json)
{
  GPtrArray *files = uds_import_get_files (import);
  UdsCliStatus status = UDS_CLI_DONE;

  for (guint i = 0; i < files->len; i++)
    {
      const UdsImportFile *file = g_ptr_array_index (files, i);

      print_file (file, group, json);
      if (has_problems (file))
        status = UDS_CLI_PROBLEMS;
    }
  return status;
}

UdsCliStatus
uds_cli_import (UdsCli   *cli,
                int       argc,
                char    **argv,
                GError  **error)
{
  gboolean dry_run = FALSE, json = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (UdsImport) import = uds_import_new ();
  gint64 group = 0;

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 1, -1, "import [--dry-run] [--json] FILE|FOLDER…", error))
    return UDS_CLI_NOT_DONE;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);

      uds_import_add (import, file);
    }
  uds_import_preview (import);
  if (!uds_import_has_content (import))
    {
      print_files (import, 0, json);
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT,
                           _("Nothing was imported: no file holds anything that Udsyn can read."));
      return UDS_CLI_NOT_DONE;
    }

  if (!dry_run)
    {
      if (uds_cli_open_store (cli, error) == NULL)
        return UDS_CLI_NOT_DONE;
      group = uds_import_apply (import, cli->store, error);
      if (group < 0)
        return UDS_CLI_NOT_DONE;
    }
  return print_files (import, group, json);
}
