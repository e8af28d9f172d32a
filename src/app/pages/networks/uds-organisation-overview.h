/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is above the form of an organisation: what it is, how it is reached, who is there, what was agreed. */
#pragma once

#include "uds-overview.h"

G_BEGIN_DECLS

extern const UdsOverview uds_organisation_overview;

G_END_DECLS
