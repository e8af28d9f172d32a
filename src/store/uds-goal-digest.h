/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A goal with what the goals view shows of it: its indicators with their progress, its targets, and what serves it. */
#pragma once

#include "uds-goal-filter.h"
#include "uds-indicator-digest.h"
#include "uds-roll-up.h"

G_BEGIN_DECLS

#define UDS_TYPE_GOAL_DIGEST (uds_goal_digest_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalDigest, uds_goal_digest, UDS, GOAL_DIGEST, GObject)

UdsRecord              *uds_goal_digest_get_goal            (UdsGoalDigest *self);
GPtrArray              *uds_goal_digest_get_indicators      (UdsGoalDigest *self);
const UdsProgressTally *uds_goal_digest_get_tally           (UdsGoalDigest *self);
const UdsRollUp        *uds_goal_digest_get_roll_up         (UdsGoalDigest *self);
UdsRollUp               uds_goal_digest_roll_up_until       (UdsGoalDigest *self,
                                                             int            year);
GPtrArray              *uds_goal_digest_get_targets         (UdsGoalDigest *self);
gboolean                uds_goal_digest_covers_target       (UdsGoalDigest *self,
                                                             UdsRecord     *target);
gboolean                uds_goal_digest_works_on_target     (UdsGoalDigest *self,
                                                             UdsRecord     *target);
UdsRecord              *uds_goal_digest_find_administration (UdsGoalDigest *self,
                                                             UdsRecord     *effort);
GPtrArray              *uds_goal_digest_list_linked         (UdsGoalDigest *self,
                                                             const char    *kind);

UdsGoalDigest *uds_session_digest_goal  (UdsSession           *session,
                                         const char           *id,
                                         GError              **error);
GPtrArray     *uds_session_digest_goals (UdsSession           *session,
                                         const UdsGoalFilter  *filter,
                                         GError              **error);

G_END_DECLS
