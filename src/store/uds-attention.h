/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What needs somebody's attention among the goals: indicators that belong to none, go back or are overdue for a figure,
 * and targets that nothing measures or nothing serves. */
#pragma once

#include "uds-goal-digest.h"
#include "uds-update.h"

G_BEGIN_DECLS

/**
 * UdsAttention:
 * @unplaced: (element-type UdsIndicatorDigest): indicators without a goal, in order
 * @deteriorating: (element-type UdsIndicatorDigest): indicators that are going back, the worst first
 * @overdue: (element-type UdsIndicatorDigest): indicators that are overdue for their next figure, those with the oldest
 *   latest figure first
 * @unmeasured: (element-type UdsRecord): targets without an indicator, in order
 * @unserved: (element-type UdsRecord): targets without an effort, in order
 */
typedef struct {
  GPtrArray *unplaced;
  GPtrArray *deteriorating;
  GPtrArray *overdue;
  GPtrArray *unmeasured;
  GPtrArray *unserved;
} UdsAttention;

UdsAttention *uds_attention_new             (GPtrArray          *digests,
                                             const UdsDate      *today);
void          uds_attention_free            (UdsAttention       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsAttention, uds_attention_free)

UdsUpdate     uds_indicator_digest_find_update (UdsIndicatorDigest *self,
                                             const UdsDate      *today);
char         *uds_indicator_digest_describe_update (UdsIndicatorDigest *self,
                                             const UdsDate      *today,
                                             UdsLanguage         language);

G_END_DECLS
