/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a tidy table at hand and what becomes of its cells. For src/exchange only. */
#pragma once

#include "uds-import-file.h"
#include "uds-tidy-columns-private.h"

G_BEGIN_DECLS

/**
 * UDS_TIDY_FOOTNOTE:
 *
 * The heading of a remark that is the footnote and nothing else; those with a number are kept as they are besides.
 */
#define UDS_TIDY_FOOTNOTE "COMMENT_OBS"

/**
 * UdsTidyMark:
 * @text: the cell without blanks around it
 * @trimmed: whether there were any
 * @code: what is odd about it
 * @detail: (nullable): what the reason names besides
 * @repair: (nullable): what would be right
 */
typedef struct {
  const char     *text;
  gboolean        trimmed;
  UdsProblemCode  code;
  const char     *detail;
  const char     *repair;
} UdsTidyMark;

/**
 * UdsTidyRow:
 * @file: the file that counts the cells
 * @reader: stands at the row
 * @columns: (element-type UdsTidyColumn): the columns
 * @marks: (element-type UdsTidyMark): one per cell
 * @scratch: texts that last as long as the row
 */
typedef struct {
  UdsImportFile *file;
  UdsCsvReader  *reader;
  GArray        *columns;
  GArray        *marks;
  GStringChunk  *scratch;
} UdsTidyRow;

const char *uds_tidy_cell_read (UdsCsvReader *reader,
                                GArray       *columns,
                                guint         column,
                                GStringChunk *scratch,
                                gboolean     *trimmed);

const UdsTidyMark *uds_tidy_row_get    (UdsTidyRow     *self,
                                        guint           column);
void               uds_tidy_row_set    (UdsTidyRow     *self,
                                        guint           column,
                                        UdsProblemCode  code,
                                        const char     *detail,
                                        const char     *repair);
void               uds_tidy_row_refuse (UdsTidyRow     *self,
                                        UdsProblemCode  code,
                                        const char     *detail);
gboolean           uds_tidy_row_read   (UdsTidyRow     *self);
void               uds_tidy_row_settle (UdsTidyRow     *self);

const char *uds_tidy_row_join (UdsTidyRow    *self,
                               UdsColumnRole  first,
                               UdsColumnRole  last,
                               GString       *joined);

char *uds_tidy_row_make_json (UdsTidyRow    *self,
                              UdsColumnRole  first,
                              UdsColumnRole  last,
                              gboolean     (*is_total) (const char *category));

const char *uds_tidy_row_get_text      (UdsTidyRow    *self,
                                        UdsColumnRole  role);
const char *uds_quality_from_status    (const char    *text);
gboolean    uds_quality_is_code        (const char    *text);
const char *uds_tidy_row_get_quality   (UdsTidyRow    *self);
char       *uds_tidy_row_make_footnote (UdsTidyRow    *self);

G_END_DECLS
