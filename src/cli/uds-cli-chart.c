/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command chart: which chart of which records, how large, into which kind of file. What the charts show is
 * src/report's. */
#include "uds-cli-private.h"

#include "uds-chart-export.h"
#include "uds-chart-sheet.h"
#include "uds-comparison-chart.h"
#include "uds-error.h"
#include "uds-goals-chart.h"
#include "uds-indicator-chart.h"
#include "uds-map-chart.h"
#include "uds-relations-chart.h"
#include "uds-sheet-file.h"
#include "uds-timeline-chart.h"

#include <glib/gi18n.h>

#define POINTS_PER_MM (72 / 25.4)
#define CHART_WIDTH_MM 160
#define CHART_HEIGHT_MM 90
#define CHART_MARGIN 12
#define PNG_RESOLUTION 2

#define RELATIONS "relations" /* of a record of any kind */

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
  const char *of;     /* the kind of it, where that is not the subject */
  UdsChartKind kind;
  UdsLanguage language;
  const char *series;
  const char *unit;
  const char *const *parts; /* "Dimension:Value" */
  const char *compared;     /* the code of an indicator */
  const char *network;      /* the code of one */
};

/* What there is of a choice, "–" for the series or unit without a name. */
static GPtrArray *
list_options (const UdsIndicatorChoice *choice)
{
  GPtrArray *options = g_ptr_array_new ();

  for (guint i = 0; i < choice->options->len; i++)
    {
      const char *value = g_array_index (choice->options, UdsIndicatorOption, i).value;

      g_ptr_array_add (options, (gpointer) (value != NULL ? value : "–"));
    }

  return options;
}

static UdsIndicatorChoice *
find_choice (GPtrArray   *choices,
             UdsChoiceOf  of,
             const char  *dimension)
{
  for (guint i = 0; i < choices->len; i++)
    {
      UdsIndicatorChoice *choice = g_ptr_array_index (choices, i);

      if (choice->of == of && g_strcmp0 (choice->dimension, dimension) == 0)
        return choice;
    }

  return NULL;
}

static GPtrArray *
list_dimensions (GPtrArray *choices)
{
  GPtrArray *dimensions = g_ptr_array_new ();

  for (guint i = 0; i < choices->len; i++)
    {
      const UdsIndicatorChoice *choice = g_ptr_array_index (choices, i);

      if (choice->of == UDS_CHOICE_OF_PARTS)
        g_ptr_array_add (dimensions, choice->dimension);
    }

  return dimensions;
}

/* Says what can be chosen in the place of @value, which cannot. */
static void
set_no_choice (UdsIndicatorView  *view,
               UdsChoiceOf        of,
               const char        *dimension,
               const char        *value,
               const char        *option,
               GError           **error)
{
  g_autoptr (GPtrArray) choices = uds_indicator_selection_list_choices (view->selection, view->parts);
  const UdsIndicatorChoice *choice = find_choice (choices, of, dimension);
  g_autoptr (GPtrArray) options = choice != NULL ? list_options (choice) : list_dimensions (choices);
  g_autofree char *text = uds_cli_join_choices (options);

  if (options->len == 0 || (choice == NULL && of != UDS_CHOICE_OF_PARTS))
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
                 /* Translators: what was given to an option of a command, then the option, twice */
                 _("There is no “%s” to choose with %s; the indicator has nothing to choose with %s."), value, option,
                 option);
  else if (choice == NULL)
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
                 /* Translators: what the indicator is not broken down by, then a list of what it is */
                 _("The indicator is not broken down by “%s”, but by: %s."), dimension, text);
  else
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
                 /* Translators: what was given to an option of a command, the option, then a list of what there is */
                 _("There is no “%s” to choose with %s. There are: %s."), value, option, text);
}

/* What is to be chosen may be written as readers see it. */
static gboolean
choose (UdsIndicatorView  *view,
        UdsChoiceOf        of,
        const char        *dimension,
        const char        *value,
        const char        *option,
        GError           **error)
{
  if (uds_indicator_selection_choose (view->selection, view->parts, of, dimension, value, TRUE))
    return TRUE;

  set_no_choice (view, of, dimension, value, option, error);
  return FALSE;
}

