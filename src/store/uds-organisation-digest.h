/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An organisation with what the office knows about it: who is there, what it is a member of, what was agreed. */
#pragma once

#include "uds-ties.h"

G_BEGIN_DECLS

#define UDS_TYPE_ORGANISATION_DIGEST (uds_organisation_digest_get_type ())
G_DECLARE_FINAL_TYPE (UdsOrganisationDigest, uds_organisation_digest, UDS, ORGANISATION_DIGEST, GObject)

UdsRecord             *uds_organisation_digest_get_organisation (UdsOrganisationDigest *self);
UdsRecord             *uds_organisation_digest_get_city         (UdsOrganisationDigest *self);
UdsRecord             *uds_organisation_digest_get_whole        (UdsOrganisationDigest *self);
GPtrArray             *uds_organisation_digest_get_parts        (UdsOrganisationDigest *self);
GPtrArray             *uds_organisation_digest_get_names        (UdsOrganisationDigest *self);
GPtrArray             *uds_organisation_digest_get_roles        (UdsOrganisationDigest *self);
GPtrArray             *uds_organisation_digest_get_memberships  (UdsOrganisationDigest *self);
GPtrArray             *uds_organisation_digest_get_agreements   (UdsOrganisationDigest *self);
GPtrArray             *uds_organisation_digest_get_documents    (UdsOrganisationDigest *self);

UdsOrganisationDigest *uds_session_digest_organisation          (UdsSession            *session,
                                                                 const char            *id,
                                                                 UdsLanguage            language,
                                                                 GError               **error);

G_END_DECLS
