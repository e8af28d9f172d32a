/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the report on the goals says in one chapter, read and counted. For src/report only. */
#pragma once

#include "uds-goal-digest.h"

G_BEGIN_DECLS

/**
 * UdsGoalsChapter:
 * @goal: (nullable): the goal; the indicators of no goal have none
 * @digest: (nullable): the digest of the goal
 * @digests: (element-type UdsIndicatorDigest): those of the indicators
 * @tally: how many of them stand where
 * @roll_up: what becomes of them all
 */
typedef struct {
  UdsRecord        *goal;
  UdsGoalDigest    *digest;
  GPtrArray        *digests;
  UdsProgressTally  tally;
  UdsRollUp         roll_up;
} UdsGoalsChapter;

GPtrArray *uds_goals_chapters_read_all          (UdsSession          *session,
                                                 GError             **error);
GPtrArray *uds_goals_chapters_read_one          (UdsSession          *session,
                                                 UdsRecord           *goal,
                                                 GError             **error);
GPtrArray *uds_goals_chapters_new_for_indicator (UdsIndicatorDigest  *digest);

G_END_DECLS
