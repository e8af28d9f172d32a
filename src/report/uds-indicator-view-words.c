/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in a sentence what a view of an indicator shows: one line, or what stands out among several. Of the headline
 * alone uds-indicator-words.c speaks. */
#include "uds-indicator-words-private.h"

#include "uds-chart-spec.h"
#include "uds-format.h"

#include <glib/gi18n.h>
#include <math.h>

static const UdsDigestPoint *
get_last (const UdsIndicatorLine *line)
{
  return &line->points[line->n_points - 1];
}

static const char *
get_label (const UdsIndicatorLine *line)
{
  return line->label != NULL ? line->label : _ ("All");
}

/* The latest point of a year. */
static const UdsDigestPoint *
find_in_line (const UdsIndicatorLine *line,
              int                     year)
{
  for (guint i = line->n_points; i-- > 0;)
    if (line->points[i].year == year)
      return &line->points[i];

  return NULL;
}

/* The latest year of which all lines have a value; where there is none, the latest of any. */
static int
find_common_year (const GArray *lines)
{
  const UdsIndicatorLine *first = &g_array_index (lines, UdsIndicatorLine, 0);
  int latest = 0;

  for (guint i = first->n_points; i-- > 0;)
    {
      guint n_found = 0;

      while (n_found < lines->len
             && find_in_line (&g_array_index (lines, UdsIndicatorLine, n_found), first->points[i].year) != NULL)
        n_found++;
      if (n_found == lines->len)
        return first->points[i].year;
    }

  for (guint i = 0; i < lines->len; i++)
    latest = MAX (latest, get_last (&g_array_index (lines, UdsIndicatorLine, i))->year);
  return latest;
}

/* "Highest in 2022: Women, 14%. Lowest: Men, 9%" */
static char *
describe_range (const UdsIndicatorView *view,
                const GArray           *lines,
                UdsLanguage             language)
{
  const UdsIndicatorLine *highest = NULL, *lowest = NULL;
  const char *unit = uds_indicator_view_get_unit (view, language);
  int decimals = uds_indicator_view_get_decimals (view);
  int year = find_common_year (lines);
  double most = 0, least = 0;
  g_autofree char *most_text = NULL;
  g_autofree char *least_text = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const UdsIndicatorLine *line = &g_array_index (lines, UdsIndicatorLine, i);
      const UdsDigestPoint *point = find_in_line (line, year);

      if (point == NULL)
        continue;
      if (highest == NULL || point->value > most)
        {
          highest = line;
          most = point->value;
        }
      if (lowest == NULL || point->value < least)
        {
          lowest = line;
          least = point->value;
        }
    }

  most_text = uds_format_quantity (most, decimals, unit, language);
  if (highest == lowest)
    /* Translators: a group, a year, its value: “Women in 2022: 14%” */
    return g_strdup_printf (_ ("%1$s in %2$d: %3$s"), get_label (highest), year, most_text);

  least_text = uds_format_quantity (least, decimals, unit, language);
  /* Translators: a year, then a group and its value, twice */
  return g_strdup_printf (_ ("Highest in %1$d: %2$s, %3$s. Lowest: %4$s, %5$s"), year, get_label (highest), most_text,
                          get_label (lowest), least_text);
}

static double
measure_change (const UdsIndicatorLine *line)
{
  return get_last (line)->value - line->points[0].value;
}

/* How far the changes lie apart, as far as they are written. */
static gboolean
is_same (double first,
         double second,
         int    decimals)
{
  return fabs (first - second) * pow (10, decimals) < 0.5;
}

static guint
count_as_large (const GArray *lines,
                double        change,
                int           decimals)
{
  guint n_lines = 0;

  for (guint i = 0; i < lines->len; i++)
    if (is_same (fabs (measure_change (&g_array_index (lines, UdsIndicatorLine, i))), fabs (change), decimals))
      n_lines++;
  return n_lines;
}

/* Whether they changed from the same period to the same, in the same direction and as far. */
static gboolean
is_alike (const UdsIndicatorLine *first,
          const UdsIndicatorLine *second,
          int                     decimals)
{
  return g_str_equal (first->points[0].period, second->points[0].period)
         && g_str_equal (get_last (first)->period, get_last (second)->period)
         && is_same (measure_change (first), measure_change (second), decimals);
}

static gboolean
are_alike (const GArray *lines,
           int           decimals)
{
  for (guint i = 1; i < lines->len; i++)
    if (!is_alike (&g_array_index (lines, UdsIndicatorLine, 0), &g_array_index (lines, UdsIndicatorLine, i), decimals))
      return FALSE;
  return TRUE;
}

/* "All changed by 6 percentage points from 2010 to 2022" */
static char *
describe_common_change (const UdsIndicatorView *view,
                        const UdsIndicatorLine *line,
                        UdsLanguage             language)
{
  const UdsChartFormat format = { language, uds_indicator_view_get_unit (view, language),
                                  uds_indicator_view_get_decimals (view) };
  double change = measure_change (line);
  g_autofree char *size = uds_chart_format_difference (&format, change);
  g_autofree char *from = uds_indicator_words_period (line->points, language);
  g_autofree char *to = uds_indicator_words_period (get_last (line), language);

  if (is_same (change, 0, uds_indicator_view_get_decimals (view)))
    /* Translators: of several groups; two periods */
    return g_strdup_printf (_ ("All unchanged from %1$s to %2$s"), from, to);
  if (change > 0)
    /* Translators: of several groups; how far, and two periods: “All up by 6 percentage points from 2010 to 2022” */
    return g_strdup_printf (_ ("All up by %1$s from %2$s to %3$s"), size, from, to);
  /* Translators: of several groups; how far, and two periods */
  return g_strdup_printf (_ ("All down by %1$s from %2$s to %3$s"), size, from, to);
}

