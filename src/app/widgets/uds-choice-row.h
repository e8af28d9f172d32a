/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that drops down a list of choices, each a code with a name, and one for all of them. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GListStore *uds_choice_list_new    (void);
void        uds_choice_list_add    (GListStore  *list,
                                    const char  *code,
                                    const char  *name);
void        uds_choice_row_fill    (AdwComboRow *row,
                                    GListStore  *list,
                                    const char  *code);
const char *uds_choice_row_get     (AdwComboRow *row);
void        uds_choice_row_select  (AdwComboRow *row,
                                    const char  *code);

G_END_DECLS
