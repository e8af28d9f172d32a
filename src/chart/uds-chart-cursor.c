/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every point is reached by arrows exactly once: nothing wraps around, nothing is skipped. A cursor is a
 * place and nothing more, so that a widget keeps it and may put it where the pointer is. */
#include "uds-chart-cursor.h"

#include "uds-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define PAGES 10 /* in a series */

static gsize
count_points (UdsChartSpec *spec,
              gsize         series)
{
  return uds_chart_series_get_n_points (uds_chart_spec_get_series (spec, series));
}

/**
 * uds_chart_place_first:
 * @spec: a chart
 * @place: (out): the latest point of the first series that has any, which is what a reader asks for first
 *
 * Returns: %FALSE if there are no points; @place is then untouched
 */
gboolean
uds_chart_place_first (UdsChartSpec  *spec,
                       UdsChartPlace *place)
{
  for (gsize i = 0; i < uds_chart_spec_get_n_series (spec); i++)
    {
      if (count_points (spec, i) == 0)
        continue;
      *place = (UdsChartPlace) { i, count_points (spec, i) - 1 };
      return TRUE;
    }

  return FALSE;
}

/**
 * uds_chart_place_is_valid:
 * @self: a place, perhaps in another chart
 * @spec: a chart
 *
 * Returns: whether @spec has a point there
 */
gboolean
uds_chart_place_is_valid (const UdsChartPlace *self,
                          UdsChartSpec        *spec)
{
  return self->series < uds_chart_spec_get_n_series (spec) && self->point < count_points (spec, self->series);
}

/* The target that counts, else the first one. */
static const UdsChartTarget *
find_target (UdsChartSpec *spec)
{
  gsize n_targets = uds_chart_spec_get_n_targets (spec);

  for (gsize i = 0; i < n_targets; i++)
    if (uds_chart_spec_get_target (spec, i)->state == UDS_CHART_TARGET_ACTIVE)
      return uds_chart_spec_get_target (spec, i);

  return n_targets > 0 ? uds_chart_spec_get_target (spec, 0) : NULL;
}

static gsize
find_target_point (const UdsChartSeries *series,
                   double                target)
{
  const double *values = uds_chart_series_get_values (series);
  gsize nearest = 0;

  for (gsize i = 0; i < uds_chart_series_get_n_points (series); i++)
    {
      if ((values[i] >= target) != (values[0] >= target) || values[i] == target)
        return i;
      if (fabs (values[i] - target) < fabs (values[nearest] - target))
        nearest = i;
    }

  return nearest;
}

static gsize
find_in_series (const UdsChartPlace *self,
                UdsChartSpec        *spec,
                UdsChartMove         move)
{
  const UdsChartSeries *series = uds_chart_spec_get_series (spec, self->series);
  const UdsChartTarget *target = find_target (spec);
  gsize last = uds_chart_series_get_n_points (series) - 1;
  gsize page = MAX (last / PAGES, 1);

  switch (move)
    {
    case UDS_CHART_MOVE_NEXT:
      return MIN (self->point + 1, last);
    case UDS_CHART_MOVE_PREVIOUS:
      return self->point - MIN (self->point, 1);
    case UDS_CHART_MOVE_FIRST:
      return 0;
    case UDS_CHART_MOVE_LAST:
      return last;
    case UDS_CHART_MOVE_FORWARD:
      return MIN (self->point + page, last);
    case UDS_CHART_MOVE_BACK:
      return self->point - MIN (self->point, page);
    case UDS_CHART_MOVE_MINIMUM:
      return uds_chart_series_find_minimum (series);
    case UDS_CHART_MOVE_MAXIMUM:
      return uds_chart_series_find_maximum (series);
    case UDS_CHART_MOVE_TARGET:
      return target != NULL ? find_target_point (series, target->value) : self->point;
    case UDS_CHART_MOVE_NEXT_SERIES:
    case UDS_CHART_MOVE_PREVIOUS_SERIES:
    default:
      return self->point;
    }
}

static gboolean
move_to_series (UdsChartPlace *self,
                UdsChartSpec  *spec,
                int            direction)
{
  const UdsChartSeries *series = uds_chart_spec_get_series (spec, self->series);
  double position = uds_chart_series_get_positions (series)[self->point];

  for (gsize i = self->series + (gsize) direction; i < uds_chart_spec_get_n_series (spec);
       i += (gsize) direction)
    {
      if (count_points (spec, i) == 0)
        continue;
      *self = (UdsChartPlace) { i, uds_chart_series_find_nearest (uds_chart_spec_get_series (spec, i),
                                                                  position) };
      return TRUE;
    }

  return FALSE;
}