/* "Sex:Female"; the name of a dimension holds no colon. */
static gboolean
choose_part (UdsIndicatorView  *view,
             const char        *text,
             GError           **error)
{
  g_auto (GStrv) pair = g_strsplit (text, ":", 2);

  if (g_strv_length (pair) == 2)
    return choose (view, UDS_CHOICE_OF_PARTS, pair[0], pair[1], "--breakdown", error);

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               /* Translators: what was given; “Sex:Female” is an example to follow */
               _("A breakdown is written as “Sex:Female”, not as “%s”."), text);
  return FALSE;
}

static gboolean
choose_all (UdsIndicatorView  *view,
            const Chart       *chart,
            GError           **error)
{
  if (chart->series != NULL && !choose (view, UDS_CHOICE_OF_SERIES, NULL, chart->series, "--series", error))
    return FALSE;
  if (chart->unit != NULL && !choose (view, UDS_CHOICE_OF_UNIT, NULL, chart->unit, "--unit", error))
    return FALSE;
  for (gsize i = 0; chart->parts != NULL && chart->parts[i] != NULL; i++)
    if (!choose_part (view, chart->parts[i], error))
      return FALSE;

  uds_indicator_selection_set_kind (view->selection, view->parts, chart->kind);
  return TRUE;
}

static gboolean
choose_compared (UdsIndicatorView  *view,
                 UdsSession        *session,
                 const char        *code,
                 GError           **error)
{
  g_autoptr (UdsRecord) compared = uds_cli_find_record (session, uds_kind_lookup ("indicator"), code, error);

  if (compared == NULL)
    return FALSE;

  g_set_str (&view->selection->compared, uds_record_get_id (compared));
  return TRUE;
}

static UdsChartSpec *
read_indicator (UdsSession   *session,
                const Chart  *chart,
                GError      **error)
{
  g_autoptr (UdsRecord) indicator = uds_cli_find_record (session, uds_kind_lookup ("indicator"), chart->record, error);
  g_autoptr (UdsIndicatorView) begun = NULL;
  g_autoptr (UdsIndicatorView) view = NULL;

  if (indicator == NULL)
    return NULL;

  begun = uds_session_view_indicator (session, indicator, NULL, error);
  if (begun == NULL || !choose_all (begun, chart, error))
    return NULL;
  if (chart->compared == NULL)
    return uds_indicator_chart_new_view (begun, chart->language);

  if (!choose_compared (begun, session, chart->compared, error))
    return NULL;
  view = uds_session_view_indicator (session, indicator, begun->selection, error);
  return view != NULL ? uds_indicator_chart_new_view (view, chart->language) : NULL;
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

static UdsChartSpec *
read_timeline (UdsSession   *session,
               const Chart  *chart,
               GError      **error)
{
  g_autoptr (UdsClock) clock = uds_clock_new ();
  UdsDate today = uds_clock_get_today (clock);
  g_autoptr (GPtrArray) items = uds_session_list_terms (session, &today, chart->language, error);

  return items != NULL ? uds_timeline_chart_new (items, &today, chart->language) : NULL;
}

static UdsChartSpec *
read_map (UdsSession   *session,
          const Chart  *chart,
          GError      **error)
{
  g_autoptr (UdsClock) clock = uds_clock_new ();
  g_autoptr (UdsRecord) network = NULL;
  UdsMapSelection selection = { NULL, FALSE, uds_clock_get_today (clock), NULL };

  if (chart->network != NULL)
    {
      network = uds_cli_find_record (session, uds_kind_lookup ("network"), chart->network, error);
      if (network == NULL)
        return NULL;
      selection.network = uds_record_get_id (network);
      selection.only_members = TRUE;
    }
  return uds_session_chart_map (session, &selection, chart->language, error);
}

static UdsChartSpec *
read_relations (UdsSession   *session,
                const Chart  *chart,
                GError      **error)
{
  const UdsKind *kind = uds_cli_find_kind (chart->of, error);
  g_autoptr (UdsRecord) record = kind != NULL ? uds_cli_find_record (session, kind, chart->record, error) : NULL;

  return record != NULL ? uds_session_chart_relations (session, record, chart->language, error) : NULL;
}

static const Subject subjects[] = {
  { "indicator", TRUE, read_indicator },
  { "goal", TRUE, read_goal },
  { "comparison", TRUE, read_comparison },
  { "goals", FALSE, read_goals, uds_goals_chart_new_years },
  { "goals-statuses", FALSE, read_goals, uds_goals_chart_new_statuses },
  { "goals-targets", FALSE, read_goals, uds_goals_chart_new_targets },
  { "goals-multiples", FALSE, read_goals, uds_goals_chart_new_multiples },
  { "timeline", FALSE, read_timeline },
  { "map", FALSE, read_map },
  { RELATIONS, TRUE, read_relations },
};

static gpointer
read_chart (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  const Chart *chart = data;

  return chart->subject->read (session, chart, error);
}

static const Subject *
find_subject (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].name, name))
      return &subjects[i];

  return NULL;
}

