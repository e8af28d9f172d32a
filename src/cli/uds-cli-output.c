/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that makes paper: report. */
#include "uds-cli-private.h"

#include "uds-atomic-file.h"
#include "uds-error.h"
#include "uds-pages.h"
#include "uds-report.h"

#include <glib/gi18n.h>

typedef struct {
  const UdsReport *report;
  const char *name; /* of the record it is about; none where it is about all */
  UdsReportOptions options;
} Wanted;

static gpointer
read_report (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  const Wanted *wanted = data;
  g_autoptr (UdsRecord) record = NULL;

  if (wanted->name == NULL || wanted->report->kind == NULL)
    return wanted->report->write (session, &wanted->options, NULL, error);

  record = uds_cli_find_record (session, uds_kind_lookup (wanted->report->kind), wanted->name, error);
  return record != NULL ? wanted->report->write (session, &wanted->options, record, error) : NULL;
}

/* "goals [NUMBER], indicator CODE" */
static char *
list_reports (void)
{
  GString *text = g_string_new (NULL);
  guint n_reports;
  const UdsReport *reports = uds_report_list (&n_reports);

  for (guint i = 0; i < n_reports; i++)
    g_string_append_printf (text, reports[i].about_all ? "%s%s [%s]" : "%s%s %s", i > 0 ? ", " : "", reports[i].name,
                            reports[i].about);
  return g_string_free_and_steal (text);
}

static const UdsReport *
find_report (int      argc,
             char   **argv,
             GError **error)
{
  const UdsReport *report = uds_report_lookup (argv[1]);
  g_autofree char *list = NULL;

  if (report != NULL && (report->about_all || uds_cli_need_name (argc, argv, report->kind, error)))
    return report;
  if (report != NULL)
    return NULL;

  list = list_reports ();
  g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There is no report “%s”. There are: %s."), argv[1], list);
  return NULL;
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
  Wanted wanted = { NULL };

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 1, 2, error)
      || (wanted.report = find_report (argc, argv, error)) == NULL || !is_pdf (output, error)
      || !uds_cli_set_language (cli, language, error)
      || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  wanted.name = argc == 3 ? argv[2] : NULL;
  wanted.options = (UdsReportOptions) {
    .language = cli->language,
    .organisation = cli->language == UDS_LANGUAGE_DA ? "Københavns Kommune" : "City of Copenhagen",
    .date = uds_clock_get_today (clock),
    .about = wanted.name,
    .mono = mono,
  };
  document = uds_store_read (cli->store, read_report, &wanted, error);
  if (document == NULL)
    return UDS_CLI_NOT_DONE;

  pages = uds_pages_new (document);
  pdf = uds_pages_to_pdf (pages, NULL, error);
  if (pdf == NULL)
    return UDS_CLI_NOT_DONE;
  file = g_file_new_for_commandline_arg (output);
  return uds_atomic_file_write (file, pdf, NULL, error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}
