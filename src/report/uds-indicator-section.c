/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts one indicator on paper: its name, where it stands and why, the chart under its finding, the latest values. */
#include "uds-indicator-section-private.h"

#include "uds-chart-draw.h"
#include "uds-chart-notes.h"
#include "uds-chart-theme.h"
#include "uds-format.h"
#include "uds-indicator-chart.h"
#include "uds-period.h"

#include <glib/gi18n.h>

#define CHART_ASPECT 0.33  /* two indicators to a page */
#define CHART_RESOLUTION 4 /* dots to a point: finer than most printers tell apart in a line */
#define RECENT_VALUES 8    /* as many as stand side by side */

typedef struct {
  UdsChartSpec *spec;
  gboolean mono;
} Chart;

static void
chart_free (gpointer data)
{
  Chart *chart = data;

  g_object_unref (chart->spec);
  g_free (chart);
}

static void
draw_chart (cairo_t  *cr,
            double    width,
            double    height,
            gpointer  data)
{
  const Chart *chart = data;
  UdsChartSize size = { width, height, CHART_RESOLUTION };
  g_autoptr (UdsChartLayout) layout = NULL;
  UdsChartTheme theme;

  uds_chart_theme_init_print (&theme, chart->mono);
  layout = uds_chart_layout_new (chart->spec, &theme, &size, 0);
  uds_chart_draw (layout, cr);
}

UdsMark
uds_mark_for_status (UdsProgressStatus status)
{
  static const UdsMark marks[UDS_PROGRESS_N_STATUSES] = {
    [UDS_PROGRESS_ACHIEVED] = UDS_MARK_DISC,
    [UDS_PROGRESS_SUBSTANTIAL] = UDS_MARK_TRIANGLE_UP,
    [UDS_PROGRESS_MODERATE] = UDS_MARK_WEDGE,
    [UDS_PROGRESS_LIMITED] = UDS_MARK_BAR,
    [UDS_PROGRESS_DETERIORATION] = UDS_MARK_TRIANGLE_DOWN,
    [UDS_PROGRESS_NOT_AVAILABLE] = UDS_MARK_RING,
  };

  return marks[status];
}

static void
add_status (UdsDocument        *document,
            UdsIndicatorDigest *digest,
            UdsLanguage         language)
{
  const UdsProgress *progress = uds_indicator_digest_get_progress (digest);
  const char *unit = uds_indicator_digest_get_unit (digest, language);
  g_autofree char *reason = uds_progress_describe (progress, unit, language);
  g_autofree char *status = g_strconcat (uds_progress_status_get_label (progress->status), ".", NULL);

  uds_document_add_statement (document, uds_mark_for_status (progress->status), status, reason);
}

/* What stands below the chart: what is to be known about the data, and where they come from. */
static char *
format_source (UdsChartSpec *spec)
{
  g_autofree char *notes = uds_chart_notes_new (spec);
  const char *source = uds_chart_spec_get_source (spec);
  g_autofree char *line = source == NULL ? NULL : g_strdup_printf (_ ("Source: %s"), source);

  if (notes == NULL || line == NULL)
    return g_strdup (notes != NULL ? notes : line);
  return g_strconcat (notes, "\n", line, NULL);
}

static char *
format_period (const UdsDigestPoint *point,
               UdsLanguage           language)
{
  UdsPeriod period;

  return uds_period_parse (point->period, &period, NULL) ? uds_period_format (&period, language)
                                                         : g_strdup (point->period);
}

static char *
format_value (UdsIndicatorDigest   *digest,
              const UdsDigestPoint *point,
              UdsLanguage           language)
{
  return uds_format_quantity (point->value, uds_indicator_digest_get_decimals (digest),
                              uds_indicator_digest_get_unit (digest, language), language);
}

