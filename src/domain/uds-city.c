/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The city's own record is known by its code; no view and no chart looks for its name. */
#include "uds-city.h"

/**
 * uds_city_is_own:
 * @city: a city
 *
 * Returns: whether it is the one whose office this is
 */
gboolean
uds_city_is_own (UdsRecord *city)
{
  return g_strcmp0 (uds_record_get_text (city, "code"), UDS_OWN_CITY) == 0;
}
