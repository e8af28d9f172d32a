/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of records of one kind: what its columns are and what a row says. For the two halves of the importer. */
#pragma once

#include "uds-csv.h"
#include "uds-import-file.h"
#include "uds-session.h"

G_BEGIN_DECLS

/* What a column is that is none of the kind's fields. */
#define UDS_RECORD_COLUMN_ID (-1)
#define UDS_RECORD_COLUMN_UNKNOWN (-2)
#define UDS_RECORD_COLUMN_UNNAMED (-3)
#define UDS_RECORD_COLUMN_DUPLICATE (-4)

/**
 * UdsRecordColumn:
 * @heading: its heading without blanks around it
 * @field: the place of its field in the field table, or one of the constants above
 */
typedef struct {
  char *heading;
  int   field;
} UdsRecordColumn;

/**
 * UdsRecordTable:
 * @file: the file
 * @kind: the kind its rows are of
 * @columns: (element-type UdsRecordColumn): its columns
 * @decimal: the decimal sign of its numbers
 * @repair: whether the repairs proposed are accepted
 */
typedef struct {
  UdsImportFile *file;
  const UdsKind *kind;
  GArray        *columns;
  UdsDecimal     decimal;
  gboolean       repair;
} UdsRecordTable;

/**
 * UdsRecordCell:
 * @code: what becomes of it; %UDS_PROBLEM_NONE also where it is empty
 * @detail: (nullable): what the reason names besides
 * @repair: (nullable): what would be right
 */
typedef struct {
  UdsProblemCode  code;
  char           *detail;
  char           *repair;
} UdsRecordCell;

/**
 * UdsRecordRow:
 * @table: the table
 * @reader: a reader at the row
 * @cells: (element-type UdsRecordCell): its cells
 * @said: (nullable): the values that the row gives; a reference is still as it is written
 * @id: (nullable): the id that the row gives
 * @refused: whether nothing of it can be imported
 */
typedef struct {
  const UdsRecordTable *table;
  UdsCsvReader         *reader;
  GArray               *cells;
  UdsRecord            *said;
  char                 *id;
  gboolean              refused;
} UdsRecordRow;

UdsRecordTable *uds_record_table_new    (UdsImportFile         *file,
                                         gboolean               repair,
                                         GError               **error);
void            uds_record_table_free   (UdsRecordTable        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsRecordTable, uds_record_table_free)
const UdsKind  *uds_record_table_guess  (const UdsImportFile   *file);

void            uds_record_row_init     (UdsRecordRow          *row,
                                         const UdsRecordTable  *table);
void            uds_record_row_clear    (UdsRecordRow          *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UdsRecordRow, uds_record_row_clear)
gboolean        uds_record_row_next     (UdsRecordRow          *row,
                                         GError               **error);
const char     *uds_record_row_get_text (const UdsRecordRow    *row,
                                         guint                  column);

gboolean        uds_record_table_save   (UdsRecordTable        *self,
                                         UdsSession            *session,
                                         GError               **error);

G_END_DECLS
