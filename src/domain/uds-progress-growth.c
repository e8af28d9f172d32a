/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the methods share: growth a year, whether and when a target is met, the observed rate measured by the required
 * one, and the scale of scores. Thresholds of a single method stand in its own file. */
#include "uds-progress-private.h"

#include <math.h>

/* Differences below this are noise of the arithmetic, not of the world. */
#define NOISE 1e-12

/* Beyond this many years a projection says nothing. */
#define YEARS_AHEAD_MAX 100

/* Shares of the required rate from which a status is that. */
#define ON_ITS_WAY 0.95
#define TOO_SLOW 0.6
#define STANDING 0

/* Percentage points from nothing, or from all, that the UN counts as there. */
#define UN_TOLERANCE 1

gboolean
uds_progress_reaches (double value,
                      double threshold)
{
  return value >= threshold - NOISE;
}

gboolean
uds_progress_exceeds (double value,
                      double threshold)
{
  return value > threshold + NOISE;
}

double
uds_progress_growth_per_year (double from,
                              double to,
                              int    n_years)
{
  return pow (to / from, 1.0 / n_years) - 1;
}

/* The UN Progress Chart counts a share as at its end within one percentage point. */
static double
get_tolerance (const UdsProgressOptions *options)
{
  gboolean ends = (options->direction == UDS_DIRECTION_UP && options->target == 100)
                  || (options->direction == UDS_DIRECTION_DOWN && options->target == 0);

  return options->method == UDS_METHOD_UN && options->is_share && ends ? UN_TOLERANCE : 0;
}

gboolean
uds_progress_meets_target (const UdsProgressOptions *options,
                           double                    value)
{
  double tolerance = get_tolerance (options);

  return options->direction == UDS_DIRECTION_UP ? value >= options->target - tolerance
                                                : value <= options->target + tolerance;
}

void
uds_progress_set_not_available (UdsProgress       *progress,
                                UdsProgressReason  reason)
{
  progress->status = UDS_PROGRESS_NOT_AVAILABLE;
  progress->reason = reason;
  progress->has_score = FALSE;
}

void
uds_progress_set_status (UdsProgress       *progress,
                         UdsProgressStatus  status,
                         UdsProgressReason  reason,
                         double             score)
{
  progress->status = status;
  progress->reason = reason;
  progress->has_score = TRUE;
  progress->score = score;
}

void
uds_progress_set_ratio (UdsProgress *progress,
                        double       ratio)
{
  progress->has_ratio = TRUE;
  progress->ratio = fabs (ratio) < NOISE ? 0 : ratio;
}

void
uds_progress_set_thresholds (UdsProgress *progress,
                             double       substantial,
                             double       moderate,
                             double       limited)
{
  progress->has_thresholds = TRUE;
  progress->thresholds[UDS_PROGRESS_SUBSTANTIAL] = substantial;
  progress->thresholds[UDS_PROGRESS_MODERATE] = moderate;
  progress->thresholds[UDS_PROGRESS_LIMITED] = limited;
}

/* The rate that leads from the first value to @target, where one does. */
void
uds_progress_set_required (UdsProgress           *progress,
                           const UdsProgressCase *this_case,
                           double                 target)
{
  int n_years = progress->target_year - progress->base.year;
  double required;

  if (n_years <= 0 || target / this_case->base <= 0)
    return;

  required = uds_progress_growth_per_year (this_case->base, target, n_years);
  progress->has_required_rate = isfinite (required);
  progress->required_rate = progress->has_required_rate ? required : 0;
}

/* The year in which @target is met if growth goes on as observed; none if it is not, or too far away. */
void
uds_progress_set_arrival (UdsProgress *progress,
                          double       target)
{
  double n_years = log (target / progress->latest.value) / log1p (progress->observed_rate);

  if (isfinite (n_years) && n_years > 0 && n_years <= YEARS_AHEAD_MAX)
    progress->arrival_year = progress->latest.year + (int) ceil (n_years - NOISE);
}

/* The first year of those, up to the latest, in all of which the target is met. */
static int
find_year_of_arrival (const UdsProgressCase *this_case)
{
  const UdsProgressPoint *points = this_case->points;
  gsize i = this_case->n_points - 1;

  while (i > 0 && uds_progress_meets_target (this_case->options, points[i - 1].value))
    i--;
  return points[i].year;
}

/* Concludes where the latest value meets the target; else it returns %FALSE. */
gboolean
uds_progress_conclude_met (UdsProgress           *progress,
                           const UdsProgressCase *this_case)
{
  const UdsProgressOptions *options = this_case->options;
  double short_of = options->direction == UDS_DIRECTION_UP ? options->target - progress->latest.value
                                                           : progress->latest.value - options->target;

  if (!uds_progress_meets_target (options, progress->latest.value))
    return FALSE;

  progress->is_met_nearly = short_of > 0;
  progress->arrival_year = find_year_of_arrival (this_case);
  uds_progress_set_status (progress, UDS_PROGRESS_ACHIEVED, UDS_PROGRESS_REASON_TARGET_REACHED, UDS_PROGRESS_SCORE_MAX);
  return TRUE;
}

/* Scale */

