/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers dates from agreements, networks, notes and indicators. When an agreement ends and notice has to be given is
 * src/domain's rule (uds-term.c). */
#include "uds-due.h"

#include "uds-terms.h"

#include <glib/gi18n.h>

#define NOTE_DAYS 30 /* so long after its deadline a note is still listed */

static const struct {
  const char *name;
  const char *label;
} whats[] = {
  [UDS_DUE_REMINDER] = { "reminder", N_("Reminder") },
  [UDS_DUE_NOTICE] = { "notice", N_("Last day for giving notice") },
  [UDS_DUE_END] = { "end", N_("Ends") },
  [UDS_DUE_NOTE] = { "note", N_("Deadline") },
  [UDS_DUE_FIGURE] = { "figure", N_("Next figure due") },
};

/**
 * uds_due_what_get_name:
 * @what: what is due
 *
 * Returns: its name for machines
 */
const char *
uds_due_what_get_name (UdsDueWhat what)
{
  return whats[what].name;
}

/**
 * uds_due_what_get_label:
 * @what: what is due
 *
 * Returns: its name for readers, in the language of the session
 */
const char *
uds_due_what_get_label (UdsDueWhat what)
{
  return _(whats[what].label);
}

/**
 * uds_due_format:
 * @self: something that is due
 * @language: the language of the date; that of the words is the session's
 *
 * Returns: (transfer full): "Last day for giving notice: 30 June 2027 · in 6 months"
 */
char *
uds_due_format (const UdsDue *self,
                UdsLanguage   language)
{
  g_autofree char *date = uds_date_format (&self->date, language);
  UdsDate today = uds_date_add_days (&self->day, -self->days);
  g_autofree char *span = self->days < 0 ? uds_term_format_span (&self->day, &today)
                                         : uds_term_format_span (&today, &self->day);

  if (self->days == 0)
    /* Translators: what is due, then a date */
    return g_strdup_printf (_("%1$s: %2$s · today"), uds_due_what_get_label (self->what), date);
  if (self->days < 0)
    /* Translators: what is due, a date, and how long ago that is, "32 days" */
    return g_strdup_printf (_("%1$s: %2$s · %3$s ago"), uds_due_what_get_label (self->what), date, span);
  /* Translators: what is due, a date, and how long it is until then, "32 days" */
  return g_strdup_printf (_("%1$s: %2$s · in %3$s"), uds_due_what_get_label (self->what), date, span);
}

/**
 * uds_due_free:
 * @self: (transfer full): something that is due
 */
void
uds_due_free (UdsDue *self)
{
  g_object_unref (self->record);
  g_free (self);
}

static void
add_due (GPtrArray     *dues,
         UdsRecord     *record,
         UdsDueWhat     what,
         const UdsDate *date,
         const UdsDate *today)
{
  UdsDue *due = g_new0 (UdsDue, 1);

  due->record = g_object_ref (record);
  due->what = what;
  due->date = *date;
  due->day = uds_date_last_day (date);
  due->days = uds_date_days_between (today, &due->day);
  g_ptr_array_add (dues, due);
}

static void
add_written (GPtrArray     *dues,
             UdsRecord     *record,
             const char    *field,
             UdsDueWhat     what,
             const UdsDate *today)
{
  const char *text = uds_record_get_text (record, field);
  UdsDate date;

  if (text != NULL && uds_date_parse (text, &date))
    add_due (dues, record, what, &date, today);
}

/* What is over, or provided for by a successor, asks for nothing; what goes on beyond its end asks for a new one. */
static void
add_term (GPtrArray         *dues,
          const UdsTermItem *item,
          const UdsDate     *today)
{
  const UdsTerm *term = &item->term;

  if (term->state == UDS_TERM_EXPIRED || term->state == UDS_TERM_REPLACED)
    return;
  if (uds_record_is_a (item->record, "agreement"))
    add_written (dues, item->record, "remind_on", UDS_DUE_REMINDER, today);
  if (item->successor != NULL)
    return;
  if (term->has_notice && uds_date_compare (today, &term->notice_by) <= 0)
    add_due (dues, item->record, UDS_DUE_NOTICE, &term->notice_by, today);
  if (term->has_end && (!item->facts.continues || term->state == UDS_TERM_CONTINUED))
    add_due (dues, item->record, UDS_DUE_END, &term->end, today);
}

