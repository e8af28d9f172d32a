/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records may be about the same: people with one name or one e-mail address, others with one name. Only a person
 * can say whether they are; that they are not is kept as a link between them. */
#include "uds-merge.h"

#include "uds-fold.h"
#include "uds-relation.h"

#include <string.h>

#define LIMIT 20

/**
 * uds_duplicate_free:
 * @self: (transfer full): two records
 */
void
uds_duplicate_free (UdsDuplicate *self)
{
  g_object_unref (self->first);
  g_object_unref (self->second);
  g_free (self);
}

/* What another record has in common with one about the same: its names, its address. */
static GPtrArray *
list_keys (UdsRecord *record)
{
  static const char *const fields[] = { "name", "name_da", "name_en", "email" };
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gboolean has_field = uds_kind_lookup_field (uds_record_get_kind (record), fields[i], NULL) != NULL;
      const char *text = has_field ? uds_record_get_text (record, fields[i]) : NULL;
      g_autofree char *folded = text != NULL ? uds_fold (text) : NULL;

      /* An office's address may be that of many organisations. */
      if (folded == NULL || *folded == '\0'
          || (g_str_equal (fields[i], "email") && !uds_record_is_a (record, "contact")))
        continue;
      if (!g_ptr_array_find_with_equal_func (keys, folded, g_str_equal, NULL))
        g_ptr_array_add (keys, g_steal_pointer (&folded));
    }
  return keys;
}

/* Two places of one name in two countries are two. */
static gboolean
may_be_same (UdsRecord *a,
             UdsRecord *b)
{
  const UdsKind *kind = uds_record_get_kind (a);
  gboolean has_country = uds_kind_lookup_field (kind, "country", NULL) != NULL;
  const char *first = has_country ? uds_record_get_text (a, "country") : NULL;
  const char *second = has_country ? uds_record_get_text (b, "country") : NULL;

  return first == NULL || second == NULL || g_str_equal (first, second);
}

/* Which were told apart */

static UdsQuery *
ask_told_apart (const UdsKind *kind)
{
  UdsQuery *query = uds_query_new (uds_kind_lookup ("link"));

  uds_query_where_is (query, "from_kind", kind->name);
  uds_query_where_is (query, "relation", UDS_RELATION_DIFFERENT);
  return query;
}

/* A pair is one whichever of the two is named first. */
static char *
make_pair_key (const char *first,
               const char *second)
{
  return strcmp (first, second) < 0 ? g_strconcat (first, " ", second, NULL) : g_strconcat (second, " ", first, NULL);
}

/* All of a kind, as keys of pairs. */
static GHashTable *
read_told_apart (UdsSession     *self,
                 const UdsKind  *kind,
                 GError        **error)
{
  g_autoptr (UdsQuery) query = ask_told_apart (kind);
  g_autoptr (GPtrArray) links = uds_session_list (self, query, error);
  GHashTable *keys;

  if (links == NULL)
    return NULL;
  keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < links->len; i++)
    g_hash_table_add (keys, make_pair_key (uds_record_get_text (g_ptr_array_index (links, i), "from_id"),
                                           uds_record_get_text (g_ptr_array_index (links, i), "to_id")));
  return keys;
}

static gboolean
find_told_apart (UdsSession     *self,
                 const UdsKind  *kind,
                 const char     *from,
                 const char     *to,
                 gboolean       *is_apart,
                 GError        **error)
{
  g_autoptr (UdsQuery) query = ask_told_apart (kind);
  gint64 n_links;

  uds_query_where_is (query, "from_id", from);
  uds_query_where_is (query, "to_id", to);
  n_links = uds_session_count (self, query, error);
  *is_apart |= n_links > 0;
  return n_links >= 0;
}

/* Either of the two may have been named first. */
static gboolean
is_told_apart (UdsSession     *self,
               const UdsKind  *kind,
               const char     *first,
               const char     *second,
               gboolean       *is_apart,
               GError        **error)
{
  *is_apart = FALSE;
  return find_told_apart (self, kind, first, second, is_apart, error)
         && find_told_apart (self, kind, second, first, is_apart, error);
}

/**
 * uds_session_tell_apart:
 * @self: a session inside a command
 * @kind: a kind of record that is mergeable
 * @first: the id of a record
 * @second: the id of another
 * @error: what went wrong
 *
 * Says that the two are not about the same, whatever they have in common: neither is shown with the other any more.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_tell_apart (UdsSession     *self,
                        const UdsKind  *kind,
                        const char     *first,
                        const char     *second,
                        GError        **error)
{
  g_autoptr (UdsRecord) one = NULL;
  g_autoptr (UdsRecord) other = NULL;
  gboolean is_apart;

  if (!uds_merge_check_two (kind, first, second, error) || !is_told_apart (self, kind, first, second, &is_apart, error))
    return FALSE;
  if (is_apart)
    return TRUE;

  one = uds_session_get (self, kind, first, error);
  other = one != NULL ? uds_session_get (self, kind, second, error) : NULL;
  return other != NULL && uds_session_link (self, one, UDS_RELATION_DIFFERENT, other, error);
}

/* All of a kind */

