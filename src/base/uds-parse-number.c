/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads numbers, as programs write them and as people do. */
#include "uds-format-private.h"

#include <math.h>

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
  UdsSeparators separators = uds_separators_for (language);
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
