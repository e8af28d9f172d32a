/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Round numbers on axes, for all numbers there are; scales there and back; ticks that follow the calendar. */
#include "uds-chart-scale.h"
#include "uds-chart-time.h"

#include <math.h>

typedef struct {
  double minimum;
  double maximum;
  int n_wanted;
  double first;
  double step;
  int n_ticks;
  int decimals;
} TicksCase;

static const TicksCase ticks_cases[] = {
  { 0, 100, 6, 0, 20, 6, 0 },
  { 0, 100, 5, 0, 25, 5, 0 },
  { 0, 100, 3, 0, 50, 3, 0 },
  { 0, 80, 6, 0, 20, 5, 0 },
  { 0, 10, 5, 0, 2.5, 5, 1 },
  { 0, 1, 6, 0, 0.2, 6, 1 },
  { 499148, 638790, 6, 450000, 50000, 5, 0 },
  { -12, 37, 6, -20, 10, 7, 0 },
  { -100, -40, 4, -100, 20, 4, 0 },
  { -0.003, 0.004, 5, -0.004, 0.002, 5, 3 },
  { 0.00012, 0.00034, 4, 0.0001, 0.0001, 4, 4 },
  { 5, 5, 5, 4.5, 0.25, 5, 2 },
  { -5, -5, 3, -5.5, 0.5, 3, 1 },
  { 0, 0, 3, 0, 0.5, 3, 1 },
  { 1e-320, 2e-320, 3, 0, 0.5, 3, 1 },
  { 1e15, 1e15 + 1, 3, 9e14, 1e14, 3, 0 },
};

static void
test_round_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ticks_cases); i++)
    {
      const TicksCase *expected = &ticks_cases[i];
      UdsChartTicks ticks = uds_chart_ticks_new (expected->minimum, expected->maximum, expected->n_wanted);

      g_test_message ("%g to %g in %d: %g by %g, %d ticks, %d decimals", expected->minimum, expected->maximum,
                      expected->n_wanted, ticks.first, ticks.step, ticks.n_ticks, ticks.decimals);
      g_assert_cmpfloat_with_epsilon (ticks.first, expected->first, fabs (expected->step) * 1e-9);
      g_assert_cmpfloat_with_epsilon (ticks.step, expected->step, expected->step * 1e-9);
      g_assert_cmpint (ticks.n_ticks, ==, expected->n_ticks);
      g_assert_cmpint (ticks.decimals, ==, expected->decimals);
    }
}

static gboolean
is_round (double step)
{
  double mantissa = step / pow (10, floor (log10 (step) + 1e-9));

  return fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6 || fabs (mantissa - 2.5) < 1e-6
         || fabs (mantissa - 5) < 1e-6;
}

static double
random_value (void)
{
  double size = pow (10, g_test_rand_double_range (-308, 308));

  return g_test_rand_bit () ? size : -size;
}

static void
test_any_numbers (void)
{
  for (int i = 0; i < 20000; i++)
    {
      double a = random_value ();
      double b = g_test_rand_int_range (0, 4) == 0 ? a : random_value ();
      int n_wanted = g_test_rand_int_range (2, 12);
      double minimum = CLAMP (MIN (a, b), -UDS_CHART_VALUE_MAX, UDS_CHART_VALUE_MAX);
      double maximum = CLAMP (MAX (a, b), -UDS_CHART_VALUE_MAX, UDS_CHART_VALUE_MAX);
      UdsChartTicks ticks = uds_chart_ticks_new (MIN (a, b), MAX (a, b), n_wanted);
      double last = uds_chart_ticks_get_value (&ticks, ticks.n_ticks - 1);

      g_assert_true (isfinite (ticks.first) && isfinite (last) && last > ticks.first);
      g_assert_true (is_round (ticks.step));
      g_assert_cmpint (ticks.n_ticks, >=, 2);
      g_assert_cmpint (ticks.n_ticks, <=, n_wanted + 1);
      g_assert_cmpfloat (ticks.first - ticks.step * 1e-6, <=, minimum);
      g_assert_cmpfloat (last + ticks.step * 1e-6, >=, maximum);
    }
}

static void
test_zero_is_zero (void)
{
  UdsChartTicks ticks = uds_chart_ticks_new (-0.3, 0.3, 5);

  g_assert_cmpint (ticks.n_ticks, ==, 5);
  g_assert_true (uds_chart_ticks_get_value (&ticks, 2) == 0);
  g_assert_false (signbit (uds_chart_ticks_get_value (&ticks, 2)));
}

