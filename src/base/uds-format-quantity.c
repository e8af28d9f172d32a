/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a unit is said beside its number. No units are converted. */
#include "uds-format-private.h"

#include <math.h>
#include <string.h>

#define HEADING_LETTERS 4      /* a first word of so many letters with a capital is a heading: "Annual mean" */
#define ABBREVIATION_LETTERS 3 /* a unit of so many letters may be said twice in a sentence */

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

  return g_strconcat (language == UDS_LANGUAGE_DA ? "nr." : "no.", UDS_NO_BREAK_SPACE, number, NULL);
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
  return is_silent (bare) ? g_steal_pointer (&number) : g_strconcat (number, UDS_NO_BREAK_SPACE, bare, NULL);
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
