/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that take files in and give them out: import, export. What a file holds and how it is written is
 * src/exchange's. */
#include "uds-cli-private.h"

#include "uds-atomic-file.h"
#include "uds-error.h"
#include "uds-export.h"
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

/* Reads the files, as records of @kind where it is not %NULL. */
static void
add_files (UdsImport     *import,
           char         **names,
           int            n_names,
           const UdsKind *kind)
{
  for (int i = 0; i < n_names; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (names[i]);

      uds_import_add (import, file);
    }
  for (guint i = 0; i < uds_import_get_files (import)->len; i++)
    uds_import_set_kind (import, i, kind);
}

UdsCliStatus
uds_cli_import (UdsCli   *cli,
                int       argc,
                char    **argv,
                GError  **error)
{
  gboolean dry_run = FALSE, json = FALSE;
  g_autofree char *as = NULL;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &as, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (UdsImport) import = uds_import_new ();
  const UdsKind *kind = NULL;
  gint64 group = 0;

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 1, -1, "import [--as=KIND] [--dry-run] [--json] FILE|FOLDER…", error))
    return UDS_CLI_NOT_DONE;
  if (as != NULL && (kind = uds_cli_find_kind (as, error)) == NULL)
    return UDS_CLI_NOT_DONE;

  add_files (import, argv + 1, argc - 1, kind);
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

/* export */

typedef struct {
  const UdsKind *kind;
  const char *indicator; /* its code or id; none for all records of the kind */
  gboolean json;
} Export;

/* One indicator goes out as the Open SDG table that import takes in again. */
static gpointer
export_indicator (UdsSession  *session,
                  const char  *name,
                  GError     **error)
{
  g_autoptr (UdsRecord) indicator = uds_cli_find_record (session, "indicator", "code", name, error);

  return indicator != NULL ? uds_export_open_sdg (session, uds_record_get_id (indicator), error) : NULL;
}

static gpointer
run_export (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  const Export *export = data;
  g_autoptr (UdsQuery) query = NULL;

  if (export->indicator != NULL)
    return export_indicator (session, export->indicator, error);

  query = uds_query_new (export->kind);
  return export->json ? uds_export_json_lines (session, query, error) : uds_export_csv (session, query, error);
}

static gboolean
choose_format (Export      *export,
               const char  *output,
               GError     **error)
{
  export->json = g_str_has_suffix (output, ".json");
  if (g_str_has_suffix (output, ".csv") || (export->json && export->indicator == NULL))
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               _("Records are written as .csv or .json, one indicator as .csv, not as “%s”."), output);
  return FALSE;
}

UdsCliStatus
uds_cli_export (UdsCli   *cli,
                int       argc,
                char    **argv,
                GError  **error)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GFile) file = NULL;
  Export export = { NULL };

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 1, 2, "export KIND --output=FILE.csv|.json", error)
      || !uds_cli_need_output (output, error))
    return UDS_CLI_NOT_DONE;
  export.kind = uds_cli_find_kind (argv[1], error);
  if (export.kind == NULL)
    return UDS_CLI_NOT_DONE;
  /* Of the kinds only an indicator has a form of its own. */
  if (!g_str_equal (argv[1], "indicator")
      && !uds_cli_expect (argc, argv, 1, 1, "export KIND --output=FILE.csv|.json", error))
    return UDS_CLI_NOT_DONE;
  export.indicator = argc == 3 ? argv[2] : NULL;
  if (!choose_format (&export, output, error) || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  contents = uds_store_read (cli->store, run_export, &export, error);
  if (contents == NULL)
    return UDS_CLI_NOT_DONE;
  file = g_file_new_for_commandline_arg (output);
  return uds_atomic_file_write (file, contents, NULL, error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}
