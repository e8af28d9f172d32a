/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares goals by their digests. Goals that are alike stay as they were, and the city as a whole is the last in
 * each. */
#include "uds-goal-order.h"

static const char *const names[] = {
  [UDS_GOAL_ORDER_NUMBER] = "number",
  [UDS_GOAL_ORDER_WORST] = "worst",
  [UDS_GOAL_ORDER_COVERAGE] = "coverage",
};

/**
 * uds_goal_order_from_name:
 * @name: a name for machines
 *
 * Returns: the order of that name; %UDS_GOAL_ORDER_NUMBER where there is none
 */
UdsGoalOrder
uds_goal_order_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (UdsGoalOrder) i;

  return UDS_GOAL_ORDER_NUMBER;
}

/* The lower comes first. */
static double
get_rank (UdsGoalDigest *digest,
          UdsGoalOrder   order)
{
  const UdsProgressTally *tally = uds_goal_digest_get_tally (digest);
  double score;

  if (uds_goal_digest_get_goal (digest) == NULL)
    return G_MAXDOUBLE;

  switch (order)
    {
    case UDS_GOAL_ORDER_WORST:
      return uds_roll_up_get_score (uds_goal_digest_get_roll_up (digest), &score) ? score : G_MAXFLOAT;

    case UDS_GOAL_ORDER_COVERAGE:
      return uds_progress_tally_get_n_indicators (tally) > 0 ? -uds_progress_tally_get_coverage (tally) : G_MAXFLOAT;

    case UDS_GOAL_ORDER_NUMBER:
    default:
      return (double) uds_record_get_integer (uds_goal_digest_get_goal (digest), "number");
    }
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  UdsGoalDigest *const *first = a;
  UdsGoalDigest *const *second = b;
  const UdsGoalOrder *order = data;
  double x = get_rank (*first, *order), y = get_rank (*second, *order);

  return (x > y) - (x < y);
}

/**
 * uds_goal_order_sort:
 * @order: an order
 * @digests: (element-type UdsGoalDigest): goals, and perhaps the city as a whole
 *
 * Returns: (transfer full) (element-type UdsGoalDigest): the same, in that order
 */
GPtrArray *
uds_goal_order_sort (UdsGoalOrder  order,
                     GPtrArray    *digests)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < digests->len; i++)
    g_ptr_array_add (sorted, g_object_ref (g_ptr_array_index (digests, i)));
  /* A stable sort. */
  g_ptr_array_sort_with_data (sorted, compare, &order);
  return sorted;
}
