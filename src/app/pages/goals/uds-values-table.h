/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of one series as a table to write in: a row for each period, and an empty one behind the last. */
#pragma once

#include "uds-context.h"
#include "uds-new-value.h"
#include "uds-values-cell.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_VALUES_TABLE (uds_values_table_get_type ())
G_DECLARE_FINAL_TYPE (UdsValuesTable, uds_values_table, UDS, VALUES_TABLE, AdwBin)

void                  uds_values_table_set_context        (UdsValuesTable        *self,
                                                           UdsContext            *context,
                                                           gboolean               is_editable);
void                  uds_values_table_set_series         (UdsValuesTable        *self,
                                                           const char            *series,
                                                           const char            *name);
UdsNewValue          *uds_values_table_get_new_value      (UdsValuesTable        *self);
GObject              *uds_values_table_get_current        (UdsValuesTable        *self,
                                                           UdsObservationColumn  *column);
void                  uds_values_table_start              (UdsValuesTable        *self);
void                  uds_values_table_await              (UdsValuesTable        *self,
                                                           const char            *id,
                                                           UdsObservationColumn   column);
void                  uds_values_table_show_only          (UdsValuesTable        *self,
                                                           UdsObservationColumn   column);
void                  uds_values_table_flush              (UdsValuesTable        *self);

G_END_DECLS
