/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GListModel over the store. It holds the ids in the query's order; rows are read by id in windows, and those not
 * looked at for long are let go, which is uds-row-list-rows.c's. After a commit the new order comes as few splices, so
 * that selection, scroll position and focus stay. What runs in the store's thread is uds-row-read.c's. */
#include "uds-row-list-private.h"

#include "uds-row-private.h"
#include "uds-row-read-private.h"
#include "uds-splice-private.h"

enum {
  PROP_0,
  PROP_LOADING,
  PROP_ERROR,
  PROP_ANCHOR,
  PROP_N_ITEMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void uds_row_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UdsRowList, uds_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, uds_row_list_model_init))

/* The order */

/**
 * uds_row_list_count_ids:
 * @self: a list
 *
 * Returns: how many rows have been told of
 */
guint
uds_row_list_count_ids (UdsRowList *self)
{
  return self->n_told + self->ids_before->len - self->from_before;
}

/**
 * uds_row_list_get_id:
 * @self: a list
 * @position: less than uds_row_list_count_ids()
 *
 * Returns: (transfer none): the id that stands there
 */
const UdsUuid *
uds_row_list_get_id (UdsRowList *self,
                     guint       position)
{
  if (position < self->n_told)
    return &g_array_index (self->ids, UdsUuid, position);
  return &g_array_index (self->ids_before, UdsUuid, position - self->n_told + self->from_before);
}

/**
 * uds_row_list_get_key:
 * @self: a list
 * @position: less than uds_row_list_count_ids()
 *
 * Returns: (transfer none): the key of the row that stands there
 */
const UdsUuid *
uds_row_list_get_key (UdsRowList *self,
                      guint       position)
{
  if (position < self->n_told)
    return &g_array_index (self->keys, UdsUuid, position);
  return &g_array_index (self->keys_before, UdsUuid, position - self->n_told + self->from_before);
}

/**
 * uds_row_list_set_error:
 * @self: a list
 * @error: (transfer full) (nullable): why the latest reading failed
 */
