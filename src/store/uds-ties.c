/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what refers to a city or an organisation together with what it refers to besides. The field by which records
 * refer to a place is called as its kind. */
#include "uds-ties.h"

/**
 * uds_tie_free:
 * @self: (transfer full): a tie
 */
void
uds_tie_free (UdsTie *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->other);
  g_clear_object (&self->own);
  g_free (self);
}

/**
 * uds_session_list_of:
 * @session: a session
 * @kind: the name of a kind
 * @field: a field of it that refers to records
 * @record: what it is to refer to
 * @language: the reader's, by which names are sorted
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type UdsRecord) (nullable): the first that refer to @record
 */
GPtrArray *
uds_session_list_of (UdsSession   *session,
                     const char   *kind,
                     const char   *field,
                     UdsRecord    *record,
                     UdsLanguage   language,
                     GError      **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));

  uds_query_set_language (query, language);
  uds_query_where_is (query, field, uds_record_get_id (record));
  uds_query_set_limit (query, UDS_TIES_MAX);
  return uds_session_list (session, query, error);
}

/**
 * uds_session_list_ties:
 * @session: a session
 * @kind: the name of the kind that ties
 * @place: a city or an organisation
 * @other: the field of @kind that refers to what the place is tied to
 * @language: the reader's
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type UdsTie) (nullable): what ties it
 */
GPtrArray *
uds_session_list_ties (UdsSession   *session,
                       const char   *kind,
                       UdsRecord    *place,
                       const char   *other,
                       UdsLanguage   language,
                       GError      **error)
{
  const char *field = uds_record_get_kind (place)->name;
  g_autoptr (GPtrArray) records = uds_session_list_of (session, kind, field, place, language, error);
  g_autoptr (GPtrArray) ties = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_tie_free);
  const UdsKind *target = uds_kind_lookup (uds_kind_lookup_field (uds_kind_lookup (kind), other, NULL)->target);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (UdsTie) tie = g_new0 (UdsTie, 1);

      tie->record = g_object_ref (g_ptr_array_index (records, i));
      tie->other = uds_session_get (session, target, uds_record_get_text (tie->record, other), error);
      if (tie->other == NULL)
        return NULL;
      g_ptr_array_add (ties, g_steal_pointer (&tie));
    }
  return g_steal_pointer (&ties);
}

/* Agreements */

static gboolean
add_agreement (GPtrArray    *agreements,
               UdsSession   *session,
               UdsRecord    *agreement,
               UdsLanguage   language,
               GError      **error)
{
  UdsDate today = uds_session_get_today (session);
  UdsTermItem *item = uds_session_find_term (session, agreement, &today, language, error);

  if (item == NULL)
    return FALSE;
  g_ptr_array_add (agreements, item);
  return TRUE;
}

/* A party's agreement, unless it is in the list already. */
static gboolean
add_agreement_of_party (GPtrArray    *agreements,
                        UdsSession   *session,
                        UdsRecord    *party,
                        UdsLanguage   language,
                        GError      **error)
{
  const char *id = uds_record_get_text (party, "agreement");
  g_autoptr (UdsRecord) agreement = NULL;

  for (guint i = 0; i < agreements->len; i++)
    if (g_strcmp0 (uds_record_get_id (((UdsTermItem *) g_ptr_array_index (agreements, i))->record), id) == 0)
      return TRUE;

  agreement = uds_session_get (session, uds_kind_lookup ("agreement"), id, error);
  return agreement != NULL && add_agreement (agreements, session, agreement, language, error);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const UdsTermItem *first = a, *second = b;

  return g_strcmp0 (uds_record_get_text (second->record, "start"), uds_record_get_text (first->record, "start"));
}

/**
 * uds_session_list_agreements_of:
 * @session: a session
 * @place: a city or an organisation
 * @language: the reader's
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type UdsTermItem) (nullable): the agreements it is a party to, latest first
 */
GPtrArray *
uds_session_list_agreements_of (UdsSession   *session,
                                UdsRecord    *place,
                                UdsLanguage   language,
                                GError      **error)
{
  const char *field = uds_record_get_kind (place)->name;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_term_item_free);
  g_autoptr (GPtrArray) agreements = uds_session_list_of (session, "agreement", field, place, language, error);
  g_autoptr (GPtrArray) parties =
      agreements != NULL ? uds_session_list_of (session, "party", field, place, language, error) : NULL;

  if (parties == NULL)
    return NULL;
  for (guint i = 0; i < agreements->len; i++)
    if (!add_agreement (found, session, g_ptr_array_index (agreements, i), language, error))
      return NULL;
  for (guint i = 0; i < parties->len; i++)
    if (!add_agreement_of_party (found, session, g_ptr_array_index (parties, i), language, error))
      return NULL;
  g_ptr_array_sort_values (found, compare_starts);
  return g_steal_pointer (&found);
}
