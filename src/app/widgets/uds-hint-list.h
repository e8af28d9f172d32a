/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be said of a record as it stands, above its fields. */
#pragma once

#include "uds-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

void uds_hint_list_fill (AdwPreferencesGroup *group,
                         GPtrArray           *rows,
                         UdsRecord           *record);

G_END_DECLS
