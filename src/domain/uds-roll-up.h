/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a goal, or the city as a whole, has come: one status out of those of its indicators. */
#pragma once

#include "uds-progress.h"

G_BEGIN_DECLS

/**
 * UDS_ROLL_UP_INDICATORS_MIN:
 *
 * So many indicators must be assessed. The mean of one is that one, and a goal has 5 to 19 targets: what one figure
 * does stands beside that figure, not beside the goal.
 */
#define UDS_ROLL_UP_INDICATORS_MIN 2

/**
 * UDS_ROLL_UP_COVERAGE_MIN:
 *
 * One in so many indicators must be assessed. Where fewer are, the mean says more about which figures happened to be
 * there than about the goal. (SDSN leaves out countries where a fifth is missing; a city that has just begun to measure
 * would never see a status by that.)
 */
#define UDS_ROLL_UP_COVERAGE_MIN 3

/**
 * UdsRollUpReason:
 * @UDS_ROLL_UP_MEAN: it has a status, that of the mean score
 * @UDS_ROLL_UP_NO_INDICATORS: there are no indicators
 * @UDS_ROLL_UP_NONE_ASSESSED: none of the indicators is assessed
 * @UDS_ROLL_UP_TOO_FEW: fewer than %UDS_ROLL_UP_INDICATORS_MIN are
 * @UDS_ROLL_UP_LOW_COVERAGE: less than one in %UDS_ROLL_UP_COVERAGE_MIN is
 */
typedef enum {
  UDS_ROLL_UP_MEAN,
  UDS_ROLL_UP_NO_INDICATORS,
  UDS_ROLL_UP_NONE_ASSESSED,
  UDS_ROLL_UP_TOO_FEW,
  UDS_ROLL_UP_LOW_COVERAGE,
} UdsRollUpReason;

/**
 * UdsRollUp:
 * @n_indicators: how many indicators there are
 * @n_assessed: how many of them have a score
 * @n_achieved: how many of them have reached their target
 * @sum: the sum of the scores
 *
 * Starts as zeros.
 */
typedef struct {
  guint  n_indicators;
  guint  n_assessed;
  guint  n_achieved;
  double sum;
} UdsRollUp;

void              uds_roll_up_add             (UdsRollUp         *self,
                                               const UdsProgress *progress);
void              uds_roll_up_merge           (UdsRollUp         *self,
                                               const UdsRollUp   *other);
UdsRollUpReason   uds_roll_up_get_reason      (const UdsRollUp   *self);
UdsProgressStatus uds_roll_up_get_status      (const UdsRollUp   *self);
const char       *uds_roll_up_get_label       (const UdsRollUp   *self);
gboolean          uds_roll_up_get_score       (const UdsRollUp   *self,
                                               double            *score);
char             *uds_roll_up_describe        (const UdsRollUp   *self,
                                               UdsLanguage        language);
char             *uds_roll_up_format_score    (double             score,
                                               UdsLanguage        language);
const char       *uds_roll_up_reason_get_name (UdsRollUpReason    reason);

G_END_DECLS
