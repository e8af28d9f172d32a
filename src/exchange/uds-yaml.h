/* SPDX-License-Identifier: GPL-3.0-or-later */
/* YAML as settings use it, turned into JSON. Every scalar stays the text it is: 12.10 does not lose its zero. */
#pragma once

#include "uds-import-file.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define UDS_YAML_MAX_DEPTH 100
#define UDS_YAML_MAX_NODES 100000

JsonObject *uds_yaml_read (UdsImportFile  *file,
                           const char     *text,
                           gsize           size,
                           guint           first_line,
                           GError        **error);
GBytes     *uds_yaml_write (JsonObject     *settings,
                            GError        **error);

G_END_DECLS
