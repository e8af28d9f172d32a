/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a list that runs in the store's thread, where a million ids may take their time. It shares nothing with
 * the list but what nobody changes any more. */
#include "uds-row-read-private.h"

#include "uds-list-columns.h"
#include "uds-splice-private.h"

/**
 * uds_order_request_free:
 * @request: (transfer full): a request
 */
void
uds_order_request_free (UdsOrderRequest *request)
{
  g_object_unref (request->query);
  g_array_unref (request->before);
  g_array_unref (request->alive);
  g_free (request);
}

/**
 * uds_order_free:
 * @order: (transfer full): an answer
 */
void
uds_order_free (UdsOrder *order)
{
  g_clear_pointer (&order->ids, g_array_unref);
  g_clear_pointer (&order->splices, g_array_unref);
  g_clear_pointer (&order->records, g_ptr_array_unref);
  g_free (order);
}

/**
 * uds_rows_request_free:
 * @request: (transfer full): a request
 */
void
uds_rows_request_free (UdsRowsRequest *request)
{
  g_array_unref (request->ids);
  g_free (request);
}

static GPtrArray *
load (UdsSession     *session,
      const UdsKind  *kind,
      UdsLanguage     language,
      GArray         *ids,
      GError        **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *texts = g_new (char, (gsize) ids->len * (UDS_UUID_LENGTH + 1));
  g_autofree const char **pointers = g_new (const char *, ids->len);

  for (guint i = 0; i < ids->len; i++)
    {
      char *text = texts + (gsize) i * (UDS_UUID_LENGTH + 1);

      uds_uuid_unpack (&g_array_index (ids, UdsUuid, i), text);
      pointers[i] = text;
    }

  records = uds_session_load (session, kind, pointers, ids->len, error);
  if (records == NULL || !uds_session_read_columns (session, kind, records, language, error))
    return NULL;
  return g_steal_pointer (&records);
}

static gboolean
contains (GArray        *ids,
          const UdsUuid *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (uds_uuid_equal (&g_array_index (ids, UdsUuid, i), id))
      return TRUE;
  return FALSE;
}

/* The first ids, where they will do: a view that holds on to a row further down must not lose it. */
static gboolean
read_first_ids (UdsSession            *session,
                const UdsOrderRequest *request,
                UdsOrder              *order,
                GError               **error)
{
  g_autoptr (UdsQuery) query = uds_query_copy (request->query);

  uds_query_set_limit (query, UDS_FIRST_LOOK);
  order->ids = uds_session_list_packed_ids (session, query, error);
  if (order->ids == NULL)
    return FALSE;

  order->complete = order->ids->len < UDS_FIRST_LOOK;
  if (!order->complete && request->has_anchor && contains (request->before, &request->anchor)
      && !contains (order->ids, &request->anchor))
    g_clear_pointer (&order->ids, g_array_unref);
  return TRUE;
}

static gboolean
read_ids (UdsSession            *session,
          const UdsOrderRequest *request,
          UdsOrder              *order,
          GError               **error)
{
  if (request->first_look && !read_first_ids (session, request, order, error))
    return FALSE;
  if (order->ids != NULL)
    return TRUE;

  order->ids = uds_session_list_packed_ids (session, request->query, error);
  order->complete = TRUE;
  return order->ids != NULL;
}

static gboolean
read_records (UdsSession            *session,
              const UdsOrderRequest *request,
              UdsOrder              *order,
              GError               **error)
{
  g_autoptr (GArray) wanted = g_array_copy (request->alive);

  if (request->first_look)
    g_array_append_vals (wanted, order->ids->data, MIN (order->ids->len, UDS_ROW_WINDOW));

  order->records = load (session, uds_query_get_kind (request->query), uds_query_get_language (request->query), wanted,
                         error);
  return order->records != NULL;
}

/**
 * uds_order_read:
 * @session: the reader's session
 * @request: (type UdsOrderRequest): what is wanted
 * @error: what went wrong
 *
 * A #UdsReadFunc.
 *
 * Returns: (transfer full) (nullable) (type UdsOrder): the order
 */
gpointer
uds_order_read (UdsSession  *session,
                gpointer     request,
                GError     **error)
{
  const UdsOrderRequest *wanted = request;
  g_autoptr (UdsOrder) order = g_new0 (UdsOrder, 1);

  if (!read_ids (session, wanted, order, error) || !read_records (session, wanted, order, error))
    return NULL;

  order->splices = uds_splice_find (wanted->before, order->ids, wanted->has_anchor ? &wanted->anchor : NULL);
  return g_steal_pointer (&order);
}

/**
 * uds_rows_read:
 * @session: the reader's session
 * @request: (type UdsRowsRequest): what is wanted
 * @error: what went wrong
 *
 * A #UdsReadFunc.
 *
 * Returns: (transfer full) (nullable) (type GPtrArray) (element-type UdsRecord): the records in the order of the ids,
 *   %NULL for those that are gone
 */
gpointer
uds_rows_read (UdsSession  *session,
               gpointer     request,
               GError     **error)
{
  const UdsRowsRequest *wanted = request;

  return load (session, wanted->kind, wanted->language, wanted->ids, error);
}
