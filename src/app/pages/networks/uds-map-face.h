/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the office has to do with, as a face of the lists of networks, cities and organisations: the map, and beside it
 * the list of its places. */
#pragma once

#include "uds-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_MAP_FACE (uds_map_face_get_type ())
G_DECLARE_FINAL_TYPE (UdsMapFace, uds_map_face, UDS, MAP_FACE, AdwBin)

GtkWidget *uds_map_face_new (void);
void       uds_map_face_ask (UdsMapFace *self,
                             UdsContext *context,
                             UdsQuery   *query,
                             GVariant   *filter);

G_END_DECLS
