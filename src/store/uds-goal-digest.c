/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads goals with what belongs to them. The city as a whole is a digest without a goal: all indicators, everything
 * that serves any goal. */
#include "uds-goal-digest.h"

#include "uds-goal-filter-private.h"
#include "uds-validity.h"

struct _UdsGoalDigest
{
  GObject parent_instance;

  UdsRecord *goal; /* none for the city as a whole */
  GPtrArray *indicators;
  GPtrArray *targets;
  GPtrArray *linked;         /* what serves the goal */
  GPtrArray *administrations; /* those of its efforts; none where what serves the goal was not read */
  GHashTable *worked_on;      /* the ids of all targets that an effort serves */
  UdsProgressTally tally;
  UdsRollUp roll_up;
};

G_DEFINE_FINAL_TYPE (UdsGoalDigest, uds_goal_digest, G_TYPE_OBJECT)

static void
uds_goal_digest_finalize (GObject *object)
{
  UdsGoalDigest *self = UDS_GOAL_DIGEST (object);

  g_clear_object (&self->goal);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_ptr_array_unref (self->linked);
  g_clear_pointer (&self->administrations, g_ptr_array_unref);
  g_hash_table_unref (self->worked_on);

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
  self->linked = g_ptr_array_new_with_free_func (g_object_unref);
  self->worked_on = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
 * uds_goal_digest_get_roll_up:
 * @self: a digest
 *
 * Returns: how far its indicators have come taken together
 */
const UdsRollUp *
uds_goal_digest_get_roll_up (UdsGoalDigest *self)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return &self->roll_up;
}

/**
 * uds_goal_digest_roll_up_until:
 * @self: a digest
 * @year: a year
 *
 * Returns: the same of its indicators as uds_indicator_digest_calculate_until() has them
 */
UdsRollUp
uds_goal_digest_roll_up_until (UdsGoalDigest *self,
                               int            year)
{
  UdsRollUp roll_up = { 0 };

  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), roll_up);

  for (guint i = 0; i < self->indicators->len; i++)
    {
      UdsProgress progress = uds_indicator_digest_calculate_until (g_ptr_array_index (self->indicators, i), year);

      uds_roll_up_add (&roll_up, &progress);
    }
  return roll_up;
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
 * uds_goal_digest_works_on_target:
 * @self: a digest
 * @target: one of its targets
 *
 * Returns: whether an effort serves the target
 */
gboolean
uds_goal_digest_works_on_target (UdsGoalDigest *self,
                                 UdsRecord     *target)
{
  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), FALSE);

  return g_hash_table_contains (self->worked_on, uds_record_get_id (target));
}

/**
 * uds_goal_digest_find_administration:
 * @self: a digest
 * @effort: one of its efforts
 *
 * Returns: (transfer none) (nullable): the administration that does it, as it was called when the effort began
 */
UdsRecord *
uds_goal_digest_find_administration (UdsGoalDigest *self,
                                     UdsRecord     *effort)
{
  const char *start = uds_record_get_text (effort, "start");

  g_return_val_if_fail (UDS_IS_GOAL_DIGEST (self), NULL);

  return uds_records_find_valid (self->administrations, uds_record_get_text (effort, "administration"),
                                 start != NULL ? start : uds_record_get_text (effort, "end"));
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
  for (guint i = 0; i < self->indicators->len; i++)
    {
      const UdsProgress *progress = uds_indicator_digest_get_progress (g_ptr_array_index (self->indicators, i));

      uds_progress_tally_add (&self->tally, progress->status);
      uds_roll_up_add (&self->roll_up, progress);
    }
}

static GPtrArray *
read_indicators (UdsSession  *session,
                 UdsRecord   *goal,
                 gboolean     with_notes,
                 GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("indicator"));

  uds_query_set_long_text (query, with_notes);
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

/* Which targets efforts serve, of all goals. */
static GPtrArray *
read_effort_links (UdsSession  *session,
                   GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("link"));

  uds_query_where_is (query, "from_kind", "effort");
  uds_query_where_is (query, "to_kind", "target");
  return uds_session_list (session, query, error);
}

/* @indicators are the goal's, @effort_links those of all goals; both are read already. */
static UdsGoalDigest *
read_digest (UdsSession  *session,
             UdsRecord   *goal,
             GPtrArray   *indicators,
             GPtrArray   *effort_links,
             GError     **error)
{
  g_autoptr (UdsGoalDigest) self = g_object_new (UDS_TYPE_GOAL_DIGEST, NULL);

  g_set_object (&self->goal, goal);
  self->indicators = g_ptr_array_ref (indicators);
  count_indicators (self);
  if (!read_targets (self, session, error))
    return NULL;

  for (guint i = 0; i < effort_links->len; i++)
    g_hash_table_add (self->worked_on,
                      g_strdup (uds_record_get_text (g_ptr_array_index (effort_links, i), "to_id")));
  return g_steal_pointer (&self);
}

/* What serves a goal */

