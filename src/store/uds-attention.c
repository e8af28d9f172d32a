/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts what the digests of goals know. When a figure is overdue is src/domain's rule (uds-update.c). */
#include "uds-attention.h"

static UdsAttention *
attention_new (void)
{
  UdsAttention *self = g_new0 (UdsAttention, 1);

  self->unplaced = g_ptr_array_new_with_free_func (g_object_unref);
  self->deteriorating = g_ptr_array_new_with_free_func (g_object_unref);
  self->overdue = g_ptr_array_new_with_free_func (g_object_unref);
  self->unmeasured = g_ptr_array_new_with_free_func (g_object_unref);
  self->unserved = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * uds_attention_free:
 * @self: (transfer full): what needs attention
 */
void
uds_attention_free (UdsAttention *self)
{
  g_ptr_array_unref (self->unplaced);
  g_ptr_array_unref (self->deteriorating);
  g_ptr_array_unref (self->overdue);
  g_ptr_array_unref (self->unmeasured);
  g_ptr_array_unref (self->unserved);
  g_free (self);
}

/* Indicators */

static const char *
get_next_due (UdsIndicatorDigest *digest)
{
  return uds_record_get_text (uds_indicator_digest_get_indicator (digest), "next_due");
}

static const char *
get_latest_period (UdsIndicatorDigest *digest)
{
  const UdsDigestPoint *latest = uds_indicator_digest_get_latest (digest);

  return latest != NULL ? latest->period : NULL;
}

/**
 * uds_indicator_digest_find_update:
 * @self: a digest
 * @today: the day it is
 *
 * Returns: whether the indicator is overdue for its next figure, and why
 */
UdsUpdate
uds_indicator_digest_find_update (UdsIndicatorDigest *self,
                                  const UdsDate      *today)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), UDS_UPDATE_NOT_DUE);

  return uds_update_find (get_next_due (self), get_latest_period (self), today);
}

/**
 * uds_indicator_digest_describe_update:
 * @self: a digest
 * @today: the day it is
 * @language: the language of dates; that of the words is the session's
 *
 * Returns: (transfer full) (nullable): why the next figure is overdue; %NULL where it is not
 */
char *
uds_indicator_digest_describe_update (UdsIndicatorDigest *self,
                                      const UdsDate      *today,
                                      UdsLanguage         language)
{
  g_return_val_if_fail (UDS_IS_INDICATOR_DIGEST (self), NULL);

  return uds_update_describe (uds_indicator_digest_find_update (self, today), get_next_due (self),
                              get_latest_period (self), language);
}

static int
compare_score (gconstpointer a,
               gconstpointer b)
{
  double x = uds_indicator_digest_get_progress (*(UdsIndicatorDigest *const *) a)->score;
  double y = uds_indicator_digest_get_progress (*(UdsIndicatorDigest *const *) b)->score;

  return (x > y) - (x < y);
}

/* One that somebody waits for before there is any figure comes first. */
static double
get_position (UdsIndicatorDigest *digest)
{
  const UdsDigestPoint *latest = uds_indicator_digest_get_latest (digest);

  return latest != NULL ? latest->position : 0;
}

static int
compare_age (gconstpointer a,
             gconstpointer b)
{
  double x = get_position (*(UdsIndicatorDigest *const *) a);
  double y = get_position (*(UdsIndicatorDigest *const *) b);

  return (x > y) - (x < y);
}

static void
look_at_indicators (UdsAttention  *self,
                    GPtrArray     *indicators,
                    const UdsDate *today)
{
  for (guint i = 0; i < indicators->len; i++)
    {
      UdsIndicatorDigest *digest = g_ptr_array_index (indicators, i);

      if (!uds_record_has (uds_indicator_digest_get_indicator (digest), "goal"))
        g_ptr_array_add (self->unplaced, g_object_ref (digest));
      if (uds_indicator_digest_get_progress (digest)->status == UDS_PROGRESS_DETERIORATION)
        g_ptr_array_add (self->deteriorating, g_object_ref (digest));
      if (uds_indicator_digest_find_update (digest, today) != UDS_UPDATE_NOT_DUE)
        g_ptr_array_add (self->overdue, g_object_ref (digest));
    }
  g_ptr_array_sort (self->deteriorating, compare_score);
  g_ptr_array_sort (self->overdue, compare_age);
}

/* Targets */

static void
look_at_targets (UdsAttention  *self,
                 UdsGoalDigest *digest)
{
  GPtrArray *targets = uds_goal_digest_get_targets (digest);

  for (guint i = 0; i < targets->len; i++)
    {
      UdsRecord *target = g_ptr_array_index (targets, i);

      if (!uds_goal_digest_covers_target (digest, target))
        g_ptr_array_add (self->unmeasured, g_object_ref (target));
      if (!uds_goal_digest_works_on_target (digest, target))
        g_ptr_array_add (self->unserved, g_object_ref (target));
    }
}

/**
 * uds_attention_new:
 * @digests: (element-type UdsGoalDigest): what is looked at, as uds_session_digest_goals() gives it
 * @today: the day it is
 *
 * Returns: (transfer full): what of it needs attention
 */
UdsAttention *
uds_attention_new (GPtrArray     *digests,
                   const UdsDate *today)
{
  UdsAttention *self = attention_new ();

  for (guint i = 0; i < digests->len; i++)
    {
      UdsGoalDigest *digest = g_ptr_array_index (digests, i);

      if (uds_goal_digest_get_goal (digest) != NULL)
        look_at_targets (self, digest);
      else
        look_at_indicators (self, uds_goal_digest_get_indicators (digest), today);
    }
  return self;
}
