/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the Open SDG importer share. For src/exchange only. */
#pragma once

#include "uds-indicator-plan-private.h"

G_BEGIN_DECLS

/**
 * UdsOpenSdgText:
 * @field: a field of an indicator
 * @keys: the settings that can fill it, best first, ended by %NULL
 */
typedef struct {
  const char *field;
  const char *keys[5];
} UdsOpenSdgText;

extern const UdsIndicatorTerms uds_open_sdg_terms;

gboolean    uds_open_sdg_is_metadata   (const UdsImportFile  *file,
                                        const char          **reason);
JsonObject *uds_open_sdg_metadata_read (UdsImportFile        *file,
                                        GError              **error);
void        uds_open_sdg_note_settings (UdsImportFile        *file,
                                        JsonObject           *metadata);
const UdsOpenSdgText *uds_open_sdg_list_texts (gsize *n_texts);

JsonObject *uds_open_sdg_settings_new  (UdsSession           *session,
                                        UdsRecord            *indicator,
                                        GError              **error);

/* What stands under our own key in the settings that we write. */
JsonObject *uds_open_sdg_own_get       (JsonObject           *settings);
JsonObject *uds_open_sdg_own_new       (UdsSession           *session,
                                        UdsRecord            *indicator,
                                        GError              **error);
void        uds_open_sdg_own_remember  (JsonObject           *own,
                                        JsonObject           *settings,
                                        const char           *key,
                                        JsonNode             *instead);
JsonObject *uds_open_sdg_own_forget    (JsonObject           *settings);
const char *uds_open_sdg_own_get_text  (JsonObject           *own,
                                        const char           *field);
void        uds_open_sdg_own_fill      (JsonObject           *own,
                                        UdsRecord            *indicator);
GPtrArray  *uds_open_sdg_own_list_parts (JsonObject          *own,
                                         const UdsKind       *kind);

G_END_DECLS
