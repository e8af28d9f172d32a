/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a spec writes its values, differences, times and targets. */
#include "uds-chart-spec.h"

#include "uds-chart-time.h"
#include "uds-format.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * uds_chart_format_number:
 * @self: a format
 * @value: a value
 *
 * Returns: (transfer full): the value without its unit
 */
char *
uds_chart_format_number (const UdsChartFormat *self,
                         double                value)
{
  return uds_format_number (value, self->decimals, self->language);
}

/**
 * uds_chart_format_value:
 * @self: a format
 * @value: a value
 *
 * Returns: (transfer full): the value with its unit
 */
char *
uds_chart_format_value (const UdsChartFormat *self,
                        double                value)
{
  return uds_format_quantity (value, self->decimals, self->unit, self->language);
}

/**
 * uds_chart_format_difference:
 * @self: a format
 * @difference: one value less another
 *
 * Returns: (transfer full): the size of the difference without its sign; that of shares is in percentage
 *   points
 */
char *
uds_chart_format_difference (const UdsChartFormat *self,
                             double                difference)
{
  gboolean is_share = uds_unit_is_share (self->unit);

  return uds_format_quantity (fabs (difference), self->decimals,
                              is_share ? _ ("percentage points") : self->unit, self->language);
}

/**
 * uds_chart_grid_format_cell:
 * @self: a grid
 * @cell: a cell of it
 * @format: how its spec writes values
 *
 * Returns: (transfer full): the cell in words: its level, its value, or that there are no data
 */
char *
uds_chart_grid_format_cell (const UdsChartGrid   *self,
                            const UdsChartCell   *cell,
                            const UdsChartFormat *format)
{
  g_autofree char *value = NULL;

  if (uds_chart_cell_is_empty (cell))
    return g_strdup (_ ("no data"));
  if (!uds_chart_cell_has_value (cell))
    return g_strdup (uds_chart_grid_get_level (self, cell->level)->label);

  value = uds_chart_format_value (format, cell->value);
  if (cell->level == UDS_CHART_NONE)
    return g_steal_pointer (&value);
  return g_strdup_printf ("%s, %s", uds_chart_grid_get_level (self, cell->level)->label, value);
}

/**
 * uds_chart_point_format_period:
 * @self: a point
 * @language: the reader's language
 *
 * Returns: (transfer full): the point's label, else its time
 */
char *
uds_chart_point_format_period (const UdsChartPoint *self,
                               UdsLanguage          language)
{
  return self->label != NULL ? g_strdup (self->label) : uds_chart_position_format (self->position, language);
}

static char *
format_target (const UdsChartTarget *self,
               const UdsChartFormat *format)
{
  UdsChartFormat own = *format;
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  own.decimals = MAX (own.decimals, uds_format_decimals (&self->value, 1));
  value = uds_chart_format_value (&own, self->value);
  if (self->position == 0)
    /* Translators: a target without a time, such as "Target 50%" */
    return g_strdup_printf (_ ("Target %s"), value);

  period = uds_chart_position_format (self->position, format->language);
  /* Translators: a target and the year it is for, such as "Target 50% by 2015" */
  return g_strdup_printf (_ ("Target %s by %s"), value, period);
}

/* Of a target that ended in a year. */
static char *
format_ended (const UdsChartTarget *self,
              const char           *text,
              UdsLanguage           language)
{
  g_autofree char *year = uds_chart_position_format (floor (self->ended), language);

  switch (self->state)
    {
    case UDS_CHART_TARGET_REACHED:
      /* Translators: “Target 50% by 2015” and a year */
      return g_strdup_printf (_ ("%s, reached %s"), text, year);
    case UDS_CHART_TARGET_GIVEN_UP:
      /* Translators: “Target 50% by 2015” and a year */
      return g_strdup_printf (_ ("%s, given up %s"), text, year);
    case UDS_CHART_TARGET_REPLACED:
      /* Translators: “Target 50% by 2015” and a year */
      return g_strdup_printf (_ ("%s, replaced %s"), text, year);
    case UDS_CHART_TARGET_ACTIVE:
    default:
      return g_strdup (text);
    }
}

/**
 * uds_chart_target_format_label:
 * @self: a target
 * @format: how its spec writes values
 *
 * Returns: (transfer full): its label, else "Target 50% by 2015", and what became of it
 */
char *
uds_chart_target_format_label (const UdsChartTarget *self,
                               const UdsChartFormat *format)
{
  g_autofree char *text = self->label != NULL ? g_strdup (self->label) : format_target (self, format);

  if (self->ended != 0)
    return format_ended (self, text, format->language);

  switch (self->state)
    {
    case UDS_CHART_TARGET_REACHED:
      /* Translators: %s is "Target 50% by 2015" */
      return g_strdup_printf (_ ("%s, reached"), text);
    case UDS_CHART_TARGET_GIVEN_UP:
      /* Translators: %s is "Target 50% by 2015" */
      return g_strdup_printf (_ ("%s, given up"), text);
    case UDS_CHART_TARGET_REPLACED:
      /* Translators: %s is "Target 50% by 2015" */
      return g_strdup_printf (_ ("%s, replaced"), text);
    case UDS_CHART_TARGET_ACTIVE:
    default:
      return g_steal_pointer (&text);
    }
}
