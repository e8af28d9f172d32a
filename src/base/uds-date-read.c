/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people type them, in both languages. Day and month are never guessed at: the day comes first, as it does
 * here. */
#include "uds-date.h"

#include <string.h>

#define MOST_PARTS 3
#define SHORTEST_NAME 3

/* A word or a number of a date. */
typedef struct {
  const char *text;
  gsize length;
  int number; /* -1 of a word */
} Part;

/**
 * uds_month_find:
 * @name: what may begin with the name of a month
 * @length: how many bytes of it there are
 *
 * Returns: the month that is called so in one of the languages, 1 to 12, where at least three letters are said; else 0
 */
int
uds_month_find (const char *name,
                gsize       length)
{
  for (int month = 1; length >= SHORTEST_NAME && month <= 12; month++)
    if (g_ascii_strncasecmp (name, uds_month_get_name (month, UDS_LANGUAGE_EN), length) == 0
        || g_ascii_strncasecmp (name, uds_month_get_name (month, UDS_LANGUAGE_DA), length) == 0)
      return month;
  return 0;
}

static gsize
count_while (const char *text,
             gboolean    digits)
{
  gsize n = 0;

  while (digits ? g_ascii_isdigit (text[n]) : g_ascii_isalpha (text[n]))
    n++;
  return n;
}

/* What can stand behind a word or a number: "1. juli 2022", "1/7-2022", "July 1, 2022". */
static const char *
skip_signs (const char *text)
{
  return text + strspn (text, " .,/-");
}

/* Returns how many there are, 0 where the text is no date. */
static gsize
split (const char *text,
       Part       *parts)
{
  gsize n_parts = 0;

  if (g_ascii_strncasecmp (text, "den ", 4) == 0)
    text += 4;
  while (*text != '\0')
    {
      gboolean is_number = g_ascii_isdigit (*text);
      gsize length = count_while (text, is_number);

      if (length == 0 || n_parts == MOST_PARTS)
        return 0;
      parts[n_parts] = (Part) { text, length, -1 };
      if (is_number && length <= 4)
        parts[n_parts].number = (int) g_ascii_strtoll (text, NULL, 10);
      n_parts++;
      text = skip_signs (text + length);
    }
  return n_parts;
}

/* The text of a month is its name, or where there is a day before it too its number. */
static int
get_month (const Part *part,
           gboolean    can_be_number)
{
  if (part->number < 0)
    return uds_month_find (part->text, part->length);
  return can_be_number && part->length <= 2 ? part->number : 0;
}

/* Whether there is such a day. */
static gboolean
make_date (int      year,
           int      month,
           int      day,
           UdsDate *date)
{
  g_autofree char *text =
      day > 0 ? g_strdup_printf ("%04d-%02d-%02d", year, month, day) : g_strdup_printf ("%04d-%02d", year, month);

  return month > 0 && uds_date_parse (text, date);
}

/**
 * uds_date_read:
 * @text: a date as people write it, whole or partial: "1. juli 2022", "1 July 2022", "July 1, 2022", "juli 2022",
 *   "1.7.2022", "1/7-2022"; or as uds_date_parse() reads it
 * @date: (out): the date
 *
 * Returns: %FALSE if @text is no such date or no day of the calendar; @date is then untouched
 */
gboolean
uds_date_read (const char *text,
               UdsDate    *date)
{
  Part parts[MOST_PARTS];
  gsize n_parts;
  int year;

  if (uds_date_parse (text, date))
    return TRUE;

  n_parts = split (text, parts);
  if (n_parts < 2 || parts[n_parts - 1].length != 4)
    return FALSE;

  year = parts[n_parts - 1].number;
  if (n_parts == 2)
    return year > 0 && make_date (year, get_month (&parts[0], FALSE), 0, date);
  if (year <= 0 || parts[0].number == 0 || parts[1].number == 0)
    return FALSE;
  if (parts[0].number < 0)
    return parts[1].length <= 2 && make_date (year, get_month (&parts[0], FALSE), parts[1].number, date);
  return parts[0].length <= 2 && make_date (year, get_month (&parts[1], TRUE), parts[0].number, date);
}