static gboolean
add_terms (UdsSession     *session,
           GPtrArray      *dues,
           const UdsDate  *today,
           UdsLanguage     language,
           GError        **error)
{
  g_autoptr (GPtrArray) items = uds_session_list_terms (session, today, language, error);

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    add_term (dues, g_ptr_array_index (items, i), today);
  return TRUE;
}

static gboolean
add_records (UdsSession     *session,
             GPtrArray      *dues,
             const char     *kind,
             const char     *field,
             UdsDueWhat      what,
             const UdsDate  *today,
             GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));
  g_autoptr (GPtrArray) records = NULL;

  if (!uds_query_where (query, field, UDS_IS_SOME, NULL, error))
    return FALSE;
  records = uds_session_list (session, query, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    add_written (dues, g_ptr_array_index (records, i), field, what, today);
  return TRUE;
}

static gboolean
is_listed (const UdsDue  *due,
           const UdsDate *until)
{
  if (due->what == UDS_DUE_NOTE && due->days < -NOTE_DAYS)
    return FALSE;
  return until == NULL || uds_date_compare (&due->day, until) <= 0;
}

static int
compare_day (gconstpointer a,
             gconstpointer b)
{
  const UdsDue *first = *(const UdsDue *const *) a;
  const UdsDue *second = *(const UdsDue *const *) b;
  int order = uds_date_compare (&first->day, &second->day);

  return order != 0 ? order : (int) first->what - (int) second->what;
}

/**
 * uds_session_list_due:
 * @session: a session
 * @today: the day it is
 * @until: (nullable): the last day of interest; %NULL for all that is ahead
 * @language: the language of content
 * @error: what went wrong
 *
 * What is past is listed as long as somebody can do something about it.
 *
 * Returns: (transfer full) (nullable) (element-type UdsDue): what is due, by day
 */
GPtrArray *
uds_session_list_due (UdsSession     *session,
                      const UdsDate  *today,
                      const UdsDate  *until,
                      UdsLanguage     language,
                      GError        **error)
{
  g_autoptr (GPtrArray) dues = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_due_free);

  if (!add_terms (session, dues, today, language, error)
      || !add_records (session, dues, "note", "due", UDS_DUE_NOTE, today, error)
      || !add_records (session, dues, "indicator", "next_due", UDS_DUE_FIGURE, today, error))
    return NULL;

  for (guint i = dues->len; i-- > 0;)
    if (!is_listed (g_ptr_array_index (dues, i), until))
      g_ptr_array_remove_index (dues, i);
  g_ptr_array_sort (dues, compare_day);
  return g_steal_pointer (&dues);
}

/**
 * uds_session_list_due_of:
 * @session: a session
 * @record: a stored record that has a term, see uds_record_has_term(), or a note
 * @today: the day it is
 * @language: the language of content
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsDue): what is due about it, by day
 */
GPtrArray *
uds_session_list_due_of (UdsSession     *session,
                         UdsRecord      *record,
                         const UdsDate  *today,
                         UdsLanguage     language,
                         GError        **error)
{
  g_autoptr (GPtrArray) dues = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_due_free);
  g_autoptr (UdsTermItem) item = NULL;

  if (uds_record_is_a (record, "note"))
    {
      add_written (dues, record, "due", UDS_DUE_NOTE, today);
      return g_steal_pointer (&dues);
    }

  item = uds_session_find_term (session, record, today, language, error);
  if (item == NULL)
    return NULL;

  add_term (dues, item, today);
  g_ptr_array_sort (dues, compare_day);
  return g_steal_pointer (&dues);
}
