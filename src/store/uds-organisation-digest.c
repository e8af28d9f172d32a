/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an organisation with what refers to it and what it refers to. How many records of a kind are read is limited: a
 * page lists no more. */
#include "uds-organisation-digest.h"

struct _UdsOrganisationDigest
{
  GObject parent_instance;

  UdsRecord *organisation;
  UdsRecord *city;  /* none where it is not known */
  UdsRecord *whole; /* none where it is part of nothing */
  UdsLanguage language;
  GPtrArray *parts;
  GPtrArray *names;
  GPtrArray *roles;
  GPtrArray *memberships;
  GPtrArray *agreements;
  GPtrArray *documents;
};

G_DEFINE_FINAL_TYPE (UdsOrganisationDigest, uds_organisation_digest, G_TYPE_OBJECT)

static void
uds_organisation_digest_finalize (GObject *object)
{
  UdsOrganisationDigest *self = UDS_ORGANISATION_DIGEST (object);

  g_clear_object (&self->organisation);
  g_clear_object (&self->city);
  g_clear_object (&self->whole);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->memberships, g_ptr_array_unref);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_ptr_array_unref (self->documents);

  G_OBJECT_CLASS (uds_organisation_digest_parent_class)->finalize (object);
}

static void
uds_organisation_digest_class_init (UdsOrganisationDigestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_organisation_digest_finalize;
}

