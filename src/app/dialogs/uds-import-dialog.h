/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what is in files before they are imported, takes corrections, and imports them. */
#pragma once

#include "uds-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_IMPORT_DIALOG (uds_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UdsImportDialog, uds_import_dialog, UDS, IMPORT_DIALOG, AdwDialog)

void uds_import_dialog_present (GtkWidget  *parent,
                                UdsContext *context,
                                GListModel *files);

G_END_DECLS
