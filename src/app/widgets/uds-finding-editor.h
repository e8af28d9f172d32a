/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence that is written from the data until somebody writes a better one in its place. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_FINDING_EDITOR (uds_finding_editor_get_type ())
G_DECLARE_FINAL_TYPE (UdsFindingEditor, uds_finding_editor, UDS, FINDING_EDITOR, AdwBin)

void uds_finding_editor_show  (UdsFindingEditor *self,
                               const char       *text,
                               const char       *automatic,
                               gboolean          can_edit);
void uds_finding_editor_edit  (UdsFindingEditor *self);
void uds_finding_editor_flush (UdsFindingEditor *self);

G_END_DECLS
