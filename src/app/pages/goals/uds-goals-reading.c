/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One reading for all faces of the view, so that they agree. Shows nothing. */
#include "uds-goals-reading.h"

#include "uds-due.h"
#include "uds-goals-chart.h"

#include <glib/gi18n.h>

/**
 * uds_goals_wanted_free:
 * @wanted: (transfer full): a #UdsGoalsWanted
 */
void
uds_goals_wanted_free (gpointer wanted)
{
  UdsGoalsWanted *self = wanted;

  uds_goal_filter_free (self->filter);
  g_free (self);
}

static UdsGoalsWanted *
copy_wanted (const UdsGoalsWanted *wanted)
{
  UdsGoalsWanted *copy = g_memdup2 (wanted, sizeof *wanted);

  copy->filter = uds_goal_filter_copy (wanted->filter);
  return copy;
}

static void
found_clear (gpointer data)
{
  UdsGoalsFound *self = data;

  g_clear_pointer (&self->wanted, uds_goals_wanted_free);
  g_clear_pointer (&self->digests, g_ptr_array_unref);
  g_clear_pointer (&self->attention, uds_attention_free);
  g_clear_pointer (&self->dues, g_ptr_array_unref);
  g_clear_object (&self->spec);
  g_clear_pointer (&self->administrations, g_ptr_array_unref);
  g_clear_pointer (&self->purposes, g_ptr_array_unref);
  g_free (self->filter_text);
}

/**
 * uds_goals_found_ref:
 * @self: what was found
 *
 * Returns: (transfer full): @self
 */
UdsGoalsFound *
uds_goals_found_ref (UdsGoalsFound *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * uds_goals_found_unref:
 * @found: (transfer full): a #UdsGoalsFound
 */
void
uds_goals_found_unref (gpointer found)
{
  g_atomic_rc_box_release_full (found, found_clear);
}

/* What there is to filter by */

static void
choice_free (gpointer data)
{
  UdsGoalsChoice *choice = data;

  g_free (choice->code);
  g_free (choice->name);
  g_free (choice);
}

static void
add_choice (GPtrArray  *choices,
            const char *code,
            char       *name)
{
  UdsGoalsChoice *choice = g_new0 (UdsGoalsChoice, 1);

  choice->code = g_strdup (code);
  choice->name = name;
  g_ptr_array_add (choices, choice);
}

static const char *
find_name (GPtrArray  *choices,
           const char *code)
{
  for (guint i = 0; code != NULL && i < choices->len; i++)
    {
      const UdsGoalsChoice *choice = g_ptr_array_index (choices, i);

      if (g_str_equal (choice->code, code))
        return choice->name;
    }

  return NULL;
}

static char *
name_administration (UdsRecord            *record,
                     const UdsGoalsWanted *wanted)
{
  const char *name = uds_record_get_title (record, wanted->language);
  const char *valid_to = uds_record_get_text (record, "valid_to");
  UdsDate end, last;

  if (valid_to == NULL || !uds_date_parse (valid_to, &end))
    return g_strdup (name);

  last = uds_date_last_day (&end);
  if (uds_date_compare (&last, &wanted->today) >= 0)
    return g_strdup (name);
  /* Translators: the name of an administration that is no more, or was renamed, and the last year it had it */
  return g_strdup_printf (_("%s (until %d)"), name, end.year);
}

/* An administration that was renamed has a row for each name and goes by the latest. */
static GPtrArray *
read_administrations (UdsSession            *session,
                      const UdsGoalsWanted  *wanted,
                      GError               **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("administration"));
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (choice_free);

  if (!uds_query_order_by (query, "code", FALSE, error) || !uds_query_order_by (query, "valid_from", FALSE, error))
    return NULL;
  records = uds_session_list (session, query, error);
  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      UdsRecord *next = i + 1 < records->len ? g_ptr_array_index (records, i + 1) : NULL;
      const char *code = uds_record_get_text (record, "code");

      if (next == NULL || g_strcmp0 (uds_record_get_text (next, "code"), code) != 0)
        add_choice (choices, code, name_administration (record, wanted));
    }
  return g_steal_pointer (&choices);
}

static GPtrArray *
read_purposes (UdsSession            *session,
               const UdsGoalsWanted  *wanted,
               GError               **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("purpose"));
  g_autoptr (GPtrArray) records = uds_session_list (session, query, error);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (choice_free);

  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);

      add_choice (choices, uds_record_get_text (record, "code"),
                  g_strdup (uds_record_get_title (record, wanted->language)));
    }
  return g_steal_pointer (&choices);
}

