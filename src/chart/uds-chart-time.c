/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar behind the axis. Dates themselves are base's; here they only become places on a line and
 * back. */
#include "uds-chart-time.h"

#include <math.h>

#define DAYS_PER_YEAR 365.2425
#define DAY_TOLERANCE 0.001 /* of a year: a third of a day */
#define TICKS_MAX 400       /* finer steps than this many ticks are no ticks for any screen */

/* From the finest; each is a whole number of the ones people count in. */
static const UdsChartTimeStep steps[] = {
  { UDS_CHART_DAYS, 1 },
  { UDS_CHART_DAYS, 2 },
  { UDS_CHART_DAYS, 7 },
  { UDS_CHART_DAYS, 14 },
  { UDS_CHART_MONTHS, 1 },
  { UDS_CHART_MONTHS, 3 },
  { UDS_CHART_MONTHS, 6 },
  { UDS_CHART_YEARS, 1 },
  { UDS_CHART_YEARS, 2 },
  { UDS_CHART_YEARS, 5 },
  { UDS_CHART_YEARS, 10 },
  { UDS_CHART_YEARS, 20 },
  { UDS_CHART_YEARS, 25 },
  { UDS_CHART_YEARS, 50 },
  { UDS_CHART_YEARS, 100 },
  { UDS_CHART_YEARS, 200 },
  { UDS_CHART_YEARS, 500 },
  { UDS_CHART_YEARS, 1000 },
  { UDS_CHART_YEARS, 5000 },
};

/**
 * uds_chart_position_is_valid:
 * @position: any number
 *
 * Returns: whether it is a time: finite, and within the years 1 to 9999
 */
gboolean
uds_chart_position_is_valid (double position)
{
  return position >= UDS_CHART_POSITION_MIN && position <= UDS_CHART_POSITION_MAX;
}

static int
days_in_year (int year)
{
  return g_date_is_leap_year ((GDateYear) year) ? 366 : 365;
}

static UdsDate
first_of_year (int year)
{
  return (UdsDate) { (guint16) year, 1, 1 };
}

/**
 * uds_chart_position_from_date:
 * @date: a date; where it is partial the first day of its period counts
 *
 * Returns: the year and the part of it that has passed at the start of that day
 */
double
uds_chart_position_from_date (const UdsDate *date)
{
  UdsDate day = uds_date_first_day (date);
  UdsDate new_year = first_of_year (day.year);

  return day.year + (double) uds_date_days_between (&new_year, &day) / days_in_year (day.year);
}

/**
 * uds_chart_position_to_date:
 * @position: a year with a fraction, 1 to 9999
 * @date: (out): the year where one begins there, else the month where one does, else the day
 */
void
uds_chart_position_to_date (double   position,
                            UdsDate *date)
{
  int year = (int) floor (position + DAY_TOLERANCE);
  UdsDate new_year = first_of_year (year);

  *date = uds_date_add_days (&new_year, (int) floor ((position - year) * days_in_year (year) + 0.5));
  if (date->day == 1)
    date->day = 0;
  if (date->day == 0 && date->month == 1)
    date->month = 0;
}

/**
 * uds_chart_position_format:
 * @position: a year with a fraction
 * @language: the reader's language
 *
 * Returns: (transfer full): "2022", "June 2022" or "14 June 2022", whichever @position stands for
 */
char *
uds_chart_position_format (double      position,
                           UdsLanguage language)
{
  UdsDate date;

  uds_chart_position_to_date (position, &date);
  return uds_date_format (&date, language);
}

/**
 * uds_chart_period_format:
 * @from: a year with a fraction
 * @to: another, not before @from
 * @language: the reader's language
 *
 * Returns: (transfer full): "2013", "2013–14", "1998–2003"; "June 2013 – May 2014" where they are no years
 */
char *
uds_chart_period_format (double      from,
                         double      to,
                         UdsLanguage language)
{
  UdsDate first, last;
  g_autofree char *first_text = uds_chart_position_format (from, language);
  g_autofree char *last_text = uds_chart_position_format (to, language);

  uds_chart_position_to_date (from, &first);
  uds_chart_position_to_date (to, &last);

  if (uds_date_compare (&first, &last) == 0)
    return g_steal_pointer (&first_text);
  if (first.month != 0 || last.month != 0)
    return g_strdup_printf ("%s – %s", first_text, last_text);
  if (first.year / 100 == last.year / 100)
    return g_strdup_printf ("%d–%02d", first.year, last.year % 100);

  return g_strdup_printf ("%d–%d", first.year, last.year);
}

