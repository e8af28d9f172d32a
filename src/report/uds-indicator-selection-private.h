/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the selection share. */
#pragma once

#include "uds-indicator-selection.h"

G_BEGIN_DECLS

gboolean uds_indicator_selection_is_candidate (const UdsIndicatorSelection *self,
                                               const UdsIndicatorPart      *part);

G_END_DECLS
