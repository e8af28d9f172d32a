/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects the notes of a chart. How they are set is the layout's. */
#include "uds-chart-notes.h"

#include "uds-chart-theme.h"
#include "uds-chart-time.h"

#include <glib/gi18n.h>

#define GAPS_NAMED 4
#define SERIES_NAMED 3 /* so many series have their gaps listed at the foot */
#define REMARKS_MAX 4  /* so many things that are said about points stand at the foot; the table has all */

/**
 * uds_chart_notes_format_gaps:
 * @series: a series
 * @language: the reader's language
 *
 * Returns: (transfer full) (nullable): the periods without data, "2006–10, 2015–18"; %NULL where there
 *   are none
 */
char *
uds_chart_notes_format_gaps (const UdsChartSeries *series,
                             UdsLanguage           language)
{
  g_autoptr (GArray) gaps = uds_chart_series_get_gaps (series);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) periods = NULL;
  g_autofree char *text = NULL;
  guint n_more = gaps->len > GAPS_NAMED ? gaps->len - GAPS_NAMED : 0;

  if (gaps->len == 0)
    return NULL;

  for (guint i = 0; i < gaps->len - n_more; i++)
    {
      const UdsChartGap *gap = &g_array_index (gaps, UdsChartGap, i);

      g_strv_builder_take (builder, uds_chart_period_format (gap->from, gap->to, language));
    }
  periods = g_strv_builder_end (builder);
  text = g_strjoinv (", ", periods);
  if (n_more == 0)
    return g_steal_pointer (&text);

  /* Translators: %s is a list of periods without data, "1991–93, 1996" */
  return g_strdup_printf (ngettext ("%s and %u more period", "%s and %u more periods", n_more), text, n_more);
}

static void
add_gaps (UdsChartSpec *spec,
          GStrvBuilder *notes)
{
  gsize n_series = uds_chart_spec_get_n_series (spec);

  for (gsize i = 0; i < MIN (n_series, SERIES_NAMED); i++)
    {
      const UdsChartSeries *series = uds_chart_spec_get_series (spec, i);
      g_autofree char *gaps = uds_chart_notes_format_gaps (series, uds_chart_spec_get_language (spec));

      if (gaps == NULL)
        continue;
      if (n_series == 1)
        /* Translators: %s is a list of periods, "2013–14" */
        g_strv_builder_take (notes, g_strdup_printf (_ ("No data %s."), gaps));
      else
        /* Translators: the name of a series and a list of periods */
        g_strv_builder_take (
            notes, g_strdup_printf (_ ("%s: no data %s."), uds_chart_series_get_name (series), gaps));
    }
}

/**
 * uds_chart_notes_is_first_break:
 * @spec: a spec
 * @series: the index of one of its series
 * @item: a break in it
 *
 * Returns: whether no series before it has the same break, which is told once
 */
gboolean
uds_chart_notes_is_first_break (UdsChartSpec        *spec,
                                gsize                series,
                                const UdsChartBreak *item)
{
  for (gsize i = 0; i < series; i++)
    {
      const UdsChartSeries *other = uds_chart_spec_get_series (spec, i);

      for (gsize j = 0; j < uds_chart_series_get_n_breaks (other); j++)
        if (uds_chart_series_get_break (other, j)->position == item->position
            && g_strcmp0 (uds_chart_series_get_break (other, j)->note, item->note) == 0)
          return FALSE;
    }

  return TRUE;
}

static void
add_breaks (UdsChartSpec *spec,
            gsize         index,
            GStrvBuilder *notes)
{
  const UdsChartSeries *series = uds_chart_spec_get_series (spec, index);

  for (gsize i = 0; i < uds_chart_series_get_n_breaks (series); i++)
    {
      const UdsChartBreak *item = uds_chart_series_get_break (series, i);
      g_autofree char *period =
          uds_chart_position_format (item->position, uds_chart_spec_get_language (spec));

      if (!uds_chart_notes_is_first_break (spec, index, item))
        continue;
      if (item->note == NULL)
        /* Translators: from %s, a year, values are counted in a new way */
        g_strv_builder_take (notes, g_strdup_printf (_ ("Break in the series in %s."), period));
      else
        /* Translators: a year, and what changed then */
        g_strv_builder_take (notes,
                             g_strdup_printf (_ ("Break in the series in %s: %s."), period, item->note));
    }
}

static gboolean
has_quality (UdsChartSpec    *spec,
             UdsChartQuality  quality)
{
  for (gsize i = 0; i < uds_chart_spec_get_n_series (spec); i++)
    if (uds_chart_series_has_quality (uds_chart_spec_get_series (spec, i), quality))
      return TRUE;

  return FALSE;
}

static gboolean
has_uncertain_bar (const UdsChartGrid *grid)
{
  for (gsize i = 0; i < uds_chart_grid_get_n_rows (grid); i++)
    if (uds_chart_grid_get_cell (grid, i, 0)->quality != UDS_CHART_MEASURED)
      return TRUE;

  return FALSE;
}

static void
add_grid_notes (UdsChartSpec *spec,
                GStrvBuilder *notes)
{
  const UdsChartGrid *grid = uds_chart_spec_get_grid (spec);

  if (uds_chart_spec_get_kind (spec) == UDS_CHART_BARS && uds_chart_grid_get_n_columns (grid) > 0
      && has_uncertain_bar (grid))
    g_strv_builder_add (notes, _ ("Hollow bars are uncertain."));
}

