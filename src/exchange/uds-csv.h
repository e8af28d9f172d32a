/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in text (RFC 4180 and what programs make of it): a reader that gives row after row with the place of each
 * cell. What the cells mean is the importers' business; text in other encodings goes through uds-encoding.h first. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UDS_CSV_MAX_ROWS 2000000
#define UDS_CSV_MAX_COLUMNS 1000
#define UDS_CSV_MAX_CELL (1 << 20)

/**
 * UdsCsvFlags:
 * @UDS_CSV_QUOTED: the cell stands in quotation marks
 * @UDS_CSV_STRAY: more text follows the closing quotation mark; it is part of the cell
 * @UDS_CSV_UNCLOSED: the closing quotation mark is missing, so the cell holds the rest of the file
 */
typedef enum {
  UDS_CSV_QUOTED   = 1 << 0,
  UDS_CSV_STRAY    = 1 << 1,
  UDS_CSV_UNCLOSED = 1 << 2,
} UdsCsvFlags;

typedef struct _UdsCsvReader UdsCsvReader;

UdsCsvReader *uds_csv_reader_new          (GBytes        *text,
                                           char           separator);
void          uds_csv_reader_free         (UdsCsvReader  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsCsvReader, uds_csv_reader_free)

gboolean      uds_csv_reader_next         (UdsCsvReader  *self,
                                           GError       **error);
guint         uds_csv_reader_get_row      (UdsCsvReader  *self);
guint         uds_csv_reader_get_line     (UdsCsvReader  *self);
guint         uds_csv_reader_get_n_cells  (UdsCsvReader  *self);
const char   *uds_csv_reader_get_cell     (UdsCsvReader  *self,
                                           guint          column);
UdsCsvFlags   uds_csv_reader_get_flags    (UdsCsvReader  *self,
                                           guint          column);

gboolean      uds_csv_reader_read_heading (UdsCsvReader  *self,
                                           GError       **error);
const char   *uds_csv_reader_get          (UdsCsvReader  *self,
                                           const char    *name);

char          uds_csv_detect_separator    (GBytes        *text);

G_END_DECLS
