/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a city with what refers to it. How many records of a kind are read is limited: a page lists no more. */
#include "uds-city-digest.h"

#include "uds-city.h"

#include <string.h>

#define MAX_RECORDS 200

struct _UdsCityDigest
{
  GObject parent_instance;

  UdsRecord *city;
  UdsRecord *own; /* our own city; none where it is not in the directory */
  UdsLanguage language;
  GPtrArray *memberships;
  GPtrArray *agreements;
  GPtrArray *roles;
  GPtrArray *requests;
  GPtrArray *figures;
  GPtrArray *organisations;
  GPtrArray *names;
  GPtrArray *linked;
};

G_DEFINE_FINAL_TYPE (UdsCityDigest, uds_city_digest, G_TYPE_OBJECT)

static void
tie_free (gpointer data)
{
  UdsCityTie *tie = data;

  g_clear_object (&tie->record);
  g_clear_object (&tie->other);
  g_clear_object (&tie->own);
  g_free (tie);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsCityTie, tie_free)

static void
uds_city_digest_finalize (GObject *object)
{
  UdsCityDigest *self = UDS_CITY_DIGEST (object);

  g_clear_object (&self->city);
  g_clear_object (&self->own);
  g_ptr_array_unref (self->memberships);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_ptr_array_unref (self->roles);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_ptr_array_unref (self->figures);
  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->linked, g_ptr_array_unref);

  G_OBJECT_CLASS (uds_city_digest_parent_class)->finalize (object);
}

static void
uds_city_digest_class_init (UdsCityDigestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_city_digest_finalize;
}

static void
uds_city_digest_init (UdsCityDigest *self)
{
  self->memberships = g_ptr_array_new_with_free_func (tie_free);
  self->roles = g_ptr_array_new_with_free_func (tie_free);
  self->figures = g_ptr_array_new_with_free_func (tie_free);
}

/**
 * uds_city_digest_get_city:
 * @self: a digest
 *
 * Returns: (transfer none): the city
 */
UdsRecord *
uds_city_digest_get_city (UdsCityDigest *self)
{
  g_return_val_if_fail (UDS_IS_CITY_DIGEST (self), NULL);

  return self->city;
}

/**
 * uds_city_digest_get_own:
 * @self: a digest
 *
 * Returns: (transfer none) (nullable): our own city; %NULL where it is not in the directory
 */
UdsRecord *
uds_city_digest_get_own (UdsCityDigest *self)
{
  g_return_val_if_fail (UDS_IS_CITY_DIGEST (self), NULL);

  return self->own;
}

/**
 * uds_city_digest_get_memberships:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsCityTie): its memberships with their networks, those shared with ours
 *   first
 */
GPtrArray *
uds_city_digest_get_memberships (UdsCityDigest *self)
{
  g_return_val_if_fail (UDS_IS_CITY_DIGEST (self), NULL);

  return self->memberships;
}

/**
 * uds_city_digest_get_agreements:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsTermItem): the agreements it is a party to, latest first
 */
GPtrArray *
uds_city_digest_get_agreements (UdsCityDigest *self)
{
  g_return_val_if_fail (UDS_IS_CITY_DIGEST (self), NULL);

  return self->agreements;
}

/**
 * uds_city_digest_get_roles:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsCityTie): the roles of people in it or in an organisation there, with
 *   the people
 */
GPtrArray *
uds_city_digest_get_roles (UdsCityDigest *self)
{
  g_return_val_if_fail (UDS_IS_CITY_DIGEST (self), NULL);

  return self->roles;
}

/**
 * uds_city_digest_get_requests:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): the requests from it, newest first
 */
GPtrArray *
uds_city_digest_get_requests (UdsCityDigest *self)
{
  g_return_val_if_fail (UDS_IS_CITY_DIGEST (self), NULL);

  return self->requests;
}

/**
 * uds_city_digest_get_figures:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsCityTie): its values in comparisons of cities, with the comparisons
 */
GPtrArray *
uds_city_digest_get_figures (UdsCityDigest *self)
{
  g_return_val_if_fail (UDS_IS_CITY_DIGEST (self), NULL);

  return self->figures;
}

/**
 * uds_city_digest_get_organisations:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): organisations in it, by name
 */
GPtrArray *
uds_city_digest_get_organisations (UdsCityDigest *self)
{
  g_return_val_if_fail (UDS_IS_CITY_DIGEST (self), NULL);

  return self->organisations;
}

/**
 * uds_city_digest_get_names:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): what else it was and is called
 */
