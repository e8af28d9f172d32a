/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes numbers. Rounding is done on the decimal digits a person sees, half away from zero, so that 2.5 becomes 3 and
 * 1.005 becomes 1.01 whatever their binary neighbours are. Reading them is uds-parse-number.c's, units are
 * uds-format-quantity.c's. */
#include "uds-format-private.h"

#include <math.h>
#include <string.h>

#define MINUS "\u2212"

#define SHORTEST_DIGITS 5       /* significant digits of a value written as it reads well */
#define FRACTION_DIGITS 4       /* the same for a value below 1, whose leading zeros do not count */
#define READABLE_DIGITS 3       /* of the largest of several values that are compared */
#define PLAIN_EXPONENT_MIN (-9) /* smaller and larger values are written with a power of ten */
#define PLAIN_EXPONENT_MAX 15

/* The shortest decimal number that reads back as the double: 0.DIGITS times ten to the power of @exponent. */
typedef struct {
  char digits[18];
  int n_digits;
  int exponent;
  gboolean negative;
} Decimal;

/**
 * uds_separators_for:
 * @language: a language
 *
 * Returns: what groups digits there, and what stands before decimals
 */
UdsSeparators
uds_separators_for (UdsLanguage language)
{
  return language == UDS_LANGUAGE_DA ? (UdsSeparators) { '.', ',' } : (UdsSeparators) { ',', '.' };
}

/**
 * uds_format_machine:
 * @value: a finite number
 *
 * Returns: (transfer full): the shortest text that uds_parse_machine() reads back as @value, with a decimal
 *   point
 */
char *
uds_format_machine (double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (isfinite (value), g_strdup (""));

  if (value == 0)
    return g_strdup ("0");

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  return g_strdup (buffer);
}

static Decimal
decimal_from_double (double value)
{
  g_autofree char *text = uds_format_machine (fabs (value));
  const char *power = strchr (text, 'e');
  Decimal decimal = { .negative = value < 0 };
  gboolean after_point = FALSE;

  for (const char *p = text; *p != '\0' && p != power; p++)
    {
      if (*p == '.')
        {
          after_point = TRUE;
          continue;
        }
      if (*p == '0' && decimal.n_digits == 0)
        {
          decimal.exponent -= after_point;
          continue;
        }
      decimal.digits[decimal.n_digits++] = *p;
      decimal.exponent += !after_point;
    }

  if (power != NULL)
    decimal.exponent += (int) g_ascii_strtoll (power + 1, NULL, 10);
  return decimal;
}

static void
decimal_strip_zeros (Decimal *decimal)
{
  while (decimal->n_digits > 0 && decimal->digits[decimal->n_digits - 1] == '0')
    decimal->n_digits--;
  if (decimal->n_digits == 0)
    *decimal = (Decimal) { 0 };
}

/* Keeps @n_digits digits; half goes away from zero. */
static void
decimal_round (Decimal *decimal,
               int      n_digits)
{
  gboolean carry;

  if (n_digits >= decimal->n_digits)
    return;
  if (n_digits < 0)
    {
      *decimal = (Decimal) { 0 };
      return;
    }

  carry = decimal->digits[n_digits] >= '5';
  decimal->n_digits = n_digits;
  for (int i = n_digits - 1; carry && i >= 0; i--)
    {
      carry = decimal->digits[i] == '9';
      decimal->digits[i] = (char) (carry ? '0' : decimal->digits[i] + 1);
    }
  if (carry)
    {
      decimal->digits[0] = '1';
      decimal->n_digits = 1;
      decimal->exponent++;
    }
  decimal_strip_zeros (decimal);
}

static void
decimal_round_to_read_well (Decimal *decimal)
{
  int n_digits = SHORTEST_DIGITS;

  if (decimal->exponent <= 0)
    n_digits = FRACTION_DIGITS;
  else if (decimal->exponent >= SHORTEST_DIGITS)
    n_digits = decimal->exponent + 1;

  decimal_round (decimal, n_digits);
  decimal_strip_zeros (decimal);
}

static int
decimal_count_decimals (const Decimal *decimal)
{
  return MAX (decimal->n_digits - decimal->exponent, 0);
}

/* The digit in the place of ten to the power of @place. */
static char
decimal_get_digit (const Decimal *decimal,
                   int            place)
{
  int i = decimal->exponent - 1 - place;

  return i >= 0 && i < decimal->n_digits ? decimal->digits[i] : '0';
}

static char *
decimal_to_string (const Decimal *decimal,
                   int            decimals,
                   UdsLanguage    language)
{
  UdsSeparators separators = uds_separators_for (language);
  GString *text = g_string_new (decimal->negative ? MINUS : NULL);

  for (int place = MAX (decimal->exponent - 1, 0); place >= 0; place--)
    {
      g_string_append_c (text, decimal_get_digit (decimal, place));
      if (place > 0 && place % 3 == 0)
        g_string_append_c (text, separators.group);
    }

  if (decimals > 0)
    g_string_append_c (text, separators.point);
  for (int place = -1; place >= -decimals; place--)
    g_string_append_c (text, decimal_get_digit (decimal, place));

  return g_string_free (text, FALSE);
}

