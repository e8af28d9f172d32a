/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads goals with what belongs to them. The city as a whole is a digest without a goal: all indicators, everything
 * that serves any goal. */
#include "uds-goal-digest.h"

#include "uds-goal-filter-private.h"

struct _UdsGoalDigest
{
  GObject parent_instance;

  UdsRecord *goal; /* none for the city as a whole */
  GPtrArray *indicators;
  GPtrArray *targets;
  GPtrArray *linked;
  UdsProgressTally tally;
  UdsProgress progress; /* the mean of the indicators' */
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
 * uds_goal_digest_get_progress:
 * @self: a digest
 *
 * Returns: where the goal is going: the mean of its indicators
 */
const UdsProgress *
uds_goal_digest_get_progress (UdsGoalDigest *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return &self->progress;
}

/* The mean over the indicators, or nothing to tell where there is none. */
static UdsProgress
combine (GPtrArray         *indicators,
         const UdsProgress *each)
{
  g_autofree const char **groups = NULL;

  if (indicators->len == 0)
    return (UdsProgress) { .status = UDS_PROGRESS_NOT_AVAILABLE };

  groups = g_new0 (const char *, indicators->len);
  return uds_progress_combine (each, groups, indicators->len);
}

/**
 * uds_goal_digest_calculate_until:
 * @self: a digest
 * @year: a year
 *
 * Returns: the mean of its indicators, each as uds_indicator_digest_calculate_until() has it
 */
UdsProgress
uds_goal_digest_calculate_until (UdsGoalDigest *self,
                                 int            year)
{
  g_autofree UdsProgress *each = NULL;

  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), (UdsProgress) { .status = UDS_PROGRESS_NOT_AVAILABLE });

  each = g_new (UdsProgress, self->indicators->len);
  for (guint i = 0; i < self->indicators->len; i++)
    each[i] = uds_indicator_digest_calculate_until (g_ptr_array_index (self->indicators, i), year);
  return combine (self->indicators, each);
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

static void
count_indicators (UdsGoalDigest *self)
{
  g_autofree UdsProgress *each = g_new (UdsProgress, self->indicators->len);

  for (guint i = 0; i < self->indicators->len; i++)
    {
      each[i] = *uds_indicator_digest_get_progress (g_ptr_array_index (self->indicators, i));
      uds_progress_tally_add (&self->tally, each[i].status);
    }
  self->progress = combine (self->indicators, each);
}

static GPtrArray *
read_indicators (UdsSession  *session,
                 UdsRecord   *goal,
                 GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  if (goal != NULL)
    uds_query_where_is (query, "goal", uds_record_get_id (goal));
  return uds_session_digest_indicators (session, query, error);
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

/* @indicators are the goal's, already read. */
static UdsGoalDigest *
read_digest (UdsSession  *session,
             UdsRecord   *goal,
             GPtrArray   *indicators,
             GError     **error)
{
  g_autoptr (UdsGoalDigest) self = g_object_new (UDS_TYPE_GOAL_DIGEST, NULL);

  g_set_object (&self->goal, goal);
  self->indicators = g_ptr_array_ref (indicators);
  count_indicators (self);
  if (!read_targets (self, session, error) || !read_linked (self, session, error))
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
  g_autoptr (UdsRecord) goal = id != NULL ? uds_session_get (session, uds_kind_lookup ("goal"), id, error) : NULL;
  g_autoptr (GPtrArray) indicators = NULL;

  if (id != NULL && goal == NULL)
    return NULL;
  indicators = read_indicators (session, goal, error);
  return indicators != NULL ? read_digest (session, goal, indicators, error) : NULL;
}

/* Those of @all that are @goal's and pass; of the city as a whole, all that pass. */
static GPtrArray *
choose_indicators (GPtrArray    *all,
                   UdsRecord    *goal,
                   UdsGoalSieve *sieve)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  const char *id = goal != NULL ? uds_record_get_id (goal) : NULL;

  for (guint i = 0; i < all->len; i++)
    {
      UdsIndicatorDigest *digest = g_ptr_array_index (all, i);
      UdsRecord *indicator = uds_indicator_digest_get_indicator (digest);

      if ((id == NULL || g_strcmp0 (uds_record_get_text (indicator, "goal"), id) == 0)
          && uds_goal_sieve_takes_indicator (sieve, indicator))
        g_ptr_array_add (chosen, g_object_ref (digest));
    }

  return chosen;
}

static gboolean
add_digest (GPtrArray     *digests,
            UdsSession    *session,
            UdsRecord     *goal,
            GPtrArray     *all,
            UdsGoalSieve  *sieve,
            GError       **error)
{
  g_autoptr (GPtrArray) indicators = choose_indicators (all, goal, sieve);
  UdsGoalDigest *digest = read_digest (session, goal, indicators, error);

  if (digest == NULL)
    return FALSE;
  g_ptr_array_add (digests, digest);
  return TRUE;
}

/**
 * uds_session_digest_goals:
 * @session: a session
 * @filter: (nullable): which goals and indicators; %NULL for all
 * @error: what went wrong
 *
 * Each indicator is read once and shared by its goal and the city.
 *
 * Returns: (transfer full) (nullable) (element-type UdsGoalDigest): the digests of the goals in order, and at the end
 *   that of the city as a whole
 */
GPtrArray *
uds_session_digest_goals (UdsSession           *session,
                          const UdsGoalFilter  *filter,
                          GError              **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("goal"));
  g_autoptr (UdsGoalSieve) sieve = uds_goal_sieve_new (session, filter, error);
  g_autoptr (GPtrArray) goals = sieve != NULL ? uds_session_list (session, query, error) : NULL;
  g_autoptr (GPtrArray) all = goals != NULL ? read_indicators (session, NULL, error) : NULL;
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_object_unref);

  if (all == NULL)
    return NULL;

  for (guint i = 0; i < goals->len; i++)
    {
      UdsRecord *goal = g_ptr_array_index (goals, i);

      if (uds_goal_sieve_takes_goal (sieve, uds_record_get_id (goal))
          && !add_digest (digests, session, goal, all, sieve, error))
        return NULL;
    }

  return add_digest (digests, session, NULL, all, sieve, error) ? g_steal_pointer (&digests) : NULL;
}