static gboolean
choose_record (Chart   *chart,
               int      argc,
               char   **argv,
               GError **error)
{
  if (argc < 4)
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID,
                           _("Say of which record: “udsyn chart relations KIND NAME”, such as network c40."));
      return FALSE;
    }

  chart->of = argv[2];
  chart->record = argv[3];
  return TRUE;
}

static gboolean
choose_subject (Chart   *chart,
                int      argc,
                char   **argv,
                GError **error)
{
  chart->subject = find_subject (argv[1]);
  if (g_str_equal (argv[1], RELATIONS))
    return choose_record (chart, argc, argv, error);
  if (chart->subject != NULL && chart->subject->has_record
      && !uds_cli_need_name (argc, argv, chart->subject->name, error))
    return FALSE;
  if (chart->subject != NULL && chart->subject->has_record == (argc == 3))
    {
      chart->record = argc == 3 ? argv[2] : NULL;
      return TRUE;
    }

  if (chart->subject != NULL)
    g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                 /* Translators: the name of a chart, what is too much after it */
                 _("The chart “%s” is of all there is: leave out “%s”."), argv[1], argv[2]);
  else
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
                 _("There is no chart “%s”. There are: indicator CODE, goal NUMBER, comparison CODE, goals, "
                   "goals-statuses, goals-targets, goals-multiples, timeline, map, relations KIND NAME."),
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

static gboolean
write_table (UdsChartSpec    *spec,
             UdsSheetFormat   format,
             const char      *output,
             GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (UdsSheet) sheet = uds_chart_sheet_new (spec);

  return uds_sheet_write (sheet, format, file, NULL, error);
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
  UdsSheetFormat format;
  UdsChartTheme theme;

  if (uds_sheet_format_from_name (output, &format))
    return write_table (spec, format, output, error);

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

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               _("A chart is written as .pdf, .svg or .png, its table as .csv, .ods or .xlsx, not as “%s”."), output);
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
  g_autofree char *series = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *compared = NULL;
  g_autofree char *network = NULL;
  g_auto (GStrv) parts = NULL;
  double width = CHART_WIDTH_MM, height = 0;
  gboolean mono = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &width, NULL, NULL },
    { "height", 0, 0, G_OPTION_ARG_DOUBLE, &height, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "series", 0, 0, G_OPTION_ARG_STRING, &series, NULL, NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, NULL, NULL },
    { "breakdown", 0, 0, G_OPTION_ARG_STRING_ARRAY, &parts, NULL, NULL },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &compared, NULL, NULL },
    { "network", 0, 0, G_OPTION_ARG_STRING, &network, NULL, NULL },
    { "mono", 0, 0, G_OPTION_ARG_NONE, &mono, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (UdsChartSpec) spec = NULL;
  UdsChartSize size;
  Chart chart = { NULL };

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 1, argc > 1 && g_str_equal (argv[1], RELATIONS) ? 3 : 2, error)
      || !uds_cli_need_output (output, error) || !uds_cli_set_language (cli, language, error)
      || !choose_subject (&chart, argc, argv, error) || !choose_kind (&chart, kind, error)
      || !make_size (width, height, UDS_CHART_BARS, &size, error) || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  chart.language = cli->language;
  chart.series = series;
  chart.unit = unit;
  chart.parts = (const char *const *) parts;
  chart.compared = compared;
  chart.network = network;
  spec = uds_store_read (cli->store, read_chart, &chart, error);
  if (spec == NULL || !make_size (width, height, uds_chart_spec_get_kind (spec), &size, error))
    return UDS_CLI_NOT_DONE;

  return write_chart (spec, size, mono, output, error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}
