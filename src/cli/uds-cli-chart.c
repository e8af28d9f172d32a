/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command chart: which chart of which records, how large, into which kind of file. What the charts show is
 * src/report's. */
#include "uds-cli-private.h"

#include "uds-chart-export.h"
#include "uds-comparison-chart.h"
#include "uds-error.h"
#include "uds-goals-chart.h"
#include "uds-indicator-chart.h"

#include <glib/gi18n.h>

#define POINTS_PER_MM (72 / 25.4)
#define CHART_WIDTH_MM 160
#define CHART_HEIGHT_MM 90
#define CHART_MARGIN 12
#define PNG_RESOLUTION 2

typedef struct _Chart Chart;

/* What a chart can be of. */
typedef struct {
  const char *name;
  gboolean has_record;
  UdsChartSpec *(*read) (UdsSession   *session,
                         const Chart  *chart,
                         GError      **error);
  UdsChartSpec *(*draw_goals) (GPtrArray   *digests,
                               UdsLanguage  language); /* of all goals, none else */
} Subject;

struct _Chart
{
  const Subject *subject;
  const char *record; /* the name of one, where the subject has records */
  UdsChartKind kind;
  UdsLanguage language;
};

static UdsChartSpec *
read_indicator (UdsSession   *session,
                const Chart  *chart,
                GError      **error)
{
  g_autoptr (UdsRecord) indicator = uds_cli_find_record (session, uds_kind_lookup ("indicator"), chart->record, error);
  g_autoptr (UdsIndicatorDigest) digest = NULL;

  if (indicator == NULL)
    return NULL;
  if (chart->kind != UDS_CHART_LINES)
    return uds_session_chart_breakdown (session, indicator, chart->kind, chart->language, error);

  digest = uds_session_digest_indicator (session, indicator, error);
  return digest != NULL ? uds_indicator_chart_new (digest, chart->language) : NULL;
}

static UdsChartSpec *
read_goal (UdsSession   *session,
           const Chart  *chart,
           GError      **error)
{
  g_autoptr (UdsRecord) goal = uds_cli_find_record (session, uds_kind_lookup ("goal"), chart->record, error);
  g_autoptr (UdsGoalDigest) digest = NULL;

  if (goal == NULL)
    return NULL;
  digest = uds_session_digest_goal (session, uds_record_get_id (goal), error);
  return digest != NULL ? uds_goal_chart_new (digest, chart->language) : NULL;
}

static UdsChartSpec *
read_goals (UdsSession   *session,
            const Chart  *chart,
            GError      **error)
{
  g_autoptr (GPtrArray) digests = uds_session_digest_goals (session, NULL, error);

  return digests != NULL ? chart->subject->draw_goals (digests, chart->language) : NULL;
}

static UdsChartSpec *
read_comparison (UdsSession   *session,
                 const Chart  *chart,
                 GError      **error)
{
  const UdsKind *kind = uds_kind_lookup ("comparison");
  g_autoptr (UdsRecord) comparison = uds_cli_find_record (session, kind, chart->record, error);

  return comparison != NULL ? uds_session_chart_comparison (session, comparison, chart->language, error) : NULL;
}

static const Subject subjects[] = {
  { "indicator", TRUE, read_indicator },
  { "goal", TRUE, read_goal },
  { "comparison", TRUE, read_comparison },
  { "goals", FALSE, read_goals, uds_goals_chart_new_years },
  { "goals-statuses", FALSE, read_goals, uds_goals_chart_new_statuses },
  { "goals-targets", FALSE, read_goals, uds_goals_chart_new_targets },
  { "goals-multiples", FALSE, read_goals, uds_goals_chart_new_multiples },
};

static gpointer
read_chart (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  const Chart *chart = data;

  return chart->subject->read (session, chart, error);
}

static gboolean
choose_subject (Chart   *chart,
                int      argc,
                char   **argv,
                GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].name, argv[1]) && subjects[i].has_record == (argc == 3))
      {
        chart->subject = &subjects[i];
        chart->record = argc == 3 ? argv[2] : NULL;
        return TRUE;
      }

  g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
               _("There is no chart “%s”. There are: indicator CODE, goal NUMBER, comparison CODE, goals, "
                 "goals-statuses, goals-targets, goals-multiples."),
               argv[1]);
  return FALSE;
}

static gboolean
choose_kind (Chart       *chart,
             const char  *name,
             GError     **error)
{
  static const struct {
    const char *name;
    UdsChartKind kind;
  } kinds[] = { { "lines", UDS_CHART_LINES }, { "bars", UDS_CHART_BARS }, { "dumbbell", UDS_CHART_DUMBBELL } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (name == NULL || g_str_equal (kinds[i].name, name))
      {
        chart->kind = kinds[i].kind;
        return TRUE;
      }

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               _("An indicator is charted as lines, bars or dumbbell, not as “%s”."), name);
  return FALSE;
}

/* Of a chart whose height nobody gave, as high as it had better be. */
static gboolean
write_chart (UdsChartSpec        *spec,
             UdsChartSize         size,
             gboolean             mono,
             const char          *output,
             GError             **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (UdsChartLayout) layout = NULL;
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, mono);
  if (size.height <= 0)
    size.height = uds_chart_layout_measure_height (spec, &theme, size.width, UDS_CHART_PART_ALL);
  layout = uds_chart_layout_new (spec, &theme, &size, UDS_CHART_PART_ALL);

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

/* In points without the margin. Lines have a height of their own; others become as high as they had better be. */
static gboolean
make_size (double         width,
           double         height,
           UdsChartKind   kind,
           UdsChartSize  *size,
           GError       **error)
{
  if (width < 40 || width > 2000 || (height != 0 && (height < 30 || height > 2000)))
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID,
                           _("A chart is 40 to 2000 mm wide and 30 to 2000 mm high."));
      return FALSE;
    }

  if (height == 0 && kind == UDS_CHART_LINES)
    height = CHART_HEIGHT_MM;
  *size = (UdsChartSize) { width * POINTS_PER_MM - 2 * CHART_MARGIN,
                           height > 0 ? height * POINTS_PER_MM - 2 * CHART_MARGIN : 0, PNG_RESOLUTION };
  return TRUE;
}

UdsCliStatus
uds_cli_chart (UdsCli   *cli,
               int       argc,
               char    **argv,
               GError  **error)
{
  g_autofree char *output = NULL;
  g_autofree char *language = NULL;
  g_autofree char *kind = NULL;
  double width = CHART_WIDTH_MM, height = 0;
  gboolean mono = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &width, NULL, NULL },
    { "height", 0, 0, G_OPTION_ARG_DOUBLE, &height, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "mono", 0, 0, G_OPTION_ARG_NONE, &mono, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (UdsChartSpec) spec = NULL;
  UdsChartSize size;
  Chart chart = { NULL };

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 1, 2, "chart KIND ID|NAME --output=FILE.pdf|.svg|.png", error)
      || !uds_cli_need_output (output, error) || !uds_cli_set_language (cli, language, error)
      || !choose_subject (&chart, argc, argv, error) || !choose_kind (&chart, kind, error)
      || !make_size (width, height, UDS_CHART_BARS, &size, error) || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  chart.language = cli->language;
  spec = uds_store_read (cli->store, read_chart, &chart, error);
  if (spec == NULL || !make_size (width, height, uds_chart_spec_get_kind (spec), &size, error))
    return UDS_CLI_NOT_DONE;

  return write_chart (spec, size, mono, output, error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}
