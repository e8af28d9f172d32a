/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alphabets of the two languages, for ORDER BY … COLLATE. For src/store only. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

int uds_collation_add (sqlite3 *handle);

G_END_DECLS
