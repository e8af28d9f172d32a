/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records that may be about the same: finding them, making one of them, and saying that they are two. */
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

/**
 * UdsMergeOutcome:
 * @UDS_MERGE_SAME: the one that goes says nothing else
 * @UDS_MERGE_TAKEN: the one that stays says nothing, and gets it
 * @UDS_MERGE_JOINED: it is appended to the text of the one that stays
 * @UDS_MERGE_BESIDES: it becomes a record of its own: a contact point, another name
 * @UDS_MERGE_DROPPED: the one that stays keeps its own, and the other is in the history only
 */
typedef enum {
  UDS_MERGE_SAME,
  UDS_MERGE_TAKEN,
  UDS_MERGE_JOINED,
  UDS_MERGE_BESIDES,
  UDS_MERGE_DROPPED,
} UdsMergeOutcome;

void       uds_duplicate_free            (UdsDuplicate  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsDuplicate, uds_duplicate_free)

GPtrArray *uds_session_list_duplicates   (UdsSession    *self,
                                          const UdsKind *kind,
                                          GError       **error);
GPtrArray *uds_session_list_similar      (UdsSession    *self,
                                          UdsRecord     *record,
                                          GError       **error);
gboolean   uds_session_tell_apart        (UdsSession    *self,
                                          const UdsKind *kind,
                                          const char    *first,
                                          const char    *second,
                                          GError       **error);
gboolean   uds_merge_check_kind          (const UdsKind *kind,
                                          GError       **error);
gboolean   uds_merge_check_two           (const UdsKind *kind,
                                          const char    *first,
                                          const char    *second,
                                          GError       **error);
UdsMergeOutcome uds_merge_foresee        (UdsRecord     *kept,
                                          UdsRecord     *merged,
                                          guint          index);
char      *uds_merge_make_name           (const UdsKind *kind);
char      *uds_merge_make_apart_name     (const UdsKind *kind);
gboolean   uds_session_merge             (UdsSession    *self,
                                          const UdsKind *kind,
                                          const char    *kept,
                                          const char    *merged,
                                          GError       **error);

G_END_DECLS
