/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates without a clock: reading, counting, weeks, Easter and how people write them. The names of the months
 * are our own, since a locale that is not installed would turn a Danish report English. */
#include "uds-date.h"

#define EN_DASH "–"

#define YEAR_MAX 9999

static const char *const month_names[][2] = {
  { "January", "januar" },
  { "February", "februar" },
  { "March", "marts" },
  { "April", "april" },
  { "May", "maj" },
  { "June", "juni" },
  { "July", "juli" },
  { "August", "august" },
  { "September", "september" },
  { "October", "oktober" },
  { "November", "november" },
  { "December", "december" },
};

/**
 * uds_month_get_name:
 * @month: 1 to 12
 * @language: the reader's language
 *
 * Returns: the month's name as it stands in the middle of a sentence
 */
const char *
uds_month_get_name (int         month,
                    UdsLanguage language)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return month_names[month - 1][language];
}

/* Reads exactly @n_digits digits. */
static gboolean
read_digits (const char **text,
             int          n_digits,
             int         *number)
{
  int sum = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value ((*text)[i]);
    }

  *text += n_digits;
  *number = sum;
  return TRUE;
}

static gboolean
read_part (const char **text,
           int         *number)
{
  const char *p = *text;

  if (*p++ != '-' || !read_digits (&p, 2, number))
    return FALSE;

  *text = p;
  return TRUE;
}

static int
days_in_month (int year,
               int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/**
 * uds_date_parse:
 * @text: an ISO 8601 date, whole or partial: "2022", "2022-06" or "2022-06-29"
 * @date: (out): the date
 *
 * Returns: %FALSE if @text is no such date or no day of the calendar; @date is then untouched
 */
gboolean
uds_date_parse (const char *text,
                UdsDate    *date)
{
  int year, month = 0, day = 0;

  if (!read_digits (&text, 4, &year) || year == 0)
    return FALSE;
  if (*text != '\0' && (!read_part (&text, &month) || month < 1 || month > 12))
    return FALSE;
  if (*text != '\0' && (!read_part (&text, &day) || day < 1 || day > days_in_month (year, month)))
    return FALSE;
  if (*text != '\0')
    return FALSE;

  *date = (UdsDate) { (guint16) year, (guint8) month, (guint8) day };
  return TRUE;
}

/**
 * uds_date_to_string:
 * @date: a date
 *
 * Returns: (transfer full): the date as uds_date_parse() reads it; such texts sort by time
 */
char *
uds_date_to_string (const UdsDate *date)
{
  if (date->month == 0)
    return g_strdup_printf ("%04u", date->year);
  if (date->day == 0)
    return g_strdup_printf ("%04u-%02u", date->year, date->month);
  return g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
}

/**
 * uds_date_compare:
 * @a: a date
 * @b: another date
 *
 * Returns: less than, equal to or greater than 0; a partial date comes before the dates within it
 */
int
uds_date_compare (const UdsDate *a,
                  const UdsDate *b)
{
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month != b->month)
    return a->month < b->month ? -1 : 1;
  return (a->day > b->day) - (a->day < b->day);
}

/**
 * uds_date_first_day:
 * @date: a date, perhaps partial
 *
 * Returns: the first day within it
 */
UdsDate
uds_date_first_day (const UdsDate *date)
{
  return (UdsDate) { date->year, MAX (date->month, 1), MAX (date->day, 1) };
}

/**
 * uds_date_last_day:
 * @date: a date, perhaps partial
 *
 * Returns: the last day within it
 */
UdsDate
uds_date_last_day (const UdsDate *date)
{
  guint8 month = date->month == 0 ? 12 : date->month;
  guint8 day = date->day == 0 ? (guint8) days_in_month (date->year, month) : date->day;

  return (UdsDate) { date->year, month, day };
}

static GDate
to_gdate (const UdsDate *date)
{
  UdsDate first = uds_date_first_day (date);
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, first.day, (GDateMonth) first.month, first.year);
  return gdate;
}

static UdsDate
from_julian (guint32 julian)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_julian (&gdate, julian);
  return (UdsDate) { g_date_get_year (&gdate), (guint8) g_date_get_month (&gdate), g_date_get_day (&gdate) };
}

/**
 * uds_date_add_days:
 * @date: a date; of a partial one the first day counts
 * @days: how many days later, negative for earlier
 *
 * Returns: the day; never before the year 1 nor after the year 9999
 */
UdsDate
uds_date_add_days (const UdsDate *date,
                   int            days)
{
  GDate from = to_gdate (date);
  GDate last = to_gdate (&(UdsDate) { YEAR_MAX, 12, 31 });
  gint64 julian = (gint64) g_date_get_julian (&from) + days;

  return from_julian ((guint32) CLAMP (julian, 1, g_date_get_julian (&last)));
}

/**
 * uds_date_add_months:
 * @date: a date; of a partial one the first day counts
 * @months: how many months later, negative for earlier
 *
 * Where the month is too short the day is its last: a month after 31 January is 28 February.
 *
 * Returns: the day; never before the year 1 nor after the year 9999
 */
UdsDate
uds_date_add_months (const UdsDate *date,
                     int            months)
{
  UdsDate first = uds_date_first_day (date);
  gint64 index = CLAMP ((gint64) first.year * 12 + first.month - 1 + months, 12, (gint64) YEAR_MAX * 12 + 11);
  UdsDate month = { (guint16) (index / 12), (guint8) (index % 12 + 1), 0 };
  UdsDate last = uds_date_last_day (&month);

  return (UdsDate) { month.year, month.month, MIN (first.day, last.day) };
}

