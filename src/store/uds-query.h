/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question to the store: records of one kind, filtered, sorted, limited. Says what is wanted, not how it is found;
 * the SQL is made in uds-query-sql.c. */
#pragma once

#include "uds-date.h"
#include "uds-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UdsComparison:
 * @UDS_IS: equal to the value
 * @UDS_IS_NOT: not equal to the value, or none
 * @UDS_IS_NONE: no value at all; the value given is ignored
 * @UDS_IS_SOME: some value; the value given is ignored
 * @UDS_LESS: less than the value
 * @UDS_AT_MOST: less than or equal to the value
 * @UDS_MORE: more than the value
 * @UDS_AT_LEAST: more than or equal to the value
 * @UDS_BEGUN: a date, possibly partial, whose first day is not after the day given; no date is one long past
 * @UDS_NOT_OVER: a date, possibly partial, whose last day is not before the day given; no date is one that never comes
 */
typedef enum {
  UDS_IS,
  UDS_IS_NOT,
  UDS_IS_NONE,
  UDS_IS_SOME,
  UDS_LESS,
  UDS_AT_MOST,
  UDS_MORE,
  UDS_AT_LEAST,
  UDS_BEGUN,
  UDS_NOT_OVER,
} UdsComparison;

#define UDS_TYPE_QUERY (uds_query_get_type ())
G_DECLARE_FINAL_TYPE (UdsQuery, uds_query, UDS, QUERY, GObject)

UdsQuery      *uds_query_new            (const UdsKind  *kind);
UdsQuery      *uds_query_copy           (UdsQuery       *self);
const UdsKind *uds_query_get_kind       (UdsQuery       *self);
UdsLanguage    uds_query_get_language   (UdsQuery       *self);
gboolean       uds_query_where          (UdsQuery       *self,
                                         const char     *field,
                                         UdsComparison   comparison,
                                         const char     *value,
                                         GError        **error);
void           uds_query_where_is       (UdsQuery       *self,
                                         const char     *field,
                                         const char     *value);
void           uds_query_where_valid    (UdsQuery       *self,
                                         const char     *from,
                                         const char     *to,
                                         const UdsDate  *day);
void           uds_query_where_named    (UdsQuery       *self,
                                         const char     *field,
                                         UdsQuery       *other,
                                         const char     *reference);
void           uds_query_match          (UdsQuery       *self,
                                         const char     *text);
void           uds_query_match_code     (UdsQuery       *self,
                                         const char     *text);
gboolean       uds_query_order_by       (UdsQuery       *self,
                                         const char     *field,
                                         gboolean        descending,
                                         GError        **error);
void           uds_query_set_language   (UdsQuery       *self,
                                         UdsLanguage     language);
gboolean       uds_query_has_words      (UdsQuery       *self);
void           uds_query_set_unordered  (UdsQuery       *self);
void           uds_query_set_limit      (UdsQuery       *self,
                                         guint           limit);
void           uds_query_set_long_text  (UdsQuery       *self,
                                         gboolean        long_text);

G_END_DECLS
