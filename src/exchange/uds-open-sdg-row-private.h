/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a tidy table at hand and what becomes of its cells. For src/exchange only. */
#pragma once

#include "uds-import-file.h"
#include "uds-open-sdg-columns-private.h"

G_BEGIN_DECLS

/**
 * UdsOpenSdgMark:
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
} UdsOpenSdgMark;

/**
 * UdsOpenSdgRow:
 * @file: the file that counts the cells
 * @reader: stands at the row
 * @columns: (element-type UdsOpenSdgColumn): the columns
 * @marks: (element-type UdsOpenSdgMark): one per cell
 * @scratch: texts that last as long as the row
 */
typedef struct {
  UdsImportFile *file;
  UdsCsvReader  *reader;
  GArray        *columns;
  GArray        *marks;
  GStringChunk  *scratch;
} UdsOpenSdgRow;

const UdsOpenSdgMark *uds_open_sdg_row_get    (UdsOpenSdgRow   *self,
                                               guint            column);
void                  uds_open_sdg_row_set    (UdsOpenSdgRow   *self,
                                               guint            column,
                                               UdsProblemCode   code,
                                               const char      *detail,
                                               const char      *repair);
void                  uds_open_sdg_row_refuse (UdsOpenSdgRow   *self,
                                               UdsProblemCode   code,
                                               const char      *detail);
gboolean              uds_open_sdg_row_read   (UdsOpenSdgRow   *self);
void                  uds_open_sdg_row_settle (UdsOpenSdgRow   *self);

G_END_DECLS
