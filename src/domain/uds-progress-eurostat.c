/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eurostat's method in the variant of Eustat, the Basque statistics office (EUSTAT-DES/data): as Open SDG's where there
 * is a target; without one, more than 0.1 % a year either way is a change. It knows no limits. */
#include "uds-progress-private.h"

/* Its thresholds of growth a year, 0.01, 0.001 and -0.001. Of the ends, which say only how far a score goes, the upper
 * lies as far beyond as Open SDG's does, and the lower where Open SDG's does. */
static const UdsProgressScale trend_scale = {
  .worst = -0.02, .limited = -0.001, .moderate = 0.001, .substantial = 0.01, .best = 0.015
};

void
uds_progress_assess_eurostat (UdsProgress           *progress,
                              const UdsProgressCase *this_case)
{
  if (progress->has_target)
    {
      uds_progress_assess_rates (progress, this_case);
      return;
    }

  uds_progress_set_ratio (progress, this_case->gain);
  uds_progress_conclude_scale (progress, &trend_scale, UDS_PROGRESS_REASON_TREND);
}
