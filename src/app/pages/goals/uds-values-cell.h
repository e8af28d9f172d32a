/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of the table of values: shows what an observation says in one column, and lets one write something else.
 * What becomes of what was written is the page's business. */
#pragma once

#include "uds-observation-cell.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UdsValuesMove:
 * @UDS_VALUES_STAY: nowhere
 * @UDS_VALUES_UP: a row up
 * @UDS_VALUES_DOWN: a row down
 * @UDS_VALUES_LEFT: a column to the left
 * @UDS_VALUES_RIGHT: a column to the right
 * @UDS_VALUES_NEXT: to the right, and from the last column to the next row
 * @UDS_VALUES_PREVIOUS: to the left, and from the first column to the row before
 * @UDS_VALUES_PAGE_UP: many rows up
 * @UDS_VALUES_PAGE_DOWN: many rows down
 * @UDS_VALUES_FIRST: to the first row
 * @UDS_VALUES_LAST: to the last row, which is the empty one
 *
 * Where the keyboard goes from a cell.
 */
typedef enum {
  UDS_VALUES_STAY,
  UDS_VALUES_UP,
  UDS_VALUES_DOWN,
  UDS_VALUES_LEFT,
  UDS_VALUES_RIGHT,
  UDS_VALUES_NEXT,
  UDS_VALUES_PREVIOUS,
  UDS_VALUES_PAGE_UP,
  UDS_VALUES_PAGE_DOWN,
  UDS_VALUES_FIRST,
  UDS_VALUES_LAST,
} UdsValuesMove;

#define UDS_TYPE_VALUES_CELL (uds_values_cell_get_type ())
G_DECLARE_FINAL_TYPE (UdsValuesCell, uds_values_cell, UDS, VALUES_CELL, GtkWidget)

GtkWidget            *uds_values_cell_new          (UdsObservationColumn  column,
                                                    UdsLanguage           language);
void                  uds_values_cell_set_item     (UdsValuesCell        *self,
                                                    GObject              *item);
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
