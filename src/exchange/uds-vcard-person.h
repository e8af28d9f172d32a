/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the properties of a card and a person: what a card says of somebody. */
#pragma once

#include "uds-person-private.h"
#include "uds-vcard.h"

G_BEGIN_DECLS

/* Parameters and properties of our own for what vCard has no place for: the period of a role, what kind of record it
 * is at, which title belongs to which organisation; a label that is no type; when somebody was informed about data
 * use. */
#define UDS_VCARD_FROM "X-UDSYN-FROM"
#define UDS_VCARD_TO "X-UDSYN-TO"
#define UDS_VCARD_KIND "X-UDSYN-KIND"
#define UDS_VCARD_ROLE "X-UDSYN-ROLE"
#define UDS_VCARD_LABEL "X-UDSYN-LABEL"
#define UDS_VCARD_INFORMED_ON "X-UDSYN-INFORMED-ON"

UdsPerson *uds_vcard_read_person   (const UdsVcardCard  *card,
                                    UdsProblemCode      *codes);
const char *uds_vcard_get_meaning  (const char          *name);

G_END_DECLS
