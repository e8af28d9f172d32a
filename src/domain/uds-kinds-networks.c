/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field tables of the network directory: networks and projects, cities, organisations, memberships. People,
 * agreements and knowledge have files of their own. Also the links by which records of any kinds are tied together. */
#include "uds-kinds-private.h"

static const UdsChoice network_categories[] = {
  { "network", N_("City network") },
  { "region", N_("Regional cooperation") },
  { "eu-project", N_("EU project") },
  { "sector-cooperation", N_("Strategic sector cooperation") },
  { "task-force", N_("Task force") },
  { "programme", N_("Programme") },
  { NULL, NULL },
};

static const UdsChoice organisation_categories[] = {
  { "municipality", N_("Municipality") },
  { "region", N_("Region") },
  { "university", N_("University") },
  { "authority", N_("Public authority") },
  { "company", N_("Company") },
  { "other", N_("Other") },
  { NULL, NULL },
};

/* What a network's figures are about. A count of members, a fee, hours spent: each of a date and with its source. */
static const UdsChoice network_figures[] = {
  { "members", N_("Members") },
  { "fee", N_("Fee in kroner") },
  { "hours", N_("Hours spent") },
  { "other", N_("Other") },
  { NULL, NULL },
};

static const UdsField fields_network[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_KEY | UDS_FIELD_HIDDEN),
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_SEARCHABLE),
  FIELD ("short_name", TEXT, N_("Short name"), .flags = UDS_FIELD_SEARCHABLE),
  CHOICE ("category", network_categories, N_("Type")),
  REFERENCE ("part_of", "network", N_("Part of"), 0),
  FIELD ("start", DATE, N_("Start")),
  FIELD ("end", DATE, N_("End")),
  FIELD ("reference", TEXT, N_("Grant or case number"), .flags = UDS_FIELD_SEARCHABLE),
  FIELD ("website", TEXT, N_("Website")),
  BILINGUAL ("role", TEXT, N_("Copenhagen’s role"), UDS_FIELD_SEARCHABLE),
  BILINGUAL ("size", TEXT, N_("Size"), 0),
  REFERENCE ("administration", "administration", N_("Administration"), 0),
  SOURCE,
  BILINGUAL ("outcome", LONG_TEXT, N_("What came of it"), UDS_FIELD_SEARCHABLE),
  BILINGUAL ("note", LONG_TEXT, N_("Note"), UDS_FIELD_SEARCHABLE),
};
KIND (network, .name = "network", .table = "network", .label = N_("Network"), .label_plural = N_("Networks"),
      .title = "name", .order = "name", .is_mergeable = TRUE, .icon = "uds-networks-symbolic");

static const UdsField fields_network_figure[] = {
  REFERENCE ("network", "network", N_("Network"),
             UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  { "category", UDS_FIELD_CHOICE, N_("Type"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY, .choices = network_figures },
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_KEY),
  FIELD ("date", DATE, N_("Date"), .flags = UDS_FIELD_KEY),
  FIELD ("value", REAL, N_("Value"), .flags = UDS_FIELD_REQUIRED),
  BILINGUAL ("note", TEXT, N_("Note"), 0),
  SOURCE,
};
KIND (network_figure, .name = "network-figure", .table = "network_figure", .label = N_("Figure of a network"),
      .label_plural = N_("Figures of networks"), .title = "name", .order = "date", .descending = TRUE,
      .icon = "uds-networks-symbolic");

static const UdsField fields_city[] = {
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_SEARCHABLE),
  FIELD ("country", COUNTRY, N_("Country"), .flags = UDS_FIELD_KEY | UDS_FIELD_SEARCHABLE),
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_KEY | UDS_FIELD_HIDDEN),
  BILINGUAL ("region", TEXT, N_("Region"), 0),
  FIELD ("latitude", REAL, N_("Latitude")),
  FIELD ("longitude", REAL, N_("Longitude")),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), UDS_FIELD_SEARCHABLE),
};
KIND (city, .name = "city", .table = "city", .label = N_("City"), .label_plural = N_("Cities"),
      .title = "name", .order = "name", .is_mergeable = TRUE, .icon = "uds-city-symbolic");

