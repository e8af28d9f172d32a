/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linear scales and round ticks for any finite numbers, from the tiniest to the hugest, without overflow. */
#include "uds-chart-scale.h"

#include <math.h>

#define RELATIVE_RESOLUTION 1e-12 /* a range narrower than this part of its values is no range */
#define STEP_TOLERANCE 1e-9
#define VALUE_LIMIT (2 * UDS_CHART_VALUE_MAX) /* no tick is further out */
#define EXPONENT_MIN (-290)                   /* of the smallest step, so that its parts are numbers too */

/**
 * uds_chart_scale_map:
 * @self: a scale
 * @value: a finite value; one far beyond %UDS_CHART_VALUE_MAX is placed just beyond it
 *
 * Returns: where @value belongs; outside of the range where it is outside of the domain
 */
double
uds_chart_scale_map (const UdsChartScale *self,
                     double               value)
{
  double inverse = 1 / (self->domain_end - self->domain_start);

  value = CLAMP (value, -VALUE_LIMIT, VALUE_LIMIT);
  /* Each product is finite where the difference of the factors would not be. */
  return self->range_start
         + (value * inverse - self->domain_start * inverse) * (self->range_end - self->range_start);
}

/**
 * uds_chart_scale_invert:
 * @self: a scale whose range is not empty
 * @place: a place
 *
 * Returns: the value that belongs there
 */
double
uds_chart_scale_invert (const UdsChartScale *self,
                        double               place)
{
  double part = (place - self->range_start) / (self->range_end - self->range_start);

  return self->domain_start * (1 - part) + self->domain_end * part;
}

/**
 * uds_chart_range_widen:
 * @minimum: (inout): the lowest value, finite
 * @maximum: (inout): the highest, not less
 *
 * Makes a range that a scale can show: within %UDS_CHART_VALUE_MAX, and with room around values that are
 * all the same or too near each other to be told apart.
 */
void
uds_chart_range_widen (double *minimum,
                       double *maximum)
{
  double size, least;

  *minimum = CLAMP (*minimum, -UDS_CHART_VALUE_MAX, UDS_CHART_VALUE_MAX);
  *maximum = CLAMP (*maximum, -UDS_CHART_VALUE_MAX, UDS_CHART_VALUE_MAX);
  size = MAX (fabs (*minimum), fabs (*maximum));
  least = MAX (size * RELATIVE_RESOLUTION, pow (10, EXPONENT_MIN + 2));
  if (*maximum - *minimum >= least)
    return;

  if (size < pow (10, EXPONENT_MIN + 4))
    {
      *minimum = 0;
      *maximum = 1;
      return;
    }
  *minimum -= size / 10;
  *maximum += size / 10;
}

static double
round_step_up (double  rough,
               int    *decimals)
{
  static const struct {
    double factor;
    int decimals;
  } steps[] = { { 1, 0 }, { 2, 0 }, { 2.5, 1 }, { 5, 0 }, { 10, -1 } };
  int exponent = MAX ((int) floor (log10 (rough)), EXPONENT_MIN);
  double power = pow (10, exponent);
  gsize i = 0;

  while (i < G_N_ELEMENTS (steps) - 1 && steps[i].factor * power < rough * (1 - STEP_TOLERANCE))
    i++;

  *decimals = MAX (steps[i].decimals - exponent, 0);
  return steps[i].factor * power;
}

/**
 * uds_chart_ticks_new:
 * @minimum: the lowest value
 * @maximum: the highest value, not less than @minimum
 * @n_wanted: how many ticks there is room for, at least 2
 *
 * Finds round numbers that enclose the values: the steps are 1, 2, 2.5 or 5 times a power of ten, the first
 * tick is at @minimum or below and the last at @maximum or above.
 *
 * Returns: the ticks; seldom more than @n_wanted and then one more
 */
UdsChartTicks
uds_chart_ticks_new (double minimum,
                     double maximum,
                     int    n_wanted)
{
  UdsChartTicks ticks = { 0 };
  double first, last;

  uds_chart_range_widen (&minimum, &maximum);
  ticks.step = round_step_up ((maximum - minimum) / MAX (n_wanted - 1, 1), &ticks.decimals);
  first = floor (minimum / ticks.step + STEP_TOLERANCE);
  last = ceil (maximum / ticks.step - STEP_TOLERANCE);
  ticks.first = first * ticks.step;
  ticks.n_ticks = MAX ((int) (last - first), 1) + 1;

  return ticks;
}

/**
 * uds_chart_ticks_get_value:
 * @self: ticks
 * @index: from 0 to one less than the number of ticks
 *
 * Returns: the value of a tick; exactly 0 where it is zero
 */
double
uds_chart_ticks_get_value (const UdsChartTicks *self,
                           int                  index)
{
  double count = round (self->first / self->step) + index;

  return count == 0 ? 0 : count * self->step;
}
