/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was shown of each indicator when its page was left, for as long as the program runs. */
#pragma once

#include "uds-context.h"
#include "uds-indicator-selection.h"

G_BEGIN_DECLS

const UdsIndicatorSelection *uds_indicator_memory_get_selection (UdsContext                  *context,
                                                                 const char                  *id);
const char                  *uds_indicator_memory_get_form      (UdsContext                  *context,
                                                                 const char                  *id);
void                         uds_indicator_memory_keep          (UdsContext                  *context,
                                                                 const char                  *id,
                                                                 const UdsIndicatorSelection *selection,
                                                                 const char                  *form);

G_END_DECLS