/**
 * uds_chart_place_move:
 * @self: a valid place
 * @spec: its chart
 * @move: where to
 *
 * Moves a cursor; at an end it stays.
 *
 * Returns: whether it moved
 */
gboolean
uds_chart_place_move (UdsChartPlace *self,
                      UdsChartSpec  *spec,
                      UdsChartMove   move)
{
  gsize point;

  g_return_val_if_fail (uds_chart_place_is_valid (self, spec), FALSE);

  if (move == UDS_CHART_MOVE_NEXT_SERIES)
    return move_to_series (self, spec, 1);
  if (move == UDS_CHART_MOVE_PREVIOUS_SERIES)
    return move_to_series (self, spec, -1);

  point = find_in_series (self, spec, move);
  if (point == self->point)
    return FALSE;

  self->point = point;
  return TRUE;
}

static void
append_value (GString             *text,
              const UdsChartPlace *place,
              UdsChartSpec        *spec,
              const UdsChartPoint *point,
              UdsChartFormat      *format)
{
  g_autofree char *value = uds_chart_format_value (format, point->value);
  g_autofree char *period = uds_chart_point_format_period (point, format->language);

  if (uds_chart_spec_get_n_series (spec) > 1)
    g_string_append_printf (text, "%s, ",
                            uds_chart_series_get_name (uds_chart_spec_get_series (spec, place->series)));
  g_string_append_printf (text, "%s: %s", period, value);
  if (point->quality == UDS_CHART_UNCERTAIN)
    g_string_append_printf (text, ", %s", _ ("uncertain"));
  if (point->quality == UDS_CHART_PROJECTED)
    g_string_append_printf (text, ", %s", _ ("projection"));
  g_string_append_c (text, '.');
}

static void
append_change (GString             *text,
               const UdsChartPoint *before,
               const UdsChartPoint *point,
               UdsChartFormat      *format)
{
  double change = point->value - before->value;
  g_autofree char *difference = uds_chart_format_difference (format, change);
  g_autofree char *period = uds_chart_point_format_period (before, format->language);

  g_string_append_c (text, ' ');
  if (change == 0)
    /* Translators: %s is the time of the point before */
    g_string_append_printf (text, _ ("As much as %s."), period);
  else if (change > 0)
    /* Translators: a difference and the time of the point before */
    g_string_append_printf (text, _ ("%s more than %s."), difference, period);
  else
    /* Translators: a difference and the time of the point before */
    g_string_append_printf (text, _ ("%s less than %s."), difference, period);
}

static void
append_distance (GString              *text,
                 const UdsChartTarget *target,
                 const UdsChartPoint  *point,
                 UdsChartFormat       *format)
{
  double distance = point->value - target->value;
  g_autofree char *difference = uds_chart_format_difference (format, distance);
  UdsChartFormat exact = { format->language, format->unit, UDS_FORMAT_SHORTEST };
  g_autofree char *value = uds_chart_format_value (&exact, target->value);

  g_string_append_c (text, ' ');
  if (distance == 0)
    /* Translators: %s is the value of the target */
    g_string_append_printf (text, _ ("Equal to the target of %s."), value);
  else if (distance < 0)
    /* Translators: a difference and the value of the target */
    g_string_append_printf (text, _ ("%s below the target of %s."), difference, value);
  else
    /* Translators: a difference and the value of the target */
    g_string_append_printf (text, _ ("%s above the target of %s."), difference, value);
}

/**
 * uds_chart_place_announce:
 * @self: a valid place
 * @spec: its chart
 *
 * Returns: (transfer full): what to say there, for a screen reader and a tooltip: series, time, value
 *   with unit, how sure it is, the difference to the point before and to the target, the note
 */
char *
uds_chart_place_announce (const UdsChartPlace *self,
                          UdsChartSpec        *spec)
{
  const UdsChartTarget *target = find_target (spec);
  g_autoptr (GString) text = g_string_new (NULL);
  const UdsChartSeries *series;
  UdsChartPoint point, before;
  UdsChartFormat format;

  g_return_val_if_fail (uds_chart_place_is_valid (self, spec), g_strdup (""));

  uds_chart_spec_get_format (spec, &format);
  series = uds_chart_spec_get_series (spec, self->series);
  uds_chart_series_get_point (series, self->point, &point);
  append_value (text, self, spec, &point, &format);
  if (self->point > 0)
    {
      uds_chart_series_get_point (series, self->point - 1, &before);
      append_change (text, &before, &point, &format);
    }
  if (target != NULL)
    append_distance (text, target, &point, &format);
  if (point.note != NULL)
    g_string_append_printf (text, " %s", point.note);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
