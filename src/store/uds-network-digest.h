/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network with what belongs to it: members over time, groups under it, what it is measured by, what it serves. */
#pragma once

#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsNetworkMember:
 * @membership: as what and when
 * @member: (nullable): the city or organisation; %NULL where the membership names none
 * @names: (element-type UdsRecord): what else it was called, of those names that have a time
 */
typedef struct {
  UdsRecord *membership;
  UdsRecord *member;
  GPtrArray *names;
} UdsNetworkMember;

#define UDS_TYPE_NETWORK_DIGEST (uds_network_digest_get_type ())
G_DECLARE_FINAL_TYPE (UdsNetworkDigest, uds_network_digest, UDS, NETWORK_DIGEST, GObject)

UdsRecord        *uds_network_digest_get_network        (UdsNetworkDigest       *self);
UdsRecord        *uds_network_digest_get_administration (UdsNetworkDigest       *self);
UdsRecord        *uds_network_digest_get_whole          (UdsNetworkDigest       *self);
UdsDate           uds_network_digest_get_today          (UdsNetworkDigest       *self);
GPtrArray        *uds_network_digest_get_members        (UdsNetworkDigest       *self);
GPtrArray        *uds_network_digest_get_groups         (UdsNetworkDigest       *self);
GPtrArray        *uds_network_digest_get_figures        (UdsNetworkDigest       *self);
GPtrArray        *uds_network_digest_list_members_on    (UdsNetworkDigest       *self,
                                                         const UdsDate          *day);
UdsDate           uds_network_digest_limit_day          (UdsNetworkDigest       *self,
                                                         const UdsDate          *day);
GPtrArray        *uds_network_digest_list_own           (UdsNetworkDigest       *self);
GPtrArray        *uds_network_digest_list_linked        (UdsNetworkDigest       *self,
                                                         const char             *kind);

gboolean          uds_network_member_is_since_known     (const UdsNetworkMember *member);
const char       *uds_network_member_get_name_on        (const UdsNetworkMember *member,
                                                         const UdsDate          *day,
                                                         UdsLanguage             language);

UdsNetworkDigest *uds_session_digest_network            (UdsSession             *session,
                                                         const char             *id,
                                                         UdsLanguage             language,
                                                         GError                **error);

G_END_DECLS
