/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list in groups: for each choice of a facet what a filter lets pass with it, and last what is left. */
#pragma once

#include "uds-list-filter.h"
#include "uds-uuid.h"

G_BEGIN_DECLS

/**
 * UDS_LIST_GROUP:
 *
 * Where a filter keeps the name of the facet that the list is grouped by, so that it is saved with it.
 */
#define UDS_LIST_GROUP "group"

/**
 * UdsListSection:
 * @start: where it begins in the list
 * @code: names it among the groups of all facets
 * @name: what a reader sees
 */
typedef struct {
  guint start;
  char *code;
  char *name;
} UdsListSection;

typedef struct _UdsListGroups UdsListGroups;

const UdsFacet *uds_list_groups_find_facet (GVariant       *filter,
                                            const UdsKind  *kind);
UdsListGroups  *uds_list_groups_new        (UdsQuery       *query,
                                            GVariant       *filter,
                                            const UdsDate  *today);
UdsListGroups  *uds_list_groups_ref        (UdsListGroups  *self);
void            uds_list_groups_unref      (UdsListGroups  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsListGroups, uds_list_groups_unref)

/**
 * UdsGroupWalk:
 * @ids: (element-type UdsUuid): the ids, in order; one that is in several groups stands in each
 * @keys: (element-type UdsUuid): of each id in its group a key of its own
 * @sections: (element-type UdsListSection): the groups that are not empty
 * @is_done: whether that is all
 *
 * How far the reading of a list in groups has come. For one thread at a time.
 */
typedef struct {
  GArray        *ids;
  GArray        *keys;
  GPtrArray     *sections;
  gboolean       is_done;

  UdsListGroups   *groups;
  UdsFacetChoices *choices;
  guint            next;
  GArray          *order;
  GHashTable      *places;
  gboolean        *is_placed;
} UdsGroupWalk;

UdsGroupWalk   *uds_group_walk_new         (UdsListGroups  *groups);
void            uds_group_walk_free        (UdsGroupWalk   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsGroupWalk, uds_group_walk_free)
gboolean        uds_group_walk_go          (UdsGroupWalk   *self,
                                            UdsSession     *session,
                                            guint           enough,
                                            GError        **error);

G_END_DECLS
