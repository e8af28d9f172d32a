/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide the place is that an indicator is about: our city, the area around it, the whole country. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsScope:
 * @UDS_SCOPE_ANY: no place in particular, or one that is none of these
 * @UDS_SCOPE_CITY: the City of Copenhagen
 * @UDS_SCOPE_REGION: an area around it, and it as a part
 * @UDS_SCOPE_COUNTRY: Denmark
 */
typedef enum {
  UDS_SCOPE_ANY,
  UDS_SCOPE_CITY,
  UDS_SCOPE_REGION,
  UDS_SCOPE_COUNTRY,
} UdsScope;

#define UDS_N_SCOPES (UDS_SCOPE_COUNTRY + 1)

UdsScope    uds_scope_from_place (const char *place);
UdsScope    uds_scope_from_name  (const char *name);
const char *uds_scope_get_name   (UdsScope    scope);
const char *uds_scope_get_label  (UdsScope    scope);

G_END_DECLS
