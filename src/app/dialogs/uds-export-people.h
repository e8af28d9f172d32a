/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks as what people go out: a table, or vCards of a version. */
#pragma once

#include "uds-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * UdsExportPeopleFunc:
 * @version: the version of vCards, 40 or 30; 0 for a table
 * @data: the caller's
 */
typedef void (*UdsExportPeopleFunc) (guint    version,
                                     gpointer data);

void uds_export_people_ask (GtkWidget           *parent,
                            UdsExportPeopleFunc  chosen,
                            gpointer             data,
                            GDestroyNotify       data_free);

G_END_DECLS
