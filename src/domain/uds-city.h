/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the cities is the one whose office this is. */
#pragma once

#include "uds-record.h"

G_BEGIN_DECLS

/**
 * UDS_OWN_CITY:
 *
 * The code of the city whose office this is.
 */
#define UDS_OWN_CITY "copenhagen"

gboolean uds_city_is_own (UdsRecord *city);

G_END_DECLS
