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
  g_clear_pointer (&request->walk, uds_group_walk_free);
  g_array_unref (request->before);
  g_array_unref (request->alive);
  g_array_unref (request->alive_keys);
  g_free (request);
}

/**
 * uds_order_free:
 * @order: (transfer full): an answer
 */
void
uds_order_free (UdsOrder *order)
{
  g_clear_pointer (&order->walk, uds_group_walk_free);
  g_clear_pointer (&order->ids, g_array_unref);
  g_clear_pointer (&order->keys, g_array_unref);
  g_clear_pointer (&order->sections, g_ptr_array_unref);
  g_clear_pointer (&order->splices, g_array_unref);
  g_clear_pointer (&order->records, g_ptr_array_unref);
  g_clear_pointer (&order->record_keys, g_array_unref);
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

/* The first ids will do, but for a view that holds on to a row further down: it must not lose it. */
static gboolean
loses_row (const UdsOrderRequest *request,
           GArray                *keys)
{
  return request->has_anchor && contains (request->before, &request->anchor) && !contains (keys, &request->anchor);
}

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
  if (!order->complete && loses_row (request, order->ids))
    g_clear_pointer (&order->ids, g_array_unref);
  return TRUE;
}

/* All that may take long is done in strides: whoever asks goes on with the walk. */
static gboolean
read_groups (UdsSession       *session,
             UdsOrderRequest  *request,
             UdsOrder         *order,
             GError          **error)
{
  UdsGroupWalk *walk = request->walk;
  gboolean will_do;

  if (!uds_group_walk_go (walk, session, request->first_look ? UDS_FIRST_LOOK : 0, error))
    return FALSE;

  will_do = walk->is_done || (request->first_look && !loses_row (request, walk->keys));
  if (!will_do && !request->first_look)
    {
      order->walk = g_steal_pointer (&request->walk);
      return TRUE;
    }
  if (!will_do)
    {
      order->walk = uds_group_walk_new (walk->groups);
      return TRUE;
    }

  order->ids = g_array_ref (walk->ids);
  order->keys = g_array_ref (walk->keys);
  order->sections = g_ptr_array_ref (walk->sections);
  order->complete = walk->is_done;
  return TRUE;
}

static gboolean
read_ids (UdsSession       *session,
          UdsOrderRequest  *request,
          UdsOrder         *order,
          GError          **error)
{
  if (request->walk != NULL)
    return read_groups (session, request, order, error);
  if (request->first_look && !read_first_ids (session, request, order, error))
    return FALSE;
  if (order->ids == NULL)
    {
      order->ids = uds_session_list_packed_ids (session, request->query, error);
      order->complete = TRUE;
    }
  if (order->ids == NULL)
    return FALSE;

  order->keys = g_array_ref (order->ids);
  return TRUE;
}

static gboolean
read_records (UdsSession            *session,
              const UdsOrderRequest *request,
              UdsOrder              *order,
              GError               **error)
{
  g_autoptr (GArray) wanted = g_array_copy (request->alive);
  guint n_first = request->first_look ? MIN (order->ids->len, UDS_ROW_WINDOW) : 0;

  order->record_keys = g_array_copy (request->alive_keys);
  g_array_append_vals (wanted, order->ids->data, n_first);
  g_array_append_vals (order->record_keys, order->keys->data, n_first);

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
  UdsOrderRequest *wanted = request;
  g_autoptr (UdsOrder) order = g_new0 (UdsOrder, 1);

  if (!read_ids (session, wanted, order, error))
    return NULL;
  if (order->walk != NULL)
    return g_steal_pointer (&order);
  if (!read_records (session, wanted, order, error))
    return NULL;

  order->splices = uds_splice_find (wanted->before, order->keys, wanted->has_anchor ? &wanted->anchor : NULL);
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
