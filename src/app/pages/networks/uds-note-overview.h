/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note of knowledge to be read: what it says, where it comes from, what it concerns. */
#pragma once

#include "uds-overview.h"

G_BEGIN_DECLS

extern const UdsOverview uds_note_overview;

G_END_DECLS
