/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts one indicator on paper: its name, where it stands and why, the chart under its finding, the latest values. */
#include "uds-indicator-section-private.h"

#include "uds-chart-figure-private.h"
#include "uds-chart-table.h"
#include "uds-format.h"
#include "uds-indicator-chart.h"
#include "uds-indicator-words.h"

#include <glib/gi18n.h>

#define CHART_ASPECT 0.30  /* two indicators to a page */
#define RECENT_VALUES 8    /* as many as stand side by side */
#define VIEW_ASPECT 0.5    /* several lines need more room */
#define COLUMNS_MAX 8

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

static char *
describe_status (UdsIndicatorDigest     *digest,
                 const UdsReportOptions *options)
{
  return uds_indicator_words_status (digest, options->date.year, options->language);
}

static void
add_status (UdsDocument            *document,
            UdsIndicatorDigest     *digest,
            const UdsReportOptions *options)
{
  UdsProgressStatus status = uds_indicator_digest_get_progress (digest)->status;
  g_autofree char *reason = describe_status (digest, options);
  g_autofree char *label = g_strconcat (uds_progress_status_get_label (status), ".", NULL);

  uds_document_add_statement (document, uds_mark_for_status (status), label, reason);
}

/* By what the status was found: a reader with the figures can do it again. The method that most go by is told once,
 * with the statuses. */
static void
add_method (UdsDocument       *document,
            const UdsProgress *progress,
            UdsLanguage        language)
{
  g_autofree char *thresholds = uds_progress_describe_thresholds (progress, language);
  g_autofree char *text = NULL;

  if (thresholds == NULL || progress->method == UDS_METHOD_OPEN_SDG)
    return;

  /* Translators: the name of a method, and the figures at which the status changes */
  text = g_strdup_printf (_ ("Method: %1$s. %2$s."), uds_progress_method_get_label (progress->method), thresholds);
  uds_document_keep_with_next (document);
  uds_document_add_paragraph (document, UDS_PARAGRAPH_NOTE, text);
}

/* The chart in words, for those who do not see it. */
static char *
describe_chart (UdsIndicatorDigest     *digest,
                UdsChartSpec           *spec,
                const UdsReportOptions *options)
{
  UdsProgressStatus status = uds_indicator_digest_get_progress (digest)->status;
  g_autofree char *reason = describe_status (digest, options);

  /* Translators: the finding, the status, and the sentences that explain it */
  return g_strdup_printf (_ ("Line chart: %1$s. %2$s: %3$s"), uds_chart_spec_get_title (spec),
                          uds_progress_status_get_label (status), reason);
}

static void
add_chart (UdsDocument            *document,
           UdsIndicatorDigest     *digest,
           const UdsReportOptions *options)
{
  g_autoptr (UdsChartSpec) spec = uds_indicator_chart_new (digest, options->language);
  g_autofree char *caption = uds_indicator_words_change (digest, options->language);
  g_autofree char *alternative = describe_chart (digest, spec, options);

  uds_chart_figure_add (document, &(UdsChartFigure) { spec, caption, alternative, CHART_ASPECT, options->mono });
  uds_document_keep_with_next (document);
}

/* The figures behind a chart, where they are not more than a page is wide. */
static void
add_chart_table (UdsDocument  *document,
                 UdsChartSpec *spec)
{
  g_autoptr (UdsChartTable) chart_table = uds_chart_table_new (spec);
  gsize n_columns = uds_chart_table_get_n_columns (chart_table);
  UdsDocumentTable *table;

  if (n_columns > COLUMNS_MAX)
    return;

  table = uds_document_table_new (NULL);
  for (gsize i = 0; i < n_columns; i++)
    {
      g_autofree char *heading = uds_chart_table_get_heading (chart_table, i);
      UdsColumnFlags flags = uds_chart_table_is_numeric (chart_table, i) ? UDS_COLUMN_NUMERIC : UDS_COLUMN_PLAIN;

      uds_document_table_add_column (table, heading, UDS_MARK_NONE, i == 0 ? UDS_COLUMN_ROW_HEADER : flags);
    }
  for (gsize row = 0; row < uds_chart_table_get_n_rows (chart_table); row++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (gsize i = 0; i < n_columns; i++)
        g_ptr_array_add (cells, uds_chart_table_get_text (chart_table, row, i));
      uds_document_table_add_row (table, (const char *const *) cells->pdata);
    }
  uds_document_add_table (document, table);
}