/* Figures that are expected need attention already, by indicator. */
static gboolean
read_dues (UdsGoalsFound  *self,
           UdsSession     *session,
           GError        **error)
{
  const UdsGoalsWanted *wanted = self->wanted;
  UdsDate until = uds_date_add_months (&wanted->today, UDS_DUE_MONTHS);

  self->dues = uds_session_list_due (session, &wanted->today, &until, wanted->language, error);
  if (self->dues == NULL)
    return FALSE;

  for (guint i = self->dues->len; i > 0; i--)
    if (((const UdsDue *) g_ptr_array_index (self->dues, i - 1))->what == UDS_DUE_FIGURE)
      g_ptr_array_remove_index (self->dues, i - 1);
  return TRUE;
}

/* What is no longer there goes by its code. */
static char *
describe_filter (const UdsGoalsFound *self)
{
  const UdsGoalFilter *filter = self->wanted->filter;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *administration = find_name (self->administrations, filter->administration);
  const char *purpose = find_name (self->purposes, filter->purpose);
  g_auto (GStrv) strings = NULL;

  if (uds_goal_filter_is_empty (filter))
    return NULL;

  if (filter->scope != UDS_SCOPE_ANY)
    g_strv_builder_add (parts, uds_scope_get_label (filter->scope));
  if (filter->administration != NULL)
    g_strv_builder_add (parts, administration != NULL ? administration : filter->administration);
  if (filter->purpose != NULL)
    g_strv_builder_add (parts, purpose != NULL ? purpose : filter->purpose);
  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}

/* The chart, which goes out of the house and must say then what it leaves out. */
static void
make_chart (UdsGoalsFound *self)
{
  const UdsGoalsWanted *wanted = self->wanted;

  if (wanted->chart == UDS_GOALS_CHART_YEARS)
    self->spec = uds_goals_chart_new_years (self->digests, wanted->language);
  else if (wanted->chart == UDS_GOALS_CHART_MULTIPLES)
    self->spec = uds_goals_chart_new_multiples (self->digests, wanted->language);
  else if (wanted->chart == UDS_GOALS_CHART_TARGETS)
    self->spec = uds_goals_chart_new_targets (self->digests, wanted->language);

  if (self->spec != NULL && self->filter_text != NULL)
    {
      /* Translators: what a filter lets pass */
      g_autofree char *note = g_strdup_printf (_("Only: %s."), self->filter_text);

      uds_chart_spec_add_footnote (self->spec, note);
    }
}

/**
 * uds_goals_read:
 * @session: a session
 * @wanted: a #UdsGoalsWanted
 * @error: what went wrong
 *
 * A #UdsReadFunc.
 *
 * Returns: (transfer full) (nullable): a #UdsGoalsFound
 */
gpointer
uds_goals_read (UdsSession  *session,
                gpointer     wanted,
                GError     **error)
{
  g_autoptr (UdsGoalsFound) self = g_atomic_rc_box_new0 (UdsGoalsFound);
  g_autoptr (UdsQuery) goals = uds_query_new (uds_kind_lookup ("goal"));
  gint64 n_goals;

  self->wanted = copy_wanted (wanted);
  self->digests = uds_session_digest_goals (session, self->wanted->filter, error);
  if (self->digests == NULL)
    return NULL;
  self->attention = uds_attention_new (self->digests, &self->wanted->today);
  if (!read_dues (self, session, error))
    return NULL;
  self->administrations = read_administrations (session, wanted, error);
  if (self->administrations == NULL)
    return NULL;
  self->purposes = read_purposes (session, wanted, error);
  if (self->purposes == NULL)
    return NULL;
  n_goals = uds_session_count (session, goals, error);
  if (n_goals < 0)
    return NULL;

  self->has_goals = n_goals > 0;
  self->filter_text = describe_filter (self);
  make_chart (self);
  return g_steal_pointer (&self);
}

/**
 * uds_goals_found_is_nothing:
 * @self: what was found
 *
 * Returns: whether the filter left nothing to look at
 */
gboolean
uds_goals_found_is_nothing (const UdsGoalsFound *self)
{
  UdsGoalDigest *city = g_ptr_array_index (self->digests, self->digests->len - 1);

  if (uds_goal_filter_is_empty (self->wanted->filter))
    return FALSE;
  return self->digests->len == 1 || uds_goal_digest_get_indicators (city)->len == 0;
}
