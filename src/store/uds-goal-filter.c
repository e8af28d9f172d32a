/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns what a filter names into the ids it means. An administration has a row for each of its names; a purpose is a
 * goal's by way of the networks, events and efforts that serve both. */
#include "uds-goal-filter-private.h"

#include "uds-session-private.h"

G_DEFINE_BOXED_TYPE (UdsGoalFilter, uds_goal_filter, uds_goal_filter_copy, uds_goal_filter_free)

struct _UdsGoalSieve
{
  UdsScope scope;
  GHashTable *administrations; /* ids; none where any will do */
  GHashTable *goals;           /* ids; none where any will do */
};

/**
 * uds_goal_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): another one, equal to it
 */
UdsGoalFilter *
uds_goal_filter_copy (const UdsGoalFilter *self)
{
  UdsGoalFilter *copy = g_new0 (UdsGoalFilter, 1);

  copy->scope = self->scope;
  copy->administration = g_strdup (self->administration);
  copy->purpose = g_strdup (self->purpose);
  return copy;
}

/**
 * uds_goal_filter_free:
 * @self: (transfer full): a filter
 */
void
uds_goal_filter_free (UdsGoalFilter *self)
{
  g_free (self->administration);
  g_free (self->purpose);
  g_free (self);
}

/**
 * uds_goal_filter_is_empty:
 * @self: (nullable): a filter
 *
 * Returns: whether it lets everything pass
 */
gboolean
uds_goal_filter_is_empty (const UdsGoalFilter *self)
{
  return self == NULL || (self->scope == UDS_SCOPE_ANY && self->administration == NULL && self->purpose == NULL);
}

/* The sieve */

/* Where the filter leaves something open there is nothing to read. */
static gboolean
read_ids (UdsSession  *session,
          const char  *sql,
          const char  *code,
          GHashTable **ids,
          GError     **error)
{
  UDS_STATEMENT statement = NULL;

  if (code == NULL)
    return TRUE;

  statement = uds_database_prepare (session->database, sql, error);
  if (statement == NULL)
    return FALSE;
  uds_statement_bind_text (statement, 1, code);
  *ids = uds_session_collect_ids (session, statement, error);
  return *ids != NULL;
}

/**
 * uds_goal_sieve_new:
 * @session: a session
 * @filter: (nullable): a filter
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): what it lets pass
 */
UdsGoalSieve *
uds_goal_sieve_new (UdsSession           *session,
                    const UdsGoalFilter  *filter,
                    GError              **error)
{
  g_autoptr (UdsGoalSieve) self = g_new0 (UdsGoalSieve, 1);

  if (filter == NULL)
    return g_steal_pointer (&self);

  self->scope = filter->scope;
  if (!read_ids (session, "SELECT \"id\" FROM \"administration\" WHERE \"code\" = $1", filter->administration,
                 &self->administrations, error))
    return NULL;
  if (!read_ids (session,
                 "WITH \"serving\" AS (SELECT \"from_kind\", \"from_id\" FROM \"link\" WHERE \"to_id\" IN"
                 " (SELECT \"id\" FROM \"purpose\" WHERE \"code\" = $1))"
                 " SELECT \"from_id\" FROM \"serving\" WHERE \"from_kind\" = 'goal'"
                 " UNION SELECT \"to_id\" FROM \"link\" WHERE \"to_kind\" = 'goal'"
                 " AND \"from_id\" IN (SELECT \"from_id\" FROM \"serving\")",
                 filter->purpose, &self->goals, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * uds_goal_sieve_free:
 * @self: (transfer full): a sieve
 */
void
uds_goal_sieve_free (UdsGoalSieve *self)
{
  g_clear_pointer (&self->administrations, g_hash_table_unref);
  g_clear_pointer (&self->goals, g_hash_table_unref);
  g_free (self);
}

/**
 * uds_goal_sieve_takes_goal:
 * @self: a sieve
 * @id: (nullable): the id of a goal
 *
 * Returns: whether it passes
 */
gboolean
uds_goal_sieve_takes_goal (UdsGoalSieve *self,
                           const char   *id)
{
  return self->goals == NULL || (id != NULL && g_hash_table_contains (self->goals, id));
}

/**
 * uds_goal_sieve_takes_indicator:
 * @self: a sieve
 * @indicator: an indicator
 *
 * Returns: whether it passes, and its goal too
 */
gboolean
uds_goal_sieve_takes_indicator (UdsGoalSieve *self,
                                UdsRecord    *indicator)
{
  const char *administration = uds_record_get_text (indicator, "administration");

  if (!uds_goal_sieve_takes_goal (self, uds_record_get_text (indicator, "goal")))
    return FALSE;
  if (self->administrations != NULL
      && (administration == NULL || !g_hash_table_contains (self->administrations, administration)))
    return FALSE;
  return self->scope == UDS_SCOPE_ANY
         || uds_scope_from_place (uds_record_get_localized (indicator, "place", UDS_LANGUAGE_DA)) == self->scope;
}
