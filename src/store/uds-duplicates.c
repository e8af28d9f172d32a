/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records may be about the same: people with one name or one e-mail address, others with one name. Only a person
 * can say whether they are. */
#include "uds-merge.h"

#include "uds-fold.h"

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

static void
add_pair (GPtrArray *pairs,
          UdsRecord *first,
          UdsRecord *second)
{
  UdsDuplicate *pair;

  for (guint i = 0; i < pairs->len; i++)
    {
      const UdsDuplicate *other = g_ptr_array_index (pairs, i);

      if (other->first == first && other->second == second)
        return;
    }
  pair = g_new (UdsDuplicate, 1);
  pair->first = g_object_ref (first);
  pair->second = g_object_ref (second);
  g_ptr_array_add (pairs, pair);
}

/**
 * uds_session_list_duplicates:
 * @self: a session
 * @kind: a kind of record
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type UdsDuplicate) (nullable): pairs of records that may be about the same, in the
 *   order of the kind: each record with the first one that it has something in common with
 */
GPtrArray *
uds_session_list_duplicates (UdsSession     *self,
                             const UdsKind  *kind,
                             GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) records = uds_session_list (self, query, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *pairs;

  if (records == NULL)
    return NULL;
  pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_duplicate_free);
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) keys = list_keys (record);

      for (guint j = 0; j < keys->len; j++)
        {
          const char *key = g_ptr_array_index (keys, j);
          UdsRecord *other = g_hash_table_lookup (seen, key);

          if (other == NULL)
            g_hash_table_insert (seen, g_strdup (key), record);
          else if (other != record && may_be_same (other, record))
            add_pair (pairs, other, record);
        }
    }
  return pairs;
}

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

      if (!contains (similar, other) && !g_str_equal (uds_record_get_id (other), uds_record_get_id (record))
          && may_be_same (record, other) && have_key_in_common (record, other))
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
 * Returns: (transfer full) (element-type UdsRecord) (nullable): others of its kind that may be about the same; none
 *   where the kind is not mergeable
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
