/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out with people: their contact points, their roles, and what those are at. */
#pragma once

#include "uds-session.h"

G_BEGIN_DECLS

typedef struct _UdsPersonParts UdsPersonParts;

UdsPersonParts *uds_person_parts_new        (UdsSession      *session,
                                             UdsLanguage      language,
                                             guint            n_people,
                                             GError         **error);
void            uds_person_parts_free       (UdsPersonParts  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsPersonParts, uds_person_parts_free)
GPtrArray      *uds_person_parts_list       (UdsPersonParts  *self,
                                             const char      *kind,
                                             UdsRecord       *contact,
                                             GError         **error);
gboolean        uds_person_parts_find_place (UdsPersonParts  *self,
                                             UdsRecord       *role,
                                             const char     **kind,
                                             const char     **name,
                                             GError         **error);

G_END_DECLS