static char *
decimal_to_string_with_power (const Decimal *decimal,
                              UdsLanguage    language)
{
  Decimal mantissa = *decimal;
  g_autofree char *text = NULL;
  int power;

  decimal_round (&mantissa, FRACTION_DIGITS);
  power = mantissa.exponent - 1;
  mantissa.exponent = 1;
  text = decimal_to_string (&mantissa, decimal_count_decimals (&mantissa), language);

  return g_strdup_printf ("%se%s%d", text, power < 0 ? MINUS : "", ABS (power));
}

/**
 * uds_format_number:
 * @value: a number; where it is not finite the text is %UDS_FORMAT_NONE
 * @decimals: how many decimals, or %UDS_FORMAT_SHORTEST
 * @language: the reader's language
 *
 * Writes a number with its thousands grouped. A year is no number in this sense: it has no groups.
 *
 * Returns: (transfer full): the text
 */
char *
uds_format_number (double       value,
                   int          decimals,
                   UdsLanguage  language)
{
  Decimal decimal;

  if (!isfinite (value))
    return g_strdup (UDS_FORMAT_NONE);

  decimal = decimal_from_double (value);
  if (decimals == UDS_FORMAT_SHORTEST)
    {
      if (decimal.exponent < PLAIN_EXPONENT_MIN || decimal.exponent > PLAIN_EXPONENT_MAX)
        return decimal_to_string_with_power (&decimal, language);
      decimal_round_to_read_well (&decimal);
      decimals = decimal_count_decimals (&decimal);
    }
  else
    {
      decimal_round (&decimal, decimal.exponent + decimals);
    }

  return decimal_to_string (&decimal, decimals, language);
}

/**
 * uds_format_value:
 * @value: a number; where it is not finite the text is %UDS_FORMAT_NONE
 * @language: the reader's language
 *
 * Writes one value by itself, with as many decimals as read well: five digits in all, at least one decimal of
 * a large number that has any, four digits of a number below 1, a power of ten for the very small and large.
 *
 * Returns: (transfer full): the text
 */
char *
uds_format_value (double       value,
                  UdsLanguage  language)
{
  return uds_format_number (value, UDS_FORMAT_SHORTEST, language);
}

/**
 * uds_format_percent:
 * @value: percent, that is 12 for twelve percent; where it is not finite the text is %UDS_FORMAT_NONE
 * @decimals: how many decimals, or %UDS_FORMAT_SHORTEST
 * @language: the reader's language
 *
 * Returns: (transfer full): "12 %" in Danish, with a space that does not break; "12%" in English
 */
char *
uds_format_percent (double       value,
                    int          decimals,
                    UdsLanguage  language)
{
  g_autofree char *number = uds_format_number (value, decimals, language);

  if (!isfinite (value))
    return g_steal_pointer (&number);

  return g_strconcat (number, language == UDS_LANGUAGE_DA ? UDS_NO_BREAK_SPACE "%" : "%", NULL);
}

/**
 * uds_format_decimals:
 * @values: (array length=n_values): the values of one column; those that are not finite do not count
 * @n_values: how many
 *
 * Returns: how many decimals all of them are written with, so that the column lines up: as many as the value
 *   needs that needs most, at most %UDS_FORMAT_DECIMALS_MAX
 */
int
uds_format_decimals (const double *values,
                     gsize         n_values)
{
  int most = 0;

  for (gsize i = 0; i < n_values && most < UDS_FORMAT_DECIMALS_MAX; i++)
    {
      Decimal decimal;

      if (!isfinite (values[i]))
        continue;
      decimal = decimal_from_double (values[i]);
      decimal_round_to_read_well (&decimal);
      decimal_round (&decimal, decimal.exponent + UDS_FORMAT_DECIMALS_MAX);
      most = MAX (most, decimal_count_decimals (&decimal));
    }

  return most;
}

/**
 * uds_format_readable_decimals:
 * @values: (array length=n_values): the values that are read beside each other; those that are not finite do not count
 * @n_values: how many
 *
 * What somebody published has few decimals, and keeps them. More than %UDS_FORMAT_PUBLISHED_DECIMALS_MAX come from
 * reckoning: then so many are written as show three digits of the largest value, which is what an eye compares.
 *
 * Returns: with how many decimals all of them are written where they are to be compared, not looked up
 */
int
uds_format_readable_decimals (const double *values,
                              gsize         n_values)
{
  int needed = uds_format_decimals (values, n_values);
  double largest = 0;

  if (needed <= UDS_FORMAT_PUBLISHED_DECIMALS_MAX)
    return needed;

  for (gsize i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      largest = MAX (largest, fabs (values[i]));
  return CLAMP (READABLE_DIGITS - decimal_from_double (largest).exponent, 0, needed);
}

/**
 * uds_format_join:
 * @parts: (array length=n_parts) (nullable): short texts; those that are %NULL or empty are left out
 * @n_parts: how many
 *
 * Returns: (transfer full) (nullable): the facts beside each other, "Member · since 2005"; %NULL where there are none
 */
char *
uds_format_join (const char *const *parts,
                 gsize              n_parts)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_parts; i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);

  return g_string_free (text, text->len == 0);
}
