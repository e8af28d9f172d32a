/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agreement with everything that belongs to it: how far it has come, what is due, parties, documents, what it renews
 * and what renews it. */
#pragma once

#include "uds-terms.h"

G_BEGIN_DECLS

/**
 * UdsParty:
 * @party: what makes it a party
 * @who: (nullable): the city or organisation
 */
typedef struct {
  UdsRecord *party;
  UdsRecord *who;
} UdsParty;

/**
 * UdsAgreementDigest:
 * @item: the agreement and how far it has come
 * @today: the day it is
 * @dues: (element-type UdsDue): what is due, by day
 * @parties: (element-type UdsParty): the parties
 * @documents: (element-type UdsRecord): its documents, the latest first
 * @renewals: (element-type UdsTermItem): what it renews and what renews it, in the order of their start
 */
typedef struct {
  UdsTermItem *item;
  UdsDate today;
  GPtrArray *dues;
  GPtrArray *parties;
  GPtrArray *documents;
  GPtrArray *renewals;
} UdsAgreementDigest;

UdsAgreementDigest *uds_session_digest_agreement (UdsSession          *session,
                                                  const char          *id,
                                                  UdsLanguage          language,
                                                  GError             **error);
void                uds_agreement_digest_free    (UdsAgreementDigest  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsAgreementDigest, uds_agreement_digest_free)

G_END_DECLS
