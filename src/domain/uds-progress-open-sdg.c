/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The method of Statistics Canada and Open SDG, which is the default. Formulas and their numbers: Open SDG,
 * docs/progress-methodology.md. Where that method gives infinity or a status by accident, the code says what we do. */
#include "uds-progress-private.h"

#include <math.h>

#define ON_ITS_WAY 0.015
#define TOO_SLOW 0.005
#define LIMIT_EXPONENT 4.44

/* How hard a step is near the limit: 1 far from it, 0 at it. A step near a limit is smaller and counts
 * more. */
static double
closeness_factor (double base,
                  double limit)
{
  double from = fabs (base);
  double end = fabs (limit);

  if (from >= 2 * end)
    return 1;
  if (from <= end)
    return 1 - pow (from / end, LIMIT_EXPONENT);
  return 1 - pow ((2 * end - from) / end, LIMIT_EXPONENT);
}

static double
score_for_trend (double rate,
                 double factor)
{
  if (rate < 0)
    return fmax (125 * rate - 2.5, -UDS_PROGRESS_SCORE_MAX);
  if (factor == 0)
    return UDS_PROGRESS_SCORE_MAX;
  if (rate >= ON_ITS_WAY * factor)
    return fmin (500 * rate / factor - 5, UDS_PROGRESS_SCORE_MAX);
  if (rate >= TOO_SLOW * factor)
    return 250 * rate / factor - 1.25;
  return 500 * rate / factor - 2.5;
}

/* Exactly 0.5 % and 1.5 % a year are not yet enough. The method leaves that to the noise of its arithmetic,
 * which puts the plain cases (100 to 100.5, 100 to 101.5) below; so all of them are. */
static UdsProgressStatus
status_for_trend (double rate,
                  double factor)
{
  if (rate < 0)
    return UDS_PROGRESS_DETERIORATION;
  if (factor == 0 || uds_progress_exceeds (rate, ON_ITS_WAY * factor))
    return UDS_PROGRESS_SUBSTANTIAL;
  return uds_progress_exceeds (rate, TOO_SLOW * factor) ? UDS_PROGRESS_MODERATE : UDS_PROGRESS_LIMITED;
}

static void
assess_trend (UdsProgress           *progress,
              const UdsProgressCase *this_case)
{
  const UdsProgressOptions *options = this_case->options;
  double factor = options->has_limit ? closeness_factor (this_case->base, options->limit) : 1;
  gboolean at_limit = factor == 0 && this_case->gain >= 0;

  uds_progress_set_ratio (progress, this_case->gain);
  uds_progress_set_thresholds (progress, ON_ITS_WAY * factor, TOO_SLOW * factor, 0);
  uds_progress_set_status (progress, status_for_trend (progress->ratio, factor),
                           at_limit ? UDS_PROGRESS_REASON_AT_LIMIT : UDS_PROGRESS_REASON_TREND,
                           score_for_trend (progress->ratio, factor));
}

void
uds_progress_assess_open_sdg (UdsProgress           *progress,
                              const UdsProgressCase *this_case)
{
  if (progress->has_target)
    uds_progress_assess_rates (progress, this_case);
  else
    assess_trend (progress, this_case);
}
