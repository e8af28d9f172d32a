/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each kind has what the facets are about. For uds-list-filter.c and uds-facet-choices.c only. */
#pragma once

#include "uds-list-filter.h"

G_BEGIN_DECLS

/**
 * UdsOfferWay:
 * @UDS_OFFER_FIELD: a field of the record
 * @UDS_OFFER_PART: a field of a part of it
 * @UDS_OFFER_LINK: a link to a record
 * @UDS_OFFER_YEAR: the year of a date
 * @UDS_OFFER_DAY: a day between two dates
 *
 * How a facet is met.
 */
typedef enum {
  UDS_OFFER_FIELD,
  UDS_OFFER_PART,
  UDS_OFFER_LINK,
  UDS_OFFER_YEAR,
  UDS_OFFER_DAY,
} UdsOfferWay;

/**
 * UdsFacetOffer:
 * @kind: the name of a kind
 * @facet: the name of a facet that its records have
 * @way: how it is met
 * @field: (nullable): which field, through references too; of a pair, the name without its language; of a day, the
 *   first date
 * @to: (nullable): of a day, the last date
 */
typedef struct {
  const char *kind;
  const char *facet;
  UdsOfferWay way;
  const char *field;
  const char *to;
} UdsFacetOffer;

const UdsFacetOffer *uds_facet_find_offer (const UdsKind  *kind,
                                           const char     *facet);
const UdsKind       *uds_facet_get_part   (const UdsKind  *kind,
                                           const char    **reference);

G_END_DECLS