/* What serves the city as a whole is what it does at all. */
static gboolean
read_linked (UdsGoalDigest  *self,
             UdsSession     *session,
             GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("effort"));
  g_autoptr (GPtrArray) linked = self->goal != NULL ? uds_session_list_linked (session, self->goal, NULL, error)
                                                    : uds_session_list (session, query, error);

  if (linked == NULL)
    return FALSE;

  g_ptr_array_extend_and_steal (self->linked, g_steal_pointer (&linked));
  return TRUE;
}

static gboolean
has_linked (UdsGoalDigest *self,
            const char    *id)
{
  for (guint i = 0; i < self->linked->len; i++)
    if (g_strcmp0 (uds_record_get_id (g_ptr_array_index (self->linked, i)), id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_target (UdsGoalDigest *self,
            const char    *id)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (g_strcmp0 (uds_record_get_id (g_ptr_array_index (self->targets, i)), id) == 0)
      return TRUE;
  return FALSE;
}

/* An effort that serves a target serves its goal. */
static gboolean
read_efforts_of_targets (UdsGoalDigest  *self,
                         UdsSession     *session,
                         GPtrArray      *effort_links,
                         GError        **error)
{
  for (guint i = 0; i < effort_links->len; i++)
    {
      UdsRecord *link = g_ptr_array_index (effort_links, i);
      const char *id = uds_record_get_text (link, "from_id");
      UdsRecord *effort;

      if (!has_target (self, uds_record_get_text (link, "to_id")) || has_linked (self, id))
        continue;
      effort = uds_session_get (session, uds_kind_lookup ("effort"), id, error);
      if (effort == NULL)
        return FALSE;
      g_ptr_array_add (self->linked, effort);
    }

  return TRUE;
}

/* Comparisons of cities name the goal they are about. */
static gboolean
read_comparisons (UdsGoalDigest  *self,
                  UdsSession     *session,
                  GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("comparison"));
  g_autoptr (GPtrArray) comparisons = NULL;

  if (self->goal != NULL)
    uds_query_where_is (query, "goal", uds_record_get_id (self->goal));
  comparisons = uds_session_list (session, query, error);
  if (comparisons == NULL)
    return FALSE;

  g_ptr_array_extend_and_steal (self->linked, g_steal_pointer (&comparisons));
  return TRUE;
}

static gboolean
read_administrations (UdsGoalDigest  *self,
                      UdsSession     *session,
                      GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("administration"));

  self->administrations = uds_session_list (session, query, error);
  return self->administrations != NULL;
}

/**
 * uds_session_digest_goal:
 * @session: a session
 * @id: (nullable): the id of a goal; %NULL for the city as a whole
 * @error: %UDS_ERROR_NOT_FOUND where there is no such goal
 *
 * Returns: (transfer full) (nullable): its digest, with what is noted about its indicators and with what serves it
 */
UdsGoalDigest *
uds_session_digest_goal (UdsSession  *session,
                         const char  *id,
                         GError     **error)
{
  g_autoptr (UdsRecord) goal = id != NULL ? uds_session_get (session, uds_kind_lookup ("goal"), id, error) : NULL;
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (GPtrArray) effort_links = NULL;
  g_autoptr (UdsGoalDigest) self = NULL;

  if (id != NULL && goal == NULL)
    return NULL;

  indicators = read_indicators (session, goal, TRUE, error);
  effort_links = indicators != NULL ? read_effort_links (session, error) : NULL;
  self = effort_links != NULL ? read_digest (session, goal, indicators, effort_links, error) : NULL;
  if (self == NULL || !read_linked (self, session, error)
      || !read_efforts_of_targets (self, session, effort_links, error) || !read_comparisons (self, session, error)
      || !read_administrations (self, session, error))
    return NULL;
  return g_steal_pointer (&self);
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

/* What is read once for all goals. */
typedef struct {
  UdsGoalSieve *sieve;
  GPtrArray *indicators;
  GPtrArray *effort_links;
} Shared;

static gboolean
add_digest (GPtrArray     *digests,
            UdsSession    *session,
            UdsRecord     *goal,
            const Shared  *shared,
            GError       **error)
{
  g_autoptr (GPtrArray) indicators = choose_indicators (shared->indicators, goal, shared->sieve);
  UdsGoalDigest *digest = read_digest (session, goal, indicators, shared->effort_links, error);

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
 * Each indicator is read once and shared by its goal and the city. What serves a goal is not read: that is for its own
 * page, and there are seventeen.
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
  g_autoptr (GPtrArray) indicators = goals != NULL ? read_indicators (session, NULL, FALSE, error) : NULL;
  g_autoptr (GPtrArray) effort_links = indicators != NULL ? read_effort_links (session, error) : NULL;
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_object_unref);
  const Shared shared = { sieve, indicators, effort_links };

  if (effort_links == NULL)
    return NULL;

  for (guint i = 0; i < goals->len; i++)
    {
      UdsRecord *goal = g_ptr_array_index (goals, i);

      if (uds_goal_sieve_takes_goal (sieve, uds_record_get_id (goal))
          && !add_digest (digests, session, goal, &shared, error))
        return NULL;
    }

  return add_digest (digests, session, NULL, &shared, error) ? g_steal_pointer (&digests) : NULL;
}
