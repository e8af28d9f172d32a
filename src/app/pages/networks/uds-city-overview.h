/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the office knows about a city, above its form. */
#pragma once

#include "uds-overview.h"

G_BEGIN_DECLS

extern const UdsOverview uds_city_overview;

G_END_DECLS
