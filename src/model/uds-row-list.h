/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of any length over the store: the query gives the order, rows are read in windows as they are looked at. */
#pragma once

#include "uds-list-groups.h"
#include "uds-row.h"
#include "uds-store.h"

G_BEGIN_DECLS

#define UDS_TYPE_ROW_LIST (uds_row_list_get_type ())
G_DECLARE_FINAL_TYPE (UdsRowList, uds_row_list, UDS, ROW_LIST, GObject)

UdsRowList   *uds_row_list_new        (UdsStore      *store);
void          uds_row_list_set_query  (UdsRowList    *self,
                                       UdsQuery      *query,
                                       UdsListGroups *groups);
gboolean      uds_row_list_is_grouped (UdsRowList    *self);
const char   *uds_row_list_get_section (UdsRowList   *self,
                                       guint          position,
                                       guint         *start,
                                       guint         *end);
gboolean      uds_row_list_is_loading (UdsRowList    *self);
const GError *uds_row_list_get_error  (UdsRowList    *self);
UdsRow       *uds_row_list_get_anchor (UdsRowList    *self);
void          uds_row_list_set_anchor (UdsRowList    *self,
                                       UdsRow        *anchor);
gboolean      uds_row_list_find       (UdsRowList    *self,
                                       const char    *id,
                                       guint         *position);

G_END_DECLS
