/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the preview of a file asks of the indicators in it: their goal, title and place. */
#pragma once

#include "uds-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

char      *uds_import_standing_describe (UdsImport   *import,
                                         guint        file,
                                         UdsLanguage  language);
gboolean   uds_import_standing_is_asked (UdsImport   *import,
                                         guint        file);
GPtrArray *uds_import_standing_rows_new (UdsImport   *import,
                                         guint        file,
                                         UdsLanguage  language);

G_END_DECLS
