/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which goals and which of their indicators somebody wants to look at. */
#pragma once

#include "uds-scope.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UdsGoalFilter:
 * @scope: only indicators about such a place; %UDS_SCOPE_ANY for all
 * @administration: (nullable): only indicators of the administration with this code, under any of its names
 * @purpose: (nullable): only goals that something serves which serves the purpose with this code too
 *
 * What there is of it counts together. Goals whose indicators are all left out stay: that nothing is measured there is
 * what one wants to know.
 */
typedef struct {
  UdsScope scope;
  char    *administration;
  char    *purpose;
} UdsGoalFilter;

#define UDS_TYPE_GOAL_FILTER (uds_goal_filter_get_type ())
GType          uds_goal_filter_get_type (void);
UdsGoalFilter *uds_goal_filter_copy     (const UdsGoalFilter *self);
void           uds_goal_filter_free     (UdsGoalFilter       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsGoalFilter, uds_goal_filter_free)

gboolean       uds_goal_filter_is_empty (const UdsGoalFilter *self);

G_END_DECLS
