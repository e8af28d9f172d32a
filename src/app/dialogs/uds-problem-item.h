/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem of an import or a paste as an item of a list, and what shows it. */
#pragma once

#include "uds-import-file.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_PROBLEM_ITEM (uds_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (UdsProblemItem, uds_problem_item, UDS, PROBLEM_ITEM, GObject)

UdsProblemItem *uds_problem_item_new      (const UdsProblem *problem,
                                           const char       *file,
                                           const char       *heading);
GListModel *uds_problem_item_list         (GPtrArray      *files);
GtkListItemFactory *uds_problem_item_factory_new (void);
char       *uds_problem_item_format_place (UdsProblemItem *self);
const char *uds_problem_item_get_value    (UdsProblemItem *self);
const char *uds_problem_item_get_reason   (UdsProblemItem *self);

G_END_DECLS