static gboolean
has_gaps (UdsChartSpec *spec)
{
  for (gsize i = 0; i < uds_chart_spec_get_n_series (spec); i++)
    {
      g_autoptr (GArray) gaps = uds_chart_series_get_gaps (uds_chart_spec_get_series (spec, i));

      if (gaps->len > 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_panel_notes (UdsChartSpec *spec,
                 GStrvBuilder *notes)
{
  g_strv_builder_add (notes, uds_chart_spec_get_shares_scale (spec) ? _ ("All charts have the same scale.")
                                                                    : _ ("Each chart has its own scale."));
  if (has_gaps (spec))
    g_strv_builder_add (notes, _ ("Dotted lines bridge times without data."));
}

/* The periods of all points about which the same is said as about one of them: "2016, 2018". */
static char *
format_remarked (const UdsChartSeries *series,
                 const UdsChartPoint  *remarked,
                 UdsLanguage           language)
{
  GString *periods = g_string_new (NULL);

  for (gsize i = 0; i < uds_chart_series_get_n_points (series); i++)
    {
      g_autofree char *period = NULL;
      UdsChartPoint point;

      uds_chart_series_get_point (series, i, &point);
      if (g_strcmp0 (point.note, remarked->note) != 0)
        continue;
      period = uds_chart_point_format_period (&point, language);
      g_string_append_printf (periods, "%s%s", periods->len > 0 ? ", " : "", period);
    }

  return g_string_free (periods, FALSE);
}

/* What is said about the points of the only series. Of many remarks the table beside the chart tells. */
static void
add_remarks (UdsChartSpec *spec,
             GStrvBuilder *notes)
{
  const UdsChartSeries *series = uds_chart_spec_get_series (spec, 0);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_more = 0;

  for (gsize i = 0; i < uds_chart_series_get_n_points (series); i++)
    {
      g_autofree char *periods = NULL;
      UdsChartPoint point;

      uds_chart_series_get_point (series, i, &point);
      if (point.note == NULL || !g_hash_table_add (told, g_strdup (point.note)))
        continue;
      if (g_hash_table_size (told) > REMARKS_MAX)
        {
          n_more++;
          continue;
        }
      periods = format_remarked (series, &point, uds_chart_spec_get_language (spec));
      g_strv_builder_take (notes, g_strdup_printf ("%s: %s%s", periods, point.note,
                                                   g_str_has_suffix (point.note, ".") ? "" : "."));
    }

  if (n_more > 0)
    g_strv_builder_take (notes, g_strdup_printf (ngettext ("%u more note is in the table.",
                                                           "%u more notes are in the table.", n_more),
                                                 n_more));
}

/* A sixth line has no colour of its own. */
static void
add_colour_note (gsize         n_series,
                 GStrvBuilder *notes)
{
  int n_grey = (int) n_series - UDS_CHART_COLOURED_SERIES;

  if (n_grey > 0)
    /* Translators: two numbers of lines */
    g_strv_builder_take (notes,
                         g_strdup_printf (ngettext ("The first %1$d lines have colours; %2$d more is grey.",
                                                    "The first %1$d lines have colours; %2$d more are grey.",
                                                    n_grey),
                                          UDS_CHART_COLOURED_SERIES, n_grey));
}

static void
add_line_notes (UdsChartSpec *spec,
                GStrvBuilder *notes)
{
  gsize n_series = uds_chart_spec_get_n_series (spec);

  add_colour_note (n_series, notes);
  add_gaps (spec, notes);
  if (n_series == 1)
    add_remarks (spec, notes);
}

/* What the kind of the chart asks for. */
static void
add_kind_notes (UdsChartSpec *spec,
                GStrvBuilder *notes)
{
  if (uds_chart_spec_get_grid (spec) != NULL)
    add_grid_notes (spec, notes);
  else if (uds_chart_spec_get_kind (spec) == UDS_CHART_MULTIPLES)
    add_panel_notes (spec, notes);
  else
    add_line_notes (spec, notes);
}

/**
 * uds_chart_notes_new:
 * @spec: a spec
 *
 * Returns: (transfer full) (nullable): the notes at the foot of the chart, its own and the spec's
 *   footnotes, as one paragraph; %NULL where there are none
 */
char *
uds_chart_notes_new (UdsChartSpec *spec)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) notes = NULL;

  add_kind_notes (spec, builder);
  if (has_quality (spec, UDS_CHART_UNCERTAIN))
    g_strv_builder_add (builder, _ ("Hollow points are uncertain."));
  if (has_quality (spec, UDS_CHART_PROJECTED))
    g_strv_builder_add (builder, _ ("Dashed lines are projections."));
  for (gsize i = 0; i < uds_chart_spec_get_n_series (spec); i++)
    add_breaks (spec, i, builder);
  for (gsize i = 0; i < uds_chart_spec_get_n_footnotes (spec); i++)
    g_strv_builder_add (builder, uds_chart_spec_get_footnote (spec, i));

  notes = g_strv_builder_end (builder);
  return notes[0] != NULL ? g_strjoinv (" ", notes) : NULL;
}
