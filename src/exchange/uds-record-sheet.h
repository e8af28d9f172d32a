/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of any kind as a sheet for people: labels, names and words where uds_export_csv() has fields, ids and codes
 * for machines. */
#pragma once

#include "uds-session.h"
#include "uds-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

UdsSheet *uds_record_sheet_new (UdsSession    *session,
                                UdsQuery      *query,
                                UdsLanguage    language,
                                int           *n_done,
                                GCancellable  *cancellable,
                                GError       **error);

G_END_DECLS
