/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the list: which are held, and how their records are read in windows. Their order is uds-row-list.c's. */
#include "uds-row-list-private.h"

#include "uds-row-private.h"
#include "uds-row-read-private.h"

/* More rows than a view shows at a time, so that scrolling a little back reads nothing. */
#define MOST_KEPT 512

/* So many records are asked for at once; rows looked at meanwhile come next, the latest first. */
#define MOST_READ (4 * UDS_ROW_WINDOW)

static void
on_row_gone (UdsRow   *row,
             gpointer  data)
{
  UdsRowList *self = data;

  if (row->state == UDS_ROW_WANTED)
    g_queue_unlink (&self->wanted, &row->wanted);
  g_hash_table_remove (self->rows, &row->key);
}

/* Makes @row the latest looked at, and lets go of the one looked at longest ago. */
static void
keep_row (UdsRowList *self,
          UdsRow     *row)
{
  if (row->kept)
    g_queue_unlink (&self->recent, &row->recent);
  else
    g_object_ref (row);
  row->kept = TRUE;
  g_queue_push_head_link (&self->recent, &row->recent);

  if (self->recent.length > MOST_KEPT)
    {
      UdsRow *oldest = g_queue_pop_tail_link (&self->recent)->data;

      oldest->kept = FALSE;
      g_object_unref (oldest);
    }
}

/**
 * uds_row_list_look_at:
 * @self: a list
 * @id: the id of a record in it
 * @key: the key of a row of that record
 *
 * Makes it the latest looked at. It is ours for as long as so many others are not looked at.
 *
 * Returns: (transfer none): the row of the key, the same one as long as somebody holds it
 */
UdsRow *
uds_row_list_look_at (UdsRowList    *self,
                      const UdsUuid *id,
                      const UdsUuid *key)
{
  UdsRow *known = g_hash_table_lookup (self->rows, key);
  g_autoptr (UdsRow) row = known != NULL ? g_object_ref (known) : uds_row_new (id, key, on_row_gone, self);

  if (known == NULL)
    g_hash_table_insert (self->rows, &row->key, row);
  keep_row (self, row);
  return row;
}

/**
 * uds_row_list_adopt_records:
 * @self: a list
 * @records: (element-type UdsRecord): records that were read with the order; some may be %NULL
 * @keys: (element-type UdsUuid): the keys of their rows
 *
 * Gives them to their rows.
 */
void
uds_row_list_adopt_records (UdsRowList *self,
                            GPtrArray  *records,
                            GArray     *keys)
{
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      const UdsUuid *key = &g_array_index (keys, UdsUuid, i);
      UdsRow *row;
      UdsUuid id;

      if (record == NULL || !uds_uuid_pack (uds_record_get_id (record), &id))
        continue;
      row = g_hash_table_lookup (self->rows, key);
      uds_row_set_record (row != NULL ? row : uds_row_list_look_at (self, &id, key), record);
    }
}

/* Reading records */

static void read_wanted (UdsRowList *self);

typedef struct {
  UdsRowList *list;
  GArray *keys; /* of UdsUuid */
} RowsCall;

static void
rows_call_free (RowsCall *call)
{
  g_object_unref (call->list);
  g_array_unref (call->keys);
  g_free (call);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowsCall, rows_call_free)

static void
on_rows_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (RowsCall) call = data;
  UdsRowList *self = call->list;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = uds_store_read_finish (UDS_STORE (source), result, &error);

  self->reads_rows = FALSE;
  for (guint i = 0; i < call->keys->len; i++)
    {
      UdsRow *row = g_hash_table_lookup (self->rows, &g_array_index (call->keys, UdsUuid, i));
      UdsRecord *record = records != NULL ? g_ptr_array_index (records, i) : NULL;

      if (row == NULL)
        continue;
      if (row->state == UDS_ROW_READING)
        row->state = UDS_ROW_IDLE;
      if (record != NULL)
        uds_row_set_record (row, record);
    }

  uds_row_list_set_error (self, error);
  read_wanted (self);
}

static void
read_wanted (UdsRowList *self)
{
  UdsRowsRequest *request;
  RowsCall *call;

  if (self->reads_rows || self->wanted.length == 0)
    return;

  call = g_new0 (RowsCall, 1);
  call->list = g_object_ref (self);
  call->keys = g_array_new (FALSE, FALSE, sizeof (UdsUuid));
  request = g_new0 (UdsRowsRequest, 1);
  request->kind = uds_query_get_kind (self->query);
  request->language = uds_query_get_language (self->query);
  request->ids = g_array_new (FALSE, FALSE, sizeof (UdsUuid));
  while (self->wanted.length > 0 && request->ids->len < MOST_READ)
    {
      UdsRow *row = g_queue_pop_head_link (&self->wanted)->data;

      row->state = UDS_ROW_READING;
      g_array_append_val (request->ids, row->id);
      g_array_append_val (call->keys, row->key);
    }

  self->reads_rows = TRUE;
  uds_store_read_async (self->store, uds_rows_read, request, (GDestroyNotify) uds_rows_request_free,
                        (GDestroyNotify) g_ptr_array_unref, NULL, on_rows_read_cb, call);
}

/**
 * uds_row_list_want_window:
 * @self: a list
 * @position: where somebody looks
 *
 * Reads the rows around it that are not read yet.
 */
void
uds_row_list_want_window (UdsRowList *self,
                          guint       position)
{
  guint start = position - position % UDS_ROW_WINDOW;
  guint end = MIN (start + UDS_ROW_WINDOW, uds_row_list_count_ids (self));

  for (guint i = start; i < end; i++)
    {
      UdsRow *row = uds_row_list_look_at (self, uds_row_list_get_id (self, i), uds_row_list_get_key (self, i));

      if (row->record != NULL || row->state != UDS_ROW_IDLE)
        continue;
      row->state = UDS_ROW_WANTED;
      g_queue_push_head_link (&self->wanted, &row->wanted);
    }

  read_wanted (self);
}

/* All of them */

/**
 * uds_row_list_list_alive:
 * @self: a list
 * @ids: (element-type UdsUuid): where to put the ids of all rows that somebody holds
 * @keys: (element-type UdsUuid): where to put their keys
 */
void
uds_row_list_list_alive (UdsRowList *self,
                         GArray     *ids,
                         GArray     *keys)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      g_array_append_val (ids, UDS_ROW (row)->id);
      g_array_append_val (keys, UDS_ROW (row)->key);
    }
}

/**
 * uds_row_list_release_rows:
 * @self: a list that goes
 *
 * Lets go of all rows; who holds one keeps it as it is.
 */
void
uds_row_list_release_rows (UdsRowList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    UDS_ROW (row)->gone = NULL;
  g_hash_table_remove_all (self->rows);
  g_queue_init (&self->wanted);

  while (self->recent.length > 0)
    g_object_unref (g_queue_pop_tail_link (&self->recent)->data);
}
