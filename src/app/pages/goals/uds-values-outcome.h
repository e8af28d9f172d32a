/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of what was typed or pasted into the table of values. */
#pragma once

#include "uds-observation-paste.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_VALUES_OUTCOME (uds_values_outcome_get_type ())
G_DECLARE_FINAL_TYPE (UdsValuesOutcome, uds_values_outcome, UDS, VALUES_OUTCOME, AdwBin)

void uds_values_outcome_show_problem (UdsValuesOutcome     *self,
                                      const UdsProblem     *problem,
                                      UdsObservationColumn  column);
void uds_values_outcome_show_paste   (UdsValuesOutcome     *self,
                                      UdsObservationPaste  *paste,
                                      UdsLanguage           language);
void uds_values_outcome_hide         (UdsValuesOutcome     *self);

G_END_DECLS
