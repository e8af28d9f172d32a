/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart under its finding, to be seen as chart or as table and to be saved. */
#pragma once

#include "uds-chart-spec.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_CHART_CARD (uds_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (UdsChartCard, uds_chart_card, UDS, CHART_CARD, AdwBin)

void          uds_chart_card_set_spec (UdsChartCard *self,
                                       UdsChartSpec *spec);
UdsChartSpec *uds_chart_card_get_spec (UdsChartCard *self);
gboolean      uds_chart_card_is_empty (UdsChartCard *self);

G_END_DECLS
