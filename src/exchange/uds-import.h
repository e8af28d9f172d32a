/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import: files that come in together, looked at first and then written as one command that can be undone.
 * Formats are the importers' (uds-importer.h). */
#pragma once

#include "uds-import-file.h"
#include "uds-store.h"

G_BEGIN_DECLS

#define UDS_TYPE_IMPORT (uds_import_get_type ())
G_DECLARE_FINAL_TYPE (UdsImport, uds_import, UDS, IMPORT, GObject)

const char *const *uds_import_get_suffixes (void);

UdsImport *uds_import_new         (void);
void       uds_import_add         (UdsImport  *self,
                                   GFile      *file);
void       uds_import_add_bytes   (UdsImport  *self,
                                   const char *name,
                                   GBytes     *bytes);
GPtrArray *uds_import_get_files   (UdsImport  *self);
gboolean   uds_import_has_content (UdsImport  *self);

GPtrArray *uds_import_get_goals        (UdsImport *self);
GPtrArray *uds_import_list_indicators  (UdsImport *self);
guint      uds_import_count_indicators (UdsImport *self);

void uds_import_set_repair    (UdsImport     *self,
                               gboolean       repair);
void uds_import_set_encoding  (UdsImport     *self,
                               guint          file,
                               UdsEncoding    encoding);
void uds_import_set_separator (UdsImport     *self,
                               guint          file,
                               char           separator);
void uds_import_set_decimal   (UdsImport     *self,
                               guint          file,
                               UdsDecimal     decimal);
void uds_import_set_role      (UdsImport     *self,
                               guint          file,
                               const char    *heading,
                               UdsColumnRole  role);
void uds_import_set_wanted    (UdsImport     *self,
                               guint          file,
                               const char    *heading,
                               const char    *category);
void uds_import_set_indicator (UdsImport     *self,
                               guint          file,
                               const char    *code);
void uds_import_set_kind      (UdsImport     *self,
                               guint          file,
                               const UdsKind *kind);
void uds_import_set_field     (UdsImport     *self,
                               guint          file,
                               const char    *field,
                               const char    *text);

gboolean uds_import_recall         (UdsImport            *self,
                                    UdsSession           *session,
                                    GError              **error);
void     uds_import_preview        (UdsImport            *self);
gboolean uds_import_look_up        (UdsImport            *self,
                                    UdsStore             *store,
                                    GError              **error);
void     uds_import_preview_async  (UdsImport            *self,
                                    UdsStore             *store,
                                    GListModel           *files,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean uds_import_preview_finish (UdsImport            *self,
                                    GAsyncResult         *result,
                                    GError              **error);

gboolean uds_import_rehearse     (UdsImport            *self,
                                  UdsStore             *store,
                                  GError              **error);
gint64   uds_import_apply        (UdsImport            *self,
                                  UdsStore             *store,
                                  GError              **error);
void     uds_import_apply_async  (UdsImport            *self,
                                  UdsStore             *store,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gint64   uds_import_apply_finish (UdsImport            *self,
                                  GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
