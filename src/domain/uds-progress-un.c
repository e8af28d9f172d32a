/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The method of the UN's SDG Progress Chart 2023 as Eustat, the Basque statistics office, describes it
 * (EUSTAT-DES/site, metodologia.md): the value is carried on to the target's year at the observed growth, and how far
 * that comes on the way from the first value to the target is measured. */
#include "uds-progress-private.h"

#include <math.h>

/* The UN has one class below 0.1, "stagnation or regression"; what moves the wrong way is told apart here, as it is
 * everywhere. The ends, which say only how far a score goes, are Open SDG's. */
static const UdsProgressScale target_scale = {
  .worst = -0.6, .limited = 0, .moderate = 0.1, .substantial = 0.95, .best = 1.3
};

/* The same for growth a year. The upper end lies as far beyond as Open SDG's does. */
static const UdsProgressScale trend_scale = {
  .worst = -0.02, .limited = 0, .moderate = 0.005, .substantial = 0.02, .best = 0.025
};

/* From the deadline on nothing is carried on: the latest value is what came of it. */
static double
project (const UdsProgress *progress)
{
  int n_years = MAX (progress->target_year - progress->latest.year, 0);

  return progress->latest.value * pow (1 + progress->observed_rate, n_years);
}

/* Of a target that neither the first nor the latest value meets. */
static void
assess_way (UdsProgress *progress)
{
  double projected = project (progress);
  double ratio = (projected - progress->base.value) / (progress->target - progress->base.value);

  if (progress->target_year <= progress->base.year)
    {
      uds_progress_set_not_available (progress, UDS_PROGRESS_REASON_TARGET_YEAR);
      return;
    }
  if (!isfinite (projected) || !isfinite (ratio))
    {
      uds_progress_set_not_available (progress, UDS_PROGRESS_REASON_OUT_OF_RANGE);
      return;
    }

  progress->has_projected = TRUE;
  progress->projected = projected;
  uds_progress_set_ratio (progress, ratio);
  uds_progress_set_arrival (progress, progress->target);
  uds_progress_conclude_scale (progress, &target_scale, UDS_PROGRESS_REASON_TARGET);
}

static void
assess_target (UdsProgress           *progress,
               const UdsProgressCase *this_case)
{
  uds_progress_set_required (progress, this_case, progress->target);
  if (uds_progress_conclude_met (progress, this_case))
    return;

  if (uds_progress_meets_target (this_case->options, progress->base.value))
    uds_progress_set_status (progress, UDS_PROGRESS_DETERIORATION, UDS_PROGRESS_REASON_TARGET_LEFT,
                             -UDS_PROGRESS_SCORE_MAX);
  else
    assess_way (progress);
}

void
uds_progress_assess_un (UdsProgress           *progress,
                        const UdsProgressCase *this_case)
{
  if (progress->has_target)
    {
      assess_target (progress, this_case);
      return;
    }

  uds_progress_set_ratio (progress, this_case->gain);
  uds_progress_conclude_scale (progress, &trend_scale, UDS_PROGRESS_REASON_TREND);
}
