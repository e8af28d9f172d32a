/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every spelling of a period seen in a file is read, kept in one form, and shown as people write it. */
#include "uds-error.h"
#include "uds-period.h"

#include <string.h>

static UdsPeriod
parse (const char *text)
{
  UdsPeriod period = { 0 };
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", text);
  g_assert_true (uds_period_parse (text, &period, &error));
  g_assert_no_error (error);
  return period;
}

static void
assert_days (const UdsPeriod *period,
             const char      *days)
{
  g_autofree char *begin = uds_date_to_string (&period->begin);
  g_autofree char *end = uds_date_to_string (&period->end);
  g_autofree char *actual = g_strconcat (begin, "..", end, NULL);

  g_assert_cmpstr (actual, ==, days);
}

static void
test_every_spelling_is_understood (void)
{
  static const struct {
    const char *text;
    UdsPeriodKind kind;
    const char *canonical, *days;
  } cases[] = {
    { "2018", UDS_PERIOD_YEAR, "2018", "2018-01-01..2018-12-31" },
    { "2018/19", UDS_PERIOD_YEARS, "2018/2019", "2018-01-01..2019-12-31" },
    { "2019-20", UDS_PERIOD_YEARS, "2019/2020", "2019-01-01..2020-12-31" },
    { "1999/00", UDS_PERIOD_YEARS, "1999/2000", "1999-01-01..2000-12-31" },
    { "2015/2016", UDS_PERIOD_YEARS, "2015/2016", "2015-01-01..2016-12-31" },
    { "2017-2019", UDS_PERIOD_YEARS, "2017/2019", "2017-01-01..2019-12-31" },
    { "2009–2010", UDS_PERIOD_YEARS, "2009/2010", "2009-01-01..2010-12-31" },
    { "2009–10", UDS_PERIOD_YEARS, "2009/2010", "2009-01-01..2010-12-31" },
    { "1994/95 - 1996/97", UDS_PERIOD_YEARS, "1994/1997", "1994-01-01..1997-12-31" },
    { "1994/1995 – 1996/1997", UDS_PERIOD_YEARS, "1994/1997", "1994-01-01..1997-12-31" },
    { "2011 to 2015", UDS_PERIOD_YEARS, "2011/2015", "2011-01-01..2015-12-31" },
    { "2011 til 2015", UDS_PERIOD_YEARS, "2011/2015", "2011-01-01..2015-12-31" },
    { "2015:2019", UDS_PERIOD_YEARS, "2015/2019", "2015-01-01..2019-12-31" },
    { "2015-2015", UDS_PERIOD_YEAR, "2015", "2015-01-01..2015-12-31" },
    { "2024 Q1", UDS_PERIOD_QUARTER, "2024-Q1", "2024-01-01..2024-03-31" },
    { "2000 Q4", UDS_PERIOD_QUARTER, "2000-Q4", "2000-10-01..2000-12-31" },
    { "2008K2", UDS_PERIOD_QUARTER, "2008-Q2", "2008-04-01..2008-06-30" },
    { "2025Q4", UDS_PERIOD_QUARTER, "2025-Q4", "2025-10-01..2025-12-31" },
    { "Q3 2012", UDS_PERIOD_QUARTER, "2012-Q3", "2012-07-01..2012-09-30" },
    { "1. kvt. 2012", UDS_PERIOD_QUARTER, "2012-Q1", "2012-01-01..2012-03-31" },
    { "H2 2015", UDS_PERIOD_HALF, "2015-H2", "2015-07-01..2015-12-31" },
    { "1. halvår 2015", UDS_PERIOD_HALF, "2015-H1", "2015-01-01..2015-06-30" },
    { "uge 1, 2018", UDS_PERIOD_WEEK, "2018-W01", "2018-01-01..2018-01-07" },
    { "week 26, 2018", UDS_PERIOD_WEEK, "2018-W26", "2018-06-25..2018-07-01" },
    { "1. juli 2022", UDS_PERIOD_DAY, "2022-07-01", "2022-07-01..2022-07-01" },
    { "1 July 2022", UDS_PERIOD_DAY, "2022-07-01", "2022-07-01..2022-07-01" },
    { "2015H1", UDS_PERIOD_HALF, "2015-H1", "2015-01-01..2015-06-30" },
    { "2015-H2", UDS_PERIOD_HALF, "2015-H2", "2015-07-01..2015-12-31" },
    { "2015M03", UDS_PERIOD_MONTH, "2015-03", "2015-03-01..2015-03-31" },
    { "2010-11", UDS_PERIOD_MONTH, "2010-11", "2010-11-01..2010-11-30" },
    { "2024-02", UDS_PERIOD_MONTH, "2024-02", "2024-02-01..2024-02-29" },
    { "marts 2015", UDS_PERIOD_MONTH, "2015-03", "2015-03-01..2015-03-31" },
    { "Okt. 2015", UDS_PERIOD_MONTH, "2015-10", "2015-10-01..2015-10-31" },
    { "may 2015", UDS_PERIOD_MONTH, "2015-05", "2015-05-01..2015-05-31" },
    { "2004U53", UDS_PERIOD_WEEK, "2004-W53", "2004-12-27..2005-01-02" },
    { "2015W01", UDS_PERIOD_WEEK, "2015-W01", "2014-12-29..2015-01-04" },
    { "2018-W26", UDS_PERIOD_WEEK, "2018-W26", "2018-06-25..2018-07-01" },
    { "2015M03D09", UDS_PERIOD_DAY, "2015-03-09", "2015-03-09..2015-03-09" },
    { "2021-07-27", UDS_PERIOD_DAY, "2021-07-27", "2021-07-27..2021-07-27" },
    { "Jan 2004-Dec 2004", UDS_PERIOD_YEAR, "2004", "2004-01-01..2004-12-31" },
    { "Apr 2004-Mar 2005", UDS_PERIOD_SPAN, "2004-04/2005-03", "2004-04-01..2005-03-31" },
    { "2004-04-15/2004-05-02", UDS_PERIOD_SPAN, "2004-04-15/2004-05-02", "2004-04-15..2004-05-02" },
    { "Jul 2004 to Dec 2004", UDS_PERIOD_HALF, "2004-H2", "2004-07-01..2004-12-31" },
    { "2004-04 - 2004-06", UDS_PERIOD_QUARTER, "2004-Q2", "2004-04-01..2004-06-30" },
    { "2004-04-01/2004-04-30", UDS_PERIOD_MONTH, "2004-04", "2004-04-01..2004-04-30" },
    { "Apr 2004-Sep 2004", UDS_PERIOD_SPAN, "2004-04/2004-09", "2004-04-01..2004-09-30" },
    { "2004-02/2004-04", UDS_PERIOD_SPAN, "2004-02/2004-04", "2004-02-01..2004-04-30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsPeriod period = parse (cases[i].text);
      g_autofree char *canonical = uds_period_to_string (&period);
      UdsPeriod again = parse (canonical);
      g_autofree char *twice = uds_period_to_string (&again);

      g_assert_cmpint (period.kind, ==, cases[i].kind);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      assert_days (&period, cases[i].days);
      g_assert_cmpint (again.kind, ==, period.kind);
      g_assert_cmpstr (twice, ==, canonical);
      assert_days (&again, cases[i].days);
    }
}

static void
test_anything_else_is_refused_with_its_text (void)
{
  static const char *const texts[] = {
    "", " 2018", "2018 ", "18", "0000", "9999", "20181", "2018.5", "n/a", "2018*", "2019-18", "2019-19",
    "2015-13", "2015-00", "2018-Q5", "2018-H3", "2018QH1", "2018KW26", "2014U53", "2015W54", "2015W1",
    "2015M13", "2015M3D1",
    "2015M02D30",
    "2021-02-29", "2021-07-27T10:00", "2021-07-32", "2018-", "2018/", "2018 - ", "2018  Q1", "Foo 2018",
    "Ma 2018", "2018/2", "2018/019", "2015-2016-2017", "Data for this indicator is not yet available",
    "2015 and 2016",
    "æbl 2015",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      UdsPeriod period;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_false (uds_period_parse (texts[i], &period, &error));
      g_assert_error (error, UDS_ERROR, UDS_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, texts[i]));
    }
}