GPtrArray *
uds_city_digest_get_names (UdsCityDigest *self)
{
  g_return_val_if_fail (UDS_IS_CITY_DIGEST (self), NULL);

  return self->names;
}

/**
 * uds_city_digest_list_linked:
 * @self: a digest
 * @kind: the name of a kind
 *
 * Returns: (transfer container) (element-type UdsRecord): the records of that kind linked to it: events, notes, cities
 */
GPtrArray *
uds_city_digest_list_linked (UdsCityDigest *self,
                             const char    *kind)
{
  GPtrArray *records = g_ptr_array_new ();

  g_return_val_if_fail (UDS_IS_CITY_DIGEST (self), records);

  for (guint i = 0; i < self->linked->len; i++)
    if (uds_record_is_a (g_ptr_array_index (self->linked, i), kind))
      g_ptr_array_add (records, g_ptr_array_index (self->linked, i));

  return records;
}

/* Reading */

static UdsQuery *
ask (UdsCityDigest *self,
     const char    *kind,
     const char    *field,
     UdsRecord     *record)
{
  UdsQuery *query = uds_query_new (uds_kind_lookup (kind));

  uds_query_set_language (query, self->language);
  uds_query_where_is (query, field, uds_record_get_id (record));
  uds_query_set_limit (query, MAX_RECORDS);
  return query;
}

static GPtrArray *
list (UdsCityDigest  *self,
      UdsSession     *session,
      const char     *kind,
      const char     *field,
      UdsRecord      *record,
      GError        **error)
{
  g_autoptr (UdsQuery) query = ask (self, kind, field, record);

  return uds_session_list (session, query, error);
}

/* The record of @records whose field refers to what that of @record does. */
static UdsRecord *
find_same (GPtrArray  *records,
           UdsRecord  *record,
           const char *field)
{
  const char *id = uds_record_get_text (record, field);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (g_strcmp0 (uds_record_get_text (g_ptr_array_index (records, i), field), id) == 0)
      return g_ptr_array_index (records, i);
  return NULL;
}

/* Ties records of the city to what @field of them refers to, and to those of our own city that refer to the same. */
static gboolean
tie (UdsCityDigest  *self,
     UdsSession     *session,
     GPtrArray      *ties,
     const char     *kind,
     const char     *field,
     GError        **error)
{
  g_autoptr (GPtrArray) records = list (self, session, kind, "city", self->city, error);
  g_autoptr (GPtrArray) own =
      records != NULL && self->own != NULL ? list (self, session, kind, "city", self->own, error) : NULL;
  const UdsKind *other = uds_kind_lookup (uds_kind_lookup_field (uds_kind_lookup (kind), field, NULL)->target);

  if (records == NULL || (self->own != NULL && own == NULL))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (UdsCityTie) found = g_new0 (UdsCityTie, 1);

      found->record = g_object_ref (g_ptr_array_index (records, i));
      found->other = uds_session_get (session, other, uds_record_get_text (found->record, field), error);
      if (found->other == NULL)
        return FALSE;
      g_set_object (&found->own, find_same (own, found->record, field));
      g_ptr_array_add (ties, g_steal_pointer (&found));
    }
  return TRUE;
}

static int
compare_ties (gconstpointer a,
              gconstpointer b)
{
  const UdsCityTie *first = a, *second = b;

  return (first->own == NULL) - (second->own == NULL);
}

static gboolean
add_agreement (UdsCityDigest  *self,
               UdsSession     *session,
               UdsRecord      *agreement,
               GError        **error)
{
  UdsDate today = uds_session_get_today (session);
  UdsTermItem *item = uds_session_find_term (session, agreement, &today, self->language, error);

  if (item == NULL)
    return FALSE;
  g_ptr_array_add (self->agreements, item);
  return TRUE;
}

/* A party's agreement, unless it is in the list already. */
static gboolean
add_agreement_of_party (UdsCityDigest  *self,
                        UdsSession     *session,
                        UdsRecord      *party,
                        GError        **error)
{
  const char *id = uds_record_get_text (party, "agreement");
  g_autoptr (UdsRecord) agreement = NULL;

  for (guint i = 0; i < self->agreements->len; i++)
    if (g_strcmp0 (uds_record_get_id (((UdsTermItem *) g_ptr_array_index (self->agreements, i))->record), id) == 0)
      return TRUE;

  agreement = uds_session_get (session, uds_kind_lookup ("agreement"), id, error);
  return agreement != NULL && add_agreement (self, session, agreement, error);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const UdsTermItem *first = a, *second = b;

  return g_strcmp0 (uds_record_get_text (second->record, "start"), uds_record_get_text (first->record, "start"));
}

