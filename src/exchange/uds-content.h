/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The starting content: what a new database holds before anybody has written anything. The facts are tables in
 * resources/content; here is only how they get into the store. */
#pragma once

#include "uds-store.h"

G_BEGIN_DECLS

const char *uds_content_get_command (void);
gboolean    uds_content_load        (UdsSession  *session,
                                     gpointer     data,
                                     GError     **error);
gboolean    uds_content_load_goals  (UdsSession  *session,
                                     gpointer     data,
                                     GError     **error);
gboolean    uds_content_fill        (UdsStore    *store,
                                     GError     **error);

G_END_DECLS
