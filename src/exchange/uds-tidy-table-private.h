/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of observations with a heading: one observation a row, or one a column for each period. For src/exchange
 * only. */
#pragma once

#include "uds-indicator-table-private.h"
#include "uds-json.h"
#include "uds-tidy-columns-private.h"

G_BEGIN_DECLS

gboolean           uds_tidy_is_table     (const UdsImportFile   *file,
                                          const UdsTidyDialect  *dialect,
                                          const char           **reason);
UdsIndicatorTable *uds_tidy_table_read   (UdsImportFile         *file,
                                          const UdsTidyDialect  *dialect,
                                          gboolean               repair,
                                          JsonObject            *metadata,
                                          GError               **error);
void               uds_tidy_table_refuse (UdsImportFile         *file,
                                          const UdsTidyDialect  *dialect,
                                          const GError          *error);

GPtrArray *uds_tidy_tables_plan (GPtrArray            *files,
                                 const UdsTidyDialect *dialect,
                                 gboolean              repair);

G_END_DECLS
