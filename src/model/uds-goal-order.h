/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The orders in which goals are looked at. */
#pragma once

#include "uds-goal-digest.h"

G_BEGIN_DECLS

/**
 * UdsGoalOrder:
 * @UDS_GOAL_ORDER_NUMBER: by number
 * @UDS_GOAL_ORDER_WORST: the worst first; what is not assessed comes last
 * @UDS_GOAL_ORDER_COVERAGE: the best covered first; what nothing measures comes last
 */
typedef enum {
  UDS_GOAL_ORDER_NUMBER,
  UDS_GOAL_ORDER_WORST,
  UDS_GOAL_ORDER_COVERAGE,
} UdsGoalOrder;

UdsGoalOrder uds_goal_order_from_name (const char   *name);
GPtrArray   *uds_goal_order_sort      (UdsGoalOrder  order,
                                       GPtrArray    *digests);

G_END_DECLS
