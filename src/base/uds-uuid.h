/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers made by the client: UUID version 7 (RFC 9562), so that ids made later sort later. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UDS_UUID_LENGTH 36

void     uds_uuid_make     (char        buffer[UDS_UUID_LENGTH + 1],
                            gint64      microseconds);
char    *uds_uuid_new      (gint64      microseconds);
gboolean uds_uuid_is_valid (const char *text);

G_END_DECLS
