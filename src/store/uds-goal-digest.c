/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers a goal's digest from the digests of its indicators. Draws and formats nothing. */
#include "uds-goal-digest.h"

struct _UdsGoalDigest
{
  GObject parent_instance;

  UdsRecord *goal;
  GPtrArray *indicators; /* of UdsIndicatorDigest */
  GPtrArray *targets;    /* of UdsRecord */
  GPtrArray *linked;     /* of UdsRecord: what serves the goal */
  UdsProgressTally tally;
};

G_DEFINE_FINAL_TYPE (UdsGoalDigest, uds_goal_digest, G_TYPE_OBJECT)

static void
uds_goal_digest_finalize (GObject *object)
{
  UdsGoalDigest *self = UDS_GOAL_DIGEST (object);

  g_clear_object (&self->goal);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->linked, g_ptr_array_unref);

  G_OBJECT_CLASS (uds_goal_digest_parent_class)->finalize (object);
}

static void
uds_goal_digest_class_init (UdsGoalDigestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_goal_digest_finalize;
}

static void
uds_goal_digest_init (UdsGoalDigest *self)
{
}

/**
 * uds_goal_digest_get_goal:
 * @self: a digest
 *
 * Returns: (transfer none): the goal
 */
UdsRecord *
uds_goal_digest_get_goal (UdsGoalDigest *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return self->goal;
}

/**
 * uds_goal_digest_get_indicators:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsIndicatorDigest): its indicators by their codes
 */
GPtrArray *
uds_goal_digest_get_indicators (UdsGoalDigest *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return self->indicators;
}

/**
 * uds_goal_digest_get_targets:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): its targets in their order
 */
GPtrArray *
uds_goal_digest_get_targets (UdsGoalDigest *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return self->targets;
}

/**
 * uds_goal_digest_get_linked:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): the efforts, networks and others that serve it
 */
GPtrArray *
uds_goal_digest_get_linked (UdsGoalDigest *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return self->linked;
}

/**
 * uds_goal_digest_get_tally:
 * @self: a digest
 *
 * Returns: how many of its indicators have which status
 */
const UdsProgressTally *
uds_goal_digest_get_tally (UdsGoalDigest *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return &self->tally;
}

static UdsQuery *
make_query (const char *kind,
            UdsRecord  *goal)
{
  UdsQuery *query = uds_query_new (uds_kind_lookup (kind));

  uds_query_where_is (query, "goal", uds_record_get_id (goal));
  return query;
}

/**
 * uds_session_digest_goal:
 * @session: a session
 * @goal: a stored goal
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): its digest
 */
UdsGoalDigest *
uds_session_digest_goal (UdsSession  *session,
                         UdsRecord   *goal,
                         GError     **error)
{
  g_autoptr (UdsGoalDigest) self = g_object_new (UDS_TYPE_GOAL_DIGEST, NULL);
  g_autoptr (UdsQuery) indicators = make_query ("indicator", goal);
  g_autoptr (UdsQuery) targets = make_query ("target", goal);

  self->goal = g_object_ref (goal);
  self->indicators = uds_session_digest_indicators (session, indicators, error);
  if (self->indicators == NULL)
    return NULL;
  self->targets = uds_session_list (session, targets, error);
  if (self->targets == NULL)
    return NULL;
  self->linked = uds_session_list_linked (session, goal, "serves", error);
  if (self->linked == NULL)
    return NULL;

  for (guint i = 0; i < self->indicators->len; i++)
    uds_progress_tally_add (&self->tally,
                            uds_indicator_digest_get_progress (g_ptr_array_index (self->indicators, i))->status);
  return g_steal_pointer (&self);
}

/**
 * uds_session_digest_goals:
 * @session: a session
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsGoalDigest): the digests of all goals by their numbers
 */
GPtrArray *
uds_session_digest_goals (UdsSession  *session,
                          GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("goal"));
  g_autoptr (GPtrArray) goals = uds_session_list (session, query, error);
  g_autoptr (GPtrArray) digests = NULL;

  if (goals == NULL)
    return NULL;

  digests = g_ptr_array_new_full (goals->len, g_object_unref);
  for (guint i = 0; i < goals->len; i++)
    {
      UdsGoalDigest *digest = uds_session_digest_goal (session, g_ptr_array_index (goals, i), error);

      if (digest == NULL)
        return NULL;
      g_ptr_array_add (digests, digest);
    }

  return g_steal_pointer (&digests);
}
