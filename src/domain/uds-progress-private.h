/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the methods of progress share: the case they are given, the arithmetic of growth and of targets, and the one
 * scale of scores. For src/domain only. */
#pragma once

#include "uds-progress.h"

G_BEGIN_DECLS

/**
 * UdsProgressCase:
 * @options: what is asked of the values
 * @points: the values that count, by year; at least two, no two of one year
 * @n_points: how many
 * @base: the first value, or what stands in for it where it is zero
 * @gain: the growth a year in the wanted direction
 *
 * A case that can be assessed: the direction is known, the signs are the same, the growth is a number.
 */
typedef struct {
  const UdsProgressOptions *options;
  const UdsProgressPoint   *points;
  gsize                     n_points;
  double                    base;
  double                    gain;
} UdsProgressCase;

/**
 * UdsProgressScale:
 * @worst: the ratio that scores -5
 * @limited: the ratio that scores -2.5; below it is going back
 * @moderate: the ratio that scores 0
 * @substantial: the ratio that scores 2.5
 * @best: the ratio that scores 5
 *
 * Where the ratios of a method lie on the scale of scores, which is Open SDG's: its statuses change at 2.5, 0 and
 * -2.5 (docs/progress-methodology.md). The UN's and Eurostat's methods come without scores; put on this scale with
 * their own thresholds at the same three scores and a straight line between them, a mean of indicators assessed by
 * different methods has a meaning: each counts for as much as its own method's status says.
 */
typedef struct {
  double worst;
  double limited;
  double moderate;
  double substantial;
  double best;
} UdsProgressScale;

gboolean uds_progress_reaches         (double                    value,
                                       double                    threshold);
gboolean uds_progress_exceeds         (double                    value,
                                       double                    threshold);
double   uds_progress_growth_per_year (double                    from,
                                       double                    to,
                                       int                       n_years);
gboolean uds_progress_meets_target    (const UdsProgressOptions *options,
                                       double                    value);

void     uds_progress_set_not_available (UdsProgress            *progress,
                                         UdsProgressReason       reason);
void     uds_progress_set_status        (UdsProgress            *progress,
                                         UdsProgressStatus       status,
                                         UdsProgressReason       reason,
                                         double                  score);
void     uds_progress_set_ratio         (UdsProgress            *progress,
                                         double                  ratio);
void     uds_progress_set_thresholds    (UdsProgress            *progress,
                                         double                  substantial,
                                         double                  moderate,
                                         double                  limited);
void     uds_progress_set_required      (UdsProgress            *progress,
                                         const UdsProgressCase  *this_case,
                                         double                  target);
void     uds_progress_set_arrival       (UdsProgress            *progress,
                                         double                  target);
gboolean uds_progress_conclude_met      (UdsProgress            *progress,
                                         const UdsProgressCase  *this_case);
void     uds_progress_conclude_scale    (UdsProgress            *progress,
                                         const UdsProgressScale *scale,
                                         UdsProgressReason       reason);
void     uds_progress_assess_rates      (UdsProgress            *progress,
                                         const UdsProgressCase  *this_case);

void uds_progress_assess_open_sdg (UdsProgress           *progress,
                                   const UdsProgressCase *this_case);
void uds_progress_assess_un       (UdsProgress           *progress,
                                   const UdsProgressCase *this_case);
void uds_progress_assess_eurostat (UdsProgress           *progress,
                                   const UdsProgressCase *this_case);

char *uds_progress_describe_assessment (const UdsProgress *progress);

G_END_DECLS
