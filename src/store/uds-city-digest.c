/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a city with what refers to it, beside what refers to our own. What ties a place to others is uds-ties.c's. */
#include "uds-city-digest.h"

#include "uds-city.h"

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
uds_city_digest_finalize (GObject *object)
{
  UdsCityDigest *self = UDS_CITY_DIGEST (object);

  g_clear_object (&self->city);
  g_clear_object (&self->own);
  g_clear_pointer (&self->memberships, g_ptr_array_unref);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
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
 * Returns: (transfer none) (element-type UdsTie): its memberships with their networks, those shared with ours
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
 * Returns: (transfer none) (element-type UdsTie): the roles of people in it or in an organisation there, with
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
 * Returns: (transfer none) (element-type UdsTie): its values in comparisons of cities, with the comparisons
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
static GPtrArray *
read_ties (UdsCityDigest  *self,
           UdsSession     *session,
           const char     *kind,
           const char     *field,
           GError        **error)
{
  g_autoptr (GPtrArray) ties = uds_session_list_ties (session, kind, self->city, field, self->language, error);
  g_autoptr (GPtrArray) own = NULL;

  if (ties == NULL || self->own == NULL)
    return g_steal_pointer (&ties);
  own = uds_session_list_of (session, kind, "city", self->own, self->language, error);
  if (own == NULL)
    return NULL;
  for (guint i = 0; i < ties->len; i++)
    {
      UdsTie *tie = g_ptr_array_index (ties, i);

      g_set_object (&tie->own, find_same (own, tie->record, field));
    }
  return g_steal_pointer (&ties);
}

static int
compare_ties (gconstpointer a,
              gconstpointer b)
{
  const UdsTie *first = a, *second = b;

  return (first->own == NULL) - (second->own == NULL);
}

/* People in it, and in organisations there. */
static gboolean
read_roles (UdsCityDigest  *self,
            UdsSession     *session,
            GError        **error)
{
  self->roles = uds_session_list_ties (session, "contact-role", self->city, "contact", self->language, error);
  for (guint i = 0; self->roles != NULL && i < self->organisations->len && self->roles->len < UDS_TIES_MAX; i++)
    {
      UdsRecord *organisation = g_ptr_array_index (self->organisations, i);
      GPtrArray *roles =
          uds_session_list_ties (session, "contact-role", organisation, "contact", self->language, error);

      if (roles == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (self->roles, roles);
    }
  return self->roles != NULL;
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
read_tied (UdsCityDigest  *self,
           UdsSession     *session,
           GError        **error)
{
  self->memberships = read_ties (self, session, "membership", "network", error);
  if (self->memberships == NULL)
    return FALSE;
  self->figures = read_ties (self, session, "comparison-value", "comparison", error);
  if (self->figures == NULL)
    return FALSE;
  self->agreements = uds_session_list_agreements_of (session, self->city, self->language, error);
  return self->agreements != NULL;
}

static gboolean
read_rest (UdsCityDigest  *self,
           UdsSession     *session,
           GError        **error)
{
  self->requests = uds_session_list_of (session, "request", "city", self->city, self->language, error);
  if (self->requests == NULL)
    return FALSE;
  self->organisations = uds_session_list_of (session, "organisation", "city", self->city, self->language, error);
  if (self->organisations == NULL)
    return FALSE;
  self->names = uds_session_list_of (session, "other-name", "city", self->city, self->language, error);
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
      || !read_tied (self, session, error) || !read_roles (self, session, error))
    return NULL;

  g_ptr_array_sort_values (self->memberships, compare_ties);
  return g_steal_pointer (&self);
}
