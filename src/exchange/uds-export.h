/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records on their way out: as a table, as lines of JSON; people as vCards; indicators as Open SDG takes them, one
 * table or a whole folder. */
#pragma once

#include "uds-session.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * UdsExportFile:
 * @path: where it is to be, from the folder that all are written to
 * @bytes: what is in it
 */
typedef struct {
  char   *path;
  GBytes *bytes;
} UdsExportFile;

JsonObject *uds_export_record_to_object (UdsRecord *record);
char   *uds_export_object_to_line (JsonObject   *object);
GBytes *uds_export_json_lines     (UdsSession   *session,
                                   UdsQuery     *query,
                                   GError      **error);
GBytes *uds_export_csv            (UdsSession   *session,
                                   UdsQuery     *query,
                                   GError      **error);
GBytes *uds_export_vcards         (UdsSession   *session,
                                   UdsQuery     *query,
                                   guint         version,
                                   int          *n_done,
                                   GCancellable *cancellable,
                                   GError      **error);
GBytes *uds_export_open_sdg       (UdsSession   *session,
                                   const char   *indicator,
                                   GError      **error);
GPtrArray *uds_export_open_sdg_files (UdsSession *session,
                                   UdsQuery     *query,
                                   GError      **error);
gboolean uds_export_write_files   (GPtrArray    *files,
                                   GFile        *folder,
                                   GCancellable *cancellable,
                                   GError      **error);

void    uds_csv_append_cell       (GString      *row,
                                   const char   *text);
void    uds_csv_append_guarded    (GString      *row,
                                   const char   *text);
const char *uds_csv_skip_guard    (const char   *text);

G_END_DECLS
