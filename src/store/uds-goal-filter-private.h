/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter put to use: asks the store once and then tells of each goal and indicator. For src/store only. */
#pragma once

#include "uds-goal-filter.h"
#include "uds-session.h"

G_BEGIN_DECLS

typedef struct _UdsGoalSieve UdsGoalSieve;

UdsGoalSieve *uds_goal_sieve_new             (UdsSession           *session,
                                              const UdsGoalFilter  *filter,
                                              GError              **error);
void          uds_goal_sieve_free            (UdsGoalSieve         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsGoalSieve, uds_goal_sieve_free)

gboolean      uds_goal_sieve_takes_goal      (UdsGoalSieve         *self,
                                              const char           *id);
gboolean      uds_goal_sieve_takes_indicator (UdsGoalSieve         *self,
                                              UdsRecord            *indicator);

G_END_DECLS
