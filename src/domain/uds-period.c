/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes periods. The text is taken as it is: blanks around it, a note in its place or a guess
 * between two readings are the importer's affair. The spellings come from the files of cities and statistical
 * offices. */
#include "uds-period.h"

#include <glib/gi18n.h>
#include <string.h>

#include "uds-error.h"
#include "uds-period-private.h"

#define EN_DASH "–"

#define YEAR_MIN 1000
#define YEAR_MAX 2999

/* Text being read. A reader that does not find what it looks for leaves it where it was. */
typedef struct {
  const char *at;
} Cursor;

static gboolean
read_text (Cursor     *cursor,
           const char *text)
{
  if (!g_str_has_prefix (cursor->at, text))
    return FALSE;

  cursor->at += strlen (text);
  return TRUE;
}

static gboolean
read_any (Cursor     *cursor,
          const char *characters)
{
  if (*cursor->at == '\0' || strchr (characters, *cursor->at) == NULL)
    return FALSE;

  cursor->at++;
  return TRUE;
}

/* Reads a number of exactly @n_digits digits with a value from @min to @max. */
static gboolean
read_number (Cursor *cursor,
             int     n_digits,
             int     min,
             int     max,
             int    *number)
{
  int sum = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (cursor->at[i]))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value (cursor->at[i]);
    }
  if (g_ascii_isdigit (cursor->at[n_digits]) || sum < min || sum > max)
    return FALSE;

  cursor->at += n_digits;
  *number = sum;
  return TRUE;
}

static UdsPeriod
make_months (UdsPeriodKind kind,
             int           year,
             int           first_month,
             int           n_months)
{
  UdsDate last = { (guint16) year, (guint8) (first_month + n_months - 1), 0 };

  return (UdsPeriod) { kind, { (guint16) year, (guint8) first_month, 1 }, uds_date_last_day (&last) };
}

static UdsPeriod
make_years (int first,
            int last)
{
  return (UdsPeriod) { first == last ? UDS_PERIOD_YEAR : UDS_PERIOD_YEARS,
                       { (guint16) first, 1, 1 },
                       { (guint16) last, 12, 31 } };
}

static gboolean
make_week (int        year,
           int        week,
           UdsPeriod *period)
{
  /* 4 January is always in the first week. */
  UdsDate within = { (guint16) year, 1, 4 };
  UdsDate monday = uds_date_add_days (&within, 7 * (week - 1) + 1 - uds_date_get_weekday (&within));
  int week_year;

  uds_date_get_iso_week (&monday, &week_year);
  if (week_year != year)
    return FALSE;

  *period = (UdsPeriod) { UDS_PERIOD_WEEK, monday, uds_date_add_days (&monday, 6) };
  return TRUE;
}

static gboolean
make_day (int        year,
          int        month,
          int        day,
          UdsPeriod *period)
{
  UdsDate date = { (guint16) year, (guint8) month, 0 };
  UdsDate last = uds_date_last_day (&date);

  if (day > last.day)
    return FALSE;

  date.day = (guint8) day;
  *period = (UdsPeriod) { UDS_PERIOD_DAY, date, date };
  return TRUE;
}

/* One of @letters and a number from 1 to @max. */
static gboolean
read_lettered_number (Cursor     *cursor,
                      const char *letters,
                      int         n_digits,
                      int         max,
                      int        *number)
{
  Cursor next = *cursor;

  if (!read_any (&next, letters) || !read_number (&next, n_digits, 1, max, number))
    return FALSE;

  *cursor = next;
  return TRUE;
}

