/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field tables of people and of what the office learned: contacts with their addresses and their roles over time,
 * and notes of knowledge. What is about a person says so. */
#include "uds-kinds-private.h"

#define PERSONAL .privacy = UDS_PRIVACY_PERSONAL

static const UdsChoice contact_points[] = {
  { "email", N_("E-mail") },
  { "phone", N_("Telephone") },
  { "address", N_("Address") },
  { "website", N_("Website") },
  { NULL, NULL },
};

static const UdsChoice note_categories[] = {
  { "knowledge", N_("Knowledge") },
  { "trend", N_("International trend") },
  { "eu", N_("EU work") },
  { "call", N_("Call for applications") },
  { "visit", N_("Learned from a visit") },
  { NULL, NULL },
};

/* The first e-mail address and telephone number stand with the person, further ones are contact points. What of a vCard
 * has no field is kept as it was read. */
static const UdsField fields_contact[] = {
  FIELD ("uid", TEXT, N_("Identifier"), .flags = UDS_FIELD_KEY | UDS_FIELD_HIDDEN),
  FIELD ("name", TEXT, N_("Name"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_SEARCHABLE, PERSONAL),
  FIELD ("prefix", TEXT, N_("Form of address"), PERSONAL),
  FIELD ("given_name", TEXT, N_("Given name"), PERSONAL),
  FIELD ("family_name", TEXT, N_("Family name"), PERSONAL),
  FIELD ("original_name", TEXT, N_("Name in its own script"), .flags = UDS_FIELD_SEARCHABLE, PERSONAL),
  FIELD ("email", TEXT, N_("E-mail"), .flags = UDS_FIELD_SEARCHABLE, PERSONAL),
  FIELD ("phone", TEXT, N_("Telephone"), .flags = UDS_FIELD_SEARCHABLE, PERSONAL),
  FIELD ("language", TEXT, N_("Preferred language"), PERSONAL),
  FIELD ("informed_on", DATE, N_("Informed about data use on"), PERSONAL),
  SOURCE,
  FIELD ("note", LONG_TEXT, N_("Note"), .flags = UDS_FIELD_SEARCHABLE, PERSONAL),
  FIELD ("vcard", LONG_TEXT, N_("Other properties of the vCard"), .flags = UDS_FIELD_HIDDEN, PERSONAL),
};
KIND (contact, .name = "contact", .table = "contact", .label = N_("Person"), .label_plural = N_("People"),
      .title = "name", .order = "name", .is_mergeable = TRUE, .icon = "uds-contact-symbolic");

static const UdsField fields_contact_point[] = {
  REFERENCE ("contact", "contact", N_("Person"),
             UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  { "category", UDS_FIELD_CHOICE, N_("Type"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY, .choices = contact_points },
  FIELD ("value", TEXT, N_("Address or number"),
         .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY | UDS_FIELD_SEARCHABLE, PERSONAL),
  FIELD ("label", TEXT, N_("Label")),
  FIELD ("position", INTEGER, N_("Position"), .flags = UDS_FIELD_HIDDEN),
  SOURCE,
  FIELD ("vcard", LONG_TEXT, N_("Other properties of the vCard"), .flags = UDS_FIELD_HIDDEN, PERSONAL),
};
KIND (contact_point, .name = "contact-point", .table = "contact_point", .label = N_("Contact point"),
      .label_plural = N_("Contact points"), .title = "value", .order = "position", .icon = "uds-contact-symbolic");

/* Many are known to be at a place, and nobody knows their title there. */
static const UdsField fields_contact_role[] = {
  REFERENCE ("contact", "contact", N_("Person"),
             UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  REFERENCE ("organisation", "organisation", N_("Organisation"), UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  REFERENCE ("city", "city", N_("City"), UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  REFERENCE ("network", "network", N_("Network"), UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  FIELD ("title", TEXT, N_("Title"), .flags = UDS_FIELD_KEY | UDS_FIELD_SEARCHABLE, PERSONAL),
  FIELD ("unit", TEXT, N_("Department"), PERSONAL),
  FIELD ("valid_from", DATE, N_("Valid from"), .flags = UDS_FIELD_KEY),
  FIELD ("valid_to", DATE, N_("Valid to")),
  SOURCE,
};
KIND (contact_role, .name = "contact-role", .table = "contact_role", .label = N_("Role of a person"),
      .label_plural = N_("Roles of people"), .order = "valid_from", .descending = TRUE,
      .icon = "uds-contact-symbolic");

static const UdsField fields_note[] = {
  FIELD ("title", TEXT, N_("Title"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_SEARCHABLE | UDS_FIELD_KEY),
  CHOICE ("category", note_categories, N_("Type")),
  FIELD ("date", DATE, N_("Date"), .flags = UDS_FIELD_KEY),
  FIELD ("due", DATE, N_("Due date")),
  FIELD ("author", TEXT, N_("Author"), .flags = UDS_FIELD_SEARCHABLE, PERSONAL),
  FIELD ("theme", TEXT, N_("Theme"), .flags = UDS_FIELD_SEARCHABLE),
  FIELD ("shared_with", TEXT, N_("Shared with")),
  FIELD ("used_in", TEXT, N_("Used in")),
  SOURCE,
  FIELD ("text", LONG_TEXT, N_("Text"), .flags = UDS_FIELD_SEARCHABLE),
};
KIND (note, .name = "note", .table = "note", .label = N_("Knowledge note"), .label_plural = N_("Knowledge notes"),
      .title = "title", .order = "date", .descending = TRUE, .icon = "uds-note-symbolic");
