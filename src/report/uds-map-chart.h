/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps of whom the office has to do with: all networks with one of them lit, the members of one, or the whereabouts of
 * one city. */
#pragma once

#include "uds-chart-spec.h"
#include "uds-date.h"
#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsMapSelection:
 * @network: (nullable): the id of the network whose members are lit; %NULL for everybody
 * @only_members: whether the others are left out
 * @day: memberships and agreements count that are in force on it
 * @query: (nullable): what a list asks for, of which the places are shown alone: cities, organisations, or networks and
 *   who is in them; %NULL for everybody
 */
typedef struct {
  const char *network;
  gboolean only_members;
  UdsDate day;
  UdsQuery *query;
} UdsMapSelection;

UdsChartSpec *uds_session_chart_map       (UdsSession             *session,
                                           const UdsMapSelection  *selection,
                                           UdsLanguage             language,
                                           GError                **error);
UdsChartSpec *uds_map_chart_new_locator   (UdsRecord              *place,
                                           UdsLanguage             language);

G_END_DECLS
