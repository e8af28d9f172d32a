/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a question, and the SQL it becomes. For src/store only. */
#pragma once

#include "uds-database-private.h"
#include "uds-query.h"

G_BEGIN_DECLS

/**
 * UdsCondition:
 * @path: the fields from the kind asked for to the one compared: all but the last are references
 * @comparison: how
 * @value: with what
 * @other: (nullable): a question whose records must name the field; then there is no comparison
 * @reference: the field by which the records of @other name it
 */
typedef struct {
  GPtrArray      *path;
  UdsComparison   comparison;
  UdsValue        value;
  UdsQuery       *other;
  const UdsField *reference;
} UdsCondition;

/**
 * UdsOrder:
 * @name: by which field; of a pair, the name without its language
 * @descending: whether from the highest
 */
typedef struct {
  const char *name;
  gboolean    descending;
} UdsOrder;

struct _UdsQuery
{
  GObject parent_instance;

  const UdsKind *kind;
  GPtrArray *conditions;
  GArray *orders;
  char *match;
  char *code; /* the beginning of a code that will do as well; none where only words count */
  UdsLanguage language;
  guint limit;
  gboolean long_text;
  gboolean is_unordered;
};

/**
 * UdsColumns:
 * @UDS_COLUMNS_COUNT: how many there are
 * @UDS_COLUMNS_ID: their ids
 * @UDS_COLUMNS_ALL: ids, versions and values; long texts as the query says
 * @UDS_COLUMNS_PAIR: two fields, in no order
 */
typedef enum {
  UDS_COLUMNS_COUNT,
  UDS_COLUMNS_ID,
  UDS_COLUMNS_ALL,
  UDS_COLUMNS_PAIR,
} UdsColumns;

/**
 * UdsPair:
 * @key: a field of the kind, or "id"
 * @path: the fields from the kind to another: all but the last are references
 */
typedef struct {
  const char *key;
  GPtrArray  *path;
} UdsPair;

const UdsField *uds_query_find_shown  (UdsQuery      *self,
                                       const char    *name,
                                       UdsLanguage    language);
GPtrArray    *uds_query_find_path     (UdsQuery      *self,
                                       const char    *names,
                                       GError       **error);
void          uds_kind_append_columns (const UdsKind *kind,
                                       gboolean       long_text,
                                       GString       *sql);
void          uds_kind_append_shown   (const UdsKind *kind,
                                       const char    *name,
                                       UdsLanguage    language,
                                       GString       *sql);
sqlite3_stmt *uds_query_prepare       (UdsQuery      *self,
                                       UdsDatabase   *database,
                                       UdsColumns     columns,
                                       GError       **error);
sqlite3_stmt *uds_query_prepare_pairs (UdsQuery      *self,
                                       UdsDatabase   *database,
                                       const char    *key,
                                       const char    *value,
                                       GError       **error);

G_END_DECLS
