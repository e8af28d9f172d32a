/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule by which an indicator is overdue, and the words for it. Which indicators are is src/store's question
 * (uds-attention.c). */
#include "uds-update.h"

#include <glib/gi18n.h>

/* Where only a month or a year is said, it is past when it has ended. */
static gboolean
is_past (const UdsDate *date,
         const UdsDate *today)
{
  UdsDate last = uds_date_last_day (date);

  return uds_date_compare (&last, today) < 0;
}

static gboolean
is_old (const UdsPeriod *latest,
        const UdsDate   *today)
{
  UdsDate end = latest->end;

  end.year += UDS_UPDATE_YEARS;
  return uds_date_compare (&end, today) < 0;
}

/**
 * uds_update_find:
 * @next_due: (nullable): when the next figure is due, a date that may be partial
 * @latest: (nullable): the period of the latest figure, in its canonical form
 * @today: the day it is
 *
 * A date that somebody set is all that counts; what is no date counts as none. An indicator without any figure is not
 * overdue: it never began.
 *
 * Returns: whether the next figure is overdue, and why
 */
UdsUpdate
uds_update_find (const char    *next_due,
                 const char    *latest,
                 const UdsDate *today)
{
  UdsDate due;
  UdsPeriod period;

  if (next_due != NULL && uds_date_parse (next_due, &due))
    return is_past (&due, today) ? UDS_UPDATE_DATE_PAST : UDS_UPDATE_NOT_DUE;
  if (latest != NULL && uds_period_parse (latest, &period, NULL))
    return is_old (&period, today) ? UDS_UPDATE_OLD : UDS_UPDATE_NOT_DUE;
  return UDS_UPDATE_NOT_DUE;
}

/**
 * uds_update_describe:
 * @update: what uds_update_find() said
 * @next_due: (nullable): what it was given
 * @latest: (nullable): what it was given
 * @language: the language of dates; that of the words is the session's
 *
 * Returns: (transfer full) (nullable): the reason in words; %NULL where nothing is due
 */
char *
uds_update_describe (UdsUpdate    update,
                     const char  *next_due,
                     const char  *latest,
                     UdsLanguage  language)
{
  g_autofree char *text = NULL;
  UdsDate due;
  UdsPeriod period;

  if (update == UDS_UPDATE_DATE_PAST && uds_date_parse (next_due, &due))
    {
      text = uds_date_format (&due, language);
      /* Translators: a date, perhaps only a month or a year */
      return g_strdup_printf (_("The next figure was due %s"), text);
    }
  if (update == UDS_UPDATE_OLD && uds_period_parse (latest, &period, NULL))
    {
      text = uds_period_format (&period, language);
      /* Translators: a period, such as a year, then a number of years */
      return g_strdup_printf (ngettext ("The latest figure is for %1$s, more than %2$d year ago",
                                        "The latest figure is for %1$s, more than %2$d years ago", UDS_UPDATE_YEARS),
                              text, UDS_UPDATE_YEARS);
    }
  return NULL;
}
