/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of an import share: what it will write. For src/exchange/uds-import*.c only. */
#pragma once

#include "uds-import.h"

G_BEGIN_DECLS

GPtrArray *uds_import_list_plans (UdsImport *self);
void       uds_import_take_goals (UdsImport *self,
                                  GPtrArray *goals);

G_END_DECLS
