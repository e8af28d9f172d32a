/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list has the store's thread do: read an order of ids and compare it with the last one, read records.
 * For src/model only. */
#pragma once

#include "uds-list-groups.h"
#include "uds-session.h"
#include "uds-uuid.h"

G_BEGIN_DECLS

/**
 * UDS_FIRST_LOOK:
 *
 * So many ids are read before the others, so that a view need not wait for a million.
 */
#define UDS_FIRST_LOOK 256

/**
 * UDS_ROW_WINDOW:
 *
 * So many records are read at a time.
 */
#define UDS_ROW_WINDOW 64

/**
 * UdsOrderRequest:
 * @query: what is wanted; nobody else changes it
 * @walk: (nullable): how far the reading in groups has come; %NULL where there are no groups
 * @before: (element-type UdsUuid): the keys of the order as it was; nobody changes it
 * @anchor: the key to hold on to
 * @has_anchor: whether there is one
 * @first_look: whether to read only the first ids, and the first records, where that does not lose the anchor
 * @alive: (element-type UdsUuid): the ids of rows whose records are to be read again
 * @alive_keys: (element-type UdsUuid): their keys
 */
typedef struct {
  UdsQuery *query;
  UdsGroupWalk *walk;
  GArray   *before;
  UdsUuid   anchor;
  gboolean  has_anchor;
  gboolean  first_look;
  GArray   *alive;
  GArray   *alive_keys;
} UdsOrderRequest;

/**
 * UdsOrder:
 * @walk: (nullable): how far the reading in groups has come, to go on with it; then there is nothing else
 * @ids: (element-type UdsUuid): the ids, in order
 * @keys: (element-type UdsUuid): what tells an id from the same one in another group
 * @sections: (nullable) (element-type UdsListSection): the groups
 * @splices: (element-type UdsSplice): what makes it of the order before
 * @records: (element-type UdsRecord): the records read, %NULL for those that are gone
 * @record_keys: (element-type UdsUuid): the keys of their rows
 * @complete: whether @ids are all
 */
typedef struct {
  UdsGroupWalk *walk;
  GArray    *ids;
  GArray    *keys;
  GPtrArray *sections;
  GArray    *splices;
  GPtrArray *records;
  GArray    *record_keys;
  gboolean   complete;
} UdsOrder;

/**
 * UdsRowsRequest:
 * @kind: a kind
 * @language: the reader's
 * @ids: (element-type UdsUuid): whose records to read
 */
typedef struct {
  const UdsKind *kind;
  UdsLanguage    language;
  GArray        *ids;
} UdsRowsRequest;

void     uds_order_request_free (UdsOrderRequest  *request);
void     uds_order_free         (UdsOrder         *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsOrder, uds_order_free)
void     uds_rows_request_free  (UdsRowsRequest   *request);

gpointer uds_order_read         (UdsSession       *session,
                                 gpointer          request,
                                 GError          **error);
gpointer uds_rows_read          (UdsSession       *session,
                                 gpointer          request,
                                 GError          **error);

G_END_DECLS
