/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list has the store's thread do: read an order of ids and compare it with the last one, read records.
 * For src/model only. */
#pragma once

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
 * @before: (element-type UdsUuid): the order as it was; nobody changes it
 * @anchor: the id to hold on to
 * @has_anchor: whether there is one
 * @first_look: whether to read only the first ids, and the first records, where that does not lose the anchor
 * @alive: (element-type UdsUuid): the rows whose records are to be read again
 */
typedef struct {
  UdsQuery *query;
  GArray   *before;
  UdsUuid   anchor;
  gboolean  has_anchor;
  gboolean  first_look;
  GArray   *alive;
} UdsOrderRequest;

/**
 * UdsOrder:
 * @ids: (element-type UdsUuid): the ids, in order
 * @splices: (element-type UdsSplice): what makes it of the order before
 * @records: (element-type UdsRecord): the records read, %NULL for those that are gone
 * @complete: whether @ids are all
 */
typedef struct {
  GArray    *ids;
  GArray    *splices;
  GPtrArray *records;
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
