/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What records are called, for tables and lists: also those that have no name of their own. The titles of a kind that
 * others refer to are read once, so that a long list costs no query for each row. */
#pragma once

#include "uds-session.h"

G_BEGIN_DECLS

typedef struct _UdsRecordTitles UdsRecordTitles;

UdsRecordTitles *uds_record_titles_new  (UdsSession       *session,
                                         UdsLanguage       language);
void             uds_record_titles_free (UdsRecordTitles  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsRecordTitles, uds_record_titles_free)

GHashTable      *uds_record_titles_read (UdsRecordTitles  *self,
                                         const UdsKind    *kind,
                                         GError          **error);
char            *uds_record_titles_make (UdsRecordTitles  *self,
                                         UdsRecord        *record,
                                         GError          **error);

G_END_DECLS
