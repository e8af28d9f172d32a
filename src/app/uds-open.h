/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which page opens a record. Every kind has one. */
#pragma once

#include "uds-page.h"

G_BEGIN_DECLS

UdsPage *uds_open_record (const char *kind,
                          const char *id);

G_END_DECLS
