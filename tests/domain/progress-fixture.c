/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress made for a test. */
#include "progress-fixture.h"

UdsProgress
progress_of (const UdsProgressPoint *points,
             gsize                   n_points,
             UdsProgressOptions      options)
{
  return uds_progress_calculate (points, n_points, &options);
}

/* Of a series that is assessed, or of one that is not where there is no score. */
UdsProgress
progress_scored (double score)
{
  UdsProgress progress = { .status = UDS_PROGRESS_NOT_AVAILABLE, .reason = UDS_PROGRESS_REASON_ONE_POINT };

  if (isnan (score))
    return progress;

  progress.status = score == 5 ? UDS_PROGRESS_ACHIEVED : UDS_PROGRESS_LIMITED;
  progress.reason = UDS_PROGRESS_REASON_TARGET;
  progress.has_score = TRUE;
  progress.score = score;
  return progress;
}

/* A value up to @most, or one of those that arithmetic stumbles over. */
double
progress_random_value (GRand  *random,
                       double  most)
{
  static const double special[] = { 0, -0.0, 1, -1, 99, 100, 1e-300, 1e300, -1e300, 5e-324, NAN, INFINITY, -INFINITY };

  if (g_rand_int_range (random, 0, 3) == 0)
    return special[g_rand_int_range (random, 0, G_N_ELEMENTS (special))];
  return g_rand_double_range (random, -10, most);
}
