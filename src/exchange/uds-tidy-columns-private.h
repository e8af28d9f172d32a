/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a tidy table are, by their headings. For src/exchange only. */
#pragma once

#include "uds-csv.h"
#include "uds-import-file.h"

G_BEGIN_DECLS

/**
 * UdsTidyDialect:
 * @get_role: what a heading that is not empty says of its column
 * @is_total: (nullable): whether a category of a breakdown means all of them, so that it is left out
 * @wide: whether headings may be periods where no column is one
 * @is_format: whether its headings make the format, so that what the user says of other headings does not
 *
 * How those who write a format name their columns.
 */
typedef struct {
  UdsColumnRole (*get_role) (const char *heading);
  gboolean      (*is_total) (const char *category);
  gboolean        wide;
  gboolean        is_format;
} UdsTidyDialect;

/**
 * UdsTidyColumn:
 * @role: what it is
 * @name: its heading without blanks around it
 * @wanted: (nullable): the only category wanted of it; rows with another are left out, and it is no breakdown then
 */
typedef struct {
  UdsColumnRole role;
  char         *name;
  const char   *wanted;
} UdsTidyColumn;

GArray  *uds_tidy_columns_read (UdsCsvReader         *reader,
                                const UdsTidyDialect *dialect,
                                const UdsImportFile  *file);
gboolean uds_tidy_columns_find (GArray               *columns,
                                UdsColumnRole         role,
                                guint                *place);

G_END_DECLS
