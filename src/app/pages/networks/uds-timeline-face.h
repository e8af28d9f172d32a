/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was agreed for a time, as a face of the list of agreements: the timeline, and below it what expires soon. */
#pragma once

#include "uds-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_TIMELINE_FACE (uds_timeline_face_get_type ())
G_DECLARE_FINAL_TYPE (UdsTimelineFace, uds_timeline_face, UDS, TIMELINE_FACE, AdwBin)

GtkWidget *uds_timeline_face_new (void);
void       uds_timeline_face_ask (UdsTimelineFace *self,
                                  UdsContext      *context,
                                  UdsQuery        *query);

G_END_DECLS
