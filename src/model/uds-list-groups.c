/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a list in groups. Of few records it is asked once what each has; of many, one group after the other is asked for
 * as the filter would with its choice: the store's indexes and orders serve groups as they serve filters. What there is
 * to choose, and what records have, is uds-list-filter.c's. */
#include "uds-list-groups.h"

#include <glib/gi18n.h>
#include <string.h>

/* So long a reading may keep the store's thread from what a view waits for. */
#define STRIDE (20 * G_TIME_SPAN_MILLISECOND)

/* Of so many records it is soon read what each has; asking for every group takes longer. */
#define FEW 1000u

struct _UdsListGroups
{
  UdsQuery *query; /* without the filter */
  GVariant *filter;
  const UdsFacet *facet;
  UdsDate today;
};

/**
 * uds_list_groups_find_facet:
 * @filter: a filter
 * @kind: what is listed
 *
 * Returns: (nullable): the facet that @filter says to group by; %NULL where it says none, or none of @kind
 */
const UdsFacet *
uds_list_groups_find_facet (GVariant      *filter,
                            const UdsKind *kind)
{
  const char *name = uds_list_filter_get (filter, UDS_LIST_GROUP);
  guint n_facets;
  const UdsFacet *facets = uds_facet_list (&n_facets);

  for (guint i = 0; name != NULL && i < n_facets; i++)
    if (g_str_equal (facets[i].name, name) && uds_facet_makes_groups (&facets[i], kind))
      return &facets[i];

  return NULL;
}

/**
 * uds_list_groups_new:
 * @query: what is listed and how each group is sorted, without the filter; copied
 * @filter: what is let pass, and what to group by
 * @today: the day it is
 *
 * Returns: (transfer full) (nullable): how to ask for it, for any thread; %NULL where @filter groups nothing
 */
UdsListGroups *
uds_list_groups_new (UdsQuery      *query,
                     GVariant      *filter,
                     const UdsDate *today)
{
  const UdsFacet *facet = uds_list_groups_find_facet (filter, uds_query_get_kind (query));
  UdsListGroups *self;

  if (facet == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (UdsListGroups);
  self->query = uds_query_copy (query);
  self->filter = g_variant_ref_sink (filter);
  self->facet = facet;
  self->today = *today;
  return self;
}

/**
 * uds_list_groups_ref:
 * @self: groups
 *
 * Returns: (transfer full): @self
 */
UdsListGroups *
uds_list_groups_ref (UdsListGroups *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_groups (gpointer data)
{
  UdsListGroups *self = data;

  g_object_unref (self->query);
  g_variant_unref (self->filter);
}

/**
 * uds_list_groups_unref:
 * @self: (transfer full): groups
 */
void
uds_list_groups_unref (UdsListGroups *self)
{
  g_atomic_rc_box_release_full (self, clear_groups);
}

/* Walking */

static void
section_free (gpointer data)
{
  UdsListSection *section = data;

  g_free (section->code);
  g_free (section->name);
  g_free (section);
}

/**
 * uds_group_walk_new:
 * @groups: how to ask
 *
 * Returns: (transfer full): a reading that has not begun
 */
UdsGroupWalk *
uds_group_walk_new (UdsListGroups *groups)
{
  UdsGroupWalk *self = g_new0 (UdsGroupWalk, 1);

  self->groups = uds_list_groups_ref (groups);
  self->ids = g_array_new (FALSE, FALSE, sizeof (UdsUuid));
  self->keys = g_array_new (FALSE, FALSE, sizeof (UdsUuid));
  self->sections = g_ptr_array_new_with_free_func (section_free);
  return self;
}

/**
 * uds_group_walk_free:
 * @self: (transfer full): a reading
 */
void
uds_group_walk_free (UdsGroupWalk *self)
{
  g_array_unref (self->ids);
  g_array_unref (self->keys);
  g_ptr_array_unref (self->sections);
  g_clear_pointer (&self->choices, uds_facet_choices_free);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self->is_placed);
  uds_list_groups_unref (self->groups);
  g_free (self);
}

/* What the filter lets pass of @asked with another choice; %NULL for its own. */
static UdsQuery *
make_query (const UdsListGroups *groups,
            UdsQuery            *asked,
            const char          *code)
{
  UdsQuery *query = uds_query_copy (asked);
  g_autoptr (GVariant) filter =
      code != NULL ? g_variant_ref_sink (uds_list_filter_with (groups->filter, groups->facet->name, code))
                   : g_variant_ref (groups->filter);

  uds_list_filter_apply (filter, query, &groups->today);
  return query;
}

/* "country/DE", "country/" for what has none: lists by another facet have other groups. */
static char *
make_code (const UdsGroupWalk *self,
           const char         *choice)
{
  return g_strdup_printf ("%s/%s", self->groups->facet->name, choice);
}

static void
add_id (UdsGroupWalk  *self,
        const UdsUuid *id,
        const char    *code)
{
  UdsUuid key = *id;
  guint32 hash = g_str_hash (code), part;

  memcpy (&part, key.bytes, sizeof part);
  part ^= hash;
  memcpy (key.bytes, &part, sizeof part);
  g_array_append_vals (self->ids, id, 1);
  g_array_append_val (self->keys, key);
}

/* Gives it the ids that are added from now on. */
static const char *
add_section (UdsGroupWalk *self,
             const char   *choice,
             const char   *name)
{
  UdsListSection *section = g_new (UdsListSection, 1);

  *section = (UdsListSection) { self->ids->len, make_code (self, choice), g_strdup (name) };
  g_ptr_array_add (self->sections, section);
  return section->code;
}

static void
add_ids (UdsGroupWalk *self,
         GArray       *ids,
         const char   *choice,
         const char   *name)
{
  const char *code;

  if (ids->len == 0)
    return;
  code = add_section (self, choice, name);
  for (guint i = 0; i < ids->len; i++)
    add_id (self, &g_array_index (ids, UdsUuid, i), code);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

static void
add_places (UdsGroupWalk *self,
            GArray       *places,
            const char   *choice,
            const char   *name)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (UdsUuid), places->len);

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);

      self->is_placed[place] = TRUE;
      g_array_append_val (ids, g_array_index (self->order, UdsUuid, place));
    }
  add_ids (self, ids, choice, name);
}

