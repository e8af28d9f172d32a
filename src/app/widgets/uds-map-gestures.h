/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a map is zoomed and panned by hand. */
#pragma once

#include "uds-map-view.h"

G_BEGIN_DECLS

void uds_map_gestures_attach (UdsMapView *view);

G_END_DECLS
