/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers written for readers and machines, and read again. */
#include "uds-format.h"

#include <math.h>
#include <string.h>

#define NBSP "\u00a0"
#define NARROW "\u202f"
#define MINUS "\u2212"

static void
test_number_follows_the_language (void)
{
  static const struct {
    double value;
    int decimals;
    const char *da, *en;
  } cases[] = {
    { 1234.5, 1, "1.234,5", "1,234.5" },
    { 999, 0, "999", "999" },
    { 1000, 0, "1.000", "1,000" },
    { 1234567.891, 2, "1.234.567,89", "1,234,567.89" },
    { -12.5, 1, MINUS "12,5", MINUS "12.5" },
    { 0, 2, "0,00", "0.00" },
    { -0.0, 0, "0", "0" },
    { 0.05, 3, "0,050", "0.050" },
    { 100, 2, "100,00", "100.00" },
    { 1e20, 0, "100.000.000.000.000.000.000", "100,000,000,000,000,000,000" },
    { NAN, 1, "–", "–" },
    { INFINITY, 0, "–", "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *da = uds_format_number (cases[i].value, cases[i].decimals, UDS_LANGUAGE_DA);
      g_autofree char *en = uds_format_number (cases[i].value, cases[i].decimals, UDS_LANGUAGE_EN);

      g_assert_cmpstr (da, ==, cases[i].da);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_half_rounds_away_from_zero (void)
{
  static const struct {
    double value;
    int decimals;
    const char *text;
  } cases[] = {
    { 0.5, 0, "1" },        { 2.5, 0, "3" },       { -2.5, 0, MINUS "3" }, { 1.005, 2, "1,01" },
    { 0.049, 1, "0,0" },    { 0.05, 1, "0,1" },    { 9.995, 2, "10,00" },  { 999.96, 1, "1.000,0" },
    { -0.04, 1, "0,0" },    { 0.0004, 2, "0,00" }, { 99.5, 0, "100" },     { 0.49, 0, "0" },
    { 12345.678, 2, "12.345,68" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = uds_format_number (cases[i].value, cases[i].decimals, UDS_LANGUAGE_DA);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_value_reads_well (void)
{
  static const struct {
    double value;
    const char *text;
  } cases[] = {
    { 2, "2" },
    { 2.56, "2,56" },
    { 0.1 + 0.2, "0,3" },
    { 257.635662114, "257,64" },
    { 57590.92, "57.590,9" },
    { 81124, "81.124" },
    { 638117.04, "638.117" },
    { 12.345678, "12,346" },
    { 9.87654321, "9,8765" },
    { 0.0123456, "0,01235" },
    { 0.052, "0,052" },
    { 0.99999, "1" },
    { -0.3, MINUS "0,3" },
    { 1.2345e-11, "1,235e" MINUS "11" },
    { 1.5e18, "1,5e18" },
    { 0, "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = uds_format_value (cases[i].value, UDS_LANGUAGE_DA);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_unit_is_kept_by_its_number (void)
{
  g_autofree char *da = uds_format_percent (12, 0, UDS_LANGUAGE_DA);
  g_autofree char *en = uds_format_percent (12, 0, UDS_LANGUAGE_EN);
  g_autofree char *tonnes = uds_format_quantity (1234.5, 1, "t", UDS_LANGUAGE_DA);
  g_autofree char *share = uds_format_quantity (3.1, UDS_FORMAT_SHORTEST, "%", UDS_LANGUAGE_EN);
  g_autofree char *plain = uds_format_quantity (3, 0, NULL, UDS_LANGUAGE_DA);
  g_autofree char *empty = uds_format_quantity (3, 0, "", UDS_LANGUAGE_DA);
  g_autofree char *none = uds_format_percent (NAN, 0, UDS_LANGUAGE_DA);
  g_autofree char *no_tonnes = uds_format_quantity (NAN, 0, "t", UDS_LANGUAGE_DA);

  g_assert_cmpstr (da, ==, "12" NBSP "%");
  g_assert_cmpstr (en, ==, "12%");
  g_assert_cmpstr (tonnes, ==, "1.234,5" NBSP "t");
  g_assert_cmpstr (share, ==, "3.1%");
  g_assert_cmpstr (plain, ==, "3");
  g_assert_cmpstr (empty, ==, "3");
  g_assert_cmpstr (none, ==, UDS_FORMAT_NONE);
  g_assert_cmpstr (no_tonnes, ==, UDS_FORMAT_NONE);
}

static void
test_unit_is_said_as_people_say_it (void)
{
  static const struct {
    double value;
    const char *unit;
    UdsLanguage language;
    const char *text;
    const char *before; /* another quantity of the unit */
  } cases[] = {
    { 12, "procent", UDS_LANGUAGE_DA, "12" NBSP "%", "12" NBSP "%" },
    { 12, "percent", UDS_LANGUAGE_EN, "12%", "12%" },
    { 12, "Percent (%)", UDS_LANGUAGE_EN, "12%", "12%" },
    { 3, "procent af BNP", UDS_LANGUAGE_DA, "3" NBSP "% af BNP", "3" NBSP "%" },
    { 3, "percentage points", UDS_LANGUAGE_EN, "3" NBSP "percentage points", "3" },
    { 17800, "PPS (købekraftsstandard)", UDS_LANGUAGE_DA, "17.800" NBSP "PPS", "17.800" NBSP "PPS" },
    { 7, "karakterpoint (7-trinsskalaen)", UDS_LANGUAGE_DA, "7" NBSP "karakterpoint", "7" },
    { 80, "år", UDS_LANGUAGE_DA, "80" NBSP "år", "80" NBSP "år" },
    { 2, "plads", UDS_LANGUAGE_DA, "nr." NBSP "2", "nr." NBSP "2" },
    { 2, "rank", UDS_LANGUAGE_EN, "no." NBSP "2", "no." NBSP "2" },
    { 1, "indeks (0-1)", UDS_LANGUAGE_DA, "1", "1" },
    { 15, "Annual mean (micrograms per cubic meter)", UDS_LANGUAGE_EN, "15", "15" },
    { 5, "CO2", UDS_LANGUAGE_EN, "5" NBSP "CO2", "5" NBSP "CO2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = uds_format_quantity (cases[i].value, 0, cases[i].unit, cases[i].language);
      g_autofree char *before = uds_format_quantity_before (cases[i].value, 0, cases[i].unit, cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (before, ==, cases[i].before);
    }

  g_assert_true (uds_unit_is_share ("procent") && !uds_unit_is_share ("percent of GDP") && !uds_unit_is_share (NULL));
  g_assert_true (uds_unit_is_rank ("plads") && !uds_unit_is_rank ("pladser") && !uds_unit_is_rank (NULL));
}

static void
test_column_has_one_number_of_decimals (void)
{
  static const double whole[] = { 1, 2000, -3 };
  static const double mixed[] = { 1, 2.5, 3.25, NAN };
  static const double noise[] = { 0.1 + 0.2, 1.1 * 3 };
  static const double tiny[] = { 0.00001234, 5 };

  g_assert_cmpint (uds_format_decimals (whole, G_N_ELEMENTS (whole)), ==, 0);
  g_assert_cmpint (uds_format_decimals (mixed, G_N_ELEMENTS (mixed)), ==, 2);
  g_assert_cmpint (uds_format_decimals (noise, G_N_ELEMENTS (noise)), ==, 1);
  g_assert_cmpint (uds_format_decimals (tiny, G_N_ELEMENTS (tiny)), ==, 0);
}

static void
test_what_is_compared_has_no_more_decimals_than_an_eye_reads (void)
{
  const double published[] = { 104.25, 99.5 };
  const double reckoned[] = { 6.175758696564648, 0.741483505973612 };
  const double larger[] = { 24.675758696564648, 0.741483505973612 };
  const double shares[] = { 0.1234567, 0.0456 };

  g_assert_cmpint (uds_format_readable_decimals (published, G_N_ELEMENTS (published)), ==, 2);
  g_assert_cmpint (uds_format_readable_decimals (reckoned, G_N_ELEMENTS (reckoned)), ==, 2);
  g_assert_cmpint (uds_format_readable_decimals (larger, G_N_ELEMENTS (larger)), ==, 1);
  g_assert_cmpint (uds_format_readable_decimals (shares, G_N_ELEMENTS (shares)), ==, 3);
  g_assert_cmpint (uds_format_decimals (NULL, 0), ==, 0);
}

static void
test_machine_text_is_short_and_exact (void)
{
  static const struct {
    double value;
    const char *text;
  } cases[] = {
    { 0.1, "0.1" },       { 0.1 + 0.2, "0.30000000000000004" }, { 1234.5, "1234.5" }, { -0.0, "0" },
    { 1e300, "1e+300" },  { 4.9406564584124654e-324, "4.94065645841247e-324" },
    { 1.234e-05, "1.234e-05" },
  };
  GRand *random = g_rand_new_with_seed (20220701);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = uds_format_machine (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }

  for (int i = 0; i < 20000; i++)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      g_autofree char *text = NULL;
      double value, again = 0;

      memcpy (&value, &bits, sizeof value);
      if (!isfinite (value))
        continue;
      text = uds_format_machine (value);
      g_assert_true (uds_parse_machine (text, &again));
      g_assert_true (again == value);
    }

  g_rand_free (random);
}

static void
test_machine_text_is_read_strictly (void)
{
  static const char *const refused[] = {
    "", "-", ".", "5.", "1,5", " 1", "1 ", "0x10", "inf", "nan", "1e", "1e+", "1.5.2", "--1", "1e400",
    "12%", "1e5.5",
  };
  double value = 7;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (uds_parse_machine (refused[i], &value));
  g_assert_true (value == 7);

  g_assert_true (uds_parse_machine ("1.234E-05", &value) && value == 1.234e-05);
  g_assert_true (uds_parse_machine ("+.5", &value) && value == 0.5);
  g_assert_true (uds_parse_machine ("-12", &value) && value == -12);
}

static void
test_typed_number_is_understood (void)
{
  static const struct {
    const char *text;
    UdsLanguage language;
    double value;
  } cases[] = {
    { "1.234,5", UDS_LANGUAGE_DA, 1234.5 },
    { "1,234.5", UDS_LANGUAGE_EN, 1234.5 },
    { "1234,5", UDS_LANGUAGE_DA, 1234.5 },
    { "1.234", UDS_LANGUAGE_DA, 1234 },
    { "1,234", UDS_LANGUAGE_DA, 1.234 },
    { "1.234", UDS_LANGUAGE_EN, 1.234 },
    { "12.345.678", UDS_LANGUAGE_DA, 12345678 },
    { "1" NBSP "234" NBSP "567,8", UDS_LANGUAGE_DA, 1234567.8 },
    { "1" NARROW "234", UDS_LANGUAGE_DA, 1234 },
    { "1 234", UDS_LANGUAGE_EN, 1234 },
    { MINUS "3,1", UDS_LANGUAGE_DA, -3.1 },
    { "–3,1", UDS_LANGUAGE_DA, -3.1 },
    { "-3,1", UDS_LANGUAGE_DA, -3.1 },
    { "+3", UDS_LANGUAGE_DA, 3 },
    { " 12" NBSP "% ", UDS_LANGUAGE_DA, 12 },
    { "12%", UDS_LANGUAGE_EN, 12 },
    { ",5", UDS_LANGUAGE_DA, 0.5 },
    { "1,235e" MINUS "11", UDS_LANGUAGE_DA, 1.235e-11 },
    { "0", UDS_LANGUAGE_DA, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_true (uds_parse_number (cases[i].text, cases[i].language, &value));
      g_assert_true (value == cases[i].value);
    }
}

static void
test_ambiguous_number_is_refused (void)
{
  static const struct {
    const char *text;
    UdsLanguage language;
  } cases[] = {
    { "", UDS_LANGUAGE_DA },          { " ", UDS_LANGUAGE_DA },        { "–", UDS_LANGUAGE_DA },
    { "2.5", UDS_LANGUAGE_DA },       { "2,5", UDS_LANGUAGE_EN },      { "1.23.456", UDS_LANGUAGE_DA },
    { "1234.567", UDS_LANGUAGE_DA },  { "1.234 567", UDS_LANGUAGE_DA }, { "1.234.5", UDS_LANGUAGE_DA },
    { "1,5,5", UDS_LANGUAGE_DA },     { "5,", UDS_LANGUAGE_DA },       { "12 t", UDS_LANGUAGE_DA },
    { "n/a", UDS_LANGUAGE_EN },       { "..", UDS_LANGUAGE_DA },       { "- -5", UDS_LANGUAGE_DA },
    { "12 % %", UDS_LANGUAGE_DA },    { "1e999", UDS_LANGUAGE_EN },    { "\xff", UDS_LANGUAGE_EN },
    { "1,2.345", UDS_LANGUAGE_DA },   { "123*", UDS_LANGUAGE_DA },     { "1e", UDS_LANGUAGE_DA },
  };
  double value = 7;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_false (uds_parse_number (cases[i].text, cases[i].language, &value));
    }
  g_assert_true (value == 7);
}

static void
test_written_number_is_read_back (void)
{
  GRand *random = g_rand_new_with_seed (3);

  for (int i = 0; i < 5000; i++)
    {
      double value = round (g_rand_double_range (random, -1e7, 1e7)) / 100;
      UdsLanguage language = i % 2 == 0 ? UDS_LANGUAGE_DA : UDS_LANGUAGE_EN;
      g_autofree char *text = uds_format_number (value, 2, language);
      double again = 0;

      g_assert_true (uds_parse_number (text, language, &again));
      g_assert_true (again == value);
    }

  g_rand_free (random);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/number-follows-the-language", test_number_follows_the_language);
  g_test_add_func ("/format/half-rounds-away-from-zero", test_half_rounds_away_from_zero);
  g_test_add_func ("/format/value-reads-well", test_value_reads_well);
  g_test_add_func ("/format/unit-is-kept-by-its-number", test_unit_is_kept_by_its_number);
  g_test_add_func ("/format/unit-is-said-as-people-say-it", test_unit_is_said_as_people_say_it);
  g_test_add_func ("/format/column-has-one-number-of-decimals", test_column_has_one_number_of_decimals);
  g_test_add_func ("/format/what-is-compared-has-no-more-decimals-than-an-eye-reads",
                   test_what_is_compared_has_no_more_decimals_than_an_eye_reads);
  g_test_add_func ("/format/machine-text-is-short-and-exact", test_machine_text_is_short_and_exact);
  g_test_add_func ("/format/machine-text-is-read-strictly", test_machine_text_is_read_strictly);
  g_test_add_func ("/format/typed-number-is-understood", test_typed_number_is_understood);
  g_test_add_func ("/format/ambiguous-number-is-refused", test_ambiguous_number_is_refused);
  g_test_add_func ("/format/written-number-is-read-back", test_written_number_is_read_back);

  return g_test_run ();
}
