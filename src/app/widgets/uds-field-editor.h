/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of a record as a row of a form: shows it, lets it be edited, and says so a moment after the last key. */
#pragma once

#include "uds-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * UDS_FIELD_EDITOR_DELAY:
 *
 * So long after the last key an edit is told, in milliseconds.
 */
#define UDS_FIELD_EDITOR_DELAY 450

#define UDS_TYPE_FIELD_EDITOR (uds_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (UdsFieldEditor, uds_field_editor, UDS, FIELD_EDITOR, GObject)

UdsFieldEditor *uds_field_editor_new           (const UdsField *field,
                                                UdsLanguage     language);
const UdsField *uds_field_editor_get_field     (UdsFieldEditor *self);
GtkWidget      *uds_field_editor_get_row       (UdsFieldEditor *self);
GtkWidget      *uds_field_editor_get_note      (UdsFieldEditor *self);
void            uds_field_editor_show          (UdsFieldEditor *self,
                                                UdsRecord      *record,
                                                const char     *reference);
void            uds_field_editor_set_editable  (UdsFieldEditor *self,
                                                gboolean        editable);
void            uds_field_editor_set_problem   (UdsFieldEditor *self,
                                                const char     *problem);
void            uds_field_editor_set_unsaved  (UdsFieldEditor *self,
                                               const char     *reason);
gboolean        uds_field_editor_apply         (UdsFieldEditor *self,
                                                UdsRecord      *record,
                                                GError        **error);
void            uds_field_editor_flush         (UdsFieldEditor *self);

G_END_DECLS
