/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which tables name their columns. For src/exchange only. */
#pragma once

#include "uds-column.h"

G_BEGIN_DECLS

UdsColumnRole uds_plain_table_get_role (const char *heading);

G_END_DECLS
