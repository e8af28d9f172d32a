/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a list of records: its name, or what one of the columns of its kind says, filled as soon as the record is
 * read. */
#pragma once

#include "uds-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * UDS_RECORD_CELL_NAME:
 *
 * The name, in the place of the number of a column.
 */
#define UDS_RECORD_CELL_NAME -1

#define UDS_TYPE_RECORD_CELL (uds_record_cell_get_type ())
G_DECLARE_FINAL_TYPE (UdsRecordCell, uds_record_cell, UDS, RECORD_CELL, AdwBin)

GtkWidget *uds_record_cell_new              (int            column,
                                             UdsLanguage    language);
void       uds_record_cell_set_row          (UdsRecordCell *self,
                                             UdsRow        *row);
void       uds_record_cell_set_summary_from (UdsRecordCell *self,
                                             guint          column);
void       uds_record_cell_set_with_code    (UdsRecordCell *self,
                                             gboolean       with_code);

G_END_DECLS