void
uds_row_list_set_error (UdsRowList *self,
                        GError     *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
set_loading (UdsRowList *self,
             gboolean    loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Reading the order */

static void read_order (UdsRowList   *self,
                        gboolean      first_look,
                        UdsGroupWalk *walk);

static gboolean
on_rest_cb (gpointer data)
{
  UdsRowList *self = data;

  self->rest_source = 0;
  read_order (self, FALSE, NULL);
  return G_SOURCE_REMOVE;
}

/* Each splice is told when exactly it and those before it hold, without moving a million ids. */
static void
tell_order (UdsRowList *self,
            UdsOrder   *order)
{
  guint n_before = uds_row_list_count_ids (self);

  g_array_unref (self->ids_before);
  self->ids_before = self->ids;
  self->from_before = 0;
  self->ids = g_array_ref (order->ids);
  self->n_told = 0;
  g_array_unref (self->keys_before);
  self->keys_before = self->keys;
  self->keys = g_array_ref (order->keys);
  g_clear_pointer (&self->sections_before, g_ptr_array_unref);
  self->sections_before = self->sections;
  self->sections = order->sections != NULL ? g_ptr_array_ref (order->sections) : NULL;

  for (guint i = 0; i < order->splices->len; i++)
    {
      const UdsSplice *splice = &g_array_index (order->splices, UdsSplice, i);

      self->n_told = splice->after + splice->added;
      self->from_before = splice->before + splice->removed;
      g_list_model_items_changed (G_LIST_MODEL (self), splice->after, splice->removed, splice->added);
    }

  g_array_unref (self->ids_before);
  self->ids_before = g_array_ref (self->ids);
  g_array_unref (self->keys_before);
  self->keys_before = g_array_ref (self->keys);
  self->n_told = self->from_before = self->ids->len;
  if (uds_row_list_count_ids (self) != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static gboolean
find_id (GArray        *ids,
         const UdsUuid *id,
         guint         *position)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (!uds_uuid_equal (&g_array_index (ids, UdsUuid, i), id))
        continue;
      *position = i;
      return TRUE;
    }

  return FALSE;
}

/* Whether the user took hold of another row while the order was read, and the order would take it out of their hand. */
static gboolean
loses_anchor (UdsRowList *self,
              UdsOrder   *order)
{
  guint before, after;

  if (self->anchor == NULL || uds_uuid_equal (&self->anchor->key, &self->read_anchor)
      || !find_id (self->keys, &self->anchor->key, &before))
    return FALSE;
  if (!find_id (order->keys, &self->anchor->key, &after))
    return !order->complete;

  for (guint i = 0; i < order->splices->len; i++)
    {
      const UdsSplice *splice = &g_array_index (order->splices, UdsSplice, i);

      if (before >= splice->before && before < splice->before + splice->removed)
        return TRUE;
    }

  return FALSE;
}

static void
on_order_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (UdsRowList) self = data;
  g_autoptr (UdsOrder) order = NULL;
  GError *error = NULL;

  order = uds_store_read_finish (UDS_STORE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }

  if (order != NULL && order->walk != NULL)
    {
      read_order (self, FALSE, g_steal_pointer (&order->walk));
      return;
    }
  if (order != NULL && loses_anchor (self, order))
    {
      read_order (self, FALSE, NULL);
      return;
    }

  g_clear_object (&self->reading);
  if (order != NULL)
    {
      uds_row_list_adopt_records (self, order->records, order->record_keys);
      tell_order (self, order);
    }
  uds_row_list_set_error (self, error);

  /* Whoever was told may have set another query. */
  if (self->reading != NULL)
    return;
  if (order != NULL && !order->complete)
    {
      /* The view draws the first rows before the lane is busy with the others. */
      self->rest_source = g_idle_add_full (G_PRIORITY_LOW, on_rest_cb, self, NULL);
      return;
    }
  set_loading (self, FALSE);
  if (self->reads_again)
    read_order (self, FALSE, NULL);
}

static void
stop_reading (UdsRowList *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* With a walk, a reading that has begun goes on. */
static void
read_order (UdsRowList   *self,
            gboolean      first_look,
            UdsGroupWalk *walk)
{
  UdsOrderRequest *request = g_new0 (UdsOrderRequest, 1);

  stop_reading (self);
  self->reads_again = self->reads_again && walk != NULL;
  self->reading = g_cancellable_new ();

  request->query = g_object_ref (self->query);
  request->walk = walk;
  if (walk == NULL && self->groups != NULL)
    request->walk = uds_group_walk_new (self->groups);
  request->before = g_array_ref (self->keys);
  request->has_anchor = self->anchor != NULL;
  if (self->anchor != NULL)
    request->anchor = self->anchor->key;
  self->read_anchor = request->anchor;
  request->first_look = first_look;
  request->alive = g_array_new (FALSE, FALSE, sizeof (UdsUuid));
  request->alive_keys = g_array_new (FALSE, FALSE, sizeof (UdsUuid));
  uds_row_list_list_alive (self, request->alive, request->alive_keys);
  uds_store_read_async (self->store, uds_order_read, request, (GDestroyNotify) uds_order_request_free,
                        (GDestroyNotify) uds_order_free, self->reading, on_order_read_cb, g_object_ref (self));
}

/* An order that is being read is not dropped for every command of a busy import, or it would never come. */
static void
on_changed_cb (UdsRowList *self)
{
  if (self->reading != NULL)
    self->reads_again = TRUE;
  else if (self->query != NULL && self->rest_source == 0)
    read_order (self, FALSE, NULL);
}

/* GListModel */

static GType
uds_row_list_get_item_type (GListModel *model)
{
  return UDS_TYPE_ROW;
}

static guint
uds_row_list_get_n_items (GListModel *model)
{
  return uds_row_list_count_ids (UDS_ROW_LIST (model));
}

static gpointer
uds_row_list_get_item (GListModel *model,
                       guint       position)
{
  UdsRowList *self = UDS_ROW_LIST (model);
  UdsRow *row;

  if (position >= uds_row_list_count_ids (self))
    return NULL;

  row = g_object_ref (uds_row_list_look_at (self, uds_row_list_get_id (self, position),
                                            uds_row_list_get_key (self, position)));
  if (row->record == NULL && row->state == UDS_ROW_IDLE)
    uds_row_list_want_window (self, position);
  return row;
}

static void
uds_row_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = uds_row_list_get_item_type;
  iface->get_n_items = uds_row_list_get_n_items;
  iface->get_item = uds_row_list_get_item;
}

/* GObject */

static void
uds_row_list_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  UdsRowList *self = UDS_ROW_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_ANCHOR:
      g_value_set_object (value, self->anchor);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, uds_row_list_count_ids (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_row_list_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_ANCHOR:
      uds_row_list_set_anchor (UDS_ROW_LIST (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
uds_row_list_dispose (GObject *object)
{
  UdsRowList *self = UDS_ROW_LIST (object);

  stop_reading (self);
  g_clear_object (&self->anchor);
  uds_row_list_release_rows (self);
  g_clear_object (&self->query);
  g_clear_pointer (&self->groups, uds_list_groups_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (uds_row_list_parent_class)->dispose (object);
}

static void
uds_row_list_finalize (GObject *object)
{
  UdsRowList *self = UDS_ROW_LIST (object);

  g_hash_table_unref (self->rows);
  g_array_unref (self->ids);
  g_array_unref (self->ids_before);
  g_array_unref (self->keys);
  g_array_unref (self->keys_before);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->sections_before, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (uds_row_list_parent_class)->finalize (object);
}

static void
uds_row_list_class_init (UdsRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = uds_row_list_get_property;
  object_class->set_property = uds_row_list_set_property;
  object_class->dispose = uds_row_list_dispose;
  object_class->finalize = uds_row_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ANCHOR] = g_param_spec_object ("anchor", NULL, NULL, UDS_TYPE_ROW,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
uds_row_list_init (UdsRowList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (UdsUuid));
  self->ids_before = g_array_ref (self->ids);
  self->keys = g_array_ref (self->ids);
  self->keys_before = g_array_ref (self->ids);
  self->rows = g_hash_table_new (uds_uuid_hash, uds_uuid_equal);
  g_queue_init (&self->recent);
  g_queue_init (&self->wanted);
}

/**
 * uds_row_list_new:
 * @store: the store
 *
 * The list belongs to the thread of the default main context.
 *
 * Returns: (transfer full): a list of #UdsRow, empty until it is given a query
 */
UdsRowList *
uds_row_list_new (UdsStore *store)
{
  UdsRowList *self;

  g_return_val_if_fail (UDS_IS_STORE (store), NULL);

  self = g_object_new (UDS_TYPE_ROW_LIST, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * uds_row_list_set_query:
 * @self: a list
 * @query: what it shows and in which order, all of it: a limit does not count
 * @groups: (nullable): in which groups it is shown; they ask for the same. A record that is in several stands in each
 *
 * The list shows what it showed until the answer is there; then rows that both have stay, and the first rows come
 * before the others are read.
 */
void
uds_row_list_set_query (UdsRowList    *self,
                        UdsQuery      *query,
                        UdsListGroups *groups)
{
  g_return_if_fail (UDS_IS_ROW_LIST (self));
  g_return_if_fail (UDS_IS_QUERY (query));

  g_clear_object (&self->query);
  self->query = uds_query_copy (query);
  uds_query_set_limit (self->query, 0);
  g_clear_pointer (&self->groups, uds_list_groups_unref);
  self->groups = groups != NULL ? uds_list_groups_ref (groups) : NULL;
  read_order (self, TRUE, NULL);
  set_loading (self, TRUE);
}

/**
 * uds_row_list_is_loading:
 * @self: a list
 *
 * Returns: whether the latest query is not answered in full yet; reading anew after a commit does not count
 */
gboolean
uds_row_list_is_loading (UdsRowList *self)
{
  g_return_val_if_fail (UDS_IS_ROW_LIST (self), FALSE);

  return self->loading;
}

/**
 * uds_row_list_get_error:
 * @self: a list
 *
 * Returns: (nullable): why the latest reading failed; the list is then as it was. %NULL where it did not
 */
const GError *
uds_row_list_get_error (UdsRowList *self)
{
  g_return_val_if_fail (UDS_IS_ROW_LIST (self), NULL);

  return self->error;
}

/**
 * uds_row_list_get_anchor:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the row that others move around
 */
UdsRow *
uds_row_list_get_anchor (UdsRowList *self)
{
  g_return_val_if_fail (UDS_IS_ROW_LIST (self), NULL);

  return self->anchor;
}

/**
 * uds_row_list_set_anchor:
 * @self: a list
 * @anchor: (nullable): a row of it
 *
 * A row that changes its place is taken out and put in again, whereupon a view forgets that it was selected. With an
 * anchor it is the others that move. Bind it to #GtkSingleSelection:selected-item.
 */
void
uds_row_list_set_anchor (UdsRowList *self,
                         UdsRow     *anchor)
{
  g_return_if_fail (UDS_IS_ROW_LIST (self));
  g_return_if_fail (anchor == NULL || UDS_IS_ROW (anchor));

  if (g_set_object (&self->anchor, anchor))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANCHOR]);
}

/**
 * uds_row_list_find:
 * @self: a list
 * @id: a record's id
 * @position: (out) (optional): where it stands
 *
 * Not while the list tells its changes: it then speaks of what is told last.
 *
 * Returns: whether it is in the list
 */
gboolean
uds_row_list_find (UdsRowList *self,
                   const char *id,
                   guint      *position)
{
  UdsUuid wanted;
  guint found;

  g_return_val_if_fail (UDS_IS_ROW_LIST (self), FALSE);

  if (!uds_uuid_pack (id, &wanted) || !find_id (self->ids, &wanted, &found))
    return FALSE;
  if (position != NULL)
    *position = found;
  return TRUE;
}
