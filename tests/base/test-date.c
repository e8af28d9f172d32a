/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates read, counted and written. */
#include "uds-date.h"

static UdsDate
date (const char *text)
{
  UdsDate parsed = { 0 };

  g_assert_true (uds_date_parse (text, &parsed));
  return parsed;
}

static void
assert_date (UdsDate     actual,
             const char *expected)
{
  g_autofree char *text = uds_date_to_string (&actual);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_iso_text_survives_reading (void)
{
  static const char *const texts[] = { "2022", "2022-06", "2022-06-29", "2024-02-29", "0001", "9999-12-31" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_date (date (texts[i]), texts[i]);
}

static void
test_what_people_type_is_read (void)
{
  static const struct {
    const char *text, *date; /* none where it is no date */
  } cases[] = {
    { "2022", "2022" },                 { "2022-07", "2022-07" },
    { "2022-07-01", "2022-07-01" },     { "1. juli 2022", "2022-07-01" },
    { "den 1. juli 2022", "2022-07-01" }, { "1 July 2022", "2022-07-01" },
    { "July 1, 2022", "2022-07-01" },   { "JULI 2022", "2022-07" },
    { "juni 2022", "2022-06" },         { "maj 2022", "2022-05" },
    { "1. okt. 2022", "2022-10-01" },   { "1.7.2022", "2022-07-01" },
    { "01-07-2022", "2022-07-01" },     { "1/7 2022", "2022-07-01" },
    { "29. februar 2024", "2024-02-29" },
    { "", NULL },                       { "juli", NULL },
    { "29. februar 2023", NULL },       { "31.6.2022", NULL },
    { "1.13.2022", NULL },              { "1. ju 2022", NULL },
    { "7.2022", NULL },                 { "1.7.22", NULL },
    { "0. juli 2022", NULL },           { "1.7.2022.", "2022-07-01" },
    { "1. juli 2022 kl. 10", NULL },    { "2022 juli", NULL },
    { "juli 0000", NULL },              { "den 2022", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsDate read = { 1, 2, 3 };

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (uds_date_read (cases[i].text, &read), ==, cases[i].date != NULL);
      assert_date (read, cases[i].date != NULL ? cases[i].date : "0001-02-03");
    }
}

static void
test_no_day_of_the_calendar_is_refused (void)
{
  static const char *const texts[] = {
    "", "22", "0000", "20222", "2022-", "2022-6", "2022-13", "2022-00", "2022-06-", "2022-06-31",
    "2023-02-29",
    "2022-06-00", "2022-06-29 ", " 2022", "2022/06", "2022-06-29T10:00", "1900-02-29", "-022",
  };
  UdsDate untouched = { 1, 2, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (uds_date_parse (texts[i], &untouched));
  assert_date (untouched, "0001-02-03");
}

static void
test_order_puts_a_year_before_its_days (void)
{
  static const char *const ordered[] = {
    "2021-12-31", "2022", "2022-01", "2022-01-01", "2022-01-02", "2022-02",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        UdsDate a = date (ordered[i]), b = date (ordered[j]);
        int order = uds_date_compare (&a, &b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_partial_date_has_first_and_last_day (void)
{
  UdsDate year = date ("2024"), month = date ("2024-02"), day = date ("2024-02-03");

  assert_date (uds_date_first_day (&year), "2024-01-01");
  assert_date (uds_date_last_day (&year), "2024-12-31");
  assert_date (uds_date_first_day (&month), "2024-02-01");
  assert_date (uds_date_last_day (&month), "2024-02-29");
  assert_date (uds_date_last_day (&day), "2024-02-03");
}

static void
test_days_are_counted_over_leap_years (void)
{
  UdsDate from = date ("2024-02-28"), to = date ("2025-03-01"), end = date ("9999-12-31");

  assert_date (uds_date_add_days (&from, 2), "2024-03-01");
  assert_date (uds_date_add_days (&from, -59), "2023-12-31");
  assert_date (uds_date_add_days (&end, 5), "9999-12-31");
  assert_date (uds_date_add_days (&from, -1000000), "0001-01-01");
  g_assert_cmpint (uds_date_days_between (&from, &to), ==, 367);
  g_assert_cmpint (uds_date_days_between (&to, &from), ==, -367);
}

static void
test_a_month_later_is_a_day_of_the_next_month (void)
{
  UdsDate last = date ("2024-01-31"), leap = date ("2024-02-29"), year = date ("2024"), end = date ("9999-12-31");

  assert_date (uds_date_add_months (&last, 1), "2024-02-29");
  assert_date (uds_date_add_months (&last, -2), "2023-11-30");
  assert_date (uds_date_add_months (&leap, 12), "2025-02-28");
  assert_date (uds_date_add_months (&year, 6), "2024-07-01");
  assert_date (uds_date_add_months (&end, 1), "9999-12-31");
  assert_date (uds_date_add_months (&year, -100000), "0001-01-01");
}

static void
test_week_belongs_to_the_year_of_its_thursday (void)
{
  static const struct {
    const char *date;
    int weekday, week, year;
  } cases[] = {
    { "2022-07-01", 5, 26, 2022 }, { "2021-01-03", 7, 53, 2020 }, { "2021-01-04", 1, 1, 2021 },
    { "2018-12-31", 1, 1, 2019 },  { "2004-12-31", 5, 53, 2004 }, { "2016-01-01", 5, 53, 2015 },
    { "2022", 6, 52, 2021 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsDate day = date (cases[i].date);
      int year;

      g_assert_cmpint (uds_date_get_weekday (&day), ==, cases[i].weekday);
      g_assert_cmpint (uds_date_get_iso_week (&day, &year), ==, cases[i].week);
      g_assert_cmpint (year, ==, cases[i].year);
    }
}

static void
test_easter_is_where_the_almanac_has_it (void)
{
  static const char *const easters[] = {
    "1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2022-04-17", "2023-04-09",
    "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (easters); i++)
    assert_date (uds_date_easter (date (easters[i]).year), easters[i]);
}

static void
test_instant_falls_on_the_users_day (void)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_local (2022, 7, 1, 0, 0, 0);
  gint64 microseconds = g_date_time_to_unix_usec (midnight);

  assert_date (uds_date_from_unix (microseconds), "2022-07-01");
  assert_date (uds_date_from_unix (microseconds - 1), "2022-06-30");
}

static void
test_date_reads_as_people_write_it (void)
{
  static const struct {
    const char *date, *da, *en;
  } cases[] = {
    { "2022-07-01", "1. juli 2022", "1 July 2022" },
    { "2022-07", "juli 2022", "July 2022" },
    { "2022", "2022", "2022" },
    { "2015-03-31", "31. marts 2015", "31 March 2015" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsDate day = date (cases[i].date);
      g_autofree char *da = uds_date_format (&day, UDS_LANGUAGE_DA);
      g_autofree char *en = uds_date_format (&day, UDS_LANGUAGE_EN);

      g_assert_cmpstr (da, ==, cases[i].da);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_range_says_nothing_twice (void)
{
  static const struct {
    const char *from, *to, *da, *en;
  } cases[] = {
    { "2022-07-01", "2022-07-01", "1. juli 2022", "1 July 2022" },
    { "2022-07-01", "2022-07-03", "1.–3. juli 2022", "1–3 July 2022" },
    { "2022-06-30", "2022-07-02", "30. juni–2. juli 2022", "30 June–2 July 2022" },
    { "2022-12-30", "2023-01-02", "30. december 2022–2. januar 2023", "30 December 2022–2 January 2023" },
    { "2022-06", "2022-08", "juni–august 2022", "June–August 2022" },
    { "2022-06", "2023-08", "juni 2022–august 2023", "June 2022–August 2023" },
    { "2022", "2023", "2022–2023", "2022–2023" },
    { "2022-06", "2022-07-02", "juni 2022–2. juli 2022", "June 2022–2 July 2022" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UdsDate from = date (cases[i].from), to = date (cases[i].to);
      g_autofree char *da = uds_date_format_range (&from, &to, UDS_LANGUAGE_DA);
      g_autofree char *en = uds_date_format_range (&from, &to, UDS_LANGUAGE_EN);

      g_assert_cmpstr (da, ==, cases[i].da);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_time_follows_the_language (void)
{
  g_autofree char *da = uds_time_format (16, 0, UDS_LANGUAGE_DA);
  g_autofree char *da_early = uds_time_format (9, 5, UDS_LANGUAGE_DA);
  g_autofree char *en = uds_time_format (9, 5, UDS_LANGUAGE_EN);

  g_assert_cmpstr (da, ==, "kl. 16.00");
  g_assert_cmpstr (da_early, ==, "kl. 9.05");
  g_assert_cmpstr (en, ==, "09:05");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/iso-text-survives-reading", test_iso_text_survives_reading);
  g_test_add_func ("/date/what-people-type-is-read", test_what_people_type_is_read);
  g_test_add_func ("/date/no-day-of-the-calendar-is-refused", test_no_day_of_the_calendar_is_refused);
  g_test_add_func ("/date/order-puts-a-year-before-its-days", test_order_puts_a_year_before_its_days);
  g_test_add_func ("/date/partial-date-has-first-and-last-day", test_partial_date_has_first_and_last_day);
  g_test_add_func ("/date/days-are-counted-over-leap-years", test_days_are_counted_over_leap_years);
  g_test_add_func ("/date/a-month-later-is-a-day-of-the-next-month", test_a_month_later_is_a_day_of_the_next_month);
  g_test_add_func ("/date/week-belongs-to-the-year-of-its-thursday",
                   test_week_belongs_to_the_year_of_its_thursday);
  g_test_add_func ("/date/easter-is-where-the-almanac-has-it", test_easter_is_where_the_almanac_has_it);
  g_test_add_func ("/date/instant-falls-on-the-users-day", test_instant_falls_on_the_users_day);
  g_test_add_func ("/date/reads-as-people-write-it", test_date_reads_as_people_write_it);
  g_test_add_func ("/date/range-says-nothing-twice", test_range_says_nothing_twice);
  g_test_add_func ("/date/time-follows-the-language", test_time_follows_the_language);

  return g_test_run ();
}
