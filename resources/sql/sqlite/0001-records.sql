-- The tables of all kinds of record (src/domain/uds-kinds-*.c), one column for each field in the same order:
-- long texts come last so that a list never reads their pages. Frozen once landed.

CREATE TABLE "administration" (
  "id"           TEXT NOT NULL PRIMARY KEY,
  "version"      INTEGER NOT NULL,
  "code"         TEXT NOT NULL,
  "name_da"      TEXT,
  "name_en"      TEXT,
  "committee_da" TEXT,
  "committee_en" TEXT,
  "valid_from"   TEXT,
  "valid_to"     TEXT,
  "source"       TEXT,
  "note_da"      TEXT,
  "note_en"      TEXT
) STRICT;

CREATE TABLE "purpose" (
  "id"         TEXT NOT NULL PRIMARY KEY,
  "version"    INTEGER NOT NULL,
  "code"       TEXT NOT NULL,
  "name_da"    TEXT,
  "name_en"    TEXT,
  "position"   INTEGER,
  "valid_from" TEXT,
  "valid_to"   TEXT,
  "source"     TEXT
) STRICT;

CREATE TABLE "principle" (
  "id"         TEXT NOT NULL PRIMARY KEY,
  "version"    INTEGER NOT NULL,
  "number"     INTEGER NOT NULL,
  "code"       TEXT,
  "name_da"    TEXT,
  "name_en"    TEXT,
  "text_da"    TEXT,
  "text_en"    TEXT,
  "valid_from" TEXT,
  "valid_to"   TEXT,
  "source"     TEXT
) STRICT;

CREATE TABLE "strategy_section" (
  "id"       TEXT NOT NULL PRIMARY KEY,
  "version"  INTEGER NOT NULL,
  "code"     TEXT NOT NULL,
  "title_da" TEXT,
  "title_en" TEXT,
  "position" INTEGER,
  "source"   TEXT
) STRICT;

CREATE TABLE "goal" (
  "id"          TEXT NOT NULL PRIMARY KEY,
  "version"     INTEGER NOT NULL,
  "number"      INTEGER NOT NULL,
  "name_da"     TEXT,
  "name_en"     TEXT,
  "sentence_da" TEXT,
  "sentence_en" TEXT,
  "colour"      TEXT,
  "ink"         TEXT,
  "source"      TEXT
) STRICT;

CREATE TABLE "target" (
  "id"         TEXT NOT NULL PRIMARY KEY,
  "version"    INTEGER NOT NULL,
  "code"       TEXT NOT NULL,
  "goal"       TEXT NOT NULL REFERENCES goal DEFERRABLE INITIALLY DEFERRED,
  "text_da"    TEXT,
  "text_en"    TEXT,
  "unofficial" INTEGER  CHECK (unofficial IN (0, 1)),
  "position"   INTEGER,
  "source"     TEXT
) STRICT;

CREATE TABLE "un_indicator" (
  "id"         TEXT NOT NULL PRIMARY KEY,
  "version"    INTEGER NOT NULL,
  "code"       TEXT NOT NULL,
  "target"     TEXT NOT NULL REFERENCES target DEFERRABLE INITIALLY DEFERRED,
  "text_da"    TEXT,
  "text_en"    TEXT,
  "unofficial" INTEGER  CHECK (unofficial IN (0, 1)),
  "unsd_code"  TEXT,
  "list"       TEXT,
  "position"   INTEGER,
  "source"     TEXT
) STRICT;

CREATE TABLE "indicator" (
  "id"               TEXT NOT NULL PRIMARY KEY,
  "version"          INTEGER NOT NULL,
  "code"             TEXT NOT NULL,
  "title_da"         TEXT,
  "title_en"         TEXT,
  "goal"             TEXT REFERENCES goal DEFERRABLE INITIALLY DEFERRED,
  "target"           TEXT REFERENCES target DEFERRABLE INITIALLY DEFERRED,
  "un_indicator"     TEXT,
  "place_da"         TEXT,
  "place_en"         TEXT,
  "unit_da"          TEXT,
  "unit_en"          TEXT,
  "decimals"         INTEGER,
  "direction"        TEXT,
  "base_year"        INTEGER,
  "target_value"     REAL,
  "target_year"      INTEGER,
  "target_state"     TEXT,
  "limit_value"      REAL,
  "series"           TEXT,
  "series_unit"      TEXT,
  "finding_da"       TEXT,
  "finding_en"       TEXT,
  "administration"   TEXT REFERENCES administration DEFERRABLE INITIALLY DEFERRED,
  "reporting_status" TEXT,
  "publisher"        TEXT,
  "link"             TEXT,
  "source"           TEXT,
  "note_da"          TEXT,
  "note_en"          TEXT,
  "footnote"         TEXT,
  "definition"       TEXT,
  "metadata"         TEXT
) STRICT;

