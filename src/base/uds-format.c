/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes and reads numbers. Rounding is done on the decimal digits a person sees, half away from zero, so
 * that 2.5 becomes 3 and 1.005 becomes 1.01 whatever their binary neighbours are. No units are converted
 * here, but how a unit is said beside its number is known here too. */
#include "uds-format.h"

#include <math.h>
#include <string.h>

#define NO_BREAK_SPACE "\u00a0"
#define MINUS "\u2212"

#define SHORTEST_DIGITS 5       /* significant digits of a value written as it reads well */
#define FRACTION_DIGITS 4       /* the same for a value below 1, whose leading zeros do not count */
#define PLAIN_EXPONENT_MIN (-9) /* smaller and larger values are written with a power of ten */
#define PLAIN_EXPONENT_MAX 15
#define HEADING_LETTERS 4       /* a first word of so many letters with a capital is a heading: "Annual mean" */
#define ABBREVIATION_LETTERS 3  /* a unit of so many letters may be said twice in a sentence */

/* The shortest decimal number that reads back as the double: 0.DIGITS times ten to the power of @exponent. */
typedef struct {
  char digits[18];
  int n_digits;
  int exponent;
  gboolean negative;
} Decimal;

typedef struct {
  char group;
  char point;
} Separators;

static Separators
separators_for (UdsLanguage language)
{
  return language == UDS_LANGUAGE_DA ? (Separators) { '.', ',' } : (Separators) { ',', '.' };
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
  Separators separators = separators_for (language);
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

  return g_strconcat (number, language == UDS_LANGUAGE_DA ? NO_BREAK_SPACE "%" : "%", NULL);
}

/* Whether @unit is one of @words or goes on after it with a blank; @rest is then what goes on. */
static gboolean
begins_with_word (const char         *unit,
                  const char *const  *words,
                  const char        **rest)
{
  for (gsize i = 0; unit != NULL && words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (g_ascii_strncasecmp (unit, words[i], length) != 0 || (unit[length] != '\0' && unit[length] != ' '))
        continue;
      *rest = unit + length;
      return TRUE;
    }

  return FALSE;
}

/* "percent", and what follows it: " of GDP". Percentage points are another unit. */
static gboolean
begins_with_percent (const char  *unit,
                     const char **rest)
{
  static const char *const words[] = { "%", "procent", "percent", "percentage", "per cent", "pct.", NULL };

  return begins_with_word (unit, words, rest) && !g_str_has_prefix (*rest, " point");
}

/* The unit without what explains it in parentheses; that is for where the unit stands by itself. */
static char *
strip_gloss (const char *unit)
{
  const char *gloss = unit == NULL || !g_str_has_suffix (unit, ")") ? NULL : strrchr (unit, '(');

  if (gloss == NULL)
    return g_strdup (unit != NULL ? unit : "");
  return g_strchomp (g_strndup (unit, (gsize) (gloss - unit)));
}

/* A unit that is written like a heading, "Annual mean", and an index are no words to say after a number. */
static gboolean
is_silent (const char *bare)
{
  static const char *const words[] = { "indeks", "index", NULL };
  const char *rest = "";
  gsize n_letters = 1;

  if (begins_with_word (bare, words, &rest))
    return *rest == '\0';
  if (!g_ascii_isupper (*bare))
    return *bare == '\0';
  while (g_ascii_islower (bare[n_letters]))
    n_letters++;
  return n_letters >= HEADING_LETTERS;
}

/**
 * uds_unit_is_share:
 * @unit: (nullable): a unit as it was written: "%", "procent", "percent"
 *
 * Returns: whether it is percent and nothing else
 */
gboolean
uds_unit_is_share (const char *unit)
{
  g_autofree char *bare = strip_gloss (unit);
  const char *rest = "";

  return begins_with_percent (bare, &rest) && *rest == '\0';
}

/**
 * uds_unit_is_rank:
 * @unit: (nullable): a unit as it was written: "plads", "rank"
 *
 * Returns: whether its numbers are places on a list, of which the first is the best
 */
gboolean
uds_unit_is_rank (const char *unit)
{
  return g_strcmp0 (unit, "plads") == 0 || g_strcmp0 (unit, "rank") == 0;
}

static char *
format_rank (double      value,
             int         decimals,
             UdsLanguage language)
{
  g_autofree char *number = uds_format_number (value, decimals, language);

  return g_strconcat (language == UDS_LANGUAGE_DA ? "nr." : "no.", NO_BREAK_SPACE, number, NULL);
}

/**
 * uds_format_quantity:
 * @value: a number of @unit; where it is not finite the text is %UDS_FORMAT_NONE
 * @decimals: how many decimals, or %UDS_FORMAT_SHORTEST
 * @unit: (nullable): a unit as it was written, such as "t", "procent" or "PPS (purchasing power standard)"
 * @language: the reader's language
 *
 * Writes the unit as it stands beside a figure: the sign for percent, "no. 2" for a rank, without what explains it in
 * parentheses. What reads as a heading rather than a unit is left to the heading.
 *
 * Returns: (transfer full): the number and its unit, with a space that does not break
 */
char *
uds_format_quantity (double       value,
                     int          decimals,
                     const char  *unit,
                     UdsLanguage  language)
{
  g_autofree char *bare = strip_gloss (unit);
  g_autofree char *number = NULL;
  const char *rest = "";

  if (!isfinite (value))
    return g_strdup (UDS_FORMAT_NONE);
  if (uds_unit_is_rank (bare))
    return format_rank (value, decimals, language);
  if (begins_with_percent (bare, &rest))
    {
      number = uds_format_percent (value, decimals, language);
      return g_strconcat (number, rest, NULL);
    }

  number = uds_format_number (value, decimals, language);
  return is_silent (bare) ? g_steal_pointer (&number) : g_strconcat (number, NO_BREAK_SPACE, bare, NULL);
}

