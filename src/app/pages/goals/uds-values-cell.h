/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of the table of values: shows what an observation says in one column, and lets one write something else.
 * What becomes of what was written is the page's business. */
#pragma once

#include "uds-observation-cell.h"
#include "uds-values-move.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UDS_TYPE_VALUES_CELL (uds_values_cell_get_type ())
G_DECLARE_FINAL_TYPE (UdsValuesCell, uds_values_cell, UDS, VALUES_CELL, GtkWidget)

GtkWidget            *uds_values_cell_new          (UdsObservationColumn  column,
                                                    UdsLanguage           language);
void                  uds_values_cell_set_item     (UdsValuesCell        *self,
                                                    GObject              *item);
void                  uds_values_cell_set_series   (UdsValuesCell        *self,
                                                    const char           *series);
GObject              *uds_values_cell_get_item     (UdsValuesCell        *self);
UdsRecord            *uds_values_cell_get_record   (UdsValuesCell        *self);
UdsObservationColumn  uds_values_cell_get_column   (UdsValuesCell        *self);
void                  uds_values_cell_set_editable (UdsValuesCell        *self,
                                                    gboolean              editable);
const char           *uds_values_cell_get_text     (UdsValuesCell        *self);
UdsValuesMove         uds_values_cell_get_move     (UdsValuesCell        *self);
void                  uds_values_cell_edit         (UdsValuesCell        *self);
void                  uds_values_cell_flush        (UdsValuesCell        *self);
void                  uds_values_cell_finish       (UdsValuesCell        *self);
void                  uds_values_cell_refuse       (UdsValuesCell        *self,
                                                    const char           *reason);
void                  uds_values_cell_bring_back   (UdsValuesCell        *self,
                                                    GObject              *item,
                                                    const char           *reason);

G_END_DECLS
