/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is above the form of a person: what they are and were where, and how they are reached. */
#pragma once

#include "uds-overview.h"

G_BEGIN_DECLS

extern const UdsOverview uds_person_overview;

G_END_DECLS
