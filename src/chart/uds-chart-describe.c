/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences about a chart: its kind and period, each series with its range and trend, the distance to
 * targets, what is expected, what is missing. Words are gettext's, numbers the spec's. */
#include "uds-chart-describe.h"

#include "uds-chart-notes.h"
#include "uds-chart-words-private.h"
#include "uds-chart-time.h"

#include <glib/gi18n.h>
#include <math.h>

#define SERIES_DESCRIBED 8
#define PANELS_DESCRIBED 20 /* each is a chart of its own */
#define LEVEL_PART 0.05 /* a change by less than this part of the largest value is none */

typedef struct {
  UdsChartSpec *spec;
  UdsChartFormat format;
  GString *text;
} Description;

static void
add_sentence (Description *description,
              char        *sentence)
{
  if (description->text->len > 0)
    g_string_append_c (description->text, ' ');
  g_string_append (description->text, sentence);
  g_free (sentence);
}

static void
add_kind (Description *description)
{
  gsize n_series = uds_chart_spec_get_n_series (description->spec);
  double from = G_MAXDOUBLE, to = -G_MAXDOUBLE;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (gsize i = 0; i < n_series; i++)
    {
      const UdsChartSeries *series = uds_chart_spec_get_series (description->spec, i);
      gsize n_points = uds_chart_series_get_n_points (series);

      if (n_points == 0)
        continue;
      from = MIN (from, uds_chart_series_get_positions (series)[0]);
      to = MAX (to, uds_chart_series_get_positions (series)[n_points - 1]);
    }
  if (from > to)
    {
      add_sentence (description, g_strdup (_ ("Line chart without data.")));
      return;
    }

  first = uds_chart_position_format (from, description->format.language);
  last = uds_chart_position_format (to, description->format.language);
  if (uds_chart_spec_get_kind (description->spec) == UDS_CHART_MULTIPLES)
    {
      /* Translators: many small charts side by side, then two times, such as years */
      add_sentence (description, g_strdup_printf (ngettext ("%d small line chart, %s to %s.",
                                                            "%d small line charts, %s to %s.", n_series),
                                                  (int) n_series, first, last));
      return;
    }
  /* Translators: then two times, such as years */
  add_sentence (description, g_strdup_printf (ngettext ("Line chart with %d series, %s to %s.",
                                                        "Line chart with %d series, %s to %s.", n_series),
                                              (int) n_series, first, last));
}

/* "80% in 2022" */
static char *
format_point (const Description    *description,
              const UdsChartSeries *series,
              gsize                 index)
{
  UdsChartPoint point;
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  uds_chart_series_get_point (series, index, &point);
  value = uds_chart_format_value (&description->format, point.value);
  period = uds_chart_point_format_period (&point, description->format.language);

  /* Translators: a value and when it was so, such as "80% in 2022" */
  return g_strdup_printf (_ ("%s in %s"), value, period);
}

/* The change along the line of least squares, as a part of the largest value. */
static double
measure_trend (const UdsChartSeries *series)
{
  const double *positions = uds_chart_series_get_positions (series);
  const double *values = uds_chart_series_get_values (series);
  gsize n_points = uds_chart_series_get_n_points (series);
  double span = positions[n_points - 1] - positions[0];
  double size = MAX (fabs (values[uds_chart_series_find_minimum (series)]),
                     fabs (values[uds_chart_series_find_maximum (series)]));
  double position_mean = 0, value_mean = 0, product = 0, square = 0;

  if (span <= 0 || size == 0)
    return 0;

  for (gsize i = 0; i < n_points; i++)
    {
      position_mean += (positions[i] - positions[0]) / span / (double) n_points;
      value_mean += values[i] / size / (double) n_points;
    }
  for (gsize i = 0; i < n_points; i++)
    {
      double distance = (positions[i] - positions[0]) / span - position_mean;

      product += distance * (values[i] / size - value_mean);
      square += distance * distance;
    }

  return product / square;
}

static const char *
name_trend (double trend)
{
  if (fabs (trend) < LEVEL_PART)
    return _ ("about level");

  return trend > 0 ? _ ("rising") : _ ("falling");
}

static void
add_series (Description          *description,
            const UdsChartSeries *series)
{
  gsize n_points = uds_chart_series_get_n_points (series);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  if (n_points == 0)
    {
      /* Translators: the name of a series */
      add_sentence (description, g_strdup_printf (_ ("%s: no data."), uds_chart_series_get_name (series)));
      return;
    }

  first = format_point (description, series, 0);
  if (n_points == 1)
    {
      /* Translators: the name of a series, and "80% in 2022" */
      add_sentence (description,
                    g_strdup_printf (_ ("%s: one value, %s."), uds_chart_series_get_name (series), first));
      return;
    }

  last = format_point (description, series, n_points - 1);
  lowest = format_point (description, series, uds_chart_series_find_minimum (series));
  highest = format_point (description, series, uds_chart_series_find_maximum (series));
  /* Translators: the name of a series, how many values it has, the first, the latest, the lowest and the
   * highest as "80% in 2022", and its trend, "rising" */
  add_sentence (
      description,
      g_strdup_printf (ngettext ("%s: %d value, from %s to %s; lowest %s, highest %s; %s.",
                                 "%s: %d values, from %s to %s; lowest %s, highest %s; %s.", n_points),
                       uds_chart_series_get_name (series), (int) n_points, first, last, lowest, highest,
                       name_trend (measure_trend (series))));
}

