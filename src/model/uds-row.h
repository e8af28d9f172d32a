/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a long list: its id at once, its record as soon as it is read. */
#pragma once

#include "uds-record.h"

G_BEGIN_DECLS

#define UDS_TYPE_ROW (uds_row_get_type ())
G_DECLARE_FINAL_TYPE (UdsRow, uds_row, UDS, ROW, GObject)

const char *uds_row_get_id     (UdsRow *self);
UdsRecord  *uds_row_get_record (UdsRow *self);

G_END_DECLS
