/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the categories of a breakdown mean by their words: which of them is the whole, which is our own city. For
 * src/exchange only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    uds_category_is_total      (const char *category);
gboolean    uds_category_is_city       (const char *heading,
                                        const char *category);
const char *uds_categories_find_whole  (const char *heading,
                                        GHashTable *categories);
const char *uds_categories_find_city   (const char *heading,
                                        GHashTable *categories);
GPtrArray  *uds_categories_sort        (GHashTable *categories);

G_END_DECLS
