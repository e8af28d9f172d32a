/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as the database keeps it: one text for one meaning, keys sorted, no blanks. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char       *uds_json_to_canonical (JsonObject *object);
JsonObject *uds_json_parse_object (const char *text);

G_END_DECLS