static void
add_target (Description          *description,
            const UdsChartTarget *target)
{
  g_autofree char *label = uds_chart_target_format_label (target, &description->format);
  g_autofree char *difference = NULL;
  const UdsChartSeries *series;
  double distance;

  if (uds_chart_spec_get_n_series (description->spec) != 1)
    {
      add_sentence (description, g_strdup_printf ("%s.", label));
      return;
    }

  series = uds_chart_spec_get_series (description->spec, 0);
  if (uds_chart_series_get_n_points (series) == 0)
    {
      add_sentence (description, g_strdup_printf ("%s.", label));
      return;
    }

  distance = uds_chart_series_get_values (series)[uds_chart_series_get_n_points (series) - 1] - target->value;
  difference = uds_chart_format_difference (&description->format, distance);
  if (distance == 0)
    /* Translators: %s is a target, "Target 50% by 2015" */
    add_sentence (description, g_strdup_printf (_ ("%s: the latest value is exactly that."), label));
  else if (distance < 0)
    /* Translators: a target and a difference */
    add_sentence (description,
                  g_strdup_printf (_ ("%s: the latest value is %s below it."), label, difference));
  else
    /* Translators: a target and a difference */
    add_sentence (description,
                  g_strdup_printf (_ ("%s: the latest value is %s above it."), label, difference));
}

/* Each of many small charts has its own format and targets. */
static void
add_panel (Description *description,
           gsize        index)
{
  Description panel = { .spec = uds_chart_spec_get_panel (description->spec, index), .text = description->text };

  uds_chart_spec_get_format (panel.spec, &panel.format);
  add_series (&panel, uds_chart_spec_get_series (panel.spec, 0));
  for (gsize i = 0; i < uds_chart_spec_get_n_targets (panel.spec); i++)
    add_target (&panel, uds_chart_spec_get_target (panel.spec, i));
}

static void
add_all_series (Description *description)
{
  gboolean is_many = uds_chart_spec_get_kind (description->spec) == UDS_CHART_MULTIPLES;
  gsize n_series = uds_chart_spec_get_n_series (description->spec);
  gsize n_described = MIN (n_series, is_many ? PANELS_DESCRIBED : SERIES_DESCRIBED);
  int n_more = (int) n_series - (int) n_described;

  for (gsize i = 0; i < n_described; i++)
    {
      if (is_many)
        add_panel (description, i);
      else
        add_series (description, uds_chart_spec_get_series (description->spec, i));
    }
  if (n_more > 0)
    add_sentence (description,
                  g_strdup_printf (ngettext ("And %d more series.", "And %d more series.", n_more), n_more));
}

static void
add_projection (Description *description)
{
  const UdsChartPath *path = uds_chart_spec_get_projection (description->spec);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  if (path == NULL)
    return;

  value = uds_chart_format_value (&description->format, path->to_value);
  period = uds_chart_position_format (floor (path->to_position), description->format.language);
  /* Translators: a value and the year it is expected for */
  add_sentence (description, g_strdup_printf (_ ("Projection: %s in %s."), value, period));
}

static void
add_base (Description *description)
{
  gsize base = uds_chart_spec_get_base (description->spec);
  g_autofree char *point = NULL;

  if (base == UDS_CHART_NONE)
    return;

  point = format_point (description, uds_chart_spec_get_series (description->spec, 0), base);
  /* Translators: %s is "80% in 2022" */
  add_sentence (description, g_strdup_printf (_ ("Progress is counted from %s."), point));
}

static void
describe_lines (Description *description)
{
  add_kind (description);
  add_all_series (description);
  add_base (description);
  for (gsize i = 0; i < uds_chart_spec_get_n_targets (description->spec); i++)
    add_target (description, uds_chart_spec_get_target (description->spec, i));
  add_projection (description);
}

/**
 * uds_chart_describe:
 * @spec: a chart
 *
 * Writes what a chart shows: kind and period; of each series its range, extremes and trend; the distance of
 * the latest value to the targets; the projection; gaps and other notes. Of categories: the ends and the rank of the
 * one the chart is about, the values of each row, or what is in the cells. The words are in the session's language.
 *
 * Returns: (transfer full): some sentences
 */
char *
uds_chart_describe (UdsChartSpec *spec)
{
  Description description = { .spec = spec, .text = g_string_new (NULL) };
  char *notes = uds_chart_notes_new (spec);

  uds_chart_spec_get_format (spec, &description.format);
  if (uds_chart_spec_get_grid (spec) != NULL)
    uds_chart_describe_grid (spec, &description.format, description.text);
  else
    describe_lines (&description);
  if (notes != NULL)
    add_sentence (&description, notes);

  return g_string_free (description.text, FALSE);
}
