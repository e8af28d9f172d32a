/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections of overviews with the people, memberships and agreements of a city or an organisation. */
#pragma once

#include "uds-overview.h"
#include "uds-ties.h"

G_BEGIN_DECLS

void uds_tie_rows_add_agreements (GtkBox      *box,
                                  GPtrArray   *agreements,
                                  UdsLanguage  language);
void uds_tie_rows_add_people     (GtkBox      *box,
                                  GPtrArray   *roles,
                                  UdsLanguage  language);

G_END_DECLS