static double
interpolate (double ratio,
             double from,
             double to,
             double score)
{
  return score + UDS_PROGRESS_SCORE_MAX / 2 * (ratio - from) / (to - from);
}

static double
score_on_scale (double                  ratio,
                const UdsProgressScale *scale)
{
  if (ratio >= scale->substantial)
    return fmin (interpolate (ratio, scale->substantial, scale->best, 2.5), UDS_PROGRESS_SCORE_MAX);
  if (ratio >= scale->moderate)
    return interpolate (ratio, scale->moderate, scale->substantial, 0);
  if (ratio >= scale->limited)
    return interpolate (ratio, scale->limited, scale->moderate, -2.5);
  return fmax (interpolate (ratio, scale->worst, scale->limited, -UDS_PROGRESS_SCORE_MAX), -UDS_PROGRESS_SCORE_MAX);
}

static UdsProgressStatus
status_on_scale (double                  ratio,
                 const UdsProgressScale *scale)
{
  if (uds_progress_reaches (ratio, scale->substantial))
    return UDS_PROGRESS_SUBSTANTIAL;
  if (uds_progress_reaches (ratio, scale->moderate))
    return UDS_PROGRESS_MODERATE;
  return uds_progress_reaches (ratio, scale->limited) ? UDS_PROGRESS_LIMITED : UDS_PROGRESS_DETERIORATION;
}

/* Gives the ratio the status and the score it has on @scale. */
void
uds_progress_conclude_scale (UdsProgress            *progress,
                             const UdsProgressScale *scale,
                             UdsProgressReason       reason)
{
  uds_progress_set_thresholds (progress, scale->substantial, scale->moderate, scale->limited);
  uds_progress_set_status (progress, status_on_scale (progress->ratio, scale), reason,
                           score_on_scale (progress->ratio, scale));
}

/* The observed rate by the required one */

static double
score_for_target (double ratio)
{
  if (ratio >= TOO_SLOW)
    return fmin (7.1429 * ratio - 4.2857, UDS_PROGRESS_SCORE_MAX);
  return fmax (4.1667 * ratio - 2.5, -UDS_PROGRESS_SCORE_MAX);
}

static UdsProgressStatus
status_for_target (double ratio)
{
  if (uds_progress_reaches (ratio, ON_ITS_WAY))
    return UDS_PROGRESS_SUBSTANTIAL;
  if (uds_progress_reaches (ratio, TOO_SLOW))
    return UDS_PROGRESS_MODERATE;
  return ratio >= STANDING ? UDS_PROGRESS_LIMITED : UDS_PROGRESS_DETERIORATION;
}

/* A target of zero is approached from the side the values are on. Where the values began at the target nothing is
 * required, and there is nothing to measure by. */
static void
measure_by_target (UdsProgress           *progress,
                   const UdsProgressCase *this_case,
                   double                 target)
{
  double ratio;

  uds_progress_set_required (progress, this_case, target);
  ratio = this_case->gain / fabs (progress->required_rate);
  if (progress->has_required_rate && isfinite (ratio))
    uds_progress_set_ratio (progress, ratio);
}

static UdsProgressReason
reason_for_no_ratio (const UdsProgress *progress,
                     double             base)
{
  if (progress->target_year <= progress->base.year)
    return UDS_PROGRESS_REASON_TARGET_YEAR;
  if (progress->target / base < 0)
    return UDS_PROGRESS_REASON_TARGET_SIGN;
  return UDS_PROGRESS_REASON_OUT_OF_RANGE;
}

/* Of a target that is not met. */
static void
assess_distance (UdsProgress           *progress,
                 const UdsProgressCase *this_case,
                 double                 target)
{
  gboolean left = uds_progress_meets_target (this_case->options, progress->base.value);

  if (!progress->has_ratio && left)
    {
      uds_progress_set_status (progress, UDS_PROGRESS_DETERIORATION, UDS_PROGRESS_REASON_TARGET_LEFT,
                               -UDS_PROGRESS_SCORE_MAX);
      return;
    }
  if (!progress->has_ratio)
    {
      uds_progress_set_not_available (progress, reason_for_no_ratio (progress, this_case->base));
      return;
    }

  uds_progress_set_arrival (progress, target);
  uds_progress_set_thresholds (progress, ON_ITS_WAY, TOO_SLOW, STANDING);
  uds_progress_set_status (progress, status_for_target (progress->ratio),
                           left ? UDS_PROGRESS_REASON_TARGET_LEFT : UDS_PROGRESS_REASON_TARGET,
                           score_for_target (progress->ratio));
}

/* Measures the observed rate by the one that the target asks for: Open SDG and Eurostat do it with the same thresholds,
 * and Open SDG's formula of the score serves both. */
void
uds_progress_assess_rates (UdsProgress           *progress,
                           const UdsProgressCase *this_case)
{
  double target = this_case->options->target;

  if (target == 0)
    target = copysign (UDS_PROGRESS_IN_PLACE_OF_ZERO, this_case->base);
  measure_by_target (progress, this_case, target);
  if (!uds_progress_conclude_met (progress, this_case))
    assess_distance (progress, this_case, target);
}
