/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the parts of an indicator beside each other, as they are now, or then and now. */
#include "uds-indicator-rows-private.h"

#include <glib/gi18n.h>

static const UdsDigestPoint *
get_latest (const UdsIndicatorLine *line)
{
  return &line->points[line->n_points - 1];
}

/* A value of another year than its column is about says so. */
static void
set_cell (UdsChartGrid         *grid,
          gsize                 row,
          gsize                 column,
          const UdsDigestPoint *point,
          int                   year)
{
  g_autofree char *other = point->year != year ? g_strdup_printf (_("Value of %d."), point->year) : NULL;
  g_autofree char *both = NULL;
  const char *note = other != NULL ? other : point->footnote;

  if (other != NULL && point->footnote != NULL)
    note = both = g_strdup_printf ("%s %s", other, point->footnote);
  uds_chart_grid_set_cell (grid, row, column,
                           &(UdsChartCell) {
                               .value = point->value,
                               .level = UDS_CHART_NONE,
                               .quality = point->uncertain ? UDS_CHART_UNCERTAIN : UDS_CHART_MEASURED,
                               .note = note,
                           });
}

static gsize
add_row (UdsChartGrid           *grid,
         const UdsIndicatorLine *line)
{
  return uds_chart_grid_add_row (grid, line->id, NULL, line->label != NULL ? line->label : _("All"));
}

static void
add_bars (UdsChartGrid *grid,
          const GArray *lines,
          int           year)
{
  g_autofree char *heading = g_strdup_printf ("%d", year);

  uds_chart_grid_add_column (grid, heading, UDS_CHART_NONE);
  for (guint i = 0; i < lines->len; i++)
    {
      const UdsIndicatorLine *line = &g_array_index (lines, UdsIndicatorLine, i);

      set_cell (grid, add_row (grid, line), 0, get_latest (line), year);
    }
  uds_chart_grid_rank (grid, TRUE);
}

static gboolean
target_counts (UdsRecord *indicator)
{
  const char *state = uds_record_get_text (indicator, "target_state");

  return uds_record_has (indicator, "target_value")
         && (state == NULL || g_str_equal (state, "active") || g_str_equal (state, "reached"));
}

/* @target_of is the indicator whose target is shown, or none. */
static void
add_dumbbells (UdsChartGrid *grid,
               const GArray *lines,
               UdsRecord    *target_of,
               int           latest)
{
  g_autofree char *then = NULL;
  g_autofree char *now = g_strdup_printf ("%d", latest);
  int first = latest;

  for (guint i = 0; i < lines->len; i++)
    first = MIN (first, g_array_index (lines, UdsIndicatorLine, i).points[0].year);
  then = g_strdup_printf ("%d", first);
  uds_chart_grid_add_column (grid, then, UDS_CHART_NONE);
  uds_chart_grid_add_column (grid, now, UDS_CHART_NONE);
  if (target_of != NULL)
    uds_chart_grid_add_column (grid, C_("figure", "Target"), UDS_CHART_NONE);

  for (guint i = 0; i < lines->len; i++)
    {
      const UdsIndicatorLine *line = &g_array_index (lines, UdsIndicatorLine, i);
      gsize row = add_row (grid, line);

      set_cell (grid, row, UDS_CHART_THEN, line->points, first);
      set_cell (grid, row, UDS_CHART_NOW, get_latest (line), latest);
      if (target_of != NULL)
        uds_chart_grid_set_cell (grid, row, UDS_CHART_TO_COME,
                                 &(UdsChartCell) { .value = uds_record_get_real (target_of, "target_value"),
                                                   .level = UDS_CHART_NONE });
    }
}

/* Nobody shall take what is chosen for all there is. */
static void
add_note (UdsChartSpec           *spec,
          const UdsIndicatorView *view)
{
  g_autoptr (GPtrArray) shown = uds_indicator_selection_list_shown (view->selection, view->parts);
  guint n_parts = uds_indicator_selection_count_parts (view->selection, view->parts);
  g_autofree char *note = NULL;

  if (shown->len >= n_parts)
    return;

  /* Translators: how many rows of a chart are drawn, and how many there are to choose from */
  note = g_strdup_printf (_("%1$u of %2$u breakdowns are shown."), shown->len, n_parts);
  uds_chart_spec_add_footnote (spec, note);
}

/* Fills an empty spec with a row for each part. @has_target is whether the indicator's own target is about them. */
void
uds_indicator_rows_fill (UdsChartSpec           *spec,
                         const UdsIndicatorView *view,
                         gboolean                has_target,
                         UdsLanguage             language)
{
  g_autoptr (GArray) lines = uds_indicator_view_list_lines (view, language);
  UdsChartGrid *grid = uds_chart_spec_make_grid (spec, view->selection->kind);
  UdsRecord *indicator = uds_indicator_digest_get_indicator (view->digest);
  int year = 0;

  for (guint i = 0; i < lines->len; i++)
    year = MAX (year, get_latest (&g_array_index (lines, UdsIndicatorLine, i))->year);

  uds_chart_grid_set_heading (grid, _("Breakdown"));
  add_note (spec, view);
  if (view->selection->kind == UDS_CHART_DUMBBELL)
    add_dumbbells (grid, lines, has_target && target_counts (indicator) ? indicator : NULL, year);
  else
    add_bars (grid, lines, year);
}
