/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the words that were searched for stand in a text that was found. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *uds_search_mark (const char *text,
                       const char *query);

G_END_DECLS
