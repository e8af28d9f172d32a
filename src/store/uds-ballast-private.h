/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that takes up room beside the database, to be given away when there is no other. For src/store only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UDS_BALLAST_SIZE (4 * 1024 * 1024)

gboolean uds_ballast_keep    (const char *database);
gboolean uds_ballast_release (const char *database);

G_END_DECLS
