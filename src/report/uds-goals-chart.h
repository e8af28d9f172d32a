/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of the goals: their statuses over the years and as they are now, their scores side by side, and the indicators
 * of one goal side by side. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-goal-digest.h"

G_BEGIN_DECLS

UdsChartSpec *uds_goals_chart_new_years     (GPtrArray     *digests,
                                             UdsLanguage    language);
UdsChartSpec *uds_goals_chart_new_statuses  (GPtrArray     *digests,
                                             UdsLanguage    language);
UdsChartSpec *uds_goals_chart_new_targets   (GPtrArray     *digests,
                                             UdsLanguage    language);
UdsChartSpec *uds_goals_chart_new_multiples (GPtrArray     *digests,
                                             UdsLanguage    language);
UdsChartSpec *uds_goal_chart_new            (UdsGoalDigest *digest,
                                             UdsLanguage    language);

G_END_DECLS
