/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the two halves of the reader: lines that were gathered, and the properties they become. */
#pragma once

#include "uds-vcard.h"

G_BEGIN_DECLS

/**
 * UdsVcardLetters:
 * @encoding: how the file is written
 * @is_certain: whether the user said so
 */
typedef struct {
  UdsEncoding encoding;
  gboolean    is_certain;
} UdsVcardLetters;

/**
 * UdsVcardLine:
 * @line: the line of the file that it begins in
 * @is_too_large: whether more followed than a value may have
 * @has_zero: whether it had zero bytes, which are question marks now
 * @bytes: the unfolded line and a zero byte
 *
 * A line as it was gathered, to be made a property once the card's version is known.
 */
typedef struct {
  guint    line;
  gboolean is_too_large;
  gboolean has_zero;
  GBytes  *bytes;
} UdsVcardLine;

gboolean          uds_vcard_line_head_says     (const char            *line,
                                                const char            *word);
gboolean          uds_vcard_line_is_base64     (const char            *line);
UdsVcardProperty *uds_vcard_property_read      (const UdsVcardLetters *letters,
                                                const UdsVcardLine    *raw_line,
                                                guint                  version);
UdsVcardProperty *uds_vcard_property_new_stray (UdsProblemCode         fault,
                                                const char            *text,
                                                guint                  line);

G_END_DECLS
