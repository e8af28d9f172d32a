/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that make pictures and paper: chart, report. */
#include "uds-cli-private.h"

#include "uds-atomic-file.h"
#include "uds-chart-export.h"
#include "uds-error.h"
#include "uds-goals-report.h"
#include "uds-indicator-chart.h"
#include "uds-pages.h"

#include <glib/gi18n.h>

#define POINTS_PER_MM (72 / 25.4)
#define CHART_WIDTH_MM 160
#define CHART_HEIGHT_MM 90
#define CHART_MARGIN 12
#define PNG_RESOLUTION 2

/* chart */

typedef struct {
  const char *name;
  UdsLanguage language;
} Chart;

static gpointer
read_chart (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  Chart *chart = data;
  g_autoptr (UdsRecord) indicator = uds_cli_find_record (session, "indicator", "code", chart->name, error);
  g_autoptr (UdsIndicatorDigest) digest = NULL;

  if (indicator == NULL)
    return NULL;

  digest = uds_session_digest_indicator (session, indicator, error);
  return digest != NULL ? uds_indicator_chart_new (digest, chart->language) : NULL;
}

static gboolean
write_chart (UdsChartSpec        *spec,
             const UdsChartSize  *size,
             gboolean             mono,
             const char          *output,
             GError             **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (UdsChartLayout) layout = NULL;
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, mono);
  layout = uds_chart_layout_new (spec, &theme, size, UDS_CHART_PART_ALL);

  if (g_str_has_suffix (output, ".pdf"))
    return uds_chart_write_pdf (layout, CHART_MARGIN, file, NULL, error);
  if (g_str_has_suffix (output, ".svg"))
    return uds_chart_write_svg (layout, CHART_MARGIN, file, NULL, error);
  if (g_str_has_suffix (output, ".png"))
    return uds_chart_write_png (layout, CHART_MARGIN, file, NULL, error);

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("A chart is written as .pdf, .svg or .png, not as “%s”."),
               output);
  return FALSE;
}

UdsCliStatus
uds_cli_chart (UdsCli   *cli,
               int       argc,
               char    **argv,
               GError  **error)
{
  g_autofree char *output = NULL;
  g_autofree char *language = NULL;
  double width = CHART_WIDTH_MM, height = CHART_HEIGHT_MM;
  gboolean mono = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &width, NULL, NULL },
    { "height", 0, 0, G_OPTION_ARG_DOUBLE, &height, NULL, NULL },
    { "mono", 0, 0, G_OPTION_ARG_NONE, &mono, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (UdsChartSpec) spec = NULL;
  UdsChartSize size;

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 2, 2, "chart indicator ID|CODE --output=FILE.pdf|.svg|.png", error)
      || !uds_cli_need_output (output, error) || !uds_cli_set_language (cli, language, error))
    return UDS_CLI_NOT_DONE;
  if (!g_str_equal (argv[1], "indicator"))
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There is no chart of the kind “%s”."), argv[1]);
      return UDS_CLI_NOT_DONE;
    }
  if (width < 40 || height < 30 || width > 2000 || height > 2000)
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID,
                           _("A chart is 40 to 2000 mm wide and 30 to 2000 mm high."));
      return UDS_CLI_NOT_DONE;
    }
  if (uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  spec = uds_store_read (cli->store, read_chart, &(Chart) { argv[2], cli->language }, error);
  if (spec == NULL)
    return UDS_CLI_NOT_DONE;

  size = (UdsChartSize) { width * POINTS_PER_MM - 2 * CHART_MARGIN, height * POINTS_PER_MM - 2 * CHART_MARGIN,
                          PNG_RESOLUTION };
  return write_chart (spec, &size, mono, output, error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}

/* report */

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
      record = uds_cli_find_record (session, "goal", "number", report->id, error);
      return record != NULL ? uds_goals_report_new_for_goal (session, &report->options, record, error) : NULL;
    }
  record = uds_cli_find_record (session, "indicator", "code", report->id, error);
  return record != NULL ? uds_goals_report_new_for_indicator (session, &report->options, record, error) : NULL;
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
      || !is_report (argc, argv, error) || !uds_cli_need_output (output, error)
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
