/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule by which a term is counted. What it says in words stands in uds-term-text.c; which records have one, in
 * uds-agreement.c. */
#include "uds-term.h"

static gboolean
read_date (const char *text,
           UdsDate    *date)
{
  return text != NULL && uds_date_parse (text, date);
}

/* A notice given on the last day of a month counts from the next one: six months before 30 June is 31 December. */
static UdsDate
count_back (const UdsDate *end,
            int            months)
{
  UdsDate month = { end->year, end->month, 0 };
  UdsDate last = uds_date_last_day (&month);
  UdsDate day = uds_date_add_months (end, -months);

  if (end->day != last.day)
    return day;
  day.day = 0;
  return uds_date_last_day (&day);
}

static void
read_dates (const UdsTermFacts *facts,
            UdsTerm            *term)
{
  *term = (UdsTerm) { .state = UDS_TERM_IN_FORCE };
  term->has_start = read_date (facts->start, &term->start);
  term->has_end = read_date (facts->end, &term->end);
  term->has_notice = term->has_end && facts->notice_months > 0;
  if (term->has_start)
    term->first_day = uds_date_first_day (&term->start);
  if (term->has_end)
    term->last_day = uds_date_last_day (&term->end);
  if (term->has_notice)
    term->notice_by = count_back (&term->last_day, facts->notice_months);
}

static gboolean
is_replaced (const UdsTermFacts *facts,
             const UdsDate      *today)
{
  UdsDate start;

  if (facts->successor == NULL)
    return FALSE;
  if (!read_date (facts->successor_start, &start))
    return TRUE;
  start = uds_date_first_day (&start);
  return uds_date_compare (&start, today) <= 0;
}

static gboolean
is_some (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
ends_soon (const UdsTerm *term,
           const UdsDate *today)
{
  UdsDate limit = uds_date_add_months (today, UDS_TERM_SOON_MONTHS);

  return uds_date_compare (&term->last_day, &limit) <= 0;
}

/* Of one that has begun and is not over. Where a successor is ready its end is no cause for concern. */
static UdsTermState
find_state_in_force (const UdsTermFacts *facts,
                     const UdsTerm      *term,
                     const UdsDate      *today)
{
  if (!term->has_end)
    return facts->needs_end && !is_some (facts->no_end_reason) ? UDS_TERM_END_MISSING : UDS_TERM_NO_END;
  if (facts->successor != NULL)
    return UDS_TERM_IN_FORCE;
  if (term->has_notice && uds_date_compare (&term->notice_by, today) < 0)
    return UDS_TERM_NOTICE;
  return !facts->continues && ends_soon (term, today) ? UDS_TERM_EXPIRES_SOON : UDS_TERM_IN_FORCE;
}

static UdsTermState
find_state (const UdsTermFacts *facts,
            const UdsTerm      *term,
            const UdsDate      *today)
{
  if (is_replaced (facts, today))
    return UDS_TERM_REPLACED;
  if (term->has_end && uds_date_compare (&term->last_day, today) < 0)
    return facts->continues ? UDS_TERM_CONTINUED : UDS_TERM_EXPIRED;
  if (term->has_start && uds_date_compare (today, &term->first_day) < 0)
    return UDS_TERM_NOT_BEGUN;
  return find_state_in_force (facts, term, today);
}

static int
count_months (const UdsDate *from,
              const UdsDate *to)
{
  int months = 12 * (to->year - from->year) + to->month - from->month;
  UdsDate day = uds_date_add_months (from, months);

  return uds_date_compare (&day, to) > 0 ? months - 1 : months;
}

/* To its beginning, its end, or from there. */
static void
count_time (UdsTerm       *term,
            const UdsDate *today)
{
  const UdsDate *day = term->state == UDS_TERM_NOT_BEGUN ? &term->first_day : &term->last_day;
  gboolean is_past;

  if (term->state != UDS_TERM_NOT_BEGUN && !term->has_end)
    return;

  is_past = uds_date_compare (day, today) < 0;
  term->days = ABS (uds_date_days_between (today, day));
  term->months = is_past ? count_months (day, today) : count_months (today, day);
}

/**
 * uds_term_expires_soon:
 * @self: a term
 * @facts: what it was found from
 * @today: the day it was found for
 *
 * Returns: whether it is in force and ends within %UDS_TERM_SOON_MONTHS months, and nothing comes after it; the notice
 *   period may run already
 */
gboolean
uds_term_expires_soon (const UdsTerm      *self,
                       const UdsTermFacts *facts,
                       const UdsDate      *today)
{
  if (self->state == UDS_TERM_EXPIRES_SOON)
    return TRUE;
  return self->state == UDS_TERM_NOTICE && !facts->continues && ends_soon (self, today);
}

/**
 * uds_term_find:
 * @facts: what is known
 * @today: the day it is
 * @term: (out): how far it has come
 *
 * The first and the last day belong to it. Of a partial date it begins on the first day and ends on the last one.
 */
void
uds_term_find (const UdsTermFacts *facts,
               const UdsDate      *today,
               UdsTerm            *term)
{
  read_dates (facts, term);
  term->state = find_state (facts, term, today);
  count_time (term, today);
}

/**
 * uds_term_is_in_force:
 * @self: a term
 *
 * Returns: whether it holds: it has begun, is not over and nothing took its place
 */
gboolean
uds_term_is_in_force (const UdsTerm *self)
{
  return self->state != UDS_TERM_NOT_BEGUN && self->state != UDS_TERM_EXPIRED && self->state != UDS_TERM_REPLACED;
}

/**
 * uds_term_get_part:
 * @self: a term
 * @today: the day it is
 *
 * Returns: how much of it has passed, 0 to 1; negative where its start or end is not known, or they are in disorder
 */
double
uds_term_get_part (const UdsTerm *self,
                   const UdsDate *today)
{
  int whole, passed;

  if (!self->has_start || !self->has_end)
    return -1;
  whole = uds_date_days_between (&self->first_day, &self->last_day) + 1;
  passed = uds_date_days_between (&self->first_day, today);
  return whole > 0 ? CLAMP ((double) passed / whole, 0, 1) : -1;
}
