/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what belongs to an agreement. */
#include "uds-agreement-digest.h"

#include "uds-due.h"

static void
party_free (gpointer data)
{
  UdsParty *party = data;

  g_object_unref (party->party);
  g_clear_object (&party->who);
  g_free (party);
}

/**
 * uds_agreement_digest_free:
 * @self: (transfer full): a digest
 */
void
uds_agreement_digest_free (UdsAgreementDigest *self)
{
  g_clear_pointer (&self->item, uds_term_item_free);
  g_clear_pointer (&self->dues, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_ptr_array_unref (self->parties);
  g_ptr_array_unref (self->renewals);
  g_free (self);
}

static GPtrArray *
list_parts (UdsAgreementDigest  *self,
            UdsSession          *session,
            const char          *kind,
            UdsLanguage          language,
            GError             **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));

  uds_query_set_language (query, language);
  uds_query_where_is (query, "agreement", uds_record_get_id (self->item->record));
  return uds_session_list (session, query, error);
}

static UdsRecord *
find_who (UdsSession *session,
          UdsRecord  *party)
{
  static const char *const fields[] = { "city", "organisation" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (uds_record_has (party, fields[i]))
      return uds_session_get (session, uds_kind_lookup (fields[i]), uds_record_get_text (party, fields[i]), NULL);
  return NULL;
}

static gboolean
read_parties (UdsAgreementDigest  *self,
              UdsSession          *session,
              UdsLanguage          language,
              GError             **error)
{
  g_autoptr (GPtrArray) parties = list_parts (self, session, "party", language, error);

  if (parties == NULL)
    return FALSE;

  for (guint i = 0; i < parties->len; i++)
    {
      UdsParty *party = g_new0 (UdsParty, 1);

      party->party = g_object_ref (g_ptr_array_index (parties, i));
      party->who = find_who (session, party->party);
      g_ptr_array_add (self->parties, party);
    }
  return TRUE;
}

static gboolean
has_item (GPtrArray  *items,
          const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (uds_record_get_id (((const UdsTermItem *) g_ptr_array_index (items, i))->record), id))
      return TRUE;
  return FALSE;
}

/* The one it renews, the one that one renews, and so on; the first of them first. */
static gboolean
read_renewed (UdsAgreementDigest  *self,
              UdsSession          *session,
              UdsLanguage          language,
              GError             **error)
{
  const char *id = uds_record_get_text (self->item->record, "replaces");

  while (id != NULL && !has_item (self->renewals, id) && !g_str_equal (id, uds_record_get_id (self->item->record)))
    {
      g_autoptr (UdsRecord) record = uds_session_get (session, uds_kind_lookup ("agreement"), id, error);
      UdsTermItem *item;

      if (record == NULL)
        return FALSE;
      item = uds_session_find_term (session, record, &self->today, language, error);
      if (item == NULL)
        return FALSE;
      g_ptr_array_insert (self->renewals, 0, item);
      id = uds_record_get_text (item->record, "replaces");
    }
  return TRUE;
}

static gboolean
read_renewing (UdsAgreementDigest  *self,
               UdsSession          *session,
               UdsLanguage          language,
               GError             **error)
{
  UdsRecord *next = self->item->successor;

  while (next != NULL && !has_item (self->renewals, uds_record_get_id (next))
         && !g_str_equal (uds_record_get_id (next), uds_record_get_id (self->item->record)))
    {
      UdsTermItem *item = uds_session_find_term (session, next, &self->today, language, error);

      if (item == NULL)
        return FALSE;
      g_ptr_array_add (self->renewals, item);
      next = item->successor;
    }
  return TRUE;
}

/**
 * uds_session_digest_agreement:
 * @session: a session
 * @id: the id of an agreement
 * @language: the language of content
 * @error: %UDS_ERROR_NOT_FOUND where there is no such agreement
 *
 * Returns: (transfer full) (nullable): the agreement with what belongs to it
 */
UdsAgreementDigest *
uds_session_digest_agreement (UdsSession   *session,
                              const char   *id,
                              UdsLanguage   language,
                              GError      **error)
{
  g_autoptr (UdsAgreementDigest) self = g_new0 (UdsAgreementDigest, 1);
  g_autoptr (UdsRecord) agreement = NULL;

  self->today = uds_session_get_today (session);
  self->parties = g_ptr_array_new_with_free_func (party_free);
  self->renewals = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_term_item_free);
  agreement = uds_session_get (session, uds_kind_lookup ("agreement"), id, error);
  if (agreement == NULL)
    return NULL;

  self->item = uds_session_find_term (session, agreement, &self->today, language, error);
  if (self->item == NULL)
    return NULL;
  self->dues = uds_session_list_due_of (session, agreement, &self->today, language, error);
  self->documents = list_parts (self, session, "document", language, error);
  if (self->dues == NULL || self->documents == NULL || !read_parties (self, session, language, error)
      || !read_renewed (self, session, language, error) || !read_renewing (self, session, language, error))
    return NULL;
  return g_steal_pointer (&self);
}
