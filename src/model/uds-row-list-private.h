/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the long list share: the order and the rows. For uds-row-list*.c only. */
#pragma once

#include "uds-row-list.h"
#include "uds-uuid.h"

G_BEGIN_DECLS

struct _UdsRowList
{
  GObject parent_instance;

  UdsStore *store;
  UdsQuery *query; /* our own copy, never changed: the store's thread reads it; none until one is set */
  UdsListGroups *groups; /* in which it is wanted; none of most lists */
  UdsRow *anchor;
  GError *error;

  /* The order. While splices are told, the first of @ids are followed by the rest of what was before. */
  GArray *ids;
  GArray *keys;        /* what tells a row from the same one in another group; @ids where there are no groups */
  GPtrArray *sections; /* of UdsListSection; none where there are no groups */
  guint n_told;
  GArray *ids_before;
  GArray *keys_before;
  GPtrArray *sections_before;
  guint from_before;

  GCancellable *reading; /* of the order; cancelling it makes the answer a late one, which is dropped */
  UdsUuid read_anchor;   /* the key of the anchor when the reading began */
  gboolean reads_again;  /* something was committed since the reading began */
  guint rest_source;     /* reads the rest after a first look */
  gboolean loading;

  GHashTable *rows;  /* of UdsRow, by their key; not owned: every row that somebody holds */
  GQueue recent;     /* of UdsRow, owned, the latest looked at first */
  GQueue wanted;     /* of UdsRow, not owned, the latest looked at first: to be read */
  gboolean reads_rows;
};

guint          uds_row_list_count_ids     (UdsRowList    *self);
const UdsUuid *uds_row_list_get_id        (UdsRowList    *self,
                                           guint          position);
const UdsUuid *uds_row_list_get_key       (UdsRowList    *self,
                                           guint          position);
void           uds_row_list_set_error     (UdsRowList    *self,
                                           GError        *error);
UdsRow        *uds_row_list_look_at       (UdsRowList    *self,
                                           const UdsUuid *id,
                                           const UdsUuid *key);
void           uds_row_list_adopt_records (UdsRowList    *self,
                                           GPtrArray     *records,
                                           GArray        *keys);
void           uds_row_list_want_window   (UdsRowList    *self,
                                           guint          position);
void           uds_row_list_list_alive    (UdsRowList    *self,
                                           GArray        *ids,
                                           GArray        *keys);
void           uds_row_list_release_rows  (UdsRowList    *self);

G_END_DECLS
