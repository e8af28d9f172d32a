/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a list beside the name, by the kind that is listed: one table for wide windows, where they stand side
 * by side, and for narrow ones, where they are a line below the name. */
#pragma once

#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UDS_LIST_COLUMNS_MAX:
 *
 * So many columns a list has at the most, beside the name.
 */
#define UDS_LIST_COLUMNS_MAX 3

/**
 * UdsColumnContent:
 * @UDS_COLUMN_FIELD: the value of a field, or of what it refers to the name
 * @UDS_COLUMN_DATES: from when until when
 * @UDS_COLUMN_PLACE: where
 * @UDS_COLUMN_NETWORKS: in how many networks it is today
 * @UDS_COLUMN_ROLE: what a person is today, and where
 * @UDS_COLUMN_PARTNER: with whom an agreement is
 */
typedef enum {
  UDS_COLUMN_FIELD,
  UDS_COLUMN_DATES,
  UDS_COLUMN_PLACE,
  UDS_COLUMN_NETWORKS,
  UDS_COLUMN_ROLE,
  UDS_COLUMN_PARTNER,
} UdsColumnContent;

/**
 * UdsListColumn:
 * @title: its heading; marked for translation
 * @content: what it shows
 * @field: (nullable): of a field, which one; of a pair, the name without its language
 * @width: in pixels
 */
typedef struct {
  const char      *title;
  UdsColumnContent content;
  const char      *field;
  int              width;
} UdsListColumn;

const UdsListColumn *uds_kind_list_columns       (const UdsKind       *kind,
                                                  guint               *n_columns);
const char          *uds_list_column_get_order   (const UdsListColumn *column,
                                                  const UdsKind       *kind);
gboolean             uds_session_read_columns    (UdsSession          *session,
                                                  const UdsKind       *kind,
                                                  GPtrArray           *records,
                                                  UdsLanguage          language,
                                                  GError             **error);
char                *uds_record_get_column       (UdsRecord           *record,
                                                  const UdsListColumn *column,
                                                  UdsLanguage          language);
char                *uds_record_get_columns_from (UdsRecord           *record,
                                                  guint                first,
                                                  UdsLanguage          language);
gboolean             uds_record_has_same_columns (UdsRecord           *record,
                                                  UdsRecord           *other);

G_END_DECLS
