/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that makes paper: report. */
#include "uds-cli-private.h"

#include "uds-atomic-file.h"
#include "uds-error.h"
#include "uds-goals-report.h"
#include "uds-pages.h"

#include <glib/gi18n.h>

typedef struct {
  const char *name;
  const char *id; /* none for the whole report */
  UdsReportOptions options;
} Report;

static gpointer
read_report (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  Report *report = data;
  g_autoptr (UdsRecord) record = NULL;

  if (report->id == NULL)
    return uds_goals_report_new (session, &report->options, error);

  if (g_str_equal (report->name, "goals"))
    {
      record = uds_cli_find_record (session, uds_kind_lookup ("goal"), report->id, error);
      return record != NULL ? uds_goals_report_new_for_goal (session, &report->options, record, error) : NULL;
    }
  record = uds_cli_find_record (session, uds_kind_lookup ("indicator"), report->id, error);
  return record != NULL ? uds_goals_report_new_for_indicator (session, &report->options, record, NULL, error)
                        : NULL;
}

static gboolean
is_report (int          argc,
           char       **argv,
           GError     **error)
{
  if (g_str_equal (argv[1], "goals") || (g_str_equal (argv[1], "indicator") && argc == 3))
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
               _("There is no report “%s”. There are: goals, goals NUMBER, indicator CODE."), argv[1]);
  return FALSE;
}

static gboolean
is_pdf (const char  *output,
        GError     **error)
{
  if (!uds_cli_need_output (output, error))
    return FALSE;
  if (g_str_has_suffix (output, ".pdf"))
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("A report is written as .pdf, not as “%s”."), output);
  return FALSE;
}

UdsCliStatus
uds_cli_report (UdsCli   *cli,
                int       argc,
                char    **argv,
                GError  **error)
{
  g_autofree char *output = NULL;
  g_autofree char *language = NULL;
  gboolean mono = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { "mono", 0, 0, G_OPTION_ARG_NONE, &mono, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (UdsClock) clock = uds_clock_new ();
  g_autoptr (UdsDocument) document = NULL;
  g_autoptr (UdsPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GFile) file = NULL;
  Report report = { NULL };

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 1, 2, "report goals [NUMBER] --output=FILE.pdf [--lang=da|en]", error)
      || !is_report (argc, argv, error) || !is_pdf (output, error)
      || !uds_cli_set_language (cli, language, error)
      || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  report.name = argv[1];
  report.id = argc == 3 ? argv[2] : NULL;
  report.options = (UdsReportOptions) {
    .language = cli->language,
    .organisation = cli->language == UDS_LANGUAGE_DA ? "Københavns Kommune" : "City of Copenhagen",
    .date = uds_clock_get_today (clock),
    .mono = mono,
  };
  document = uds_store_read (cli->store, read_report, &report, error);
  if (document == NULL)
    return UDS_CLI_NOT_DONE;

  pages = uds_pages_new (document);
  pdf = uds_pages_to_pdf (pages, NULL, error);
  if (pdf == NULL)
    return UDS_CLI_NOT_DONE;
  file = g_file_new_for_commandline_arg (output);
  return uds_atomic_file_write (file, pdf, NULL, error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}
