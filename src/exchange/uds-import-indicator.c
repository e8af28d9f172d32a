/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what is known of an indicator of an import; who finds it out is uds-indicator-standing.c. */
#include "uds-import-indicator.h"

/**
 * uds_import_indicator_new:
 * @record: an indicator
 *
 * Returns: (transfer full): what an import makes of it, before anything is found out
 */
UdsImportIndicator *
uds_import_indicator_new (UdsRecord *record)
{
  UdsImportIndicator *self = g_new0 (UdsImportIndicator, 1);

  self->record = g_object_ref (record);
  self->is_new = uds_record_get_version (record) == 0;
  return self;
}

/**
 * uds_import_indicator_free:
 * @self: (transfer full): an indicator of an import
 */
void
uds_import_indicator_free (UdsImportIndicator *self)
{
  g_object_unref (self->record);
  g_free (self);
}
