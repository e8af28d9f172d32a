/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person or an organisation is reached: which values are addresses, and as what URI a program takes them. */
#pragma once

#include "uds-record.h"

G_BEGIN_DECLS

const char *uds_reach_get_way  (const UdsField *field);
char       *uds_reach_make_uri (const char     *way,
                                const char     *value);

G_END_DECLS