/* Q1 or K1, H1 or S1, W26 or U26, M03 or M03D09 after a year, with or without a blank or hyphen before it. */
static gboolean
read_lettered_part (Cursor    *cursor,
                    int        year,
                    UdsPeriod *period)
{
  Cursor next = *cursor;
  int number, day;

  read_any (&next, " -");

  if (read_lettered_number (&next, "QK", 1, 4, &number))
    *period = make_months (UDS_PERIOD_QUARTER, year, 3 * number - 2, 3);
  else if (read_lettered_number (&next, "HS", 1, 2, &number))
    *period = make_months (UDS_PERIOD_HALF, year, 6 * number - 5, 6);
  else if (read_lettered_number (&next, "M", 2, 12, &number))
    *period = make_months (UDS_PERIOD_MONTH, year, number, 1);
  else if (!read_lettered_number (&next, "WU", 2, 53, &number) || !make_week (year, number, period))
    return FALSE;

  if (period->kind == UDS_PERIOD_MONTH && read_lettered_number (&next, "D", 2, 31, &day)
      && !make_day (year, number, day, period))
    return FALSE;

  *cursor = next;
  return TRUE;
}

/* "-03" and "-03-09" after a year. */
static gboolean
read_iso_part (Cursor    *cursor,
               int        year,
               UdsPeriod *period)
{
  Cursor next = *cursor;
  Cursor after_month;
  int month, day;

  if (!read_text (&next, "-") || !read_number (&next, 2, 1, 12, &month))
    return FALSE;

  *period = make_months (UDS_PERIOD_MONTH, year, month, 1);
  after_month = next;
  if (read_text (&next, "-") && read_number (&next, 2, 1, 31, &day) && make_day (year, month, day, period))
    *cursor = next;
  else
    *cursor = after_month;
  return TRUE;
}

/* "/19", "-19" or "–19" after a year: a later year by its last two digits, "00" after "99" included; or
 * "/2019", where it is the year after, so that such school years may be the ends of a range. */
static gboolean
read_second_year (Cursor    *cursor,
                  int        year,
                  UdsPeriod *period)
{
  Cursor next = *cursor;
  gboolean slash = read_text (&next, "/");
  int second;

  if (!slash && !read_text (&next, "-") && !read_text (&next, EN_DASH))
    return FALSE;

  if (slash && read_number (&next, 4, year + 1, year + 1, &second))
    *period = make_years (year, second);
  else if (read_number (&next, 2, year % 100 + 1, 99, &second))
    *period = make_years (year, year / 100 * 100 + second);
  else if (year % 100 == 99 && read_number (&next, 2, 0, 0, &second))
    *period = make_years (year, year + 1);
  else
    return FALSE;

  *cursor = next;
  return TRUE;
}

static gboolean
read_month_name (Cursor *cursor,
                 int    *month)
{
  gsize length = 0;

  while (g_ascii_isalpha (cursor->at[length]))
    length++;
  *month = uds_month_find (cursor->at, length);
  if (*month == 0)
    return FALSE;

  cursor->at += length;
  return TRUE;
}

/* "Jan 2004", "marts 2015" or "Q1 2000". */
static gboolean
read_part_before_year (Cursor    *cursor,
                       UdsPeriod *period)
{
  Cursor next = *cursor;
  gboolean quarter = read_any (&next, "QK");
  int number, year;

  if (quarter ? !read_number (&next, 1, 1, 4, &number) : !read_month_name (&next, &number))
    return FALSE;
  read_text (&next, ".");
  if (!read_text (&next, " ") || !read_number (&next, 4, YEAR_MIN, YEAR_MAX, &year))
    return FALSE;

  *period = quarter ? make_months (UDS_PERIOD_QUARTER, year, 3 * number - 2, 3)
                    : make_months (UDS_PERIOD_MONTH, year, number, 1);
  *cursor = next;
  return TRUE;
}

/* A period that is no range of two others. */
static gboolean
read_single (Cursor    *cursor,
             UdsPeriod *period)
{
  int year;

  if (read_part_before_year (cursor, period))
    return TRUE;
  if (!read_number (cursor, 4, YEAR_MIN, YEAR_MAX, &year))
    return FALSE;
  if (read_lettered_part (cursor, year, period) || read_iso_part (cursor, year, period)
      || read_second_year (cursor, year, period))
    return TRUE;

  *period = make_years (year, year);
  return TRUE;
}