/* What the first and the latest value say, under a heading that names the indicator already. */
static char *
format_change (UdsIndicatorDigest *digest,
               UdsLanguage         language)
{
  const UdsDigestPoint *first = uds_indicator_digest_get_point (digest, 0);
  const UdsDigestPoint *last = uds_indicator_digest_get_latest (digest);
  g_autofree char *from = format_value (digest, first, language);
  g_autofree char *from_period = format_period (first, language);
  g_autofree char *to = format_value (digest, last, language);
  g_autofree char *to_period = format_period (last, language);

  if (first == last)
    /* Translators: value, period: “41% in 2016” */
    return g_strdup_printf (_ ("%1$s in %2$s"), to, to_period);
  if (g_str_equal (from, to))
    /* Translators: value, first period, last period */
    return g_strdup_printf (_ ("Unchanged at %1$s from %2$s to %3$s"), to, from_period, to_period);
  if (last->value > first->value)
    /* Translators: first value, first period, last value, last period */
    return g_strdup_printf (_ ("Up from %1$s in %2$s to %3$s in %4$s"), from, from_period, to, to_period);
  /* Translators: first value, first period, last value, last period */
  return g_strdup_printf (_ ("Down from %1$s in %2$s to %3$s in %4$s"), from, from_period, to, to_period);
}

static char *
format_caption (UdsIndicatorDigest *digest,
                UdsLanguage         language)
{
  const char *written = uds_record_get_localized (uds_indicator_digest_get_indicator (digest), "finding", language);

  return written != NULL ? g_strdup (written) : format_change (digest, language);
}

/* The chart in words, for those who do not see it. */
static char *
describe_chart (UdsIndicatorDigest *digest,
                UdsChartSpec       *spec,
                UdsLanguage         language)
{
  const UdsProgress *progress = uds_indicator_digest_get_progress (digest);
  const char *unit = uds_indicator_digest_get_unit (digest, language);
  g_autofree char *reason = uds_progress_describe (progress, unit, language);

  /* Translators: the finding, the status, and the sentences that explain it */
  return g_strdup_printf (_ ("Line chart: %1$s. %2$s: %3$s"), uds_chart_spec_get_title (spec),
                          uds_progress_status_get_label (progress->status), reason);
}

static void
add_chart (UdsDocument            *document,
           UdsIndicatorDigest     *digest,
           const UdsReportOptions *options)
{
  g_autoptr (UdsChartSpec) spec = uds_indicator_chart_new (digest, options->language);
  g_autofree char *caption = format_caption (digest, options->language);
  g_autofree char *source = format_source (spec);
  g_autofree char *alternative = describe_chart (digest, spec, options->language);
  Chart *chart = g_new (Chart, 1);
  UdsFigure figure = {
    .caption = caption,
    .subtitle = uds_chart_spec_get_subtitle (spec),
    .source = source,
    .alternative = alternative,
    .aspect = CHART_ASPECT,
    .draw = draw_chart,
    .data = chart,
    .free_data = chart_free,
  };

  *chart = (Chart) { g_object_ref (spec), options->mono };
  uds_document_add_figure (document, &figure);
  uds_document_keep_with_next (document);
}

static void
add_recent_values (UdsDocument        *document,
                   UdsIndicatorDigest *digest,
                   UdsLanguage         language)
{
  guint n_points = uds_indicator_digest_get_n_points (digest);
  const char *unit = uds_indicator_digest_get_unit (digest, language);
  int decimals = uds_indicator_digest_get_decimals (digest);
  UdsDocumentTable *table = uds_document_table_new (NULL);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  uds_document_table_add_column (table, _ ("Period"), UDS_MARK_NONE, UDS_COLUMN_ROW_HEADER);
  g_ptr_array_add (cells, g_strdup (unit != NULL ? unit : _ ("Value")));
  for (guint i = n_points > RECENT_VALUES ? n_points - RECENT_VALUES : 0; i < n_points; i++)
    {
      const UdsDigestPoint *point = uds_indicator_digest_get_point (digest, i);
      g_autofree char *period = format_period (point, language);

      uds_document_table_add_column (table, period, UDS_MARK_NONE, UDS_COLUMN_NUMERIC);
      g_ptr_array_add (cells, uds_format_number (point->value, decimals, language));
    }
  uds_document_table_add_row (table, (const char *const *) cells->pdata);
  uds_document_add_table (document, table);
}

/* Adds a section; @level is that of its heading. */
void
uds_indicator_section_add (UdsDocument            *document,
                           UdsIndicatorDigest     *digest,
                           guint                   level,
                           const UdsReportOptions *options)
{
  UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);

  uds_document_add_heading (document, level, uds_record_get_title (indicator, options->language), NULL);
  add_status (document, digest, options->language);
  if (uds_indicator_digest_get_n_points (digest) > 0)
    {
      uds_document_keep_with_next (document);
      add_chart (document, digest, options);
      add_recent_values (document, digest, options->language);
    }
}
