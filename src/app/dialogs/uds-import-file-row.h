/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of an import as a row that opens: what it was taken for, and what of that can be overruled. */
#pragma once

#include "uds-context.h"
#include "uds-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_IMPORT_FILE_ROW (uds_import_file_row_get_type ())
G_DECLARE_FINAL_TYPE (UdsImportFileRow, uds_import_file_row, UDS, IMPORT_FILE_ROW, AdwExpanderRow)

GtkWidget *uds_import_file_row_new (UdsContext *context,
                                    UdsImport  *import,
                                    guint       file);
GtkWidget *uds_import_file_row_get_first (UdsImportFileRow *self);

G_END_DECLS