static void
uds_organisation_digest_init (UdsOrganisationDigest *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * uds_organisation_digest_get_organisation:
 * @self: a digest
 *
 * Returns: (transfer none): the organisation
 */
UdsRecord *
uds_organisation_digest_get_organisation (UdsOrganisationDigest *self)
{
  g_return_val_if_fail (UDS_IS_ORGANISATION_DIGEST (self), NULL);

  return self->organisation;
}

/**
 * uds_organisation_digest_get_city:
 * @self: a digest
 *
 * Returns: (transfer none) (nullable): where it is; %NULL where that is not known
 */
UdsRecord *
uds_organisation_digest_get_city (UdsOrganisationDigest *self)
{
  g_return_val_if_fail (UDS_IS_ORGANISATION_DIGEST (self), NULL);

  return self->city;
}

/**
 * uds_organisation_digest_get_whole:
 * @self: a digest
 *
 * Returns: (transfer none) (nullable): what it is part of; %NULL where it is part of nothing
 */
UdsRecord *
uds_organisation_digest_get_whole (UdsOrganisationDigest *self)
{
  g_return_val_if_fail (UDS_IS_ORGANISATION_DIGEST (self), NULL);

  return self->whole;
}

/**
 * uds_organisation_digest_get_parts:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): the organisations that are part of it, by name
 */
GPtrArray *
uds_organisation_digest_get_parts (UdsOrganisationDigest *self)
{
  g_return_val_if_fail (UDS_IS_ORGANISATION_DIGEST (self), NULL);

  return self->parts;
}

/**
 * uds_organisation_digest_get_names:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): what else it was and is called
 */
GPtrArray *
uds_organisation_digest_get_names (UdsOrganisationDigest *self)
{
  g_return_val_if_fail (UDS_IS_ORGANISATION_DIGEST (self), NULL);

  return self->names;
}

/**
 * uds_organisation_digest_get_roles:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsTie): the roles of people in it with the people, those that go on first
 */
GPtrArray *
uds_organisation_digest_get_roles (UdsOrganisationDigest *self)
{
  g_return_val_if_fail (UDS_IS_ORGANISATION_DIGEST (self), NULL);

  return self->roles;
}

/**
 * uds_organisation_digest_get_memberships:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsTie): its memberships with their networks
 */
GPtrArray *
uds_organisation_digest_get_memberships (UdsOrganisationDigest *self)
{
  g_return_val_if_fail (UDS_IS_ORGANISATION_DIGEST (self), NULL);

  return self->memberships;
}

/**
 * uds_organisation_digest_get_agreements:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsTermItem): the agreements it is a party to, latest first
 */
GPtrArray *
uds_organisation_digest_get_agreements (UdsOrganisationDigest *self)
{
  g_return_val_if_fail (UDS_IS_ORGANISATION_DIGEST (self), NULL);

  return self->agreements;
}

/**
 * uds_organisation_digest_get_documents:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): the documents of those agreements
 */
GPtrArray *
uds_organisation_digest_get_documents (UdsOrganisationDigest *self)
{
  g_return_val_if_fail (UDS_IS_ORGANISATION_DIGEST (self), NULL);

  return self->documents;
}

/* Reading */

/* What a field of the organisation refers to. */
static gboolean
read_referred (UdsOrganisationDigest  *self,
               UdsSession             *session,
               const char             *field,
               UdsRecord             **referred,
               GError                **error)
{
  const char *id = uds_record_get_text (self->organisation, field);
  const UdsField *known = uds_kind_lookup_field (uds_record_get_kind (self->organisation), field, NULL);

  if (id == NULL)
    return TRUE;
  *referred = uds_session_get (session, uds_kind_lookup (known->target), id, error);
  return *referred != NULL;
}

static gboolean
read_list (UdsOrganisationDigest  *self,
           UdsSession             *session,
           const char             *kind,
           const char             *field,
           GPtrArray             **records,
           GError                **error)
{
  *records = uds_session_list_of (session, kind, field, self->organisation, self->language, error);
  return *records != NULL;
}

/* Those that go on stand first, then the latest. */
static int
compare_roles (gconstpointer a,
               gconstpointer b)
{
  UdsRecord *first = ((const UdsTie *) a)->record, *second = ((const UdsTie *) b)->record;
  int order = uds_record_has (first, "valid_to") - uds_record_has (second, "valid_to");

  return order != 0 ? order
                    : g_strcmp0 (uds_record_get_text (second, "valid_from"), uds_record_get_text (first, "valid_from"));
}

static gboolean
read_ties (UdsOrganisationDigest  *self,
           UdsSession             *session,
           GError                **error)
{
  self->roles =
      uds_session_list_ties (session, "contact-role", self->organisation, "contact", self->language, error);
  if (self->roles == NULL)
    return FALSE;
  g_ptr_array_sort_values (self->roles, compare_roles);
  self->memberships =
      uds_session_list_ties (session, "membership", self->organisation, "network", self->language, error);
  if (self->memberships == NULL)
    return FALSE;
  self->agreements = uds_session_list_agreements_of (session, self->organisation, self->language, error);
  return self->agreements != NULL;
}

static gboolean
read_documents (UdsOrganisationDigest  *self,
                UdsSession             *session,
                GError                **error)
{
  for (guint i = 0; i < self->agreements->len && self->documents->len < UDS_TIES_MAX; i++)
    {
      UdsRecord *agreement = ((const UdsTermItem *) g_ptr_array_index (self->agreements, i))->record;
      GPtrArray *documents =
          uds_session_list_of (session, "document", "agreement", agreement, self->language, error);

      if (documents == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (self->documents, documents);
    }
  return TRUE;
}

/**
 * uds_session_digest_organisation:
 * @session: a session
 * @id: the id of an organisation
 * @language: the reader's, by which names are sorted
 * @error: %UDS_ERROR_NOT_FOUND where there is no such organisation
 *
 * Returns: (transfer full) (nullable): the organisation with what the office knows about it
 */
UdsOrganisationDigest *
uds_session_digest_organisation (UdsSession   *session,
                                 const char   *id,
                                 UdsLanguage   language,
                                 GError      **error)
{
  g_autoptr (UdsOrganisationDigest) self = g_object_new (UDS_TYPE_ORGANISATION_DIGEST, NULL);

  self->language = language;
  self->organisation = uds_session_get (session, uds_kind_lookup ("organisation"), id, error);
  if (self->organisation == NULL || !read_referred (self, session, "city", &self->city, error)
      || !read_referred (self, session, "part_of", &self->whole, error)
      || !read_list (self, session, "organisation", "part_of", &self->parts, error)
      || !read_list (self, session, "other-name", "organisation", &self->names, error)
      || !read_ties (self, session, error) || !read_documents (self, session, error))
    return NULL;

  return g_steal_pointer (&self);
}
