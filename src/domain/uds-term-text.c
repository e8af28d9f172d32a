/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term in sentences: how far it has come, when notice has to be given, what comes after it. */
#include "uds-term.h"

#include <glib/gi18n.h>
#include <string.h>

#define DAYS_MAX 62 /* a time that is longer is two months at least, and from two years on it is counted in years */
#define MONTHS_MAX 24

static const struct {
  const char *name;
  const char *label;
} states[] = {
  [UDS_TERM_NOT_BEGUN] = { "not-begun", N_("Not begun") },
  [UDS_TERM_IN_FORCE] = { "in-force", N_("In force") },
  [UDS_TERM_EXPIRES_SOON] = { "expires-soon", N_("Expires within six months") },
  [UDS_TERM_NOTICE] = { "notice", N_("Notice period running") },
  [UDS_TERM_NO_END] = { "no-end", N_("No end date") },
  [UDS_TERM_END_MISSING] = { "end-missing", N_("End date missing") },
  [UDS_TERM_CONTINUED] = { "continued", N_("Continued after its end") },
  [UDS_TERM_EXPIRED] = { "expired", N_("Expired") },
  [UDS_TERM_REPLACED] = { "replaced", N_("Replaced") },
};

/**
 * uds_term_state_get_name:
 * @state: a state
 *
 * Returns: its name for machines
 */
const char *
uds_term_state_get_name (UdsTermState state)
{
  return states[state].name;
}

/**
 * uds_term_state_get_label:
 * @state: a state
 *
 * Returns: its name for readers, in the language of the session
 */
const char *
uds_term_state_get_label (UdsTermState state)
{
  return _(states[state].label);
}

/* "32 days", "14 months", "3 years", "2 years and 5 months" */
static char *
format_time (int days,
             int months)
{
  g_autofree char *years = NULL;
  g_autofree char *rest = NULL;

  if (days < DAYS_MAX)
    return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
  if (months < MONTHS_MAX)
    return g_strdup_printf (ngettext ("%d month", "%d months", months), months);

  years = g_strdup_printf (ngettext ("%d year", "%d years", months / 12), months / 12);
  if (months % 12 == 0)
    return g_steal_pointer (&years);
  rest = g_strdup_printf (ngettext ("%d month", "%d months", months % 12), months % 12);
  /* Translators: a number of years and a number of months */
  return g_strdup_printf (_("%s and %s"), years, rest);
}

/**
 * uds_term_format_span:
 * @from: a day
 * @to: the same or a later one
 *
 * Returns: (transfer full): how long it is from one to the other, "32 days" or "2 years and 5 months", in the language
 *   of the session
 */
char *
uds_term_format_span (const UdsDate *from,
                      const UdsDate *to)
{
  const UdsTermFacts facts = { NULL };
  g_autofree char *text = uds_date_to_string (to);
  UdsTermFacts until = facts;
  UdsTerm term;

  until.end = text;
  uds_term_find (&until, from, &term);
  return format_time (term.days, term.months);
}

/* What somebody wrote may end without a full stop. */
static void
add_sentence (GString *text,
              char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  if (text->len > 0 && strchr (".!?", text->str[text->len - 1]) == NULL)
    g_string_append_c (text, '.');
  g_free (sentence);
}

static char *
say_in_force (const UdsTerm *self,
              const char    *start,
              const char    *end,
              const char    *left)
{
  if (self->days == 0)
    return g_strdup (_("Its last day is today."));
  if (self->has_start)
    /* Translators: two dates, then how long there is left, "14 months" */
    return g_strdup_printf (_("In force from %1$s to %2$s; %3$s left."), start, end, left);
  /* Translators: a date, then how long there is left, "14 months" */
  return g_strdup_printf (_("In force until %1$s; %2$s left."), end, left);
}

static char *
say_expires (const UdsTerm *self,
             const char    *end,
             const char    *left)
{
  if (self->days == 0)
    return g_strdup (_("Expires today."));
  /* Translators: a date, then how long it is until then, "32 days" */
  return g_strdup_printf (_("Expires %1$s, in %2$s."), end, left);
}

static char *
say_notice (const UdsTermFacts *facts,
            const char         *end,
            const char         *left,
            const char         *notice_by)
{
  if (facts->continues)
    /* Translators: two dates */
    return g_strdup_printf (_("Notice had to be given by %1$s, so it continues after %2$s."), notice_by, end);
  /* Translators: a date, then how long it is until then, "32 days" */
  return g_strdup_printf (_("The notice period runs: it expires %1$s, in %2$s."), end, left);
}

static char *
say_no_end (const UdsTerm      *self,
            const UdsTermFacts *facts,
            const char         *start)
{
  gboolean has_reason = facts->no_end_reason != NULL && *facts->no_end_reason != '\0';

  if (has_reason && self->has_start)
    /* Translators: a date, then a reason that somebody wrote */
    return g_strdup_printf (_("In force since %1$s without an end date: %2$s"), start, facts->no_end_reason);
  if (has_reason)
    /* Translators: a reason that somebody wrote */
    return g_strdup_printf (_("In force without an end date: %s"), facts->no_end_reason);
  if (self->has_start)
    return g_strdup_printf (_("In force since %s; no end date is known."), start);
  return g_strdup (_("Neither start nor end is known."));
}

