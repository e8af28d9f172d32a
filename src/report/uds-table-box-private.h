/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table, measured: how wide its columns are, how many lines its rows have; and drawn, row by row.
 * For src/report only. */
#pragma once

#include "uds-document-table.h"
#include "uds-painter-private.h"
#include "uds-typesetter-private.h"

G_BEGIN_DECLS

typedef struct _UdsTableBox UdsTableBox;

UdsTableBox *uds_table_box_new             (const UdsDocumentTable *table,
                                            UdsTypesetter          *typesetter,
                                            double                  width);
void         uds_table_box_free            (UdsTableBox            *self);
gboolean     uds_table_box_has_head        (const UdsTableBox      *self);
double       uds_table_box_get_head_height (const UdsTableBox      *self);
guint        uds_table_box_get_n_lines     (const UdsTableBox      *self,
                                            guint                   row);
double       uds_table_box_get_row_height  (guint                   n_lines);
guint        uds_table_box_get_lines_in    (double                  height);
void         uds_table_box_draw_head       (const UdsTableBox      *self,
                                            UdsPainter             *painter,
                                            double                  x,
                                            double                  y,
                                            gboolean                repeated);
void         uds_table_box_draw_row        (const UdsTableBox      *self,
                                            UdsPainter             *painter,
                                            guint                   row,
                                            double                  x,
                                            double                  y,
                                            guint                   first,
                                            guint                   n_lines);

G_END_DECLS
