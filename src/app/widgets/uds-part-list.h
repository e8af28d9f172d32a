/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a record, to be opened, added and removed where they stand: the parties of an agreement, the focus areas
 * of an agenda. */
#pragma once

#include "uds-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_PART_LIST (uds_part_list_get_type ())
G_DECLARE_FINAL_TYPE (UdsPartList, uds_part_list, UDS, PART_LIST, AdwBin)

GtkWidget *uds_part_list_new (const char        *title,
                              const char        *kind,
                              const char        *owner_field,
                              const char        *owner,
                              const char *const *choices);
void       uds_part_list_add (UdsPartList       *self,
                              UdsRecord         *part,
                              UdsRecord         *opened,
                              const char        *title,
                              const char        *facts);

G_END_DECLS
