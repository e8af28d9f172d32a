/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the letters of a file are written: which encoding it seems to be in, and the same text as UTF-8.
 * The encodings are those that office programs of the last thirty years leave behind. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsEncoding:
 * @UDS_ENCODING_UTF_8: UTF-8, with or without a byte order mark
 * @UDS_ENCODING_UTF_16_LE: UTF-16, low byte first
 * @UDS_ENCODING_UTF_16_BE: UTF-16, high byte first
 * @UDS_ENCODING_WINDOWS_1252: the Windows code page of western Europe
 */
typedef enum {
  UDS_ENCODING_UTF_8,
  UDS_ENCODING_UTF_16_LE,
  UDS_ENCODING_UTF_16_BE,
  UDS_ENCODING_WINDOWS_1252,
} UdsEncoding;

UdsEncoding uds_encoding_detect    (GBytes       *bytes);
GBytes     *uds_encoding_to_utf8   (GBytes       *bytes,
                                    UdsEncoding   encoding,
                                    GError      **error);
const char *uds_encoding_get_name  (UdsEncoding   encoding);
gboolean    uds_encoding_from_name (const char   *name,
                                    UdsEncoding  *encoding);

G_END_DECLS
