/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that gives records out, to a file or a folder for Open SDG. How a file is written is src/exchange's. */
#include "uds-cli-private.h"

#include "uds-atomic-file.h"
#include "uds-error.h"
#include "uds-export.h"
#include "uds-person-sheet.h"
#include "uds-record-sheet.h"
#include "uds-sheet-file.h"

#include <glib/gi18n.h>

typedef struct {
  const UdsKind *kind;
  const char *indicator; /* its code or id; none for all records of the kind */
  UdsLanguage language;
  gboolean json;
  gboolean is_sheet;
  gboolean is_people; /* one table of people with all that belongs to them */
  guint vcard; /* the version of vCard; 0 where it is none */
  UdsSheetFormat format;
} Export;

static gpointer
export_sheet (UdsSession    *session,
              const Export  *export,
              UdsQuery      *query,
              GError       **error)
{
  g_autoptr (UdsSheet) sheet =
      export->is_people ? uds_person_sheet_new (session, query, export->language, NULL, NULL, error)
                        : uds_record_sheet_new (session, query, export->language, NULL, NULL, error);

  return sheet != NULL ? uds_sheet_render (sheet, export->format, NULL, error) : NULL;
}

static gpointer
export_records (UdsSession    *session,
                const Export  *export,
                UdsQuery      *query,
                GError       **error)
{
  uds_query_set_language (query, export->language);
  if (export->is_sheet)
    return export_sheet (session, export, query, error);
  return export->json ? uds_export_json_lines (session, query, error) : uds_export_csv (session, query, error);
}

/* One indicator goes out with its observations: as the Open SDG table that import takes in again, else as they are. */
static gpointer
export_indicator (UdsSession    *session,
                  const Export  *export,
                  GError       **error)
{
  g_autoptr (UdsRecord) indicator = uds_cli_find_record (session, export->kind, export->indicator, error);
  g_autoptr (UdsQuery) query = NULL;

  if (indicator == NULL)
    return NULL;
  if (!export->is_sheet && !export->json)
    return uds_export_open_sdg (session, uds_record_get_id (indicator), error);

  query = uds_query_new (uds_kind_lookup ("observation"));
  uds_query_where_is (query, "series.indicator", uds_record_get_id (indicator));
  if (!uds_query_order_by (query, "series", FALSE, error)
      || !uds_query_order_by (query, "period", FALSE, error))
    return NULL;
  return export_records (session, export, query, error);
}

static gpointer
run_export (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  const Export *export = data;
  g_autoptr (UdsQuery) query = NULL;

  if (export->indicator != NULL)
    return export_indicator (session, export, error);

  query = uds_query_new (export->kind);
  return export->vcard != 0 ? uds_export_vcards (session, query, export->vcard, NULL, NULL, error)
                            : export_records (session, export, query, error);
}

static gboolean
choose_vcard (Export      *export,
              const char  *version,
              GError     **error)
{
  if (version == NULL || g_str_equal (version, "4.0"))
    export->vcard = 40;
  else if (g_str_equal (version, "3.0"))
    export->vcard = 30;
  if (export->vcard != 0)
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("vCards are written in version 4.0 or 3.0, not “%s”."), version);
  return FALSE;
}

static gboolean
choose_format (Export      *export,
               const char  *output,
               const char  *version,
               GError     **error)
{
  gboolean is_csv = g_str_has_suffix (output, ".csv");

  if (g_str_equal (export->kind->name, "contact") && g_str_has_suffix (output, ".vcf"))
    return choose_vcard (export, version, error);
  if (export->is_people)
    {
      export->is_sheet = uds_sheet_format_from_name (output, &export->format);
      if (export->is_sheet)
        return TRUE;
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                   _("A table of people is written as .csv, .ods or .xlsx, not as “%s”."), output);
      return FALSE;
    }
  export->json = g_str_has_suffix (output, ".json");
  export->is_sheet = !is_csv && uds_sheet_format_from_name (output, &export->format);
  if (is_csv || export->json || export->is_sheet)
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               _("Records are written as .csv, .json, .ods or .xlsx, people also as .vcf, not as “%s”."), output);
  return FALSE;
}

/* A folder for Open SDG: of one indicator, of a goal's, or of all. */
static gpointer
read_folder (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  char **words = data;
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));
  g_autoptr (UdsRecord) record = NULL;
  gboolean is_goal = words[0] != NULL && g_str_equal (words[0], "goal");

  if (words[0] != NULL)
    {
      record = uds_cli_find_record (session, uds_kind_lookup (words[0]), words[1], error);
      if (record == NULL)
        return NULL;
      uds_query_where_is (query, is_goal ? "goal" : "id", uds_record_get_id (record));
    }
  return uds_export_open_sdg_files (session, query, error);
}

#define FOLDER_FORM 4

static UdsCliStatus
export_folder (UdsCli      *cli,
               int          argc,
               char       **argv,
               const char  *output,
               GError     **error)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (output);
  g_autoptr (GPtrArray) files = NULL;
  gboolean is_right = argc == 2 || (argc == 4 && (g_str_equal (argv[2], "indicator") || g_str_equal (argv[2], "goal")));

  if (!is_right)
    {
      uds_cli_set_usage_error (argv[0], FOLDER_FORM, error);
      return UDS_CLI_NOT_DONE;
    }
  if (uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  files = uds_store_read (cli->store, read_folder, argv + 2, error);
  return files != NULL && uds_export_write_files (files, folder, NULL, error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}

UdsCliStatus
uds_cli_export (UdsCli   *cli,
                int       argc,
                char    **argv,
                GError  **error)
{
  g_autofree char *output = NULL;
  g_autofree char *language = NULL;
  g_autofree char *version = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_STRING, &version, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GFile) file = NULL;
  Export export = { NULL };

  if (!uds_cli_parse (entries, &argc, &argv, error) || !uds_cli_expect (argc, argv, 1, 3, error)
      || !uds_cli_need_output (output, error) || !uds_cli_set_language (cli, language, error))
    return UDS_CLI_NOT_DONE;
  if (g_str_equal (argv[1], "open-sdg"))
    return export_folder (cli, argc, argv, output, error);
  export.is_people = g_str_equal (argv[1], "people");
  export.kind = export.is_people ? uds_kind_lookup ("contact") : uds_cli_find_kind (argv[1], error);
  if (export.kind == NULL)
    return UDS_CLI_NOT_DONE;
  /* Of the kinds only an indicator has a form of its own. */
  if (!uds_cli_expect (argc, argv, 1, g_str_equal (argv[1], "indicator") ? 2 : 1, error))
    return UDS_CLI_NOT_DONE;
  export.indicator = argc == 3 ? argv[2] : NULL;
  export.language = cli->language;
  if (!choose_format (&export, output, version, error) || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  contents = uds_store_read (cli->store, run_export, &export, error);
  if (contents == NULL)
    return UDS_CLI_NOT_DONE;
  file = g_file_new_for_commandline_arg (output);
  return uds_atomic_file_write (file, contents, NULL, error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}
