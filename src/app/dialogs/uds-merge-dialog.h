/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows two records side by side, and makes one of them or says that they are two. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

#define UDS_TYPE_MERGE_DIALOG (uds_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UdsMergeDialog, uds_merge_dialog, UDS, MERGE_DIALOG, AdwDialog)

/**
 * UdsMergedFunc:
 * @page: the page from which two records were made one
 * @kept: the id of the one that stayed
 *
 * Runs in the GTK thread, once it is done.
 */
typedef void (*UdsMergedFunc) (UdsPage    *page,
                               const char *kept);

void uds_merge_dialog_choose     (UdsPage       *page,
                                  UdsRecord     *record,
                                  UdsMergedFunc  func);
void uds_merge_dialog_present    (UdsPage       *page,
                                  UdsRecord     *record,
                                  const char    *other,
                                  UdsMergedFunc  func);
void uds_merge_dialog_tell_apart (UdsPage       *page,
                                  const UdsKind *kind,
                                  const char    *first,
                                  const char    *second);

G_END_DECLS
