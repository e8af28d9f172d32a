/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import makes of an indicator that its files are about. */
#pragma once

#include "uds-record.h"

G_BEGIN_DECLS

/**
 * UdsImportIndicator:
 * @record: the indicator as it will be, or once the import is applied, as it is
 * @goal: the number of the goal it belongs to; 0 for none
 * @is_new: whether it was not there before
 * @has_un_title: whether it is called as the UN calls the indicator of its code, since nobody else calls it anything
 *
 * Nothing of it is there until the import is applied: the record has an id only then.
 */
typedef struct {
  UdsRecord *record;
  guint      goal;
  gboolean   is_new;
  gboolean   has_un_title;
} UdsImportIndicator;

UdsImportIndicator *uds_import_indicator_new  (UdsRecord          *record);
void                uds_import_indicator_free (UdsImportIndicator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsImportIndicator, uds_import_indicator_free)

G_END_DECLS
