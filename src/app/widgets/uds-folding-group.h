/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group of rows that may be long: the first few are made, and more on demand. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_FOLDING_GROUP (uds_folding_group_get_type ())
G_DECLARE_DERIVABLE_TYPE (UdsFoldingGroup, uds_folding_group, UDS, FOLDING_GROUP, AdwPreferencesGroup)

/**
 * UdsFoldingGroupClass:
 * @make_row: makes the row of a member
 */
struct _UdsFoldingGroupClass
{
  AdwPreferencesGroupClass parent_class;

  GtkWidget *(*make_row) (UdsFoldingGroup *self,
                          guint            index);
};

void       uds_folding_group_show       (UdsFoldingGroup *self,
                                         guint            n_members);
void       uds_folding_group_clear      (UdsFoldingGroup *self);
void       uds_folding_group_add_row    (UdsFoldingGroup *self,
                                         GtkWidget       *row);
guint      uds_folding_group_get_n_rows (UdsFoldingGroup *self);
GtkWidget *uds_folding_group_get_row    (UdsFoldingGroup *self,
                                         guint            index);

G_END_DECLS
