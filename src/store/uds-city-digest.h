/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A city with everything the office knows about it: what both are members of, agreements, people, delegations, figures
 * beside our own. */
#pragma once

#include "uds-ties.h"

G_BEGIN_DECLS

#define UDS_TYPE_CITY_DIGEST (uds_city_digest_get_type ())
G_DECLARE_FINAL_TYPE (UdsCityDigest, uds_city_digest, UDS, CITY_DIGEST, GObject)

UdsRecord     *uds_city_digest_get_city          (UdsCityDigest  *self);
UdsRecord     *uds_city_digest_get_own           (UdsCityDigest  *self);
GPtrArray     *uds_city_digest_get_memberships   (UdsCityDigest  *self);
GPtrArray     *uds_city_digest_get_agreements    (UdsCityDigest  *self);
GPtrArray     *uds_city_digest_get_roles         (UdsCityDigest  *self);
GPtrArray     *uds_city_digest_get_requests      (UdsCityDigest  *self);
GPtrArray     *uds_city_digest_get_figures       (UdsCityDigest  *self);
GPtrArray     *uds_city_digest_get_organisations (UdsCityDigest  *self);
GPtrArray     *uds_city_digest_get_names         (UdsCityDigest  *self);
GPtrArray     *uds_city_digest_list_linked       (UdsCityDigest  *self,
                                                  const char     *kind);

UdsCityDigest *uds_session_digest_city           (UdsSession     *session,
                                                  const char     *id,
                                                  UdsLanguage     language,
                                                  GError        **error);
gboolean       uds_session_find_own_city         (UdsSession     *session,
                                                  UdsRecord     **city,
                                                  GError        **error);

G_END_DECLS