static gboolean
read_agreements (UdsCityDigest  *self,
                 UdsSession     *session,
                 GError        **error)
{
  g_autoptr (GPtrArray) parties = list (self, session, "party", "city", self->city, error);
  g_autoptr (GPtrArray) agreements = NULL;

  if (parties == NULL)
    return FALSE;
  agreements = list (self, session, "agreement", "city", self->city, error);
  if (agreements == NULL)
    return FALSE;

  self->agreements = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_term_item_free);
  for (guint i = 0; i < agreements->len; i++)
    if (!add_agreement (self, session, g_ptr_array_index (agreements, i), error))
      return FALSE;
  for (guint i = 0; i < parties->len; i++)
    if (!add_agreement_of_party (self, session, g_ptr_array_index (parties, i), error))
      return FALSE;
  g_ptr_array_sort_values (self->agreements, compare_starts);
  return TRUE;
}

static gboolean
add_roles (UdsCityDigest  *self,
           UdsSession     *session,
           const char     *field,
           UdsRecord      *record,
           GError        **error)
{
  g_autoptr (GPtrArray) roles = list (self, session, "contact-role", field, record, error);

  for (guint i = 0; roles != NULL && i < roles->len; i++)
    {
      g_autoptr (UdsCityTie) found = g_new0 (UdsCityTie, 1);

      found->record = g_object_ref (g_ptr_array_index (roles, i));
      found->other =
          uds_session_get (session, uds_kind_lookup ("contact"), uds_record_get_text (found->record, "contact"), error);
      if (found->other == NULL)
        return FALSE;
      g_ptr_array_add (self->roles, g_steal_pointer (&found));
    }
  return roles != NULL;
}

static gboolean
read_roles (UdsCityDigest  *self,
            UdsSession     *session,
            GError        **error)
{
  if (!add_roles (self, session, "city", self->city, error))
    return FALSE;
  for (guint i = 0; i < self->organisations->len && self->roles->len < MAX_RECORDS; i++)
    if (!add_roles (self, session, "organisation", g_ptr_array_index (self->organisations, i), error))
      return FALSE;
  return TRUE;
}

/**
 * uds_session_find_own_city:
 * @session: a session
 * @city: (out) (transfer full) (nullable): the city whose office this is; %NULL where it is not in the directory
 * @error: what went wrong
 *
 * Returns: whether it could be looked up
 */
gboolean
uds_session_find_own_city (UdsSession  *session,
                           UdsRecord  **city,
                           GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("city"));
  g_autoptr (GError) failure = NULL;

  uds_query_where_is (query, "code", UDS_OWN_CITY);
  *city = uds_session_find (session, query, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_rest (UdsCityDigest  *self,
           UdsSession     *session,
           GError        **error)
{
  self->requests = list (self, session, "request", "city", self->city, error);
  if (self->requests == NULL)
    return FALSE;
  self->organisations = list (self, session, "organisation", "city", self->city, error);
  if (self->organisations == NULL)
    return FALSE;
  self->names = list (self, session, "other-name", "city", self->city, error);
  if (self->names == NULL)
    return FALSE;
  self->linked = uds_session_list_linked (session, self->city, NULL, error);
  return self->linked != NULL;
}

/**
 * uds_session_digest_city:
 * @session: a session
 * @id: the id of a city
 * @language: the reader's, by which names are sorted
 * @error: %UDS_ERROR_NOT_FOUND where there is no such city
 *
 * Returns: (transfer full) (nullable): the city with what the office knows about it
 */
UdsCityDigest *
uds_session_digest_city (UdsSession   *session,
                         const char   *id,
                         UdsLanguage   language,
                         GError      **error)
{
  g_autoptr (UdsCityDigest) self = g_object_new (UDS_TYPE_CITY_DIGEST, NULL);

  self->language = language;
  self->city = uds_session_get (session, uds_kind_lookup ("city"), id, error);
  if (self->city == NULL || !uds_session_find_own_city (session, &self->own, error) || !read_rest (self, session, error)
      || !tie (self, session, self->memberships, "membership", "network", error)
      || !tie (self, session, self->figures, "comparison-value", "comparison", error)
      || !read_agreements (self, session, error) || !read_roles (self, session, error))
    return NULL;

  g_ptr_array_sort_values (self->memberships, compare_ties);
  return g_steal_pointer (&self);
}
