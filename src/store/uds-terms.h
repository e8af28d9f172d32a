/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city has agreed for a time, each with how far it has come on a day: agreements, EU projects and sector
 * cooperations. */
#pragma once

#include "uds-agreement.h"
#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsTermItem:
 * @record: the agreement or network
 * @successor: (nullable): the agreement that renews it
 * @facts: what is known of its term
 * @term: how far it has come
 * @today: the day for which that was found
 */
typedef struct {
  UdsRecord *record;
  UdsRecord *successor;
  UdsTermFacts facts;
  UdsTerm term;
  UdsDate today;
} UdsTermItem;

void         uds_term_item_free     (UdsTermItem    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsTermItem, uds_term_item_free)

UdsTermItem *uds_session_find_term  (UdsSession     *session,
                                     UdsRecord      *record,
                                     const UdsDate  *today,
                                     UdsLanguage     language,
                                     GError        **error);
GPtrArray   *uds_session_list_terms (UdsSession     *session,
                                     const UdsDate  *today,
                                     UdsLanguage     language,
                                     GError        **error);
GPtrArray   *uds_terms_list_expiring (GPtrArray    *items);

G_END_DECLS
