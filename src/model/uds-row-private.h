/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list knows of its rows. For src/model only. */
#pragma once

#include "uds-row.h"
#include "uds-uuid.h"

G_BEGIN_DECLS

/**
 * UdsRowState:
 * @UDS_ROW_IDLE: nothing is to be read
 * @UDS_ROW_WANTED: its record is to be read
 * @UDS_ROW_READING: its record is on its way
 */
typedef enum {
  UDS_ROW_IDLE,
  UDS_ROW_WANTED,
  UDS_ROW_READING,
} UdsRowState;

/**
 * UdsRowGoneFunc:
 * @row: a row that nobody holds any more
 * @data: the list's
 */
typedef void (*UdsRowGoneFunc) (UdsRow   *row,
                                gpointer  data);

struct _UdsRow
{
  GObject parent_instance;

  UdsUuid id;
  UdsUuid key; /* what tells it from the same record in another group; the id where there are no groups */
  char text[UDS_UUID_LENGTH + 1]; /* the id */
  UdsRecord *record;              /* none until it is read */

  UdsRowState state;
  gboolean kept;  /* whether it stands among the rows that the list keeps alive */
  GList recent;   /* its link there */
  GList wanted;   /* its link among the rows to read */

  UdsRowGoneFunc gone;
  gpointer gone_data;
};

UdsRow *uds_row_new        (const UdsUuid  *id,
                            const UdsUuid  *key,
                            UdsRowGoneFunc  gone,
                            gpointer        gone_data);
void    uds_row_set_record (UdsRow         *self,
                            UdsRecord      *record);

G_END_DECLS
