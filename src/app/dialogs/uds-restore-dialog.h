/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the backups of a database with what is in each, and has the one restored that the user chooses. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_RESTORE_DIALOG (uds_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UdsRestoreDialog, uds_restore_dialog, UDS, RESTORE_DIALOG, AdwDialog)

void uds_restore_dialog_present (GtkWidget  *parent,
                                 const char *database);

G_END_DECLS
