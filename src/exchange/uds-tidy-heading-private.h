/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the heading of a tidy table is and whether it makes one. For src/exchange only. */
#pragma once

#include "uds-tidy-columns-private.h"
#include "uds-tidy-frame-private.h"

G_BEGIN_DECLS

char          uds_tidy_heading_find_separator (const UdsImportFile   *file,
                                               const UdsTidyDialect  *dialect);
UdsCsvReader *uds_tidy_heading_open           (const UdsImportFile   *file,
                                               const UdsTidyDialect  *dialect,
                                               UdsTidyFrame          *frame,
                                               GError               **error);
gboolean      uds_tidy_heading_has_values     (GArray                *columns);
void          uds_tidy_heading_list           (GArray                *columns,
                                               UdsImportFile         *file);

G_END_DECLS
