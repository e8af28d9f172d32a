/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the canonical form of what people write in words. */
#include "uds-period-private.h"

#include <string.h>

static const struct {
  const char *before; /* the number of the part */
  const char *behind; /* it, and before the year */
  char letter;
} forms[] = {
  { "", ". kvt. ", 'Q' }, { "", ". kvartal ", 'Q' }, { "", ". halvår ", 'H' }, { "H", " ", 'H' },
  { "uge ", ", ", 'W' },  { "uge ", " ", 'W' },      { "week ", ", ", 'W' },   { "week ", " ", 'W' },
};

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4;
}

static char *
read_form (const char *text,
           gsize       form)
{
  gsize n_digits;
  const char *number;

  if (!g_str_has_prefix (text, forms[form].before))
    return NULL;

  number = text + strlen (forms[form].before);
  n_digits = strspn (number, "0123456789");
  if (n_digits < 1 || n_digits > 2 || !g_str_has_prefix (number + n_digits, forms[form].behind))
    return NULL;

  text = number + n_digits + strlen (forms[form].behind);
  if (!is_year (text))
    return NULL;
  if (forms[form].letter == 'W')
    return g_strdup_printf ("%s-W%02d", text, (int) g_ascii_strtoll (number, NULL, 10));
  return g_strdup_printf ("%s-%c%.*s", text, forms[form].letter, (int) n_digits, number);
}

/**
 * uds_period_from_words:
 * @text: a text
 *
 * Days only with the name of their month: which number is the day is not known of a file.
 *
 * Returns: (transfer full) (nullable): the form of the period that uds_period_to_string() writes, perhaps of one that
 *   there is not, such as a fifth quarter; %NULL where the text is no period in words
 */
char *
uds_period_from_words (const char *text)
{
  UdsDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      char *canonical = read_form (text, i);

      if (canonical != NULL)
        return canonical;
    }

  if (strpbrk (text, "abcdefghijklmnopqrstuvwxyz") == NULL || !uds_date_read (text, &date) || date.day == 0)
    return NULL;
  return uds_date_to_string (&date);
}
