/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field tables of the goals view: the global goals, what the city measures and what it does about them.
 * Rules on these records stand in uds-progress.c and its neighbours. */
#include "uds-kinds-private.h"

const UdsChoice uds_choices_direction[] = {
  { "up", N_("Higher is better") },
  { "down", N_("Lower is better") },
  { NULL, NULL },
};

static const UdsChoice target_states[] = {
  { "active", N_("Active") },
  { "reached", N_("Reached") },
  { "given-up", N_("Given up") },
  { "replaced", N_("Replaced") },
  { NULL, NULL },
};

/* How progress is assessed; where none is chosen, by the first. */
static const UdsChoice methods[] = {
  { "open-sdg", N_("Open SDG") },
  { "un", N_("UN Progress Chart") },
  { "eurostat", N_("Eurostat") },
  { NULL, NULL },
};

/* All but the first are drawn as hollow points. */
static const UdsChoice qualities[] = {
  { "measured", N_("Measured") },
  { "provisional", N_("Provisional") },
  { "estimated", N_("Estimated") },
  { "derived", N_("Derived from other figures") },
  { "stated", N_("Stated without a basis") },
  { "secondary", N_("From a secondary source") },
  { "reference", N_("Base year") },
  { NULL, NULL },
};

static const UdsChoice mappings[] = {
  { "confirmed", N_("Confirmed by the city") },
  { "inferred", N_("Our own reading") },
  { NULL, NULL },
};

static const UdsField fields_goal[] = {
  FIELD ("number", INTEGER, N_("Number"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_SEARCHABLE),
  BILINGUAL ("sentence", TEXT, N_("Goal in full"), UDS_FIELD_SEARCHABLE),
  FIELD ("colour", TEXT, N_("Colour"), .flags = UDS_FIELD_HIDDEN),
  FIELD ("ink", TEXT, N_("Colour of text on it"), .flags = UDS_FIELD_HIDDEN),
  SOURCE,
};
KIND (goal, .name = "goal", .table = "goal", .label = N_("Goal"), .label_plural = N_("Goals"),
      .title = "name", .order = "number", .icon = "uds-goals-symbolic");

static const UdsField fields_target[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY | UDS_FIELD_SEARCHABLE),
  REFERENCE ("goal", "goal", N_("Goal"), UDS_FIELD_REQUIRED),
  BILINGUAL ("text", TEXT, N_("Text"), UDS_FIELD_SEARCHABLE),
  FIELD ("unofficial", BOOLEAN, N_("Danish text is our own")),
  FIELD ("position", INTEGER, N_("Position"), .flags = UDS_FIELD_HIDDEN),
  SOURCE,
};
KIND (target, .name = "target", .table = "target", .label = N_("Target"), .label_plural = N_("Targets"),
      .title = "text", .order = "position", .icon = "uds-goals-symbolic");

static const UdsField fields_un_indicator[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY | UDS_FIELD_SEARCHABLE),
  REFERENCE ("target", "target", N_("Target"), UDS_FIELD_REQUIRED),
  BILINGUAL ("text", TEXT, N_("Text"), UDS_FIELD_SEARCHABLE),
  FIELD ("unofficial", BOOLEAN, N_("Danish text is our own")),
  FIELD ("unsd_code", TEXT, N_("UNSD code")),
  FIELD ("list", TEXT, N_("List")),
  FIELD ("position", INTEGER, N_("Position"), .flags = UDS_FIELD_HIDDEN),
  SOURCE,
};
KIND (un_indicator, .name = "un-indicator", .table = "un_indicator", .label = N_("UN indicator"),
      .label_plural = N_("UN indicators"), .title = "text", .order = "position", .icon = "uds-goals-symbolic");

