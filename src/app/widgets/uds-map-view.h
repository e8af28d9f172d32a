/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map on screen: zoomed and panned by keyboard, pointer and touch, walked from place to place as every chart is. */
#pragma once

#include "uds-chart-view.h"

G_BEGIN_DECLS

#define UDS_TYPE_MAP_VIEW (uds_map_view_get_type ())
G_DECLARE_FINAL_TYPE (UdsMapView, uds_map_view, UDS, MAP_VIEW, UdsChartView)

/**
 * UDS_MAP_VIEW_STEP:
 *
 * How much nearer a key or a button comes.
 */
#define UDS_MAP_VIEW_STEP 1.5

GtkWidget *uds_map_view_new        (void);
void       uds_map_view_zoom       (UdsMapView           *self,
                                    double                factor);
void       uds_map_view_zoom_about (UdsMapView           *self,
                                    const UdsChartVertex *about,
                                    double                factor);
void       uds_map_view_pan        (UdsMapView           *self,
                                    double                x,
                                    double                y);
void       uds_map_view_show_whole (UdsMapView           *self);
void       uds_map_view_show_place (UdsMapView           *self,
                                    const char           *id);
gboolean   uds_map_view_is_sharp   (UdsMapView           *self);

G_END_DECLS