static gboolean
read_range_sign (Cursor *cursor)
{
  static const char *const signs[] = { "-", EN_DASH, "/", ":", " - ", " " EN_DASH " ", " to ", " til " };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (read_text (cursor, signs[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_whole_months (const UdsDate *begin,
                 const UdsDate *end)
{
  UdsDate month = { end->year, end->month, 0 };

  return begin->day == 1 && end->day == uds_date_last_day (&month).day;
}

/* The period from one day to another: a year where they are its first and last, and so on; so that a period
 * has one form whatever it was written as. */
static UdsPeriod
make_span (const UdsDate *begin,
           const UdsDate *end)
{
  gboolean whole_months = is_whole_months (begin, end);
  int n_months = 12 * (end->year - begin->year) + end->month - begin->month + 1;

  if (uds_date_compare (begin, end) == 0)
    return (UdsPeriod) { UDS_PERIOD_DAY, *begin, *end };
  if (whole_months && begin->month == 1 && end->month == 12)
    return make_years (begin->year, end->year);
  if (whole_months && n_months == 6 && begin->month % 6 == 1)
    return make_months (UDS_PERIOD_HALF, begin->year, begin->month, 6);
  if (whole_months && n_months == 3 && begin->month % 3 == 1)
    return make_months (UDS_PERIOD_QUARTER, begin->year, begin->month, 3);
  if (whole_months && n_months == 1)
    return make_months (UDS_PERIOD_MONTH, begin->year, begin->month, 1);
  return (UdsPeriod) { UDS_PERIOD_SPAN, *begin, *end };
}

/* What uds_period_format() writes for people. */
static gboolean
parse_words (const char *text,
             UdsPeriod  *period)
{
  g_autofree char *canonical = uds_period_from_words (text);

  return canonical != NULL && uds_period_parse (canonical, period, NULL);
}

static gboolean
fail_unreadable (const char  *text,
                 GError     **error)
{
  /* Translators: %s is what stands in the file; keep the examples, they are understood in any language */
  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               _("“%s” is not a period of time such as 2018, 2018/19, 2018-Q1 or 2018-03"), text);
  return FALSE;
}

/**
 * uds_period_parse:
 * @text: a period, without blanks around it
 * @period: (out): the period
 * @error: return location for a #GError
 *
 * Reads the canonical form and what statistics write instead: "2018/19", "2019-20", "2015/2016", "2017–2019",
 * "1994/95 - 1996/97", "2011 to 2015", "2015:2019", "2024 Q1", "Q1 2024", "2008K1", "2015H1", "2015-S1", "2015M03",
 * "2015M03D09", "2004U53", "Jan 2004-Dec 2004", "marts 2015", ISO dates, and what uds_period_format() writes of
 * anything but a span: "1. kvt. 2015", "uge 26, 2018", "1. juli 2022". A text such as "2010-11" is a
 * month, as ISO 8601 has it; where its neighbours say otherwise, see uds_period_parse_years(). Any thread.
 *
 * Returns: %FALSE with %UDS_ERROR_INVALID if @text is none of these, or a range that ends before it begins;
 *   @period is then undefined
 */
gboolean
uds_period_parse (const char  *text,
                  UdsPeriod   *period,
                  GError     **error)
{
  Cursor cursor = { text };
  UdsPeriod last;

  if (parse_words (text, period))
    return TRUE;
  if (!read_single (&cursor, period))
    return fail_unreadable (text, error);
  if (*cursor.at == '\0')
    return TRUE;

  if (!read_range_sign (&cursor) || !read_single (&cursor, &last) || *cursor.at != '\0')
    return fail_unreadable (text, error);

  if (uds_date_compare (&period->begin, &last.begin) > 0 || uds_date_compare (&period->end, &last.end) > 0)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("The period “%s” ends before it begins"), text);
      return FALSE;
    }

  *period = make_span (&period->begin, &last.end);
  return TRUE;
}

/**
 * uds_period_parse_years:
 * @text: a text
 * @period: (out): the period
 *
 * Reads "2010-11" as the years 2010 and 2011, which uds_period_parse() reads as November. For an importer
 * that sees "2012-13" in the same column.
 *
 * Returns: %FALSE if @text is not of the form "2010-11"; @period is then untouched
 */
gboolean
uds_period_parse_years (const char *text,
                        UdsPeriod  *period)
{
  Cursor cursor = { text };
  UdsPeriod years;
  int year;

  if (!read_number (&cursor, 4, YEAR_MIN, YEAR_MAX, &year) || *cursor.at != '-'
      || !read_second_year (&cursor, year, &years) || *cursor.at != '\0')
    return FALSE;

  *period = years;
  return TRUE;
}

/* The ends of a span: months where it has whole ones, else days. */
static void
get_span_ends (const UdsPeriod *period,
               UdsDate         *begin,
               UdsDate         *end)
{
  *begin = period->begin;
  *end = period->end;
  if (is_whole_months (begin, end))
    begin->day = end->day = 0;
}

static char *
span_to_string (const UdsPeriod *period)
{
  UdsDate begin, end;
  g_autofree char *from = NULL, *to = NULL;

  get_span_ends (period, &begin, &end);
  from = uds_date_to_string (&begin);
  to = uds_date_to_string (&end);
  return g_strconcat (from, "/", to, NULL);
}

/* Only of halves, quarters and weeks. */
static int
get_number (const UdsPeriod *period)
{
  if (period->kind == UDS_PERIOD_WEEK)
    return uds_date_get_iso_week (&period->begin, NULL);
  return (period->begin.month - 1) / (period->kind == UDS_PERIOD_HALF ? 6 : 3) + 1;
}

/**
 * uds_period_to_string:
 * @period: a period
 *
 * Returns: (transfer full): its canonical form, which uds_period_parse() reads back. Forms of one kind sort
 *   by time as text
 */
char *
uds_period_to_string (const UdsPeriod *period)
{
  UdsDate month = { period->begin.year, period->begin.month, 0 };
  int year = uds_period_get_year (period);

  switch (period->kind)
    {
    case UDS_PERIOD_YEAR:
      return g_strdup_printf ("%d", year);
    case UDS_PERIOD_YEARS:
      return g_strdup_printf ("%d/%d", year, period->end.year);
    case UDS_PERIOD_HALF:
      return g_strdup_printf ("%d-H%d", year, get_number (period));
    case UDS_PERIOD_QUARTER:
      return g_strdup_printf ("%d-Q%d", year, get_number (period));
    case UDS_PERIOD_MONTH:
      return uds_date_to_string (&month);
    case UDS_PERIOD_WEEK:
      return g_strdup_printf ("%d-W%02d", year, get_number (period));
    case UDS_PERIOD_DAY:
      return uds_date_to_string (&period->begin);
    case UDS_PERIOD_SPAN:
      return span_to_string (period);
    default:
      g_assert_not_reached ();
    }
}

static char *
format_years (const UdsPeriod *period)
{
  int first = period->begin.year, last = period->end.year;

  if (last == first + 1 && last % 100 != 0)
    return g_strdup_printf ("%d/%02d", first, last % 100);
  return g_strdup_printf (last == first + 1 ? "%d/%d" : "%d" EN_DASH "%d", first, last);
}

static char *
format_span (const UdsPeriod *period,
             UdsLanguage      language)
{
  UdsDate begin, end;

  get_span_ends (period, &begin, &end);
  return uds_date_format_range (&begin, &end, language);
}

/**
 * uds_period_format:
 * @period: a period
 * @language: the reader's language
 *
 * Returns: (transfer full): the period as people write it: "2015", "2015/16", "2017–2019", "2. kvt. 2015",
 *   "marts 2015", "uge 26, 2018"
 */
char *
uds_period_format (const UdsPeriod *period,
                   UdsLanguage      language)
{
  gboolean danish = language == UDS_LANGUAGE_DA;
  UdsDate month = { period->begin.year, period->begin.month, 0 };
  int year = uds_period_get_year (period);

  switch (period->kind)
    {
    case UDS_PERIOD_YEAR:
      return g_strdup_printf ("%d", year);
    case UDS_PERIOD_YEARS:
      return format_years (period);
    case UDS_PERIOD_HALF:
      return g_strdup_printf (danish ? "%d. halvår %d" : "H%d %d", get_number (period), year);
    case UDS_PERIOD_QUARTER:
      return g_strdup_printf (danish ? "%d. kvt. %d" : "Q%d %d", get_number (period), year);
    case UDS_PERIOD_MONTH:
      return uds_date_format (&month, language);
    case UDS_PERIOD_WEEK:
      return g_strdup_printf (danish ? "uge %d, %d" : "week %d, %d", get_number (period), year);
    case UDS_PERIOD_DAY:
      return uds_date_format (&period->begin, language);
    case UDS_PERIOD_SPAN:
      return format_span (period, language);
    default:
      g_assert_not_reached ();
    }
}

/**
 * uds_period_get_year:
 * @period: a period
 *
 * Returns: the year it is counted to: its first one, and for a week the year of its Thursday
 */
int
uds_period_get_year (const UdsPeriod *period)
{
  int week_year;

  if (period->kind != UDS_PERIOD_WEEK)
    return period->begin.year;

  uds_date_get_iso_week (&period->begin, &week_year);
  return week_year;
}

/**
 * uds_period_get_position:
 * @period: a period
 *
 * Where the period stands on an axis of time: at its start, so that a year stands at its own number and a
 * series of quarters begins where that of years does. A month is a twelfth of a year, however many days it
 * has.
 *
 * Returns: the year, with a fraction
 */
double
uds_period_get_position (const UdsPeriod *period)
{
  UdsDate month = { period->begin.year, period->begin.month, 0 };
  double days = uds_date_last_day (&month).day;

  return period->begin.year + (period->begin.month - 1 + (period->begin.day - 1) / days) / 12;
}

/**
 * uds_period_get_next:
 * @period: a period
 * @next: (out): the one of its kind that comes after it
 *
 * After a year that lies in two comes the one that begins a year later: "2019/20" after "2018/19".
 *
 * Returns: %FALSE where the kind does not say it: after a span or several years; @next is then untouched
 */
gboolean
uds_period_get_next (const UdsPeriod *period,
                     UdsPeriod       *next)
{
  static const int n_months[] = {
    [UDS_PERIOD_YEAR] = 12, [UDS_PERIOD_HALF] = 6, [UDS_PERIOD_QUARTER] = 3, [UDS_PERIOD_MONTH] = 1,
  };
  UdsDate begin = uds_date_add_days (&period->end, 1);

  if (period->kind == UDS_PERIOD_SPAN
      || (period->kind == UDS_PERIOD_YEARS && period->end.year != period->begin.year + 1))
    return FALSE;

  if (period->kind == UDS_PERIOD_YEARS)
    *next = make_years (begin.year - 1, begin.year);
  else if (period->kind == UDS_PERIOD_WEEK)
    *next = (UdsPeriod) { UDS_PERIOD_WEEK, begin, uds_date_add_days (&begin, 6) };
  else if (period->kind == UDS_PERIOD_DAY)
    *next = (UdsPeriod) { UDS_PERIOD_DAY, begin, begin };
  else
    *next = make_months (period->kind, begin.year, begin.month, n_months[period->kind]);
  return TRUE;
}