/* What stands above what is in no group. */
static const char *
name_rest (const UdsGroupWalk *self)
{
  return uds_facet_choices_are_all (self->choices) ? _(self->groups->facet->none) : _("Others");
}

/* What is in no group. */
static void
add_rest (UdsGroupWalk *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->order->len; i++)
    if (!self->is_placed[i])
      g_array_append_val (places, i);
  add_places (self, places, "", name_rest (self));
}

/* The order of all, to which groups are compared. */
static void
take_order (UdsGroupWalk *self,
            GArray       *order)
{
  self->order = g_array_ref (order);
  self->places = g_hash_table_new (uds_uuid_hash, uds_uuid_equal);
  for (guint i = 0; i < order->len; i++)
    g_hash_table_insert (self->places, &g_array_index (order, UdsUuid, i), GUINT_TO_POINTER (i));
  self->is_placed = g_new0 (gboolean, order->len + 1);
}

static GArray *
read_order (UdsGroupWalk  *self,
            UdsSession    *session,
            guint          limit,
            GError       **error)
{
  g_autoptr (UdsQuery) query = make_query (self->groups, self->groups->query, NULL);

  uds_query_set_limit (query, limit);
  return uds_session_list_packed_ids (session, query, error);
}

/* Few records */

/* The places of the records of each choice. */
typedef struct {
  UdsGroupWalk *walk;
  GHashTable *numbers; /* of choices, from 1, by code */
  GArray **places;     /* by number */
} Sorting;

static void
sort_in (const UdsUuid *id,
         const char    *code,
         gpointer       data)
{
  Sorting *self = data;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, code)), place;
  gpointer found;

  if (number == 0 || !g_hash_table_lookup_extended (self->walk->places, id, NULL, &found))
    return;
  place = GPOINTER_TO_UINT (found);
  if (self->places[number - 1] == NULL)
    self->places[number - 1] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->places[number - 1], place);
}

static void
add_sorted (Sorting    *self,
            guint       number,
            const char *code)
{
  g_autoptr (GArray) places = g_steal_pointer (&self->places[number]);

  if (places == NULL)
    return;
  g_array_sort (places, compare_places);
  for (guint i = places->len - 1; i > 0; i--)
    if (g_array_index (places, guint, i) == g_array_index (places, guint, i - 1))
      g_array_remove_index (places, i);
  add_places (self->walk, places, code, g_ptr_array_index (self->walk->choices->names, number));
}

static gboolean
scan (UdsGroupWalk  *self,
      UdsSession    *session,
      Sorting       *sorting,
      GError       **error)
{
  const UdsListGroups *groups = self->groups;
  g_autoptr (UdsQuery) query = make_query (groups, groups->query, NULL);

  return uds_session_scan_facet (session, groups->facet, query, groups->filter, &groups->today, sort_in, sorting,
                                 error);
}

static gboolean
add_few (UdsGroupWalk  *self,
         UdsSession    *session,
         GError       **error)
{
  const char *chosen = uds_list_filter_get (self->groups->filter, self->groups->facet->name);
  GPtrArray *codes = self->choices->codes;
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree GArray **places = g_new0 (GArray *, codes->len + 1);
  Sorting sorting = { self, numbers, places };
  gboolean is_read;

  for (guint i = 0; i < codes->len; i++)
    if (chosen == NULL || g_str_equal (chosen, g_ptr_array_index (codes, i)))
      g_hash_table_insert (numbers, g_ptr_array_index (codes, i), GUINT_TO_POINTER (i + 1));
  is_read = scan (self, session, &sorting, error);
  for (guint i = 0; i < codes->len; i++)
    add_sorted (&sorting, i, g_ptr_array_index (codes, i));
  if (chosen == NULL)
    add_rest (self);
  self->is_done = TRUE;
  return is_read;
}

/* Many records */

