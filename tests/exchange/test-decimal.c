/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decimal sign is told where the numbers tell it, and never guessed where they do not. */
#include "uds-decimal.h"

static void
test_columns_tell_their_sign (void)
{
  static const struct {
    const char *cells[4];
    UdsDecimal decimal;
  } columns[] = {
    { { "1", "2", "30", NULL }, UDS_DECIMAL_POINT },
    { { "1.5", "2.25", NULL }, UDS_DECIMAL_POINT },
    { { "1,5", "2,25", NULL }, UDS_DECIMAL_COMMA },
    { { "1.234", "5", NULL }, UDS_DECIMAL_UNKNOWN },
    { { "1,234", "5", NULL }, UDS_DECIMAL_UNKNOWN },
    { { "1.234", "0.5", NULL }, UDS_DECIMAL_POINT },
    { { "1.234", "0,5", NULL }, UDS_DECIMAL_COMMA },
    { { "0.123", NULL }, UDS_DECIMAL_POINT },
    { { "1234.567", NULL }, UDS_DECIMAL_POINT },
    { { "1.234.567", NULL }, UDS_DECIMAL_COMMA },
    { { "1,234,567", NULL }, UDS_DECIMAL_POINT },
    { { "1.234,5", NULL }, UDS_DECIMAL_COMMA },
    { { "1,234.5", NULL }, UDS_DECIMAL_POINT },
    { { "1.2E-05", "n/a", NULL }, UDS_DECIMAL_POINT },
    { { "-1,5", "−2,5", "..", NULL }, UDS_DECIMAL_COMMA },
    { { "1.5", "2.5", "3,5", NULL }, UDS_DECIMAL_POINT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      UdsDecimalEvidence evidence = { 0 };

      for (guint j = 0; columns[i].cells[j] != NULL; j++)
        uds_decimal_look (&evidence, columns[i].cells[j]);
      g_test_message ("%s", columns[i].cells[0]);
      g_assert_cmpint (uds_decimal_decide (&evidence), ==, columns[i].decimal);
    }
}

static void
test_cells_are_read_by_the_sign (void)
{
  static const struct {
    UdsDecimal decimal;
    const char *text;
    gboolean valid;
    double value;
  } cells[] = {
    { UDS_DECIMAL_POINT, "1.234", TRUE, 1.234 },
    { UDS_DECIMAL_POINT, "-5", TRUE, -5 },
    { UDS_DECIMAL_POINT, "1.2E-05", TRUE, 1.2e-05 },
    { UDS_DECIMAL_POINT, "1,234", FALSE, 0 },
    { UDS_DECIMAL_POINT, "", FALSE, 0 },
    { UDS_DECIMAL_COMMA, "1.234", TRUE, 1234 },
    { UDS_DECIMAL_COMMA, "1.234,5", TRUE, 1234.5 },
    { UDS_DECIMAL_COMMA, "−0,5", TRUE, -0.5 },
    { UDS_DECIMAL_COMMA, "12", TRUE, 12 },
    { UDS_DECIMAL_COMMA, "1.5", FALSE, 0 },
    { UDS_DECIMAL_COMMA, "1,5,2", FALSE, 0 },
    { UDS_DECIMAL_UNKNOWN, "12", TRUE, 12 },
    { UDS_DECIMAL_UNKNOWN, "1.234", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      double value = 0;

      g_test_message ("%s", cells[i].text);
      g_assert_cmpint (uds_decimal_parse (cells[i].decimal, cells[i].text, &value), ==, cells[i].valid);
      g_assert_cmpfloat (value, ==, cells[i].value);
    }
}

static void
test_repairs_are_no_guesses (void)
{
  static const struct {
    UdsDecimal decimal;
    const char *text, *repair;
  } cells[] = {
    { UDS_DECIMAL_POINT, "3,515.20", "3515.2" }, { UDS_DECIMAL_POINT, "1,234", "1234" },
    { UDS_DECIMAL_POINT, "12,5", "12.5" },       { UDS_DECIMAL_POINT, "12 %", "12" },
    { UDS_DECIMAL_COMMA, "12.5", "12.5" },       { UDS_DECIMAL_UNKNOWN, "1.234", NULL },
    { UDS_DECIMAL_POINT, "many", NULL },         { UDS_DECIMAL_POINT, "1,23,4", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *repair = uds_decimal_repair (cells[i].decimal, cells[i].text);

      g_test_message ("%s", cells[i].text);
      g_assert_cmpstr (repair, ==, cells[i].repair);
    }
}

static void
test_signs_for_no_value_are_known (void)
{
  g_assert_true (uds_decimal_is_missing ("n/a"));
  g_assert_true (uds_decimal_is_missing ("N/A"));
  g_assert_true (uds_decimal_is_missing (".."));
  g_assert_true (uds_decimal_is_missing ("…"));
  g_assert_false (uds_decimal_is_missing ("0"));
  g_assert_false (uds_decimal_is_missing ("many"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decimal/columns-tell-their-sign", test_columns_tell_their_sign);
  g_test_add_func ("/decimal/cells-are-read-by-the-sign", test_cells_are_read_by_the_sign);
  g_test_add_func ("/decimal/repairs-are-no-guesses", test_repairs_are_no_guesses);
  g_test_add_func ("/decimal/signs-for-no-value-are-known", test_signs_for_no_value_are_known);

  return g_test_run ();
}
