/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cell in a column of values is. For src/exchange only. */
#pragma once

#include "uds-decimal.h"
#include "uds-problem.h"

G_BEGIN_DECLS

/**
 * UDS_VALUE_CELL_NIL:
 *
 * What statistics offices print for a figure that is zero, not for one that is missing.
 */
#define UDS_VALUE_CELL_NIL "-"

/**
 * UdsValueCell:
 * @code: %UDS_PROBLEM_NONE or a note where the cell can be imported; otherwise why not
 * @has_value: whether there is a value; an imported cell without says that there is none
 * @provisional: whether a star behind it says that it is not final
 * @value: the value
 * @repair: (nullable): what the cell must mean, as programs write it
 */
typedef struct {
  UdsProblemCode code;
  gboolean       has_value;
  gboolean       provisional;
  double         value;
  char          *repair;
} UdsValueCell;

void uds_value_cell_look  (UdsDecimalEvidence *evidence,
                           const char         *text);
void uds_value_cell_read  (UdsValueCell *self,
                           const char   *text,
                           const char   *nil,
                           UdsDecimal    decimal,
                           gboolean      accept_repair);
void uds_value_cell_clear (UdsValueCell *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UdsValueCell, uds_value_cell_clear)

G_END_DECLS
