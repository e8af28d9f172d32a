/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The face of the goals view with the heat maps: the goals over the years, the targets by status. */
#pragma once

#include "uds-goals-reading.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_GOALS_HEAT (uds_goals_heat_get_type ())
G_DECLARE_FINAL_TYPE (UdsGoalsHeat, uds_goals_heat, UDS, GOALS_HEAT, AdwBin)

void          uds_goals_heat_bind       (UdsGoalsHeat *self,
                                         GSettings    *settings);
void          uds_goals_heat_show       (UdsGoalsHeat *self,
                                         UdsChartSpec *spec);
gboolean      uds_goals_heat_can_export (UdsGoalsHeat *self);
void          uds_goals_heat_export     (UdsGoalsHeat *self);

G_END_DECLS
