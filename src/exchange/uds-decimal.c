/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number is told by its shape: digits in groups of three behind one kind of sign may be thousands; any other
 * use of the sign makes it the decimal sign. */
#include "uds-decimal.h"

#include "uds-format.h"

#include <string.h>

/**
 * Shape:
 * @valid: whether it is a number at all
 * @point: may a point be its decimal sign
 * @comma: may a comma be its decimal sign
 */
typedef struct {
  gboolean valid;
  gboolean point;
  gboolean comma;
} Shape;

static const char *
skip_sign (const char *text)
{
  if (g_str_has_prefix (text, "−"))
    return text + strlen ("−");
  return *text == '-' || *text == '+' ? text + 1 : text;
}

/* Whether @text is one to three digits and then groups of three, or digits without any @group, and then perhaps
 * @point and digits. */
static gboolean
fits (const char *text,
      char        group,
      char        point)
{
  gsize n_digits = strspn (text, "0123456789");
  gboolean grouped = FALSE;
  const char *p = text + n_digits;

  while (*p == group && strspn (p + 1, "0123456789") == 3)
    {
      grouped = TRUE;
      p += 4;
    }
  if (grouped && (n_digits == 0 || n_digits > 3 || *text == '0'))
    return FALSE;
  if (*p != point)
    return *p == '\0' && n_digits > 0;
  p++;
  n_digits += strspn (p, "0123456789");
  return n_digits > 0 && p[strspn (p, "0123456789")] == '\0';
}

static Shape
get_shape (const char *text)
{
  const char *digits = skip_sign (text);
  Shape shape = { FALSE, fits (digits, ',', '.'), fits (digits, '.', ',') };
  double value;

  if (!shape.point && !shape.comma && uds_parse_machine (text, &value))
    shape.point = TRUE;
  shape.valid = shape.point || shape.comma;
  return shape;
}

/**
 * uds_decimal_look:
 * @evidence: what the cells said so far
 * @text: the text of one more cell, without blanks around it
 */
void
uds_decimal_look (UdsDecimalEvidence *evidence,
                  const char         *text)
{
  Shape shape = get_shape (text);

  if (!shape.valid || strpbrk (text, ".,") == NULL)
    return;

  if (shape.point && shape.comma)
    evidence->n_either++;
  else if (shape.point)
    evidence->n_point++;
  else
    evidence->n_comma++;
}

/**
 * uds_decimal_decide:
 * @evidence: what all cells of a column said
 *
 * Returns: the decimal sign that more cells need; %UDS_DECIMAL_UNKNOWN where none needs one and some could be read
 *   both ways
 */
UdsDecimal
uds_decimal_decide (const UdsDecimalEvidence *evidence)
{
  if (evidence->n_comma > evidence->n_point)
    return UDS_DECIMAL_COMMA;
  if (evidence->n_point == 0 && evidence->n_either > 0)
    return UDS_DECIMAL_UNKNOWN;
  return UDS_DECIMAL_POINT;
}

static gboolean
parse_comma (const char *text,
             double     *value)
{
  g_autoptr (GString) number = NULL;

  if (!fits (skip_sign (text), '.', ','))
    return FALSE;

  number = g_string_new (text);
  g_string_replace (number, "−", "-", 1);
  g_string_replace (number, ".", "", 0);
  g_string_replace (number, ",", ".", 1);
  return uds_parse_machine (number->str, value);
}

/**
 * uds_decimal_parse:
 * @decimal: the column's decimal sign
 * @text: a cell without blanks around it
 * @value: (out): the number
 *
 * With a decimal point, numbers are as programs write them, scientific notation too; with a decimal comma, points
 * may stand between thousands. Where the decimal sign is not known, only numbers without any sign are read.
 *
 * Returns: %FALSE where @text is no number by @decimal; @value is then untouched
 */
gboolean
uds_decimal_parse (UdsDecimal  decimal,
                   const char *text,
                   double     *value)
{
  if (decimal == UDS_DECIMAL_COMMA)
    return parse_comma (text, value) || (strpbrk (text, ".,") == NULL && uds_parse_machine (text, value));
  if (decimal == UDS_DECIMAL_UNKNOWN && strpbrk (text, ".,") != NULL)
    return FALSE;
  return uds_parse_machine (text, value);
}

/**
 * uds_decimal_is_ambiguous:
 * @text: a cell without blanks around it
 *
 * Returns: whether it is one number with a decimal point and another with a decimal comma
 */
gboolean
uds_decimal_is_ambiguous (const char *text)
{
  Shape shape = get_shape (text);

  return shape.point && shape.comma && strpbrk (text, ".,") != NULL;
}

static char *
repair_as (const char  *text,
           UdsLanguage  language)
{
  double value;

  return uds_parse_number (text, language, &value) ? uds_format_machine (value) : NULL;
}

/**
 * uds_decimal_repair:
 * @decimal: the column's decimal sign
 * @text: a cell that uds_decimal_parse() does not read
 *
 * Returns: (transfer full) (nullable): the number it must mean, as programs write it; %NULL where that would be a
 *   guess
 */
char *
uds_decimal_repair (UdsDecimal  decimal,
                    const char *text)
{
  Shape shape = get_shape (text);
  char *repair = NULL;

  if (decimal == UDS_DECIMAL_POINT || (decimal == UDS_DECIMAL_COMMA && !shape.comma))
    repair = repair_as (text, UDS_LANGUAGE_EN);
  if (repair == NULL && (decimal == UDS_DECIMAL_COMMA || (decimal == UDS_DECIMAL_POINT && !shape.point)))
    repair = repair_as (text, UDS_LANGUAGE_DA);
  return repair;
}

/**
 * uds_decimal_is_missing:
 * @text: a cell without blanks around it
 *
 * Returns: whether it is one of the signs by which statistics say that there is no value
 */
gboolean
uds_decimal_is_missing (const char *text)
{
  static const char *const signs[] = {
    ".", "..", "...", "…", "-", "–", "—", ":", "x", "n/a", "#n/a", "na", "n.a.", "nan", "null", "i.o.", "u.o.", NULL,
  };
  g_autofree char *lower = strlen (text) <= 8 ? g_utf8_strdown (text, -1) : NULL;

  return lower != NULL && g_strv_contains (signs, lower);
}