static void
test_there_and_back (void)
{
  UdsChartScale scale = { 2005, 2025, 40, 940 };
  UdsChartScale upwards = { 0, 100, 300, 20 };
  UdsChartScale huge = { -1e300, 1e300, 0, 100 };

  g_assert_cmpfloat_with_epsilon (uds_chart_scale_map (&scale, 2005), 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (uds_chart_scale_map (&scale, 2015), 490, 1e-9);
  g_assert_cmpfloat_with_epsilon (uds_chart_scale_invert (&scale, 490), 2015, 1e-9);
  g_assert_cmpfloat_with_epsilon (uds_chart_scale_map (&upwards, 100), 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (uds_chart_scale_map (&huge, 0), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (uds_chart_scale_map (&huge, 1e300), 100, 1e-9);
  g_assert_true (isfinite (uds_chart_scale_map (&huge, G_MAXDOUBLE)));
}

static void
test_days_are_places (void)
{
  static const struct {
    UdsDate date;
    UdsDate back; /* as much of it as its place says */
    double position;
    const char *en;
    const char *da;
  } cases[] = {
    { { 2022, 0, 0 }, { 2022, 0, 0 }, 2022, "2022", "2022" },
    { { 2022, 7, 0 }, { 2022, 7, 0 }, 2022 + 181 / 365.0, "July 2022", "juli 2022" },
    { { 2024, 2, 29 }, { 2024, 2, 29 }, 2024 + 59 / 366.0, "29 February 2024", "29. februar 2024" },
    { { 2022, 12, 31 }, { 2022, 12, 31 }, 2022 + 364 / 365.0, "31 December 2022", "31. december 2022" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double position = uds_chart_position_from_date (&cases[i].date);
      g_autofree char *en = uds_chart_position_format (position, UDS_LANGUAGE_EN);
      g_autofree char *da = uds_chart_position_format (position, UDS_LANGUAGE_DA);
      UdsDate back;

      g_assert_cmpfloat_with_epsilon (position, cases[i].position, 1e-12);
      uds_chart_position_to_date (position, &back);
      g_assert_cmpint (uds_date_compare (&back, &cases[i].back), ==, 0);
      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (da, ==, cases[i].da);
    }
}

static void
test_every_day_comes_back (void)
{
  UdsDate day = { 2023, 1, 1 };

  for (int i = 0; i < 2 * 365 + 1; i++)
    {
      UdsDate back;

      uds_chart_position_to_date (uds_chart_position_from_date (&day), &back);
      back = uds_date_first_day (&back);
      g_assert_cmpint (uds_date_compare (&back, &day), ==, 0);
      day = uds_date_add_days (&day, 1);
    }
}

static void
test_periods (void)
{
  static const struct {
    double from;
    double to;
    const char *text;
  } cases[] = {
    { 2013, 2013, "2013" },
    { 2013, 2014, "2013–14" },
    { 1998, 2003, "1998–2003" },
    { 2000, 2009, "2000–09" },
    { 2022 + 151 / 365.0, 2023 + 90 / 365.0, "June 2022 – April 2023" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = uds_chart_period_format (cases[i].from, cases[i].to, UDS_LANGUAGE_EN);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static char *
join_ticks (UdsChartTimeUnit unit,
            int              count,
            double           from,
            double           to,
            UdsLanguage      language)
{
  UdsChartTimeStep step = { unit, count };
  g_autoptr (GArray) ticks = uds_chart_time_ticks (&step, from, to);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *tick =
          uds_chart_time_tick_format (&step, g_array_index (ticks, double, i), i == 0, language);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", tick);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_calendar_ticks (void)
{
  static const struct {
    UdsChartTimeUnit unit;
    int count;
    double from;
    double to;
    UdsLanguage language;
    const char *text;
  } cases[] = {
    { UDS_CHART_YEARS, 5, 2003, 2021, UDS_LANGUAGE_EN, "2005 | 2010 | 2015 | 2020" },
    { UDS_CHART_YEARS, 1, 2019, 2022.5, UDS_LANGUAGE_DA, "2019 | 2020 | 2021 | 2022" },
    { UDS_CHART_YEARS, 1000, 1, 3000, UDS_LANGUAGE_DA, "1000 | 2000 | 3000" },
    { UDS_CHART_MONTHS, 3, 2021.9, 2022.6, UDS_LANGUAGE_EN, "Jan\u00a02022 | Apr | Jul" },
    { UDS_CHART_MONTHS, 1, 2022.3, 2022.48, UDS_LANGUAGE_DA, "maj\u00a02022 | jun" },
    { UDS_CHART_DAYS, 7, 2022.49, 2022.53, UDS_LANGUAGE_DA, "4.\u00a0jul\u00a02022 | 11.\u00a0jul" },
    { UDS_CHART_DAYS, 1, 2022.996, 2023.001, UDS_LANGUAGE_EN, "31\u00a0Dec\u00a02022 | 1\u00a0Jan" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          join_ticks (cases[i].unit, cases[i].count, cases[i].from, cases[i].to, cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_steps_grow (void)
{
  UdsChartTimeStep step;
  double years = 0;

  uds_chart_time_step_first (&step, 0.1);
  g_assert_cmpint (step.unit, ==, UDS_CHART_DAYS);
  do
    {
      g_assert_cmpfloat (uds_chart_time_step_get_years (&step), >, years);
      years = uds_chart_time_step_get_years (&step);
  } while (uds_chart_time_step_next (&step));
  g_assert_cmpfloat (years, ==, 5000);

  uds_chart_time_step_first (&step, 9000);
  g_assert_cmpint (step.unit, ==, UDS_CHART_YEARS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/ticks-are-round-and-enclose-the-values", test_round_numbers);
  g_test_add_func ("/scale/any-finite-numbers-have-ticks", test_any_numbers);
  g_test_add_func ("/scale/zero-is-exactly-zero", test_zero_is_zero);
  g_test_add_func ("/scale/values-map-there-and-back", test_there_and_back);
  g_test_add_func ("/time/days-are-places-and-read-well", test_days_are_places);
  g_test_add_func ("/time/every-day-comes-back", test_every_day_comes_back);
  g_test_add_func ("/time/periods-of-years-are-short", test_periods);
  g_test_add_func ("/time/ticks-follow-the-calendar", test_calendar_ticks);
  g_test_add_func ("/time/steps-grow-from-days-to-millennia", test_steps_grow);

  return g_test_run ();
}
