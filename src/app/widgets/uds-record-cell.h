/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a list of records: its name, its dates or its place, filled as soon as the record is read. */
#pragma once

#include "uds-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum {
  UDS_CELL_NAME,
  UDS_CELL_DATES,
  UDS_CELL_PLACE,
} UdsCellContent;

#define UDS_TYPE_RECORD_CELL (uds_record_cell_get_type ())
G_DECLARE_FINAL_TYPE (UdsRecordCell, uds_record_cell, UDS, RECORD_CELL, AdwBin)

GtkWidget *uds_record_cell_new              (UdsCellContent  content,
                                             UdsLanguage     language);
void       uds_record_cell_set_row          (UdsRecordCell  *self,
                                             UdsRow         *row);
void       uds_record_cell_set_with_summary (UdsRecordCell  *self,
                                             gboolean        with_summary);
void       uds_record_cell_set_with_code    (UdsRecordCell  *self,
                                             gboolean        with_code);

G_END_DECLS
