/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a goal, on screen and on paper alike: which targets are covered, and who does what for it. */
#pragma once

#include "uds-goal-digest.h"

G_BEGIN_DECLS

char *uds_goal_words_targets     (UdsGoalDigest *digest);
char *uds_goal_words_effort      (UdsGoalDigest *digest,
                                  UdsRecord     *effort,
                                  UdsLanguage    language);
char *uds_goal_words_measured_by (UdsRecord     *effort,
                                  UdsLanguage    language);

G_END_DECLS