/* What somebody chose to see, with all its figures. */
static void
add_view (UdsDocument            *document,
          const UdsIndicatorView *view,
          const UdsReportOptions *options)
{
  g_autoptr (UdsChartSpec) spec = uds_indicator_chart_new_view (view, options->language);
  g_autofree char *caption = uds_indicator_words_view_change (view, options->language);
  double aspect = uds_chart_spec_get_kind (spec) == UDS_CHART_LINES ? VIEW_ASPECT : 0;

  uds_chart_figure_add (document, &(UdsChartFigure) { spec, caption, NULL, aspect, options->mono });
  add_chart_table (document, spec);
}

/* A table that does not hold all values says so; the chart above it does. */
static char *
format_table_caption (UdsIndicatorDigest *digest,
                      UdsLanguage         language)
{
  guint n_points = uds_indicator_digest_get_n_points (digest);
  g_autofree char *first = NULL;

  if (n_points <= RECENT_VALUES)
    return NULL;

  first = uds_indicator_words_period (uds_indicator_digest_get_point (digest, 0), language);
  /* Translators: how many values stand in a table, of how many, and the period of the first of all */
  return g_strdup_printf (_ ("The latest %1$d of %2$u values; the first is from %3$s."), RECENT_VALUES, n_points,
                          first);
}

static void
add_recent_values (UdsDocument        *document,
                   UdsIndicatorDigest *digest,
                   UdsLanguage         language)
{
  guint n_points = uds_indicator_digest_get_n_points (digest);
  const char *unit = uds_indicator_digest_get_unit (digest, language);
  int decimals = uds_indicator_digest_get_decimals (digest);
  g_autofree char *caption = format_table_caption (digest, language);
  UdsDocumentTable *table = uds_document_table_new (caption);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  uds_document_table_add_column (table, _ ("Period"), UDS_MARK_NONE, UDS_COLUMN_ROW_HEADER);
  g_ptr_array_add (cells, g_strdup (unit != NULL ? unit : _ ("Value")));
  for (guint i = n_points > RECENT_VALUES ? n_points - RECENT_VALUES : 0; i < n_points; i++)
    {
      const UdsDigestPoint *point = uds_indicator_digest_get_point (digest, i);
      g_autofree char *period = uds_indicator_words_period (point, language);

      uds_document_table_add_column (table, period, UDS_MARK_NONE, UDS_COLUMN_NUMERIC);
      g_ptr_array_add (cells, uds_format_number (point->value, decimals, language));
    }
  uds_document_table_add_row (table, (const char *const *) cells->pdata);
  uds_document_add_table (document, table);
}

/* Adds a section; @level is that of its heading. @view is what its chart shows, or %NULL for the headline. */
void
uds_indicator_section_add (UdsDocument            *document,
                           UdsIndicatorDigest     *digest,
                           const UdsIndicatorView *view,
                           guint                   level,
                           const UdsReportOptions *options)
{
  g_autofree char *name = uds_indicator_words_name (digest, options->language);

  uds_document_add_heading (document, level, name, NULL);
  add_status (document, digest, options);
  add_method (document, uds_indicator_digest_get_progress (digest), options->language);
  if (uds_indicator_digest_get_n_points (digest) == 0
      || (view == NULL && !uds_indicator_digest_is_headline (digest)))
    return;

  uds_document_keep_with_next (document);
  if (view != NULL && !uds_indicator_selection_is_plain (view->selection, view->digest, view->parts))
    {
      add_view (document, view, options);
      return;
    }
  add_chart (document, digest, options);
  add_recent_values (document, digest, options->language);
}
