/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records that turn out to be about the same: finding them, and making one of them. */
#pragma once

#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsDuplicate:
 * @first: a record
 * @second: one that may be about the same
 */
typedef struct {
  UdsRecord *first;
  UdsRecord *second;
} UdsDuplicate;

void       uds_duplicate_free            (UdsDuplicate  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsDuplicate, uds_duplicate_free)

GPtrArray *uds_session_list_duplicates   (UdsSession    *self,
                                          const UdsKind *kind,
                                          GError       **error);
GPtrArray *uds_session_list_similar      (UdsSession    *self,
                                          UdsRecord     *record,
                                          GError       **error);
gboolean   uds_merge_check_kind          (const UdsKind *kind,
                                          GError       **error);
char      *uds_merge_make_name           (const UdsKind *kind);
gboolean   uds_session_merge             (UdsSession    *self,
                                          const UdsKind *kind,
                                          const char    *kept,
                                          const char    *merged,
                                          GError       **error);

G_END_DECLS
