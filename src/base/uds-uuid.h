/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers made by the client: UUID version 7 (RFC 9562), so that ids made later sort later. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UDS_UUID_LENGTH 36

/**
 * UdsUuid:
 * @bytes: the id without its dashes, first things first
 *
 * An id in less than half the memory of its text, for those who hold a million. Such ids sort as their texts do.
 */
typedef struct {
  guint8 bytes[16];
} UdsUuid;

void     uds_uuid_make     (char           buffer[UDS_UUID_LENGTH + 1],
                            gint64         microseconds);
char    *uds_uuid_new      (gint64         microseconds);
gboolean uds_uuid_is_valid (const char    *text);
gboolean uds_uuid_pack     (const char    *text,
                            UdsUuid       *uuid);
void     uds_uuid_unpack   (const UdsUuid *uuid,
                            char           buffer[UDS_UUID_LENGTH + 1]);
guint    uds_uuid_hash     (gconstpointer  uuid);
gboolean uds_uuid_equal    (gconstpointer  a,
                            gconstpointer  b);

G_END_DECLS