typedef struct {
  GHashTable *seen;  /* a key → GPtrArray of the records that have it */
  GHashTable *apart; /* the keys of pairs that were told apart */
  GPtrArray *pairs;
} Hunt;

static gboolean
is_pair (const Hunt *hunt,
         UdsRecord  *first,
         UdsRecord  *second)
{
  g_autofree char *key = make_pair_key (uds_record_get_id (first), uds_record_get_id (second));

  return first != second && may_be_same (first, second) && !g_hash_table_contains (hunt->apart, key);
}

/* The pairs of one record stand together. */
static gboolean
has_pair (const Hunt *hunt,
          UdsRecord  *first,
          UdsRecord  *second)
{
  for (guint i = hunt->pairs->len; i > 0; i--)
    {
      const UdsDuplicate *other = g_ptr_array_index (hunt->pairs, i - 1);

      if (other->second != second)
        return FALSE;
      if (other->first == first)
        return TRUE;
    }
  return FALSE;
}

static void
add_pair (Hunt      *hunt,
          UdsRecord *first,
          UdsRecord *second)
{
  UdsDuplicate *pair;

  if (has_pair (hunt, first, second))
    return;
  pair = g_new (UdsDuplicate, 1);
  pair->first = g_object_ref (first);
  pair->second = g_object_ref (second);
  g_ptr_array_add (hunt->pairs, pair);
}

static void
hunt_key (Hunt       *hunt,
          const char *key,
          UdsRecord  *record)
{
  GPtrArray *seen = g_hash_table_lookup (hunt->seen, key);

  if (seen == NULL)
    {
      seen = g_ptr_array_new ();
      g_hash_table_insert (hunt->seen, g_strdup (key), seen);
    }
  for (guint i = 0; i < seen->len; i++)
    if (is_pair (hunt, g_ptr_array_index (seen, i), record))
      {
        add_pair (hunt, g_ptr_array_index (seen, i), record);
        break;
      }
  g_ptr_array_add (seen, record);
}

/**
 * uds_session_list_duplicates:
 * @self: a session
 * @kind: a kind of record
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type UdsDuplicate) (nullable): pairs of records that may be about the same, in the
 *   order of the kind: each record with the first one that it has something in common with and was not told apart from
 */
GPtrArray *
uds_session_list_duplicates (UdsSession     *self,
                             const UdsKind  *kind,
                             GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) records = uds_session_list (self, query, error);
  g_autoptr (GHashTable) apart = records != NULL ? read_told_apart (self, kind, error) : NULL;
  g_autoptr (GHashTable) seen = NULL;
  Hunt hunt;

  if (apart == NULL)
    return NULL;

  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  hunt = (Hunt) { seen, apart, g_ptr_array_new_with_free_func ((GDestroyNotify) uds_duplicate_free) };
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) keys = list_keys (record);

      for (guint j = 0; j < keys->len; j++)
        hunt_key (&hunt, g_ptr_array_index (keys, j), record);
    }
  return hunt.pairs;
}

/* One record */

static gboolean
have_key_in_common (UdsRecord *a,
                    UdsRecord *b)
{
  g_autoptr (GPtrArray) first = list_keys (a);
  g_autoptr (GPtrArray) second = list_keys (b);

  for (guint i = 0; i < first->len; i++)
    if (g_ptr_array_find_with_equal_func (second, g_ptr_array_index (first, i), g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
contains (GPtrArray *records,
          UdsRecord *record)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (uds_record_get_id (g_ptr_array_index (records, i)), uds_record_get_id (record)))
      return TRUE;
  return FALSE;
}

/* Search finds words wherever they stand; those are looked at more closely. */
static gboolean
add_found (UdsSession  *self,
           UdsRecord   *record,
           const char  *text,
           GPtrArray   *similar,
           GError     **error)
{
  g_autoptr (GPtrArray) hits = uds_session_search (self, text, uds_record_get_kind (record), LIMIT, error);

  if (hits == NULL)
    return FALSE;
  for (guint i = 0; i < hits->len; i++)
    {
      UdsRecord *other = ((const UdsHit *) g_ptr_array_index (hits, i))->record;

      gboolean is_apart;

      if (contains (similar, other) || g_str_equal (uds_record_get_id (other), uds_record_get_id (record))
          || !may_be_same (record, other) || !have_key_in_common (record, other))
        continue;
      if (!is_told_apart (self, uds_record_get_kind (record), uds_record_get_id (record), uds_record_get_id (other),
                          &is_apart, error))
        return FALSE;
      if (!is_apart)
        g_ptr_array_add (similar, g_object_ref (other));
    }
  return TRUE;
}

/**
 * uds_session_list_similar:
 * @self: a session
 * @record: a record
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type UdsRecord) (nullable): others of its kind that may be about the same and
 *   were not told apart from it; none where the kind is not mergeable
 */
GPtrArray *
uds_session_list_similar (UdsSession  *self,
                          UdsRecord   *record,
                          GError     **error)
{
  g_autoptr (GPtrArray) similar = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) keys = uds_record_get_kind (record)->is_mergeable ? list_keys (record) : NULL;

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!add_found (self, record, g_ptr_array_index (keys, i), similar, error))
      return NULL;
  return g_steal_pointer (&similar);
}
