/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a key leads in the table of values. */
#pragma once

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

UdsValuesMove uds_values_move_from_key (guint           key,
                                        GdkModifierType state);

G_END_DECLS
