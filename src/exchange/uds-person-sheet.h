/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People as one table, with how they are reached and what they are where: as people keep such tables. */
#pragma once

#include "uds-session.h"
#include "uds-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

UdsSheet *uds_person_sheet_new (UdsSession    *session,
                                UdsQuery      *query,
                                UdsLanguage    language,
                                int           *n_done,
                                GCancellable  *cancellable,
                                GError       **error);

G_END_DECLS
