/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How people write periods, for uds-period.c only. */
#pragma once

#include "uds-period.h"

G_BEGIN_DECLS

char *uds_period_from_words (const char *text);

G_END_DECLS
