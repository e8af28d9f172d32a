/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What users said of files, for the next file of the same shape. For src/exchange only. */
#pragma once

#include "uds-import-file.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean uds_import_memory_use   (JsonObject          *memory,
                                  UdsImportFile       *file);
gboolean uds_import_memory_learn (JsonObject          *memory,
                                  const UdsImportFile *file);

G_END_DECLS