static char *
say_end_missing (const UdsTerm *self,
                 const char    *start)
{
  if (self->has_start)
    /* Translators: principle 4 of the strategy: agreements are made for a limited time */
    return g_strdup_printf (_("In force since %s. No end date, and no reason for it (principle 4)."), start);
  /* Translators: principle 4 of the strategy: agreements are made for a limited time */
  return g_strdup (_("No end date, and no reason for it (principle 4)."));
}

static char *
say_replaced (const UdsTermFacts *facts,
              UdsLanguage         language)
{
  UdsDate start;
  g_autofree char *from = NULL;

  if (facts->successor_start == NULL || !uds_date_parse (facts->successor_start, &start))
    return g_strdup_printf (_("Replaced by “%s”."), facts->successor);
  from = uds_date_format (&start, language);
  /* Translators: a title, then a date */
  return g_strdup_printf (_("Replaced by “%1$s” from %2$s."), facts->successor, from);
}

static char *
say_state (const UdsTerm      *self,
           const UdsTermFacts *facts,
           UdsLanguage         language)
{
  g_autofree char *start = self->has_start ? uds_date_format (&self->start, language) : NULL;
  g_autofree char *end = self->has_end ? uds_date_format (&self->end, language) : NULL;
  g_autofree char *notice_by = self->has_notice ? uds_date_format (&self->notice_by, language) : NULL;
  g_autofree char *time = format_time (self->days, self->months);

  switch (self->state)
    {
    case UDS_TERM_NOT_BEGUN:
      /* Translators: a date, then how long it is until then, "32 days" */
      return g_strdup_printf (_("Begins %1$s, in %2$s."), start, time);

    case UDS_TERM_EXPIRES_SOON:
      return say_expires (self, end, time);

    case UDS_TERM_NOTICE:
      return say_notice (facts, end, time, notice_by);

    case UDS_TERM_NO_END:
      return say_no_end (self, facts, start);

    case UDS_TERM_END_MISSING:
      return say_end_missing (self, start);

    case UDS_TERM_CONTINUED:
      /* Translators: a date, then how long ago that is, "32 days" */
      return g_strdup_printf (_("Ran until %1$s, was not terminated and has continued for %2$s."), end, time);

    case UDS_TERM_EXPIRED:
      /* Translators: a date, then how long ago that is, "32 days" */
      return g_strdup_printf (_("Expired %1$s, %2$s ago."), end, time);

    case UDS_TERM_REPLACED:
      return say_replaced (facts, language);

    case UDS_TERM_IN_FORCE:
    default:
      return say_in_force (self, start, end, time);
    }
}

/* As long as there is something to be done about it. */
static void
add_notice (GString            *text,
            const UdsTerm      *self,
            const UdsTermFacts *facts,
            const UdsDate      *today,
            UdsLanguage         language)
{
  gboolean is_open = self->state == UDS_TERM_NO_END || self->state == UDS_TERM_END_MISSING;
  g_autofree char *day = NULL;
  g_autofree char *left = NULL;

  if (is_open && facts->notice_months > 0)
    add_sentence (text, g_strdup_printf (ngettext ("Notice period: %d month.", "Notice period: %d months.",
                                                   facts->notice_months),
                                         facts->notice_months));
  if (!self->has_notice || facts->successor != NULL
      || (self->state != UDS_TERM_IN_FORCE && self->state != UDS_TERM_EXPIRES_SOON))
    return;

  day = uds_date_format (&self->notice_by, language);
  left = uds_term_format_span (today, &self->notice_by);
  if (uds_date_compare (today, &self->notice_by) == 0)
    add_sentence (text, g_strdup (_("Today is the last day for giving notice.")));
  else
    /* Translators: a date, then how long it is until then, "32 days" */
    add_sentence (text, g_strdup_printf (_("Notice has to be given by %1$s, in %2$s."), day, left));
}

static void
add_successor (GString            *text,
               const UdsTerm      *self,
               const UdsTermFacts *facts,
               UdsLanguage         language)
{
  UdsDate start;
  g_autofree char *from = NULL;

  if (facts->successor == NULL || self->state == UDS_TERM_REPLACED || facts->successor_start == NULL
      || !uds_date_parse (facts->successor_start, &start))
    return;

  from = uds_date_format (&start, language);
  /* Translators: a title, then a date */
  add_sentence (text, g_strdup_printf (_("Renewed by “%1$s” from %2$s."), facts->successor, from));
}

/**
 * uds_term_describe:
 * @self: what uds_term_find() said
 * @facts: what it was given
 * @today: the day it is
 * @language: the language of dates; that of the words is the session's
 *
 * Returns: (transfer full): the state and why it is so, in one to three sentences
 */
char *
uds_term_describe (const UdsTerm      *self,
                   const UdsTermFacts *facts,
                   const UdsDate      *today,
                   UdsLanguage         language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_sentence (text, say_state (self, facts, language));
  add_notice (text, self, facts, today, language);
  add_successor (text, self, facts, language);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
