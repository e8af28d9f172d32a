/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What needs attention for one and the same reason, with the reason above. */
#pragma once

#include "uds-folding-group.h"
#include "uds-goals-reading.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * UdsAttentionReason:
 * @UDS_ATTENTION_UNPLACED: indicators without a goal
 * @UDS_ATTENTION_DETERIORATING: indicators that go back
 * @UDS_ATTENTION_OVERDUE: indicators that are overdue for a figure
 * @UDS_ATTENTION_UNMEASURED: targets without an indicator
 * @UDS_ATTENTION_UNSERVED: targets without an effort
 */
typedef enum {
  UDS_ATTENTION_UNPLACED,
  UDS_ATTENTION_DETERIORATING,
  UDS_ATTENTION_OVERDUE,
  UDS_ATTENTION_UNMEASURED,
  UDS_ATTENTION_UNSERVED,
} UdsAttentionReason;

#define UDS_N_ATTENTION_REASONS (UDS_ATTENTION_UNSERVED + 1)

#define UDS_TYPE_ATTENTION_GROUP (uds_attention_group_get_type ())
G_DECLARE_FINAL_TYPE (UdsAttentionGroup, uds_attention_group, UDS, ATTENTION_GROUP, UdsFoldingGroup)

GtkWidget *uds_attention_group_new      (UdsAttentionReason  reason);
void       uds_attention_group_show     (UdsAttentionGroup  *self,
                                         UdsGoalsFound      *found);
gboolean   uds_attention_group_is_empty (UdsAttentionGroup  *self);

G_END_DECLS
