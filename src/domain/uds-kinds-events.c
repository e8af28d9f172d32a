/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field tables of the events and delegations views: events with their items and key figures, and visit requests. */
#include "uds-kinds-private.h"

static const UdsField fields_event[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_KEY | UDS_FIELD_HIDDEN),
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_SEARCHABLE),
  REFERENCE ("part_of", "event", N_("Part of"), UDS_FIELD_OWNER),
  BILINGUAL ("category", TEXT, N_("Type"), UDS_FIELD_SEARCHABLE),
  FIELD ("start", DATE, N_("Start")),
  FIELD ("end", DATE, N_("End")),
  FIELD ("start_time", TIME, N_("From")),
  FIELD ("end_time", TIME, N_("Until")),
  FIELD ("zone", TEXT, N_("Time zone"), .flags = UDS_FIELD_HIDDEN),
  BILINGUAL ("place", TEXT, N_("Place"), UDS_FIELD_SEARCHABLE),
  FIELD ("distance_km", REAL, N_("Distance in km")),
  FIELD ("expected", TEXT, N_("Expected attendance")),
  FIELD ("attended", TEXT, N_("Actual attendance")),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), UDS_FIELD_SEARCHABLE),
};
KIND (event, .name = "event", .table = "event", .label = N_("Event"), .label_plural = N_("Events"),
      .title = "name", .order = "start", .descending = TRUE, .icon = "uds-events-symbolic");

static const UdsField fields_figure[] = {
  REFERENCE ("event", "event", N_("Event"), UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_KEY),
  FIELD ("value", TEXT, N_("Value"), .flags = UDS_FIELD_REQUIRED),
  BILINGUAL ("note", TEXT, N_("Note"), 0),
  FIELD ("position", INTEGER, N_("Position"), .flags = UDS_FIELD_HIDDEN),
  SOURCE,
};
KIND (figure, .name = "figure", .table = "figure", .label = N_("Key figure"), .label_plural = N_("Key figures"),
      .order = "position", .icon = "uds-events-symbolic");

static const UdsField fields_request[] = {
  FIELD ("subject", TEXT, N_("Subject"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_SEARCHABLE),
  FIELD ("received", DATE, N_("Received")),
  REFERENCE ("city", "city", N_("City"), 0),
  FIELD ("place", TEXT, N_("Place as written"), .flags = UDS_FIELD_SEARCHABLE),
  FIELD ("organisation", TEXT, N_("Organisation"), .flags = UDS_FIELD_SEARCHABLE),
  FIELD ("persons", INTEGER, N_("Persons")),
  FIELD ("wanted_from", DATE, N_("Wanted from")),
  FIELD ("wanted_to", DATE, N_("Wanted to")),
  FIELD ("due", DATE, N_("Due date")),
  FIELD ("contact_name", TEXT, N_("Contact"), .flags = UDS_FIELD_SEARCHABLE, .privacy = UDS_PRIVACY_PERSONAL),
  FIELD ("contact_email", TEXT, N_("E-mail"), .flags = UDS_FIELD_SEARCHABLE, .privacy = UDS_PRIVACY_PERSONAL),
  SOURCE,
  FIELD ("note", LONG_TEXT, N_("Note"), .flags = UDS_FIELD_SEARCHABLE),
};
KIND (request, .name = "request", .table = "request", .label = N_("Request"), .label_plural = N_("Requests"),
      .title = "subject", .order = "received", .descending = TRUE, .icon = "uds-delegations-symbolic");
