/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets as files that spreadsheets open: OpenDocument, Office Open XML, CSV; and as HTML for the clipboard. What is in
 * a sheet is the caller's. */
#pragma once

#include "uds-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UdsSheetFormat:
 * @UDS_SHEET_CSV: commas, a decimal point, ISO dates, UTF-8; notes below the table
 * @UDS_SHEET_ODS: an OpenDocument spreadsheet; notes on a second sheet
 * @UDS_SHEET_XLSX: an Excel workbook; notes on a second sheet
 */
typedef enum {
  UDS_SHEET_CSV,
  UDS_SHEET_ODS,
  UDS_SHEET_XLSX,
} UdsSheetFormat;

gboolean    uds_sheet_format_from_name  (const char      *name,
                                         UdsSheetFormat  *format);
GBytes     *uds_sheet_render            (UdsSheet        *sheet,
                                         UdsSheetFormat   format,
                                         GCancellable    *cancellable,
                                         GError         **error);
gboolean    uds_sheet_write             (UdsSheet        *sheet,
                                         UdsSheetFormat   format,
                                         GFile           *file,
                                         GCancellable    *cancellable,
                                         GError         **error);
char       *uds_sheet_to_html           (UdsSheet        *sheet);

G_END_DECLS
