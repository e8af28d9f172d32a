/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator in a list: its course, its name, the latest value, the target, the status. */
#pragma once

#include "uds-indicator-digest.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_INDICATOR_ROW (uds_indicator_row_get_type ())
G_DECLARE_FINAL_TYPE (UdsIndicatorRow, uds_indicator_row, UDS, INDICATOR_ROW, AdwPreferencesRow)

GtkWidget *uds_indicator_row_new        (UdsIndicatorDigest *digest,
                                         UdsLanguage         language);
void       uds_indicator_row_set_narrow (UdsIndicatorRow    *self,
                                         gboolean            narrow);

char      *uds_indicator_format_latest  (UdsIndicatorDigest *digest,
                                         UdsLanguage         language);
char      *uds_indicator_format_target  (UdsIndicatorDigest *digest,
                                         UdsLanguage         language);

G_END_DECLS
