/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the writer of workbooks share. For src/exchange only. */
#pragma once

#include "uds-sheet-package-private.h"

G_BEGIN_DECLS

#define UDS_XLSX_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/**
 * UdsXlsxStyle:
 * @UDS_XLSX_PLAIN: as the program that opens it has it
 * @UDS_XLSX_HEADING: bold
 * @UDS_XLSX_YEAR: a whole number that is never grouped
 * @UDS_XLSX_DATE: a day
 * @UDS_XLSX_NOTE: text over several lines
 * @UDS_XLSX_FORMULA: text that would become a formula when somebody edits it
 * @UDS_XLSX_DECIMALS: a number without decimals; the next styles have one decimal more each
 *
 * The styles of cells by their place in the workbook.
 */
typedef enum {
  UDS_XLSX_PLAIN,
  UDS_XLSX_HEADING,
  UDS_XLSX_YEAR,
  UDS_XLSX_DATE,
  UDS_XLSX_NOTE,
  UDS_XLSX_FORMULA,
  UDS_XLSX_DECIMALS,
} UdsXlsxStyle;

void uds_xlsx_write_styles (GsfXMLOut *xml);

G_END_DECLS