/* The first of a group, in order. */
static gboolean
add_first (UdsGroupWalk  *self,
           UdsSession    *session,
           const char    *choice,
           const char    *name,
           guint          limit,
           GError       **error)
{
  g_autoptr (UdsQuery) query = make_query (self->groups, self->groups->query, choice);
  g_autoptr (GArray) ids = NULL;

  uds_query_set_limit (query, limit);
  ids = uds_session_list_packed_ids (session, query, error);
  if (ids == NULL)
    return FALSE;

  add_ids (self, ids, choice, name);
  return TRUE;
}

/* All of a group: who is in it is asked for without words and order, which the order of all has. */
static gboolean
add_all (UdsGroupWalk  *self,
         UdsSession    *session,
         const char    *choice,
         const char    *name,
         GError       **error)
{
  g_autoptr (UdsQuery) bare = uds_query_new (uds_query_get_kind (self->groups->query));
  g_autoptr (UdsQuery) query = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ids = NULL;

  uds_query_set_language (bare, uds_query_get_language (self->groups->query));
  query = make_query (self->groups, bare, choice);
  uds_query_set_unordered (query);
  ids = uds_session_list_packed_ids (session, query, error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gpointer place;

      if (!g_hash_table_lookup_extended (self->places, &g_array_index (ids, UdsUuid, i), NULL, &place))
        continue;
      g_array_append_val (places, ((guint) { GPOINTER_TO_UINT (place) }));
    }
  g_array_sort (places, compare_places);
  add_places (self, places, choice, name);
  return TRUE;
}

/* What is in no group, where the groups were read one by one; there are few, or there would be enough. */
static gboolean
add_unplaced (UdsGroupWalk  *self,
              UdsSession    *session,
              guint          limit,
              GError       **error)
{
  g_autoptr (UdsQuery) query = make_query (self->groups, self->groups->query, NULL);
  g_autoptr (GHashTable) grouped = g_hash_table_new (uds_uuid_hash, uds_uuid_equal);
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (UdsUuid));
  g_autoptr (GArray) ids = NULL;

  uds_query_set_limit (query, self->ids->len + limit);
  ids = uds_session_list_packed_ids (session, query, error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_add (grouped, &g_array_index (self->ids, UdsUuid, i));
  for (guint i = 0; i < ids->len; i++)
    if (!g_hash_table_contains (grouped, &g_array_index (ids, UdsUuid, i)))
      g_array_append_val (rest, g_array_index (ids, UdsUuid, i));
  self->is_done = ids->len < self->ids->len + limit;
  add_ids (self, rest, "", name_rest (self));
  return TRUE;
}

static gboolean
add_next (UdsGroupWalk  *self,
          UdsSession    *session,
          guint          limit,
          GError       **error)
{
  const char *chosen = uds_list_filter_get (self->groups->filter, self->groups->facet->name);
  const UdsFacetChoices *choices = self->choices;
  const char *choice, *name;

  if (self->next == choices->codes->len)
    {
      self->is_done = TRUE;
      if (self->order == NULL && chosen == NULL)
        return add_unplaced (self, session, limit, error);
      if (chosen == NULL)
        add_rest (self);
      return TRUE;
    }

  choice = g_ptr_array_index (choices->codes, self->next);
  name = g_ptr_array_index (choices->names, self->next);
  self->next++;
  if (chosen != NULL && !g_str_equal (chosen, choice))
    return TRUE;
  if (self->order == NULL)
    return add_first (self, session, choice, name, limit, error);
  return add_all (self, session, choice, name, error);
}

/* Whether there are few is found out once, by reading them. The first groups of many are read each in order, all of
 * them by what is in the order of all. */
static gboolean
prepare (UdsGroupWalk  *self,
         UdsSession    *session,
         gboolean       wants_first,
         GError       **error)
{
  UdsQuery *query = self->groups->query;
  g_autoptr (GArray) order = NULL;

  if (self->choices != NULL)
    return TRUE;
  self->choices = uds_session_read_facet (session, uds_query_get_kind (query), self->groups->facet,
                                          uds_query_get_language (query), error);
  if (self->choices == NULL)
    return FALSE;

  order = read_order (self, session, FEW + 1, error);
  if (order == NULL)
    return FALSE;
  if (order->len <= FEW)
    {
      take_order (self, order);
      return add_few (self, session, error);
    }
  if (wants_first)
    return TRUE;

  g_array_unref (order);
  order = read_order (self, session, 0, error);
  if (order != NULL)
    take_order (self, order);
  return order != NULL;
}

/**
 * uds_group_walk_go:
 * @self: a reading
 * @session: a session
 * @enough: so many ids are read at the least, if there are; of the last group there may be more than are read then.
 *   0 to read for some time only, with all of each group
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_group_walk_go (UdsGroupWalk  *self,
                   UdsSession    *session,
                   guint          enough,
                   GError       **error)
{
  gint64 until = g_get_monotonic_time () + STRIDE;

  if (!prepare (self, session, enough > 0, error))
    return FALSE;

  while (!self->is_done && (enough > 0 ? self->ids->len < enough : g_get_monotonic_time () < until))
    if (!add_next (self, session, enough > 0 ? enough - self->ids->len : 0, error))
      return FALSE;
  return TRUE;
}
