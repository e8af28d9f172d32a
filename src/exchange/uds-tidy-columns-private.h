/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a tidy table are, by their headings. For src/exchange only. */
#pragma once

#include "uds-csv.h"
#include "uds-import-file.h"

G_BEGIN_DECLS

/**
 * UdsTidyColumn:
 * @role: what it is
 * @name: its heading without blanks around it, as the dialect means it
 * @wanted: (nullable): the only category wanted of it; rows with another are left out, and it is no breakdown then
 * @whole: (nullable): of a breakdown, the category that means all of them
 * @read: (nullable): what the dialect takes a cell for; gets the text of the cell after it too, and may use @scratch
 * @is_exponent: whether its cells say by which power of ten the values are to be multiplied
 */
typedef struct _UdsTidyColumn UdsTidyColumn;
struct _UdsTidyColumn
{
  UdsColumnRole role;
  char         *name;
  const char   *wanted;
  const char   *whole;
  const char *(*read) (const UdsTidyColumn *self,
                       const char          *text,
                       const char          *next,
                       GStringChunk        *scratch);
  gboolean      is_exponent;
};

/**
 * UdsTidyDialect:
 * @get_role: what a heading that is not empty says of its column
 * @find_separator: (nullable): what stands between the cells, where the beginning of the file says; 0 where not
 * @read_heading: (nullable): makes more of a column than its heading: a name without its code, how its cells are read
 * @is_total: (nullable): whether a category of a breakdown means all of them, so that it is left out
 * @look_at_row: (nullable): why a row must not be imported, %UDS_PROBLEM_NONE for most
 * @quality: (nullable): the quality of a value about which nothing else is said
 * @nil: (nullable): the sign that the format writes for a figure that is zero
 * @wide: whether headings may be periods where no column is one
 * @framed: whether a title may stand above the heading and notes below the rows
 * @has_parts: whether the categories of a breakdown are told by their words to be the whole among its parts
 * @is_program: whether programs alone write it, so that a comma between cells means that numbers have a point
 * @is_format: whether its headings make the format, so that what the user says of other headings does not
 *
 * How those who write a format name their columns.
 */
typedef struct {
  UdsColumnRole   (*get_role)       (const char *heading);
  char            (*find_separator) (GBytes *text);
  void            (*read_heading)   (UdsTidyColumn *column,
                                     UdsCsvReader  *reader,
                                     guint          place);
  gboolean        (*is_total)       (const char *category);
  UdsProblemCode  (*look_at_row)    (UdsCsvReader *reader,
                                     GArray       *columns);
  const char       *quality;
  const char       *nil;
  gboolean          wide;
  gboolean          framed;
  gboolean          has_parts;
  gboolean          is_program;
  gboolean          is_format;
} UdsTidyDialect;

GArray  *uds_tidy_columns_read (UdsCsvReader         *reader,
                                const UdsTidyDialect *dialect,
                                const UdsImportFile  *file);
gboolean uds_tidy_columns_find (GArray               *columns,
                                UdsColumnRole         role,
                                guint                *place);

G_END_DECLS
