/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records on their way out: as a table, as lines of JSON, and an indicator as an Open SDG table. Gives text; writing it
 * to a file whole or not at all is uds-atomic-file.h's. */
#pragma once

#include "uds-session.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *uds_export_record_to_object (UdsRecord *record);
char   *uds_export_object_to_line (JsonObject   *object);
GBytes *uds_export_json_lines     (UdsSession   *session,
                                   UdsQuery     *query,
                                   GError      **error);
GBytes *uds_export_csv            (UdsSession   *session,
                                   UdsQuery     *query,
                                   GError      **error);
GBytes *uds_export_open_sdg       (UdsSession   *session,
                                   const char   *indicator,
                                   GError      **error);

void    uds_csv_append_cell       (GString      *row,
                                   const char   *text);
void    uds_csv_append_guarded    (GString      *row,
                                   const char   *text);
const char *uds_csv_skip_guard    (const char   *text);

G_END_DECLS
