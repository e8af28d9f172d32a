/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem of an import as an item of a list. */
#pragma once

#include "uds-import-file.h"

G_BEGIN_DECLS

#define UDS_TYPE_PROBLEM_ITEM (uds_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (UdsProblemItem, uds_problem_item, UDS, PROBLEM_ITEM, GObject)

GListModel *uds_problem_item_list         (GPtrArray      *files);
char       *uds_problem_item_format_place (UdsProblemItem *self,
                                           gboolean        with_file);
const char *uds_problem_item_get_value    (UdsProblemItem *self);
const char *uds_problem_item_get_reason   (UdsProblemItem *self);

G_END_DECLS
