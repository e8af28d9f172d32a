/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says that a record may be about the same as others, and leads to making one of them. */
#pragma once

#include "uds-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *uds_similar_group_new (const UdsKind *kind,
                                  GPtrArray     *similar,
                                  gboolean       can_write,
                                  UdsLanguage    language);

G_END_DECLS
