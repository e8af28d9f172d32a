/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the Open SDG importer share. For src/exchange only. */
#pragma once

#include "uds-indicator-plan-private.h"

G_BEGIN_DECLS

extern const UdsIndicatorTerms uds_open_sdg_terms;

gboolean    uds_open_sdg_is_metadata   (const UdsImportFile  *file,
                                        const char          **reason);
JsonObject *uds_open_sdg_metadata_read (UdsImportFile        *file,
                                        GError              **error);
void        uds_open_sdg_note_settings (UdsImportFile        *file,
                                        JsonObject           *metadata);

G_END_DECLS
