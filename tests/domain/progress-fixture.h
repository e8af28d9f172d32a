/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of progress share. */
#pragma once

#include "uds-progress.h"

#include <math.h>

#define NONE NAN

#define SUBSTANTIAL UDS_PROGRESS_SUBSTANTIAL
#define MODERATE UDS_PROGRESS_MODERATE
#define LIMITED UDS_PROGRESS_LIMITED
#define WORSE UDS_PROGRESS_DETERIORATION
#define ACHIEVED UDS_PROGRESS_ACHIEVED
#define NOT_AVAILABLE UDS_PROGRESS_NOT_AVAILABLE

#define BY_TARGET UDS_PROGRESS_REASON_TARGET
#define BY_TREND UDS_PROGRESS_REASON_TREND

UdsProgress progress_of           (const UdsProgressPoint *points,
                                   gsize                   n_points,
                                   UdsProgressOptions      options);
UdsProgress progress_scored       (double                  score);
double      progress_random_value (GRand                  *random,
                                   double                  most);
