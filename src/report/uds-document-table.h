/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of a document: columns with their headings, rows of text. How wide a column becomes is
 * the pages' business. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsMark:
 * @UDS_MARK_NONE: nothing
 * @UDS_MARK_DISC: achieved
 * @UDS_MARK_TRIANGLE_UP: on its way
 * @UDS_MARK_WEDGE: too slow
 * @UDS_MARK_BAR: standing
 * @UDS_MARK_TRIANGLE_DOWN: going back
 * @UDS_MARK_RING: not assessed
 *
 * A shape drawn before a text. It repeats what the text says.
 */
typedef enum {
  UDS_MARK_NONE,
  UDS_MARK_DISC,
  UDS_MARK_TRIANGLE_UP,
  UDS_MARK_WEDGE,
  UDS_MARK_BAR,
  UDS_MARK_TRIANGLE_DOWN,
  UDS_MARK_RING,
} UdsMark;

/**
 * UdsColumnFlags:
 * @UDS_COLUMN_NUMERIC: set flush right
 * @UDS_COLUMN_ROW_HEADER: its cells name their rows
 */
typedef enum {
  UDS_COLUMN_PLAIN      = 0,
  UDS_COLUMN_NUMERIC    = 1 << 0,
  UDS_COLUMN_ROW_HEADER = 1 << 1,
} UdsColumnFlags;

typedef struct _UdsDocumentTable UdsDocumentTable;

UdsDocumentTable *uds_document_table_new           (const char             *caption);
void              uds_document_table_free          (UdsDocumentTable       *self);
void              uds_document_table_add_column    (UdsDocumentTable       *self,
                                                    const char             *heading,
                                                    UdsMark                 mark,
                                                    UdsColumnFlags          flags);
void              uds_document_table_add_row       (UdsDocumentTable       *self,
                                                    const char *const      *cells);
void              uds_document_table_set_mark      (UdsDocumentTable       *self,
                                                    guint                   column,
                                                    UdsMark                 mark);
void              uds_document_table_set_strong    (UdsDocumentTable       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsDocumentTable, uds_document_table_free)

const char       *uds_document_table_get_caption   (const UdsDocumentTable *self);
guint             uds_document_table_get_n_columns (const UdsDocumentTable *self);
guint             uds_document_table_get_n_rows    (const UdsDocumentTable *self);
UdsColumnFlags    uds_document_table_get_flags     (const UdsDocumentTable *self,
                                                    guint                   column);
const char       *uds_document_table_get_heading   (const UdsDocumentTable *self,
                                                    guint                   column,
                                                    UdsMark                *mark);
const char       *uds_document_table_get_cell      (const UdsDocumentTable *self,
                                                    guint                   row,
                                                    guint                   column,
                                                    UdsMark                *mark);
gboolean          uds_document_table_is_strong     (const UdsDocumentTable *self,
                                                    guint                   row);

G_END_DECLS