static const UdsField fields_indicator[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY | UDS_FIELD_SEARCHABLE),
  BILINGUAL ("title", TEXT, N_("Title"), UDS_FIELD_SEARCHABLE),
  REFERENCE ("goal", "goal", N_("Goal"), 0),
  REFERENCE ("target", "target", N_("Target"), 0),
  FIELD ("un_indicator", TEXT, N_("Nearest UN indicator")),
  BILINGUAL ("place", TEXT, N_("Place"), UDS_FIELD_SEARCHABLE),
  BILINGUAL ("unit", TEXT, N_("Unit"), 0),
  FIELD ("decimals", INTEGER, N_("Decimals")),
  CHOICE ("direction", uds_choices_direction, N_("Direction")),
  FIELD ("base_year", YEAR, N_("Base year")),
  FIELD ("target_value", REAL, N_("Target value")),
  FIELD ("target_year", YEAR, N_("Target year")),
  CHOICE ("target_state", target_states, N_("State of the target")),
  FIELD ("limit_value", REAL, N_("Limit")),
  CHOICE ("method", methods, N_("Method of assessment")),
  FIELD ("series", TEXT, N_("Headline series")),
  FIELD ("series_unit", TEXT, N_("Headline unit")),
  BILINGUAL ("finding", TEXT, N_("Finding"), 0),
  REFERENCE ("administration", "administration", N_("Administration"), 0),
  FIELD ("reporting_status", TEXT, N_("Reporting status")),
  FIELD ("next_due", DATE, N_("Next figure due")),
  FIELD ("publisher", TEXT, N_("Publisher"), .flags = UDS_FIELD_SEARCHABLE),
  BILINGUAL ("citation", TEXT, N_("Source as printed"), 0),
  FIELD ("link", TEXT, N_("Link")),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), 0),
  FIELD ("footnote", LONG_TEXT, N_("Footnote")),
  FIELD ("definition", LONG_TEXT, N_("Definition")),
  FIELD ("metadata", JSON, N_("Other metadata"), .flags = UDS_FIELD_HIDDEN),
};
KIND (indicator, .name = "indicator", .table = "indicator", .label = N_("Indicator"),
      .label_plural = N_("Indicators"), .title = "title", .order = "code", .icon = "uds-indicator-symbolic");

static const UdsField fields_indicator_target[] = {
  REFERENCE ("indicator", "indicator", N_("Indicator"), UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY),
  BILINGUAL ("name", TEXT, N_("Name"), 0),
  FIELD ("value", REAL, N_("Target value"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  FIELD ("year", YEAR, N_("Target year"), .flags = UDS_FIELD_KEY),
  CHOICE ("state", target_states, N_("State of the target")),
  FIELD ("adopted", DATE, N_("Adopted")),
  FIELD ("ended", DATE, N_("Reached, given up or replaced")),
  FIELD ("series", TEXT, N_("Series"), .flags = UDS_FIELD_KEY),
  FIELD ("unit", TEXT, N_("Unit"), .flags = UDS_FIELD_KEY),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), 0),
};
KIND (indicator_target, .name = "indicator-target", .table = "dated_target", .label = N_("Target set"),
      .label_plural = N_("Targets set"), .order = "year", .icon = "uds-indicator-symbolic");

