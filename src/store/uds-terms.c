/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what renews what, and puts what belongs together one below the other. How a term is counted is src/domain's
 * rule (uds-term.c). */
#include "uds-terms.h"

/**
 * uds_term_item_free:
 * @self: (transfer full): an item
 */
void
uds_term_item_free (UdsTermItem *self)
{
  g_object_unref (self->record);
  g_clear_object (&self->successor);
  g_free (self);
}

static UdsTermItem *
item_new (UdsRecord     *record,
          UdsRecord     *successor,
          const UdsDate *today,
          UdsLanguage    language)
{
  UdsTermItem *self = g_new0 (UdsTermItem, 1);

  self->record = g_object_ref (record);
  g_set_object (&self->successor, successor);
  uds_record_get_term_facts (record, successor, language, &self->facts);
  uds_term_find (&self->facts, today, &self->term);
  self->today = *today;
  return self;
}

static GPtrArray *
list_agreements (UdsSession   *session,
                 const char   *replaced,
                 UdsLanguage   language,
                 GError      **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("agreement"));

  uds_query_set_language (query, language);
  if (replaced != NULL)
    uds_query_where_is (query, "replaces", replaced);
  return uds_session_list (session, query, error);
}

/* Of several that renew it the latest counts; the agreements are in the order of their start. */
static UdsRecord *
find_successor (GPtrArray *agreements,
                UdsRecord *record)
{
  UdsRecord *successor = NULL;

  for (guint i = 0; i < agreements->len; i++)
    {
      UdsRecord *other = g_ptr_array_index (agreements, i);

      if (g_strcmp0 (uds_record_get_text (other, "replaces"), uds_record_get_id (record)) == 0)
        successor = other;
    }
  return successor;
}

/**
 * uds_session_find_term:
 * @session: a session
 * @record: a stored record that has a term, see uds_record_has_term()
 * @today: the day it is
 * @language: the language of content
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): how far it has come
 */
UdsTermItem *
uds_session_find_term (UdsSession     *session,
                       UdsRecord      *record,
                       const UdsDate  *today,
                       UdsLanguage     language,
                       GError        **error)
{
  g_autoptr (GPtrArray) successors = NULL;

  if (!uds_record_is_a (record, "agreement"))
    return item_new (record, NULL, today, language);

  successors = list_agreements (session, uds_record_get_id (record), language, error);
  return successors != NULL ? item_new (record, find_successor (successors, record), today, language) : NULL;
}

/* The agreement, and below it the ones that renew it, one after the other. */
static void
add_chain (GPtrArray     *items,
           GPtrArray     *agreements,
           GHashTable    *added,
           UdsRecord     *record,
           const UdsDate *today,
           UdsLanguage    language)
{
  if (!g_hash_table_add (added, record))
    return;

  g_ptr_array_add (items, item_new (record, find_successor (agreements, record), today, language));
  for (guint i = 0; i < agreements->len; i++)
    {
      UdsRecord *other = g_ptr_array_index (agreements, i);

      if (g_strcmp0 (uds_record_get_text (other, "replaces"), uds_record_get_id (record)) == 0)
        add_chain (items, agreements, added, other, today, language);
    }
}

static gboolean
add_agreements (UdsSession     *session,
                GPtrArray      *items,
                const UdsDate  *today,
                UdsLanguage     language,
                GError        **error)
{
  g_autoptr (GPtrArray) agreements = list_agreements (session, NULL, language, error);
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);

  if (agreements == NULL)
    return FALSE;

  for (guint i = 0; i < agreements->len; i++)
    if (!uds_record_has (g_ptr_array_index (agreements, i), "replaces"))
      add_chain (items, agreements, added, g_ptr_array_index (agreements, i), today, language);
  /* Those that renew each other in a circle have no first one. */
  for (guint i = 0; i < agreements->len; i++)
    add_chain (items, agreements, added, g_ptr_array_index (agreements, i), today, language);
  return TRUE;
}

static gboolean
add_networks (UdsSession     *session,
              GPtrArray      *items,
              const char     *category,
              const UdsDate  *today,
              UdsLanguage     language,
              GError        **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("network"));
  g_autoptr (GPtrArray) networks = NULL;

  uds_query_set_language (query, language);
  uds_query_where_is (query, "category", category);
  if (!uds_query_order_by (query, "start", FALSE, error))
    return FALSE;
  networks = uds_session_list (session, query, error);
  if (networks == NULL)
    return FALSE;

  for (guint i = 0; i < networks->len; i++)
    g_ptr_array_add (items, item_new (g_ptr_array_index (networks, i), NULL, today, language));
  return TRUE;
}

/**
 * uds_session_list_terms:
 * @session: a session
 * @today: the day it is
 * @language: the language of content
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type UdsTermItem): first the agreements in the order of their start,
 *   each followed by those that renew it; then the EU projects and the sector cooperations
 */
GPtrArray *
uds_session_list_terms (UdsSession     *session,
                        const UdsDate  *today,
                        UdsLanguage     language,
                        GError        **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_term_item_free);

  if (!add_agreements (session, items, today, language, error)
      || !add_networks (session, items, "eu-project", today, language, error)
      || !add_networks (session, items, "sector-cooperation", today, language, error))
    return NULL;
  return g_steal_pointer (&items);
}

static int
compare_last_days (gconstpointer a,
                   gconstpointer b)
{
  const UdsTermItem *first = a, *second = b;

  return uds_date_compare (&first->term.last_day, &second->term.last_day);
}

/**
 * uds_terms_list_expiring:
 * @items: (element-type UdsTermItem): what was agreed for a time
 *
 * Returns: (transfer container) (element-type UdsTermItem): those that expire soon, see uds_term_expires_soon(), the
 *   next first; they belong to @items
 */
GPtrArray *
uds_terms_list_expiring (GPtrArray *items)
{
  GPtrArray *expiring = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      UdsTermItem *item = g_ptr_array_index (items, i);

      if (uds_term_expires_soon (&item->term, &item->facts, &item->today))
        g_ptr_array_add (expiring, item);
    }
  g_ptr_array_sort_values (expiring, compare_last_days);
  return expiring;
}
