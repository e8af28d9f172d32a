/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows two records side by side, and makes one of them or says that they are two. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_MERGE_DIALOG (uds_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UdsMergeDialog, uds_merge_dialog, UDS, MERGE_DIALOG, AdwDialog)

void uds_merge_dialog_choose     (UdsPage       *page,
                                  UdsRecord     *record);
void uds_merge_dialog_present    (UdsPage       *page,
                                  UdsRecord     *record,
                                  const char    *other);
void uds_merge_dialog_tell_apart (UdsPage       *page,
                                  const UdsKind *kind,
                                  const char    *first,
                                  const char    *second);

G_END_DECLS