/**
 * uds_chart_time_step_get_years:
 * @self: a step
 *
 * Returns: its length in years, on average
 */
double
uds_chart_time_step_get_years (const UdsChartTimeStep *self)
{
  switch (self->unit)
    {
    case UDS_CHART_DAYS:
      return self->count / DAYS_PER_YEAR;
    case UDS_CHART_MONTHS:
      return self->count / 12.0;
    case UDS_CHART_YEARS:
    default:
      return self->count;
    }
}

/**
 * uds_chart_time_step_first:
 * @self: (out): a step
 * @span: how many years the axis shows
 *
 * Gives the finest step that is worth trying for an axis.
 */
void
uds_chart_time_step_first (UdsChartTimeStep *self,
                           double            span)
{
  *self = steps[0];
  while (span / uds_chart_time_step_get_years (self) > TICKS_MAX && uds_chart_time_step_next (self))
    ;
}

/**
 * uds_chart_time_step_next:
 * @self: a step, which becomes the next coarser one
 *
 * Returns: %FALSE if there is none; @self is then untouched
 */
gboolean
uds_chart_time_step_next (UdsChartTimeStep *self)
{
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].unit != self->unit || steps[i].count != self->count)
        continue;
      *self = steps[i + 1];
      return TRUE;
    }

  return FALSE;
}

static double
month_position (int index)
{
  UdsDate date = { (guint16) (index / 12), (guint8) (index % 12 + 1), 1 };

  return uds_chart_position_from_date (&date);
}

static void
add_day_ticks (GArray *ticks,
               int     count,
               double  from,
               double  to)
{
  /* Weeks begin on Monday, and 1 January of the year 1 was one. */
  UdsDate origin = { 1, 1, 1 };
  UdsDate date;
  int past;

  uds_chart_position_to_date (from, &date);
  date = uds_date_first_day (&date);
  past = uds_date_days_between (&origin, &date) % count;
  date = uds_date_add_days (&date, -past);

  for (double position = uds_chart_position_from_date (&date); position <= to && date.year < 9999;
       position = uds_chart_position_from_date (&date))
    {
      if (position >= from)
        g_array_append_val (ticks, position);
      date = uds_date_add_days (&date, count);
    }
}

/**
 * uds_chart_time_ticks:
 * @self: the step
 * @from: the start of the axis, a year with a fraction
 * @to: its end
 *
 * Returns: (transfer full) (element-type double): the ticks from @from to @to, in order
 */
GArray *
uds_chart_time_ticks (const UdsChartTimeStep *self,
                      double                  from,
                      double                  to)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));

  if (self->unit == UDS_CHART_DAYS)
    add_day_ticks (ticks, self->count, from, to);

  if (self->unit == UDS_CHART_MONTHS)
    for (int i = (int) floor (from) * 12; month_position (i) <= to; i += self->count)
      {
        double position = month_position (i);

        if (position >= from)
          g_array_append_val (ticks, position);
      }

  if (self->unit == UDS_CHART_YEARS)
    for (double year = ceil (from / self->count) * self->count; year <= to; year += self->count)
      g_array_append_val (ticks, year);

  return ticks;
}

/* Three letters are enough for a month in both languages. */
static char *
month_abbreviation (int         month,
                    UdsLanguage language)
{
  return g_utf8_substring (uds_month_get_name (month, language), 0, 3);
}

/**
 * uds_chart_time_tick_format:
 * @self: the step
 * @position: a tick
 * @with_year: whether a month or day is written with its year
 * @language: the reader's language
 *
 * Returns: (transfer full): "2022"; "jun" or "jun 2022"; "14 Jun" or, in Danish, "14. jun"
 */
char *
uds_chart_time_tick_format (const UdsChartTimeStep *self,
                            double                  position,
                            gboolean                with_year,
                            UdsLanguage             language)
{
  UdsDate date;
  g_autofree char *month = NULL;
  g_autofree char *text = NULL;

  uds_chart_position_to_date (position, &date);
  if (self->unit == UDS_CHART_YEARS)
    return g_strdup_printf ("%d", date.year);

  date = uds_date_first_day (&date);
  month = month_abbreviation (date.month, language);
  if (self->unit == UDS_CHART_MONTHS)
    text = g_strdup (month);
  else
    text = g_strdup_printf (language == UDS_LANGUAGE_DA ? "%d.\u00a0%s" : "%d\u00a0%s", date.day, month);

  return with_year ? g_strdup_printf ("%s\u00a0%d", text, date.year) : g_steal_pointer (&text);
}
