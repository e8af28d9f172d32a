/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row in which a day is typed or picked from a calendar. */
#pragma once

#include "uds-date.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_DAY_ROW (uds_day_row_get_type ())
G_DECLARE_FINAL_TYPE (UdsDayRow, uds_day_row, UDS, DAY_ROW, AdwEntryRow)

GtkWidget *uds_day_row_new     (const char    *title);
gboolean   uds_day_row_get_day (UdsDayRow     *self,
                                UdsDate       *day);
void       uds_day_row_set_day (UdsDayRow     *self,
                                const UdsDate *day);

G_END_DECLS