static const UdsField fields_comparison[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY | UDS_FIELD_SEARCHABLE),
  BILINGUAL ("title", TEXT, N_("Title"), UDS_FIELD_SEARCHABLE),
  REFERENCE ("goal", "goal", N_("Goal"), 0),
  FIELD ("year", YEAR, N_("Year")),
  BILINGUAL ("unit", TEXT, N_("Unit"), 0),
  FIELD ("decimals", INTEGER, N_("Decimals")),
  CHOICE ("direction", uds_choices_direction, N_("Direction")),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), 0),
};
KIND (comparison, .name = "comparison", .table = "comparison", .label = N_("Comparison of cities"),
      .label_plural = N_("Comparisons of cities"), .title = "title", .order = "code", .icon = "uds-city-symbolic");

static const UdsField fields_comparison_value[] = {
  REFERENCE ("comparison", "comparison", N_("Comparison"), UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY),
  REFERENCE ("city", "city", N_("City"), UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  FIELD ("value", REAL, N_("Value")),
  SOURCE,
};
KIND (comparison_value, .name = "comparison-value", .table = "comparison_value", .label = N_("Value of a city"),
      .label_plural = N_("Values of cities"), .order = "value", .icon = "uds-city-symbolic");

static const UdsField fields_organisation[] = {
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_SEARCHABLE),
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_KEY),
  CHOICE ("category", organisation_categories, N_("Type")),
  FIELD ("country", COUNTRY, N_("Country"), .flags = UDS_FIELD_KEY | UDS_FIELD_SEARCHABLE),
  BILINGUAL ("region", TEXT, N_("Region"), UDS_FIELD_SEARCHABLE),
  REFERENCE ("city", "city", N_("City"), 0),
  REFERENCE ("part_of", "organisation", N_("Part of"), 0),
  FIELD ("website", TEXT, N_("Website")),
  FIELD ("email", TEXT, N_("E-mail")),
  FIELD ("phone", TEXT, N_("Telephone")),
  FIELD ("address", TEXT, N_("Address")),
  FIELD ("latitude", REAL, N_("Latitude")),
  FIELD ("longitude", REAL, N_("Longitude")),
  FIELD ("valid_from", DATE, N_("Valid from")),
  FIELD ("valid_to", DATE, N_("Valid to")),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), UDS_FIELD_SEARCHABLE),
};
KIND (organisation, .name = "organisation", .table = "organisation", .label = N_("Organisation"),
      .label_plural = N_("Organisations"), .title = "name", .order = "name", .is_mergeable = TRUE,
      .icon = "uds-organisation-symbolic");

static const UdsField fields_membership[] = {
  REFERENCE ("network", "network", N_("Network"),
             UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  REFERENCE ("city", "city", N_("City"), UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  REFERENCE ("organisation", "organisation", N_("Organisation"), UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  BILINGUAL ("role", TEXT, N_("Role"), 0),
  FIELD ("valid_from", DATE, N_("Valid from"), .flags = UDS_FIELD_KEY),
  FIELD ("valid_to", DATE, N_("Valid to")),
  FIELD ("confirmed", BOOLEAN, N_("Confirmed")),
  BILINGUAL ("note", TEXT, N_("Note"), 0),
  SOURCE,
};
KIND (membership, .name = "membership", .table = "membership", .label = N_("Membership"),
      .label_plural = N_("Memberships"), .order = "valid_from", .icon = "uds-networks-symbolic");

/* What a city or an organisation was called, and is called elsewhere. */
static const UdsField fields_other_name[] = {
  REFERENCE ("city", "city", N_("City"), UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  REFERENCE ("organisation", "organisation", N_("Organisation"), UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_SEARCHABLE | UDS_FIELD_KEY),
  FIELD ("valid_from", DATE, N_("Valid from"), .flags = UDS_FIELD_KEY),
  FIELD ("valid_to", DATE, N_("Valid to")),
  SOURCE,
};
KIND (other_name, .name = "other-name", .table = "other_name", .label = N_("Other name"),
      .label_plural = N_("Other names"), .title = "name", .order = "valid_from", .icon = "uds-city-symbolic");

static const UdsField fields_link[] = {
  FIELD ("from_kind", TEXT, N_("From type"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  FIELD ("from_id", TEXT, N_("From"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  FIELD ("relation", TEXT, N_("Relation"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  FIELD ("to_kind", TEXT, N_("To type"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  FIELD ("to_id", TEXT, N_("To"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  SOURCE,
};
KIND (link, .name = "link", .table = "link", .label = N_("Link"), .label_plural = N_("Links"),
      .order = "relation", .icon = "uds-networks-symbolic");