static void
test_range_must_end_after_it_begins (void)
{
  static const char *const texts[] = {
    "2019-2017", "2019/20 - 2017", "Dec 2004-Jan 2004", "2004-05/2004-04",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      UdsPeriod period;
      g_autoptr (GError) error = NULL;

      g_assert_false (uds_period_parse (texts[i], &period, &error));
      g_assert_error (error, UDS_ERROR, UDS_ERROR_INVALID);
    }
}

static void
test_month_or_years_is_the_callers_choice (void)
{
  UdsPeriod period;
  g_autofree char *text = NULL;

  g_assert_true (uds_period_parse_years ("2010-11", &period));
  text = uds_period_to_string (&period);
  g_assert_cmpstr (text, ==, "2010/2011");

  g_assert_false (uds_period_parse_years ("2010-03", &period));
  g_assert_false (uds_period_parse_years ("2010", &period));
  g_assert_false (uds_period_parse_years ("2010-11-12", &period));
  g_assert_false (uds_period_parse_years ("2010/11", &period));
}

static void
test_canonical_text_sorts_by_time (void)
{
  static const char *const series[][4] = {
    { "1999", "2000", "2010", "2011" },
    { "2009-Q4", "2010-Q1", "2010-Q2", "2011-Q1" },
    { "2009-W09", "2009-W10", "2009-W53", "2010-W01" },
    { "1998/1999", "1999/2000", "2000/2001", "2000/2002" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (series); i++)
    for (gsize j = 1; j < G_N_ELEMENTS (series[i]); j++)
      {
        UdsPeriod before = parse (series[i][j - 1]), after = parse (series[i][j]);
        g_autofree char *a = uds_period_to_string (&before);
        g_autofree char *b = uds_period_to_string (&after);

        g_assert_cmpstr (a, <, b);
        g_assert_cmpfloat (uds_period_get_position (&before), <=, uds_period_get_position (&after));
      }
}

static void
test_period_reads_as_people_write_it (void)
{
  static const struct {
    const char *text, *da, *en;
  } cases[] = {
    { "2018", "2018", "2018" },
    { "2015/16", "2015/16", "2015/16" },
    { "1999/2000", "1999/2000", "1999/2000" },
    { "2017-2019", "2017–2019", "2017–2019" },
    { "2015H2", "2. halvår 2015", "H2 2015" },
    { "2015Q2", "2. kvt. 2015", "Q2 2015" },
    { "2015M03", "marts 2015", "March 2015" },
    { "2018W26", "uge 26, 2018", "week 26, 2018" },
    { "2015W01", "uge 1, 2015", "week 1, 2015" },
    { "2022-07-01", "1. juli 2022", "1 July 2022" },
    { "Apr 2004-Mar 2005", "april 2004–marts 2005", "April 2004–March 2005" },
    { "2022-07-01/2022-07-03", "1.–3. juli 2022", "1–3 July 2022" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsPeriod period = parse (cases[i].text);
      g_autofree char *da = uds_period_format (&period, UDS_LANGUAGE_DA);
      g_autofree char *en = uds_period_format (&period, UDS_LANGUAGE_EN);

      g_assert_cmpstr (da, ==, cases[i].da);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_year_and_position_are_those_of_the_start (void)
{
  static const struct {
    const char *text;
    int year;
    double position;
  } cases[] = {
    { "2018", 2018, 2018 },       { "2018/19", 2018, 2018 },       { "2018-Q2", 2018, 2018.25 },
    { "2018-H2", 2018, 2018.5 },  { "2018-04", 2018, 2018.25 },    { "2018-02-15", 2018, 2018 + 1.5 / 12 },
    { "2015-W01", 2015, 2014 + (11 + 28. / 31) / 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsPeriod period = parse (cases[i].text);

      g_assert_cmpint (uds_period_get_year (&period), ==, cases[i].year);
      g_assert_cmpfloat_with_epsilon (uds_period_get_position (&period), cases[i].position, 1e-9);
    }
}

static void
test_any_week_and_day_survives (void)
{
  UdsDate day = { 1999, 12, 1 };

  for (int i = 0; i < 20000; i++, day = uds_date_add_days (&day, 1))
    {
      int year, week = uds_date_get_iso_week (&day, &year);
      g_autofree char *week_text = g_strdup_printf ("%d-W%02d", year, week);
      UdsPeriod period;
      g_autofree char *again = NULL;

      g_assert_true (uds_period_parse (week_text, &period, NULL));
      again = uds_period_to_string (&period);
      g_assert_cmpstr (again, ==, week_text);
      g_assert_cmpint (uds_date_compare (&period.begin, &day), <=, 0);
      g_assert_cmpint (uds_date_compare (&period.end, &day), >=, 0);
    }
}

static void
test_the_next_one_is_of_the_same_kind (void)
{
  static const struct {
    const char *text, *next;
  } cases[] = {
    { "2018", "2019" },         { "2018/19", "2019/2020" },  { "1999/2000", "2000/2001" }, { "2018-H2", "2019-H1" },
    { "2018-Q4", "2019-Q1" },   { "2018-12", "2019-01" },    { "2018-W52", "2019-W01" },   { "2020-W53", "2021-W01" },
    { "2020-02-29", "2020-03-01" }, { "2017-2019", NULL },   { "2004-04/2005-03", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsPeriod period = parse (cases[i].text);
      g_autofree char *next = uds_period_get_next (&period, &period) ? uds_period_to_string (&period) : NULL;

      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/every-spelling-is-understood", test_every_spelling_is_understood);
  g_test_add_func ("/period/anything-else-is-refused-with-its-text",
                   test_anything_else_is_refused_with_its_text);
  g_test_add_func ("/period/range-must-end-after-it-begins", test_range_must_end_after_it_begins);
  g_test_add_func ("/period/month-or-years-is-the-callers-choice", test_month_or_years_is_the_callers_choice);
  g_test_add_func ("/period/canonical-text-sorts-by-time", test_canonical_text_sorts_by_time);
  g_test_add_func ("/period/reads-as-people-write-it", test_period_reads_as_people_write_it);
  g_test_add_func ("/period/year-and-position-are-those-of-the-start",
                   test_year_and_position_are_those_of_the_start);
  g_test_add_func ("/period/the-next-one-is-of-the-same-kind", test_the_next_one_is_of_the_same_kind);
  g_test_add_func ("/period/any-week-and-day-survives", test_any_week_and_day_survives);

  return g_test_run ();
}
