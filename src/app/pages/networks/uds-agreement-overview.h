/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far an agreement has come and what belongs to it, above its form. */
#pragma once

#include "uds-overview.h"

G_BEGIN_DECLS

extern const UdsOverview uds_agreement_overview;

G_END_DECLS
