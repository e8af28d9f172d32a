/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of a map as a list beside it: all of them, also those that have no name on it. */
#pragma once

#include "uds-chart-spec.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_MAP_LIST (uds_map_list_get_type ())
G_DECLARE_FINAL_TYPE (UdsMapList, uds_map_list, UDS, MAP_LIST, AdwBin)

GtkWidget *uds_map_list_new        (void);
void       uds_map_list_set_spec   (UdsMapList   *self,
                                    UdsChartSpec *spec);
void       uds_map_list_show_place (UdsMapList   *self,
                                    const char   *id);

G_END_DECLS
