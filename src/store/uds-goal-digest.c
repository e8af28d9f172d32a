/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads goals with what belongs to them. The city as a whole is a digest without a goal: all indicators, everything
 * that serves any goal. */
#include "uds-goal-digest.h"

struct _UdsGoalDigest
{
  GObject parent_instance;

  UdsRecord *goal; /* none for the city as a whole */
  GPtrArray *indicators;
  GPtrArray *targets;
  GPtrArray *linked;
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
 * Returns: (transfer none) (nullable): the goal; %NULL for the city as a whole
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
 * Returns: (transfer none) (element-type UdsIndicatorDigest): its indicators
 */
GPtrArray *
uds_goal_digest_get_indicators (UdsGoalDigest *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return self->indicators;
}

/**
 * uds_goal_digest_get_tally:
 * @self: a digest
 *
 * Returns: how many of its indicators have each status
 */
const UdsProgressTally *
uds_goal_digest_get_tally (UdsGoalDigest *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return &self->tally;
}

/**
 * uds_goal_digest_get_targets:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): its targets; none for the city as a whole
 */
GPtrArray *
uds_goal_digest_get_targets (UdsGoalDigest *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return self->targets;
}

/**
 * uds_goal_digest_covers_target:
 * @self: a digest
 * @target: one of its targets
 *
 * Returns: whether an indicator measures the target
 */
gboolean
uds_goal_digest_covers_target (UdsGoalDigest *self,
                               UdsRecord     *target)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), FALSE);

  for (guint i = 0; i < self->indicators->len; i++)
    {
      UdsRecord *indicator = uds_indicator_digest_get_indicator (g_ptr_array_index (self->indicators, i));

      if (g_strcmp0 (uds_record_get_text (indicator, "target"), uds_record_get_id (target)) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * uds_goal_digest_list_linked:
 * @self: a digest
 * @kind: the name of a kind
 *
 * Returns: (transfer container) (element-type UdsRecord): the records of that kind that serve the goal
 */
GPtrArray *
uds_goal_digest_list_linked (UdsGoalDigest *self,
                             const char    *kind)
{
  GPtrArray *records = g_ptr_array_new ();

  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), records);

  for (guint i = 0; i < self->linked->len; i++)
    if (uds_record_is_a (g_ptr_array_index (self->linked, i), kind))
      g_ptr_array_add (records, g_ptr_array_index (self->linked, i));

  return records;
}

/* Reading */

static gboolean
read_indicators (UdsGoalDigest  *self,
                 UdsSession     *session,
                 GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  if (self->goal != NULL)
    uds_query_where_is (query, "goal", uds_record_get_id (self->goal));
  self->indicators = uds_session_digest_indicators (session, query, error);
  if (self->indicators == NULL)
    return FALSE;

  for (guint i = 0; i < self->indicators->len; i++)
    uds_progress_tally_add (
        &self->tally, uds_indicator_digest_get_progress (g_ptr_array_index (self->indicators, i))->status);
  return TRUE;
}

static gboolean
read_targets (UdsGoalDigest  *self,
              UdsSession     *session,
              GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("target"));

  if (self->goal == NULL)
    {
      self->targets = g_ptr_array_new ();
      return TRUE;
    }

  uds_query_where_is (query, "goal", uds_record_get_id (self->goal));
  self->targets = uds_session_list (session, query, error);
  return self->targets != NULL;
}

/* What serves the city as a whole is what it does at all. */
static gboolean
read_linked (UdsGoalDigest  *self,
             UdsSession     *session,
             GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("effort"));

  if (self->goal != NULL)
    self->linked = uds_session_list_linked (session, self->goal, NULL, error);
  else
    self->linked = uds_session_list (session, query, error);
  return self->linked != NULL;
}

static UdsGoalDigest *
read_digest (UdsSession  *session,
             UdsRecord   *goal,
             GError     **error)
{
  g_autoptr (UdsGoalDigest) self = g_object_new (UDS_TYPE_GOAL_DIGEST, NULL);

  g_set_object (&self->goal, goal);
  if (!read_indicators (self, session, error) || !read_targets (self, session, error)
      || !read_linked (self, session, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * uds_session_digest_goal:
 * @session: a session
 * @id: (nullable): the id of a goal; %NULL for the city as a whole
 * @error: %UDS_ERROR_NOT_FOUND where there is no such goal
 *
 * Returns: (transfer full) (nullable): its digest
 */
UdsGoalDigest *
uds_session_digest_goal (UdsSession  *session,
                         const char  *id,
                         GError     **error)
{
  g_autoptr (UdsRecord) goal = NULL;

  if (id == NULL)
    return read_digest (session, NULL, error);

  goal = uds_session_get (session, uds_kind_lookup ("goal"), id, error);
  return goal != NULL ? read_digest (session, goal, error) : NULL;
}

/**
 * uds_session_digest_goals:
 * @session: a session
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsGoalDigest): the digests of all goals in order, and at the end
 *   that of the city as a whole
 */
GPtrArray *
uds_session_digest_goals (UdsSession  *session,
                          GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("goal"));
  g_autoptr (GPtrArray) goals = uds_session_list (session, query, error);
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_object_unref);

  if (goals == NULL)
    return NULL;

  for (guint i = 0; i <= goals->len; i++)
    {
      UdsGoalDigest *digest = read_digest (session, i < goals->len ? g_ptr_array_index (goals, i) : NULL, error);

      if (digest == NULL)
        return NULL;
      g_ptr_array_add (digests, digest);
    }

  return g_steal_pointer (&digests);
}
