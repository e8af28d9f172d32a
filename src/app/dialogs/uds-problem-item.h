/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem of an import as an item of a list. */
#pragma once

#include "uds-import-file.h"

G_BEGIN_DECLS

#define UDS_TYPE_PROBLEM_ITEM (uds_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (UdsProblemItem, uds_problem_item, UDS, PROBLEM_ITEM, GObject)

/**
 * UdsProblemColumn:
 * @UDS_PROBLEM_COLUMN_FILE: the name of the file
 * @UDS_PROBLEM_COLUMN_ROW: the row
 * @UDS_PROBLEM_COLUMN_HEADING: the column, by its heading where it has one
 * @UDS_PROBLEM_COLUMN_VALUE: what stands there
 * @UDS_PROBLEM_COLUMN_REASON: what is odd about it, and the repair
 */
typedef enum {
  UDS_PROBLEM_COLUMN_FILE,
  UDS_PROBLEM_COLUMN_ROW,
  UDS_PROBLEM_COLUMN_HEADING,
  UDS_PROBLEM_COLUMN_VALUE,
  UDS_PROBLEM_COLUMN_REASON,
} UdsProblemColumn;

GListModel *uds_problem_item_list   (GPtrArray        *files);
char       *uds_problem_item_format (UdsProblemItem   *self,
                                     UdsProblemColumn  column);

G_END_DECLS
