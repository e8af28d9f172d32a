/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above an indicator's chart: series, unit, breakdowns, another indicator, lines or rows. */
#pragma once

#include "uds-context.h"
#include "uds-indicator-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_INDICATOR_SWITCHES (uds_indicator_switches_get_type ())
G_DECLARE_FINAL_TYPE (UdsIndicatorSwitches, uds_indicator_switches, UDS, INDICATOR_SWITCHES, AdwBin)

void uds_indicator_switches_show (UdsIndicatorSwitches *self,
                                  UdsContext           *context,
                                  UdsIndicatorView     *view);

G_END_DECLS