/**
 * uds_date_days_between:
 * @from: a date; of a partial one the first day counts
 * @to: another date
 *
 * Returns: how many days @to is after @from, negative if it is before
 */
int
uds_date_days_between (const UdsDate *from,
                       const UdsDate *to)
{
  GDate a = to_gdate (from);
  GDate b = to_gdate (to);

  return g_date_days_between (&a, &b);
}

/**
 * uds_date_get_weekday:
 * @date: a date; of a partial one the first day counts
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
uds_date_get_weekday (const UdsDate *date)
{
  GDate gdate = to_gdate (date);

  return (int) g_date_get_weekday (&gdate);
}

/**
 * uds_date_get_iso_week:
 * @date: a date; of a partial one the first day counts
 * @week_year: (out) (optional): the year the week belongs to, which is that of its Thursday
 *
 * Returns: the week of ISO 8601, 1 to 53
 */
int
uds_date_get_iso_week (const UdsDate *date,
                       int           *week_year)
{
  UdsDate thursday = uds_date_add_days (date, 4 - uds_date_get_weekday (date));
  UdsDate new_year = { thursday.year, 1, 1 };

  if (week_year != NULL)
    *week_year = thursday.year;
  return uds_date_days_between (&new_year, &thursday) / 7 + 1;
}

/**
 * uds_date_easter:
 * @year: a year, 1583 to 9999
 *
 * Easter Sunday of the Gregorian calendar by the method of Meeus, Astronomical Algorithms, chapter 8.
 *
 * Returns: the day
 */
UdsDate
uds_date_easter (int year)
{
  int golden = year % 19;
  int century = year / 100;
  int correction = (century - (century + 8) / 25 + 1) / 3;
  int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  int to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
  int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  int days = epact + to_sunday - 7 * late + 114;

  return (UdsDate) { (guint16) year, (guint8) (days / 31), (guint8) (days % 31 + 1) };
}

/**
 * uds_date_from_unix:
 * @microseconds: an instant, microseconds since 1970 UTC, within the years 1 to 9999
 *
 * Returns: the day it was then in the time zone of this computer
 */
UdsDate
uds_date_from_unix (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local_usec (microseconds);
  int year, month, day;

  g_return_val_if_fail (time != NULL, ((UdsDate) { 1970, 1, 1 }));

  g_date_time_get_ymd (time, &year, &month, &day);
  return (UdsDate) { (guint16) year, (guint8) month, (guint8) day };
}

/* The date without its year, or without year and month where the other end of a range says them. */
static char *
format_start (const UdsDate *from,
              const UdsDate *to,
              UdsLanguage    language)
{
  gboolean same_year = from->year == to->year;
  const char *stop = language == UDS_LANGUAGE_DA ? "." : "";

  if (!same_year || from->month == 0)
    return uds_date_format (from, language);
  if (from->day == 0)
    return g_strdup (uds_month_get_name (from->month, language));
  if (from->month == to->month)
    return g_strdup_printf ("%d%s", from->day, stop);
  return g_strdup_printf ("%d%s %s", from->day, stop, uds_month_get_name (from->month, language));
}

/**
 * uds_date_format:
 * @date: a date, perhaps partial
 * @language: the reader's language
 *
 * Returns: (transfer full): "1. juli 2022", "1 July 2022", "juli 2022" or "2022"
 */
char *
uds_date_format (const UdsDate *date,
                 UdsLanguage    language)
{
  const char *stop = language == UDS_LANGUAGE_DA ? "." : "";
  const char *month;

  if (date->month == 0)
    return g_strdup_printf ("%d", date->year);

  month = uds_month_get_name (date->month, language);
  if (date->day == 0)
    return g_strdup_printf ("%s %d", month, date->year);
  return g_strdup_printf ("%d%s %s %d", date->day, stop, month, date->year);
}

/**
 * uds_date_format_range:
 * @from: the first day, month or year
 * @to: the last one, not before @from
 * @language: the reader's language
 *
 * Returns: (transfer full): the shortest unmistakable text: "1.–3. juli 2022", "30. juni–2. juli 2022"
 */
char *
uds_date_format_range (const UdsDate *from,
                       const UdsDate *to,
                       UdsLanguage    language)
{
  gboolean same_kind = (from->month == 0) == (to->month == 0) && (from->day == 0) == (to->day == 0);
  g_autofree char *start = NULL;
  g_autofree char *end = uds_date_format (to, language);

  if (uds_date_compare (from, to) == 0)
    return g_steal_pointer (&end);

  start = same_kind ? format_start (from, to, language) : uds_date_format (from, language);
  return g_strconcat (start, EN_DASH, end, NULL);
}

/**
 * uds_time_format:
 * @hour: 0 to 24
 * @minute: 0 to 59
 * @language: the reader's language
 *
 * Returns: (transfer full): "kl. 16.00" in Danish, "16:00" in English
 */
char *
uds_time_format (int         hour,
                 int         minute,
                 UdsLanguage language)
{
  if (language == UDS_LANGUAGE_DA)
    return g_strdup_printf ("kl. %d.%02d", hour, minute);
  return g_strdup_printf ("%02d:%02d", hour, minute);
}
