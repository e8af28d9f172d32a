/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ties a city or an organisation to others: memberships, roles of people, agreements. */
#pragma once

#include "uds-terms.h"

G_BEGIN_DECLS

/**
 * UDS_TIES_MAX:
 *
 * So many of each are read: a page lists no more.
 */
#define UDS_TIES_MAX 200

/**
 * UdsTie:
 * @record: what ties the place to something: a membership, a role, a compared value
 * @other: what it is tied to: the network, the person, the comparison
 * @own: (nullable): of a city the same of our own: its membership of that network, its value in that comparison
 */
typedef struct {
  UdsRecord *record;
  UdsRecord *other;
  UdsRecord *own;
} UdsTie;

void       uds_tie_free                    (UdsTie       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsTie, uds_tie_free)

GPtrArray *uds_session_list_of             (UdsSession   *session,
                                            const char   *kind,
                                            const char   *field,
                                            UdsRecord    *record,
                                            UdsLanguage   language,
                                            GError      **error);
GPtrArray *uds_session_list_ties           (UdsSession   *session,
                                            const char   *kind,
                                            UdsRecord    *place,
                                            const char   *other,
                                            UdsLanguage   language,
                                            GError      **error);
GPtrArray *uds_session_list_agreements_of  (UdsSession   *session,
                                            UdsRecord    *place,
                                            UdsLanguage   language,
                                            GError      **error);

G_END_DECLS
