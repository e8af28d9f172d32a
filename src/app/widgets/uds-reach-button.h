/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that writes to an address, calls a number or opens a website. */
#pragma once

#include "uds-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_REACH_BUTTON (uds_reach_button_get_type ())
G_DECLARE_FINAL_TYPE (UdsReachButton, uds_reach_button, UDS, REACH_BUTTON, AdwBin)

void uds_reach_button_add_to_entry  (AdwEntryRow    *row,
                                     const UdsField *field);
void uds_reach_button_add_to_row    (AdwActionRow   *row,
                                     const char     *way,
                                     const char     *value);
void uds_reach_button_add_for_point (AdwActionRow   *row,
                                     UdsRecord      *record);

G_END_DECLS
