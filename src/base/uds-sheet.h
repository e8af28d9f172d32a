/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table on its way to a spreadsheet: a heading, rows of typed cells, and what is said about it. How the formats write
 * it is src/exchange's. */
#pragma once

#include "uds-format.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UdsSheetCellType:
 * @UDS_SHEET_NONE: an empty cell
 * @UDS_SHEET_TEXT: text, whatever it looks like
 * @UDS_SHEET_NUMBER: a number, written with the decimals of its column
 * @UDS_SHEET_YEAR: a whole number that is never grouped
 * @UDS_SHEET_DATE: a day, in ISO form
 */
typedef enum {
  UDS_SHEET_NONE,
  UDS_SHEET_TEXT,
  UDS_SHEET_NUMBER,
  UDS_SHEET_YEAR,
  UDS_SHEET_DATE,
} UdsSheetCellType;

/**
 * UdsSheetCell:
 * @type: which member holds
 * @number: of a number or a year
 * @text: of a text or a date; belongs to the sheet
 */
typedef struct {
  UdsSheetCellType type;
  union {
    double      number;
    const char *text;
  };
} UdsSheetCell;

#define UDS_TYPE_SHEET (uds_sheet_get_type ())
G_DECLARE_FINAL_TYPE (UdsSheet, uds_sheet, UDS, SHEET, GObject)

UdsSheet           *uds_sheet_new           (const char   *name,
                                             UdsLanguage   language);
void                uds_sheet_set_title     (UdsSheet     *self,
                                             const char   *title);
void                uds_sheet_add_note      (UdsSheet     *self,
                                             const char   *note);
void                uds_sheet_add_column    (UdsSheet     *self,
                                             const char   *heading,
                                             int           decimals);
void                uds_sheet_append_none   (UdsSheet     *self);
void                uds_sheet_append_text   (UdsSheet     *self,
                                             const char   *text);
void                uds_sheet_append_number (UdsSheet     *self,
                                             double        number);
void                uds_sheet_append_year   (UdsSheet     *self,
                                             gint64        year);
void                uds_sheet_append_date   (UdsSheet     *self,
                                             const char   *date);

const char         *uds_sheet_get_name      (UdsSheet     *self);
UdsLanguage         uds_sheet_get_language  (UdsSheet     *self);
const char         *uds_sheet_get_title     (UdsSheet     *self);
gsize               uds_sheet_get_n_notes   (UdsSheet     *self);
const char         *uds_sheet_get_note      (UdsSheet     *self,
                                             gsize         index);
gsize               uds_sheet_get_n_columns (UdsSheet     *self);
const char         *uds_sheet_get_heading   (UdsSheet     *self,
                                             gsize         column);
int                 uds_sheet_get_decimals  (UdsSheet     *self,
                                             gsize         column);
gsize               uds_sheet_get_n_rows    (UdsSheet     *self);
const UdsSheetCell *uds_sheet_get_cell      (UdsSheet     *self,
                                             gsize         row,
                                             gsize         column);
char               *uds_sheet_format_cell   (UdsSheet     *self,
                                             gsize         row,
                                             gsize         column);

G_END_DECLS
