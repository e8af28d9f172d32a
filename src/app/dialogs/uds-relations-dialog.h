/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record is tied to, as a picture on demand. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

gboolean uds_relations_dialog_can_show (const UdsKind *kind);
void     uds_relations_dialog_present  (UdsPage       *page,
                                        const UdsKind *kind,
                                        const char    *id);

G_END_DECLS
