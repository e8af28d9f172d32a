/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON read piece by piece, with the line of each: for files whose arrays are too long to be kept as nodes. What the
 * members mean is the importers' business. */
#pragma once

#include "uds-import-file.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define UDS_JSON_MAX_DEPTH 100
#define UDS_JSON_MAX_NODES 500000

/**
 * UdsJsonPiece:
 * @UDS_JSON_OBJECT: `{`, to be entered
 * @UDS_JSON_ARRAY: `[`, to be entered
 * @UDS_JSON_STRING: a text
 * @UDS_JSON_NUMBER: a number
 * @UDS_JSON_TRUE: true
 * @UDS_JSON_FALSE: false
 * @UDS_JSON_NULL: null
 */
typedef enum {
  UDS_JSON_OBJECT,
  UDS_JSON_ARRAY,
  UDS_JSON_STRING,
  UDS_JSON_NUMBER,
  UDS_JSON_TRUE,
  UDS_JSON_FALSE,
  UDS_JSON_NULL,
} UdsJsonPiece;

typedef struct _UdsJsonReader UdsJsonReader;

UdsJsonReader *uds_json_reader_new          (const char     *text);
void           uds_json_reader_free         (UdsJsonReader  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsJsonReader, uds_json_reader_free)

guint          uds_json_reader_get_line     (UdsJsonReader  *self);
gboolean       uds_json_reader_peek         (UdsJsonReader  *self,
                                             UdsJsonPiece   *piece,
                                             GError        **error);
gboolean       uds_json_reader_enter        (UdsJsonReader  *self,
                                             GError        **error);
gboolean       uds_json_reader_next_member  (UdsJsonReader  *self,
                                             char          **key,
                                             GError        **error);
gboolean       uds_json_reader_next_element (UdsJsonReader  *self,
                                             GError        **error);
const char    *uds_json_reader_read_scalar  (UdsJsonReader  *self,
                                             GError        **error);
JsonNode      *uds_json_reader_read_node    (UdsJsonReader  *self,
                                             UdsImportFile  *file,
                                             const char     *dropped,
                                             GError        **error);
gboolean       uds_json_reader_finish       (UdsJsonReader  *self,
                                             GError        **error);

G_END_DECLS