static const UdsField fields_series_break[] = {
  REFERENCE ("indicator", "indicator", N_("Indicator"), UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY),
  FIELD ("year", YEAR, N_("First year counted in a new way"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  BILINGUAL ("note", TEXT, N_("What changed"), 0),
  FIELD ("series", TEXT, N_("Series"), .flags = UDS_FIELD_KEY),
  FIELD ("unit", TEXT, N_("Unit"), .flags = UDS_FIELD_KEY),
  SOURCE,
};
KIND (series_break, .name = "series-break", .table = "series_break", .label = N_("Break in the series"),
      .label_plural = N_("Breaks in the series"), .order = "year", .icon = "uds-indicator-symbolic");

static const UdsField fields_calculation[] = {
  REFERENCE ("indicator", "indicator", N_("Indicator"), UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY),
  FIELD ("position", INTEGER, N_("Position"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  FIELD ("series", TEXT, N_("Series")),
  FIELD ("unit", TEXT, N_("Unit")),
  FIELD ("breakdown", JSON, N_("Breakdown")),
  CHOICE ("direction", uds_choices_direction, N_("Direction")),
  FIELD ("base_year", YEAR, N_("Base year")),
  FIELD ("target_value", REAL, N_("Target value")),
  FIELD ("target_year", YEAR, N_("Target year")),
  FIELD ("limit_value", REAL, N_("Limit")),
  FIELD ("grouping", TEXT, N_("Group")),
  SOURCE,
};
KIND (calculation, .name = "calculation", .table = "calculation", .label = N_("Calculation of progress"),
      .label_plural = N_("Calculations of progress"), .order = "position", .icon = "uds-indicator-symbolic");

static const UdsField fields_series[] = {
  REFERENCE ("indicator", "indicator", N_("Indicator"), UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY),
  FIELD ("name", TEXT, N_("Series"), .flags = UDS_FIELD_KEY),
  FIELD ("unit", TEXT, N_("Unit"), .flags = UDS_FIELD_KEY),
  FIELD ("breakdown", JSON, N_("Breakdown"), .flags = UDS_FIELD_KEY),
  FIELD ("position", INTEGER, N_("Position"), .flags = UDS_FIELD_HIDDEN),
};
KIND (series, .name = "series", .table = "series", .label = N_("Series"), .label_plural = N_("Series"),
      .order = "position", .icon = "uds-indicator-symbolic");

static const UdsField fields_observation[] = {
  REFERENCE ("series", "series", N_("Series"), UDS_FIELD_REQUIRED | UDS_FIELD_OWNER | UDS_FIELD_KEY),
  FIELD ("period", PERIOD, N_("Period"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  FIELD ("period_label", TEXT, N_("Period as written")),
  FIELD ("value", REAL, N_("Value")),
  CHOICE ("quality", qualities, N_("Quality")),
  FIELD ("footnote", TEXT, N_("Footnote")),
  FIELD ("attributes", JSON, N_("Attributes"), .flags = UDS_FIELD_HIDDEN),
  SOURCE,
};
KIND (observation, .name = "observation", .table = "observation", .label = N_("Observation"),
      .label_plural = N_("Observations"), .order = "period", .icon = "uds-indicator-symbolic");

static const UdsField fields_effort[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_KEY | UDS_FIELD_HIDDEN),
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_SEARCHABLE),
  FIELD ("start", DATE, N_("Start")),
  FIELD ("end", DATE, N_("End")),
  FIELD ("status", TEXT, N_("Status")),
  REFERENCE ("administration", "administration", N_("Administration"), 0),
  BILINGUAL ("measured_by", TEXT, N_("Measured by"), 0),
  CHOICE ("mapping", mappings, N_("Link to the goals")),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), UDS_FIELD_SEARCHABLE),
};
KIND (effort, .name = "effort", .table = "effort", .label = N_("Effort"), .label_plural = N_("Efforts"),
      .title = "name", .order = "start", .icon = "uds-effort-symbolic");

static const UdsField fields_administration[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY | UDS_FIELD_SEARCHABLE),
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_SEARCHABLE),
  BILINGUAL ("committee", TEXT, N_("Committee"), UDS_FIELD_SEARCHABLE),
  FIELD ("valid_from", DATE, N_("Valid from"), .flags = UDS_FIELD_KEY),
  FIELD ("valid_to", DATE, N_("Valid to")),
  SOURCE,
  BILINGUAL ("note", LONG_TEXT, N_("Note"), 0),
};
KIND (administration, .name = "administration", .table = "administration", .label = N_("Administration"),
      .label_plural = N_("Administrations"), .title = "name", .order = "code", .icon = "uds-organisation-symbolic");

static const UdsField fields_purpose[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_SEARCHABLE),
  FIELD ("position", INTEGER, N_("Position"), .flags = UDS_FIELD_HIDDEN),
  FIELD ("valid_from", DATE, N_("Valid from")),
  FIELD ("valid_to", DATE, N_("Valid to")),
  SOURCE,
};
KIND (purpose, .name = "purpose", .table = "purpose", .label = N_("Purpose"), .label_plural = N_("Purposes"),
      .title = "name", .order = "position", .icon = "uds-strategy-symbolic");

static const UdsField fields_principle[] = {
  FIELD ("number", INTEGER, N_("Number"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_HIDDEN),
  BILINGUAL ("name", TEXT, N_("Name"), UDS_FIELD_SEARCHABLE),
  BILINGUAL ("text", TEXT, N_("In our own words"), UDS_FIELD_SEARCHABLE),
  FIELD ("valid_from", DATE, N_("Valid from")),
  FIELD ("valid_to", DATE, N_("Valid to")),
  SOURCE,
};
KIND (principle, .name = "principle", .table = "principle", .label = N_("Principle"),
      .label_plural = N_("Principles"), .title = "name", .order = "number", .icon = "uds-strategy-symbolic");

static const UdsField fields_strategy_section[] = {
  FIELD ("code", TEXT, N_("Code"), .flags = UDS_FIELD_REQUIRED | UDS_FIELD_KEY),
  BILINGUAL ("title", TEXT, N_("Title"), UDS_FIELD_SEARCHABLE),
  FIELD ("position", INTEGER, N_("Position"), .flags = UDS_FIELD_HIDDEN),
  SOURCE,
};
KIND (strategy_section, .name = "strategy-section", .table = "strategy_section", .label = N_("Section of the strategy"),
      .label_plural = N_("Sections of the strategy"), .title = "title", .order = "position",
      .icon = "uds-strategy-symbolic");