/* "Changed most: Women. Up from 9% in 2010 to 14% in 2022". Where several changed as much, none of them is named. */
static char *
describe_most_changed (const UdsIndicatorView *view,
                       const GArray           *lines,
                       UdsLanguage             language)
{
  const UdsIndicatorLine *most = &g_array_index (lines, UdsIndicatorLine, 0);
  int decimals = uds_indicator_view_get_decimals (view);
  g_autofree char *change = NULL;

  for (guint i = 1; i < lines->len; i++)
    if (fabs (measure_change (&g_array_index (lines, UdsIndicatorLine, i))) > fabs (measure_change (most)))
      most = &g_array_index (lines, UdsIndicatorLine, i);

  if (are_alike (lines, decimals))
    return describe_common_change (view, most, language);
  if (count_as_large (lines, measure_change (most), decimals) > 1)
    return describe_range (view, lines, language);

  change = uds_indicator_words_describe_change (most->points, get_last (most),
                                                uds_indicator_view_get_unit (view, language), decimals, language);
  /* Translators: a group, then how its value changed, “Up from 9% in 2010 to 14% in 2022” */
  return g_strdup_printf (_ ("Changed most: %1$s. %2$s"), get_label (most), change);
}

static char *
describe_lines (const UdsIndicatorView *view,
                const GArray           *lines,
                UdsLanguage             language)
{
  const UdsIndicatorLine *first = &g_array_index (lines, UdsIndicatorLine, 0);
  g_autofree char *change = NULL;

  if (lines->len > 1)
    return view->selection->kind == UDS_CHART_DUMBBELL ? describe_most_changed (view, lines, language)
                                                       : describe_range (view, lines, language);

  change = uds_indicator_words_describe_change (first->points, get_last (first),
                                                uds_indicator_view_get_unit (view, language),
                                                uds_indicator_view_get_decimals (view), language);
  return first->label != NULL ? g_strdup_printf ("%s: %s", first->label, change) : g_steal_pointer (&change);
}

/* Whether what it shows must not be taken for the whole of the indicator, which has no values. */
static gboolean
lacks_whole (const UdsIndicatorView *view,
             const GArray           *lines)
{
  if (uds_indicator_digest_is_headline (view->digest))
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, UdsIndicatorLine, i).label == NULL)
      return FALSE;
  return TRUE;
}

/* What a view shows, with a word on what it is not. */
static char *
describe_view (const UdsIndicatorView *view,
               const GArray           *lines,
               UdsLanguage             language)
{
  g_autofree char *change = NULL;

  if (lines->len == 0)
    return NULL;

  change = describe_lines (view, lines, language);
  if (!lacks_whole (view, lines))
    return g_steal_pointer (&change);
  /* Translators: what the values of parts did, such as “Women: Up from 9% in 2010 to 14% in 2022” */
  return g_strdup_printf (_ ("No value of the whole. %s"), change);
}

/**
 * uds_indicator_words_view_change:
 * @view: a view of an indicator
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what the values it shows say, under a heading that names the indicator; of its
 *   headline as uds_indicator_words_change(); %NULL where there is no value
 */
char *
uds_indicator_words_view_change (const UdsIndicatorView *view,
                                 UdsLanguage             language)
{
  g_autoptr (GArray) lines = NULL;
  g_autofree char *change = NULL;
  g_autofree char *other = NULL;
  g_autofree char *name = NULL;

  if (uds_indicator_selection_is_plain (view->selection, view->digest, view->parts))
    return uds_indicator_words_change (view->digest, language);

  lines = uds_indicator_view_list_lines (view, language);
  change = describe_view (view, lines, language);
  if (change == NULL || view->compared == NULL || uds_indicator_view_can_share (view, language)
      || view->selection->kind != UDS_CHART_LINES)
    return g_steal_pointer (&change);

  other = uds_indicator_words_change (view->compared, language);
  name = uds_indicator_words_name (view->compared, language);
  if (other == NULL)
    return g_steal_pointer (&change);
  return g_strdup_printf ("%s. %s: %s", change, name, other);
}

/**
 * uds_indicator_words_view_finding:
 * @view: a view of an indicator
 * @language: the reader's
 *
 * Returns: (transfer full): what the values it shows say, where nothing else names the indicator
 */
char *
uds_indicator_words_view_finding (const UdsIndicatorView *view,
                                  UdsLanguage             language)
{
  g_autofree char *name = NULL;
  g_autofree char *change = NULL;

  if (uds_indicator_selection_is_plain (view->selection, view->digest, view->parts))
    return uds_indicator_words_finding (view->digest, language);

  name = uds_indicator_words_name (view->digest, language);
  change = uds_indicator_words_view_change (view, language);
  if (change != NULL && g_str_has_prefix (change, name))
    return g_steal_pointer (&change);
  return change == NULL ? g_steal_pointer (&name) : g_strdup_printf ("%s. %s", name, change);
}
