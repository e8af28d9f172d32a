/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field tables of what was agreed and what is planned: agreements with their parties and documents, and the
 * administrations' own international agendas. When something expires is said in no table. */
#include "uds-kinds-private.h"

static const UdsChoice agreement_categories[] = {
  { "agreement", N_("Agreement") },
  { "memorandum", N_("Memorandum of understanding") },
  { "sister-city", N_("Sister city agreement") },
  { "project", N_("Project agreement") },
  { "sector-cooperation", N_("Strategic sector cooperation") },
  { NULL, NULL },
};

static const UdsChoice renewals[] = {
  { "none", N_("Ends by itself") },
  { "automatic", N_("Continues unless terminated") },
  { "decision", N_("By a new decision") },
  { NULL, NULL },
};

static const UdsField fields_agreement[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_KEY | UDS_FIELD_HIDDEN),
  BILINGUAL ("title", TEXT, N_("Title"), UDS_FIELD_SEARCHABLE),
  CHOICE ("category", agreement_categories, N_("Type")),
  REFERENCE ("city", "city", N_("City"), 0),
  REFERENCE ("organisation", "organisation", N_("Organisation"), 0),
  REFERENCE ("network", "network", N_("Network"), 0),
  BILINGUAL ("field", TEXT, N_("Field"), UDS_FIELD_SEARCHABLE),
  FIELD ("start", DATE, N_("Start")),
  FIELD ("end", DATE, N_("End")),
  FIELD ("no_end_reason", TEXT, N_("Why it has no end date")),
  FIELD ("notice_months", INTEGER, N_("Notice period in months")),
  CHOICE ("renewal", renewals, N_("Renewal")),
  REFERENCE ("replaces", "agreement", N_("Renews"), 0),
  FIELD ("remind_on", DATE, N_("Remind on")),
  REFERENCE ("administration", "administration", N_("Administration"), 0),
  FIELD ("binding", BOOLEAN, N_("Binding")),
  FIELD ("approved_on", DATE, N_("Approved on")),
  FIELD ("approved_case", TEXT, N_("Approved case")),
  FIELD ("approved_item", TEXT, N_("Agenda item")),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), UDS_FIELD_SEARCHABLE),
  FIELD ("approved_scope", LONG_TEXT, N_("What the approval covers")),
};
KIND (agreement, .name = "agreement", .table = "agreement", .label = N_("Agreement"),
      .label_plural = N_("Agreements"), .title = "title", .order = "start", .icon = "uds-agreement-symbolic");

static const UdsField fields_party[] = {
  REFERENCE ("agreement", "agreement", N_("Agreement"),
             UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  REFERENCE ("city", "city", N_("City"), UDS_FIELD_KEY),
  REFERENCE ("organisation", "organisation", N_("Organisation"), UDS_FIELD_KEY),
  BILINGUAL ("role", TEXT, N_("Role"), 0),
  SOURCE,
};
KIND (party, .name = "party", .table = "party", .label = N_("Party to an agreement"),
      .label_plural = N_("Parties to agreements"), .order = "agreement", .icon = "uds-agreement-symbolic");

static const UdsField fields_document[] = {
  REFERENCE ("agreement", "agreement", N_("Agreement"), UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  REFERENCE ("network", "network", N_("Network"), UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  FIELD ("title", TEXT, N_("Title"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY | UDS_FIELD_SEARCHABLE),
  FIELD ("date", DATE, N_("Date"), .flags = UDS_FIELD_KEY),
  FIELD ("link", TEXT, N_("Link or journal number")),
  SOURCE,
};
KIND (document, .name = "document", .table = "document", .label = N_("Document"), .label_plural = N_("Documents"),
      .title = "title", .order = "date", .descending = TRUE, .icon = "uds-agreement-symbolic");

static const UdsField fields_agenda[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_KEY | UDS_FIELD_HIDDEN),
  BILINGUAL ("title", TEXT, N_("Title"), UDS_FIELD_SEARCHABLE),
  REFERENCE ("administration", "administration", N_("Administration"), 0),
  FIELD ("valid_from", DATE, N_("Valid from")),
  FIELD ("valid_to", DATE, N_("Valid to")),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), UDS_FIELD_SEARCHABLE),
};
KIND (agenda, .name = "agenda", .table = "agenda", .label = N_("International agenda"),
      .label_plural = N_("International agendas"), .title = "title", .order = "title", .icon = "uds-strategy-symbolic");

static const UdsField fields_focus_area[] = {
  REFERENCE ("agenda", "agenda", N_("International agenda"),
             UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY | UDS_FIELD_OFFERED),
  BILINGUAL ("title", TEXT, N_("Title"), UDS_FIELD_SEARCHABLE | UDS_FIELD_KEY),
  FIELD ("position", INTEGER, N_("Position"), .flags = UDS_FIELD_HIDDEN),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), UDS_FIELD_SEARCHABLE),
};
KIND (focus_area, .name = "focus-area", .table = "focus_area", .label = N_("Focus area"),
      .label_plural = N_("Focus areas"), .title = "title", .order = "position", .icon = "uds-strategy-symbolic");