/**
 * uds_format_quantity_before:
 * @value: a number of @unit; where it is not finite the text is %UDS_FORMAT_NONE
 * @decimals: how many decimals, or %UDS_FORMAT_SHORTEST
 * @unit: (nullable): a unit as it was written
 * @language: the reader's language
 *
 * Writes a quantity that another one of the same unit follows in its sentence: with the unit where it is a sign or an
 * abbreviation, and without where it is a word or more, which is said once.
 *
 * Returns: (transfer full): the text
 */
char *
uds_format_quantity_before (double       value,
                            int          decimals,
                            const char  *unit,
                            UdsLanguage  language)
{
  g_autofree char *bare = strip_gloss (unit);
  const char *rest = "";

  if (begins_with_percent (bare, &rest))
    return uds_format_quantity (value, decimals, "%", language);
  if (uds_unit_is_rank (bare) || g_utf8_strlen (bare, -1) <= ABBREVIATION_LETTERS)
    return uds_format_quantity (value, decimals, bare, language);
  return uds_format_number (value, decimals, language);
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

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  return p;
}

static const char *
skip_sign (const char *p)
{
  return *p == '-' || *p == '+' ? p + 1 : p;
}

/* The end of a number that starts at @p: digits, point and digits, power; NULL if there is none. */
static const char *
skip_unsigned_number (const char *p)
{
  const char *whole = skip_digits (p);
  const char *end = whole;
  const char *power;

  if (*whole == '.')
    {
      end = skip_digits (whole + 1);
      if (end == whole + 1)
        return NULL;
    }
  if (end == p)
    return NULL;
  if (*end != 'e' && *end != 'E')
    return end;

  power = skip_sign (end + 1);
  end = skip_digits (power);
  return end == power ? NULL : end;
}

/**
 * uds_parse_machine:
 * @text: text written by a program
 * @value: (out): the number
 *
 * Reads a decimal number with a point: "-12.5", ".5", "1.2E-05". No blanks, no groups, no hexadecimal, and
 * nothing that is not finite.
 *
 * Returns: %FALSE if @text is no such number; @value is then untouched
 */
gboolean
uds_parse_machine (const char *text,
                   double     *value)
{
  const char *end = skip_unsigned_number (skip_sign (text));
  double number;

  if (end == NULL || *end != '\0')
    return FALSE;

  number = g_ascii_strtod (text, NULL);
  if (!isfinite (number))
    return FALSE;

  *value = number;
  return TRUE;
}

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212 || c == 0xfe63
         || c == 0xff0d;
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == 0x00a0 || c == 0x2007 || c == 0x2009 || c == 0x202f;
}

static const char *
skip_blanks (const char *p)
{
  while (is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
copy_sign (const char *p,
           GString    *number)
{
  gunichar c = g_utf8_get_char (p);

  if (is_minus (c))
    g_string_append_c (number, '-');
  return is_minus (c) || c == '+' ? g_utf8_next_char (p) : p;
}

static const char *
copy_digits (const char *p,
             GString    *number)
{
  const char *end = skip_digits (p);

  g_string_append_len (number, p, end - p);
  return end;
}

/* Copies the digits before the point without what groups them. A group has three digits, the first one to
 * three, and one number has one kind of separator; at anything else the copying stops, and what is left is no
 * number. */
static const char *
copy_groups (const char *p,
             char        group,
             GString    *number)
{
  const char *end = skip_digits (p);
  gunichar separator = g_utf8_get_char (end);
  const char *next;

  g_string_append_len (number, p, end - p);
  if (end == p || end - p > 3 || (separator != (guchar) group && !is_blank (separator)))
    return end;

  while (g_utf8_get_char (end) == separator)
    {
      p = g_utf8_next_char (end);
      next = skip_digits (p);
      if (next - p != 3)
        break;
      g_string_append_len (number, p, 3);
      end = next;
    }

  return end;
}

static const char *
copy_power (const char *p,
            GString    *number)
{
  if (*p != 'e' && *p != 'E')
    return p;

  g_string_append_c (number, 'e');
  return copy_digits (copy_sign (p + 1, number), number);
}

/**
 * uds_parse_number:
 * @text: what a person typed, UTF-8
 * @language: the language whose separators count
 * @value: (out): the number
 *
 * Reads what uds_format_number() and uds_format_percent() write, and what people type instead: any kind of
 * minus, blanks of any kind between groups and around, a percent sign (the number stays: 12 for "12 %"). In
 * Danish "1.234" is a thousand and "1.5" is nothing, since it would have to be guessed.
 *
 * Returns: %FALSE if @text is no number in @language; @value is then untouched
 */
gboolean
uds_parse_number (const char  *text,
                  UdsLanguage  language,
                  double      *value)
{
  Separators separators = separators_for (language);
  g_autoptr (GString) number = g_string_new (NULL);
  const char *p;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  p = copy_sign (skip_blanks (text), number);
  p = copy_groups (p, separators.group, number);
  if (*p == separators.point)
    {
      g_string_append_c (number, '.');
      p = copy_digits (p + 1, number);
    }
  p = skip_blanks (copy_power (p, number));
  if (*p == '%')
    p = skip_blanks (p + 1);
  if (*p != '\0')
    return FALSE;

  return uds_parse_machine (number->str, value);
}
