/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The face of the goals view that lists what needs attention, in groups that say why. */
#pragma once

#include "uds-goals-reading.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_ATTENTION_LIST (uds_attention_list_get_type ())
G_DECLARE_FINAL_TYPE (UdsAttentionList, uds_attention_list, UDS, ATTENTION_LIST, AdwBin)

void uds_attention_list_show (UdsAttentionList *self,
                              UdsGoalsFound    *found);

G_END_DECLS
