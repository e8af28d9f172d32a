/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of any kind: the values of its fields, and which of them were changed since it was read.
 * What its fields are stands in the kind's field table; where it is kept is the store's business. */
#pragma once

#include "uds-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  UDS_VALUE_NONE,
  UDS_VALUE_INTEGER,
  UDS_VALUE_REAL,
  UDS_VALUE_TEXT,
} UdsValueType;

/**
 * UdsValue:
 * @type: which member holds, or that there is no value
 */
typedef struct {
  UdsValueType type;
  union {
    gint64 integer;
    double real;
    char  *text;
  };
} UdsValue;

void     uds_value_clear (UdsValue       *value);
void     uds_value_copy  (UdsValue       *value,
                          const UdsValue *from);
gboolean uds_value_equal (const UdsValue *a,
                          const UdsValue *b);

#define UDS_TYPE_RECORD (uds_record_get_type ())
G_DECLARE_FINAL_TYPE (UdsRecord, uds_record, UDS, RECORD, GObject)

UdsRecord      *uds_record_new             (const UdsKind  *kind);
UdsRecord      *uds_record_copy            (UdsRecord      *self);
const UdsKind  *uds_record_get_kind        (UdsRecord      *self);
gboolean        uds_record_is_a            (UdsRecord      *self,
                                            const char     *kind);
const char     *uds_record_get_id          (UdsRecord      *self);
gint64          uds_record_get_version     (UdsRecord      *self);
void            uds_record_set_identity    (UdsRecord      *self,
                                            const char     *id,
                                            gint64          version);

gboolean        uds_record_has             (UdsRecord      *self,
                                            const char     *name);
const char     *uds_record_get_text        (UdsRecord      *self,
                                            const char     *name);
gint64          uds_record_get_integer     (UdsRecord      *self,
                                            const char     *name);
double          uds_record_get_real        (UdsRecord      *self,
                                            const char     *name);
const char     *uds_record_get_localized   (UdsRecord      *self,
                                            const char     *base_name,
                                            UdsLanguage     language);
const char     *uds_record_get_title       (UdsRecord      *self,
                                            UdsLanguage     language);

char           *uds_record_format_title    (UdsRecord      *self,
                                            UdsLanguage     language);
void            uds_record_clear           (UdsRecord      *self,
                                            const char     *name);
void            uds_record_set_text        (UdsRecord      *self,
                                            const char     *name,
                                            const char     *text);
void            uds_record_set_integer     (UdsRecord      *self,
                                            const char     *name,
                                            gint64          integer);
void            uds_record_set_real        (UdsRecord      *self,
                                            const char     *name,
                                            double          real);
gboolean        uds_record_set_from_string (UdsRecord      *self,
                                            const char     *name,
                                            const char     *text,
                                            GError        **error);
char           *uds_record_to_string       (UdsRecord      *self,
                                            const char     *name);
char           *uds_record_format          (UdsRecord      *self,
                                            const char     *name,
                                            UdsLanguage     language);
gboolean        uds_record_validate        (UdsRecord      *self,
                                            GError        **error);

const UdsValue *uds_record_peek            (UdsRecord      *self,
                                            guint           index);
const UdsValue *uds_record_peek_before     (UdsRecord      *self,
                                            guint           index);
void            uds_record_put             (UdsRecord      *self,
                                            guint           index,
                                            const UdsValue *value);
gboolean        uds_record_is_changed      (UdsRecord      *self,
                                            guint           index);
gboolean        uds_record_has_changes     (UdsRecord      *self);
void            uds_record_mark_stored     (UdsRecord      *self);

G_END_DECLS
