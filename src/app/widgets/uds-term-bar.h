/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of the time of an agreement has passed, as a bar. */
#pragma once

#include "uds-terms.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *uds_term_bar_new        (const UdsTermItem *item);
void       uds_term_bar_add_to_row (AdwActionRow      *row,
                                    const UdsTermItem *item);

G_END_DECLS
