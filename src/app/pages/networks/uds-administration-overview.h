/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An administration's names over time and its international agendas, and an agenda's focus areas, above their forms. */
#pragma once

#include "uds-overview.h"

G_BEGIN_DECLS

extern const UdsOverview uds_administration_overview;
extern const UdsOverview uds_agenda_overview;

G_END_DECLS
