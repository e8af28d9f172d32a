/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of a network shows above its form. */
#pragma once

#include "uds-overview.h"

G_BEGIN_DECLS

extern const UdsOverview uds_network_overview;

G_END_DECLS