CREATE TABLE "calculation" (
  "id"           TEXT NOT NULL PRIMARY KEY,
  "version"      INTEGER NOT NULL,
  "indicator"    TEXT NOT NULL REFERENCES indicator DEFERRABLE INITIALLY DEFERRED,
  "position"     INTEGER NOT NULL,
  "series"       TEXT,
  "unit"         TEXT,
  "breakdown"    TEXT,
  "direction"    TEXT,
  "base_year"    INTEGER,
  "target_value" REAL,
  "target_year"  INTEGER,
  "limit_value"  REAL,
  "grouping"     TEXT,
  "source"       TEXT
) STRICT;

CREATE TABLE "series" (
  "id"        TEXT NOT NULL PRIMARY KEY,
  "version"   INTEGER NOT NULL,
  "indicator" TEXT NOT NULL REFERENCES indicator DEFERRABLE INITIALLY DEFERRED,
  "name"      TEXT,
  "unit"      TEXT,
  "breakdown" TEXT,
  "position"  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE "observation" (
  "id"           TEXT NOT NULL PRIMARY KEY,
  "version"      INTEGER NOT NULL,
  "series"       TEXT NOT NULL REFERENCES series DEFERRABLE INITIALLY DEFERRED,
  "period"       TEXT NOT NULL,
  "period_label" TEXT,
  "value"        REAL,
  "quality"      TEXT,
  "footnote"     TEXT,
  "attributes"   TEXT,
  "source"       TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "effort" (
  "id"             TEXT NOT NULL PRIMARY KEY,
  "version"        INTEGER NOT NULL,
  "code"           TEXT,
  "name_da"        TEXT,
  "name_en"        TEXT,
  "start"          TEXT,
  "end"            TEXT,
  "status"         TEXT,
  "administration" TEXT REFERENCES administration DEFERRABLE INITIALLY DEFERRED,
  "measured_by_da" TEXT,
  "measured_by_en" TEXT,
  "mapping"        TEXT,
  "source"         TEXT,
  "note_da"        TEXT,
  "note_en"        TEXT
) STRICT;

CREATE TABLE "network" (
  "id"             TEXT NOT NULL PRIMARY KEY,
  "version"        INTEGER NOT NULL,
  "code"           TEXT,
  "name_da"        TEXT,
  "name_en"        TEXT,
  "short_name"     TEXT,
  "category"       TEXT,
  "start"          TEXT,
  "end"            TEXT,
  "role_da"        TEXT,
  "role_en"        TEXT,
  "size_da"        TEXT,
  "size_en"        TEXT,
  "administration" TEXT REFERENCES administration DEFERRABLE INITIALLY DEFERRED,
  "source"         TEXT,
  "note_da"        TEXT,
  "note_en"        TEXT
) STRICT;

CREATE TABLE "city" (
  "id"        TEXT NOT NULL PRIMARY KEY,
  "version"   INTEGER NOT NULL,
  "name_da"   TEXT,
  "name_en"   TEXT,
  "country"   TEXT,
  "code"      TEXT,
  "region_da" TEXT,
  "region_en" TEXT,
  "latitude"  REAL,
  "longitude" REAL,
  "source"    TEXT,
  "note_da"   TEXT,
  "note_en"   TEXT
) STRICT;

CREATE TABLE "organisation" (
  "id"         TEXT NOT NULL PRIMARY KEY,
  "version"    INTEGER NOT NULL,
  "name_da"    TEXT,
  "name_en"    TEXT,
  "code"       TEXT,
  "category"   TEXT,
  "country"    TEXT,
  "region_da"  TEXT,
  "region_en"  TEXT,
  "city"       TEXT REFERENCES city DEFERRABLE INITIALLY DEFERRED,
  "latitude"   REAL,
  "longitude"  REAL,
  "valid_from" TEXT,
  "valid_to"   TEXT,
  "source"     TEXT,
  "note_da"    TEXT,
  "note_en"    TEXT
) STRICT;

CREATE TABLE "membership" (
  "id"           TEXT NOT NULL PRIMARY KEY,
  "version"      INTEGER NOT NULL,
  "network"      TEXT NOT NULL REFERENCES network DEFERRABLE INITIALLY DEFERRED,
  "city"         TEXT REFERENCES city DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
  "role_da"      TEXT,
  "role_en"      TEXT,
  "valid_from"   TEXT,
  "valid_to"     TEXT,
  "confirmed"    INTEGER  CHECK (confirmed IN (0, 1)),
  "note_da"      TEXT,
  "note_en"      TEXT,
  "source"       TEXT
) STRICT;

CREATE TABLE "agreement" (
  "id"            TEXT NOT NULL PRIMARY KEY,
  "version"       INTEGER NOT NULL,
  "code"          TEXT,
  "title_da"      TEXT,
  "title_en"      TEXT,
  "city"          TEXT REFERENCES city DEFERRABLE INITIALLY DEFERRED,
  "organisation"  TEXT REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
  "field_da"      TEXT,
  "field_en"      TEXT,
  "start"         TEXT,
  "end"           TEXT,
  "no_end_reason" TEXT,
  "approved_on"   TEXT,
  "approved_case" TEXT,
  "source"        TEXT,
  "note_da"       TEXT,
  "note_en"       TEXT
) STRICT;

CREATE TABLE "event" (
  "id"          TEXT NOT NULL PRIMARY KEY,
  "version"     INTEGER NOT NULL,
  "code"        TEXT,
  "name_da"     TEXT,
  "name_en"     TEXT,
  "part_of"     TEXT REFERENCES event DEFERRABLE INITIALLY DEFERRED,
  "category_da" TEXT,
  "category_en" TEXT,
  "start"       TEXT,
  "end"         TEXT,
  "start_time"  TEXT,
  "end_time"    TEXT,
  "zone"        TEXT,
  "place_da"    TEXT,
  "place_en"    TEXT,
  "distance_km" REAL,
  "expected"    TEXT,
  "attended"    TEXT,
  "source"      TEXT,
  "note_da"     TEXT,
  "note_en"     TEXT
) STRICT;

CREATE TABLE "figure" (
  "id"       TEXT NOT NULL PRIMARY KEY,
  "version"  INTEGER NOT NULL,
  "event"    TEXT NOT NULL REFERENCES event DEFERRABLE INITIALLY DEFERRED,
  "name_da"  TEXT,
  "name_en"  TEXT,
  "value"    TEXT NOT NULL,
  "note_da"  TEXT,
  "note_en"  TEXT,
  "position" INTEGER,
  "source"   TEXT
) STRICT;

CREATE TABLE "request" (
  "id"            TEXT NOT NULL PRIMARY KEY,
  "version"       INTEGER NOT NULL,
  "subject"       TEXT NOT NULL,
  "received"      TEXT,
  "city"          TEXT REFERENCES city DEFERRABLE INITIALLY DEFERRED,
  "place"         TEXT,
  "organisation"  TEXT,
  "persons"       INTEGER,
  "wanted_from"   TEXT,
  "wanted_to"     TEXT,
  "due"           TEXT,
  "contact_name"  TEXT,
  "contact_email" TEXT,
  "source"        TEXT,
  "note"          TEXT
) STRICT;

CREATE TABLE "link" (
  "id"        TEXT NOT NULL PRIMARY KEY,
  "version"   INTEGER NOT NULL,
  "from_kind" TEXT NOT NULL,
  "from_id"   TEXT NOT NULL,
  "relation"  TEXT NOT NULL,
  "to_kind"   TEXT NOT NULL,
  "to_id"     TEXT NOT NULL,
  "source"    TEXT
) STRICT, WITHOUT ROWID;

-- By what an import recognises a record again.
CREATE UNIQUE INDEX "goal_key" ON "goal" ("number");
CREATE UNIQUE INDEX "target_key" ON "target" ("code");
CREATE UNIQUE INDEX "un_indicator_key" ON "un_indicator" ("code");
CREATE UNIQUE INDEX "indicator_key" ON "indicator" ("code");
CREATE UNIQUE INDEX "calculation_key" ON "calculation" ("indicator", "position");
CREATE UNIQUE INDEX "series_key" ON "series" ("indicator", coalesce("name", ''), coalesce("unit", ''), coalesce("breakdown", ''));
CREATE UNIQUE INDEX "observation_key" ON "observation" ("series", "period");
CREATE UNIQUE INDEX "effort_key" ON "effort" ("code");
CREATE UNIQUE INDEX "administration_key" ON "administration" ("code", coalesce("valid_from", ''));
CREATE UNIQUE INDEX "purpose_key" ON "purpose" ("code");
CREATE UNIQUE INDEX "principle_key" ON "principle" ("number");
CREATE UNIQUE INDEX "strategy_section_key" ON "strategy_section" ("code");
CREATE UNIQUE INDEX "network_key" ON "network" ("code");
CREATE UNIQUE INDEX "city_key" ON "city" ("code");
CREATE UNIQUE INDEX "organisation_key" ON "organisation" ("code");
CREATE UNIQUE INDEX "agreement_key" ON "agreement" ("code");
CREATE UNIQUE INDEX "event_key" ON "event" ("code");
CREATE UNIQUE INDEX "link_key" ON "link" ("from_id", "relation", "to_id");

-- By what views look records up.
CREATE INDEX "target_goal" ON "target" ("goal", "position");
CREATE INDEX "un_indicator_target" ON "un_indicator" ("target", "position");
CREATE INDEX "indicator_goal" ON "indicator" ("goal", "code");
CREATE INDEX "indicator_target" ON "indicator" ("target");
CREATE INDEX "membership_network" ON "membership" ("network");
CREATE INDEX "membership_city" ON "membership" ("city");
CREATE INDEX "membership_organisation" ON "membership" ("organisation");
CREATE INDEX "agreement_city" ON "agreement" ("city");
CREATE INDEX "event_part_of" ON "event" ("part_of", "start");
CREATE INDEX "event_start" ON "event" ("start");
CREATE INDEX "figure_event" ON "figure" ("event", "position");
CREATE INDEX "request_received" ON "request" ("received");
CREATE INDEX "link_to" ON "link" ("to_id", "relation");
