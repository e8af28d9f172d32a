/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a list of records in a column view: the name, and as many of the kind's own as there is room for. */
#pragma once

#include "uds-list-columns.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_RECORD_COLUMNS (uds_record_columns_get_type ())
G_DECLARE_FINAL_TYPE (UdsRecordColumns, uds_record_columns, UDS, RECORD_COLUMNS, GObject)

UdsRecordColumns *uds_record_columns_new       (GtkColumnView    *view);
void              uds_record_columns_set_kind  (UdsRecordColumns *self,
                                                const UdsKind    *kind,
                                                UdsLanguage       language);
void              uds_record_columns_set_room  (UdsRecordColumns *self,
                                                int               n_columns);
const char       *uds_record_columns_get_order (UdsRecordColumns *self,
                                                gboolean         *descending);

G_END_DECLS
