-- The network directory: figures of networks, other names, parties and documents of agreements, the administrations'
-- international agendas, people with their roles, and notes of knowledge. Lists of what belongs to a record read an
-- index; long texts come last in the new tables.
ALTER TABLE "network" ADD COLUMN "part_of" TEXT REFERENCES network DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "network" ADD COLUMN "reference" TEXT;
ALTER TABLE "network" ADD COLUMN "website" TEXT;
ALTER TABLE "network" ADD COLUMN "outcome_da" TEXT;
ALTER TABLE "network" ADD COLUMN "outcome_en" TEXT;

ALTER TABLE "organisation" ADD COLUMN "part_of" TEXT REFERENCES organisation DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "organisation" ADD COLUMN "website" TEXT;
ALTER TABLE "organisation" ADD COLUMN "email" TEXT;
ALTER TABLE "organisation" ADD COLUMN "phone" TEXT;
ALTER TABLE "organisation" ADD COLUMN "address" TEXT;

ALTER TABLE "agreement" ADD COLUMN "category" TEXT;
ALTER TABLE "agreement" ADD COLUMN "network" TEXT REFERENCES network DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "agreement" ADD COLUMN "notice_months" INTEGER;
ALTER TABLE "agreement" ADD COLUMN "renewal" TEXT;
ALTER TABLE "agreement" ADD COLUMN "replaces" TEXT REFERENCES agreement DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "agreement" ADD COLUMN "remind_on" TEXT;
ALTER TABLE "agreement" ADD COLUMN "administration" TEXT REFERENCES administration DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "agreement" ADD COLUMN "binding" INTEGER;
ALTER TABLE "agreement" ADD COLUMN "approved_item" TEXT;
ALTER TABLE "agreement" ADD COLUMN "approved_scope" TEXT;

CREATE TABLE "network_figure" (
  "id"       TEXT NOT NULL PRIMARY KEY,
  "version"  INTEGER NOT NULL,
  "network"  TEXT NOT NULL REFERENCES network DEFERRABLE INITIALLY DEFERRED,
  "category" TEXT NOT NULL,
  "name_da"  TEXT,
  "name_en"  TEXT,
  "date"     TEXT,
  "value"    REAL NOT NULL,
  "note_da"  TEXT,
  "note_en"  TEXT,
  "source"   TEXT
) STRICT;

CREATE TABLE "other_name" (
  "id"           TEXT NOT NULL PRIMARY KEY,
  "version"      INTEGER NOT NULL,
  "city"         TEXT REFERENCES city DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
  "name_da"      TEXT,
  "name_en"      TEXT,
  "valid_from"   TEXT,
  "valid_to"     TEXT,
  "source"       TEXT
) STRICT;

CREATE TABLE "party" (
  "id"           TEXT NOT NULL PRIMARY KEY,
  "version"      INTEGER NOT NULL,
  "agreement"    TEXT NOT NULL REFERENCES agreement DEFERRABLE INITIALLY DEFERRED,
  "city"         TEXT REFERENCES city DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
  "role_da"      TEXT,
  "role_en"      TEXT,
  "source"       TEXT
) STRICT;

CREATE TABLE "document" (
  "id"        TEXT NOT NULL PRIMARY KEY,
  "version"   INTEGER NOT NULL,
  "agreement" TEXT REFERENCES agreement DEFERRABLE INITIALLY DEFERRED,
  "network"   TEXT REFERENCES network DEFERRABLE INITIALLY DEFERRED,
  "title"     TEXT NOT NULL,
  "date"      TEXT,
  "link"      TEXT,
  "source"    TEXT
) STRICT;

CREATE TABLE "agenda" (
  "id"             TEXT NOT NULL PRIMARY KEY,
  "version"        INTEGER NOT NULL,
  "code"           TEXT,
  "title_da"       TEXT,
  "title_en"       TEXT,
  "administration" TEXT REFERENCES administration DEFERRABLE INITIALLY DEFERRED,
  "valid_from"     TEXT,
  "valid_to"       TEXT,
  "source"         TEXT,
  "note_da"        TEXT,
  "note_en"        TEXT
) STRICT;

CREATE TABLE "focus_area" (
  "id"       TEXT NOT NULL PRIMARY KEY,
  "version"  INTEGER NOT NULL,
  "agenda"   TEXT NOT NULL REFERENCES agenda DEFERRABLE INITIALLY DEFERRED,
  "title_da" TEXT,
  "title_en" TEXT,
  "position" INTEGER,
  "source"   TEXT,
  "note_da"  TEXT,
  "note_en"  TEXT
) STRICT;

CREATE TABLE "contact" (
  "id"            TEXT NOT NULL PRIMARY KEY,
  "version"       INTEGER NOT NULL,
  "uid"           TEXT,
  "name"          TEXT NOT NULL,
  "prefix"        TEXT,
  "given_name"    TEXT,
  "family_name"   TEXT,
  "original_name" TEXT,
  "email"         TEXT,
  "phone"         TEXT,
  "language"      TEXT,
  "informed_on"   TEXT,
  "source"        TEXT,
  "note"          TEXT,
  "vcard"         TEXT
) STRICT;

CREATE TABLE "contact_point" (
  "id"       TEXT NOT NULL PRIMARY KEY,
  "version"  INTEGER NOT NULL,
  "contact"  TEXT NOT NULL REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
  "category" TEXT NOT NULL,
  "value"    TEXT NOT NULL,
  "label"    TEXT,
  "position" INTEGER,
  "source"   TEXT,
  "vcard"    TEXT
) STRICT;

CREATE TABLE "contact_role" (
  "id"           TEXT NOT NULL PRIMARY KEY,
  "version"      INTEGER NOT NULL,
  "contact"      TEXT NOT NULL REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
  "city"         TEXT REFERENCES city DEFERRABLE INITIALLY DEFERRED,
  "network"      TEXT REFERENCES network DEFERRABLE INITIALLY DEFERRED,
  "title"        TEXT,
  "unit"         TEXT,
  "valid_from"   TEXT,
  "valid_to"     TEXT,
  "source"       TEXT
) STRICT;

CREATE TABLE "note" (
  "id"          TEXT NOT NULL PRIMARY KEY,
  "version"     INTEGER NOT NULL,
  "title"       TEXT NOT NULL,
  "category"    TEXT,
  "date"        TEXT,
  "due"         TEXT,
  "author"      TEXT,
  "theme"       TEXT,
  "shared_with" TEXT,
  "used_in"     TEXT,
  "source"      TEXT,
  "text"        TEXT
) STRICT;

CREATE UNIQUE INDEX "agenda_key" ON "agenda" ("code");
CREATE UNIQUE INDEX "contact_key" ON "contact" ("uid");

CREATE INDEX "network_part_of" ON "network" ("part_of");
CREATE INDEX "network_figure_network" ON "network_figure" ("network", "date");
CREATE INDEX "organisation_city" ON "organisation" ("city");
CREATE INDEX "organisation_part_of" ON "organisation" ("part_of");
CREATE INDEX "other_name_city" ON "other_name" ("city");
CREATE INDEX "other_name_organisation" ON "other_name" ("organisation");
CREATE INDEX "agreement_organisation" ON "agreement" ("organisation");
CREATE INDEX "agreement_network" ON "agreement" ("network");
CREATE INDEX "agreement_replaces" ON "agreement" ("replaces");
CREATE INDEX "agreement_end" ON "agreement" ("end");
CREATE INDEX "party_agreement" ON "party" ("agreement");
CREATE INDEX "party_city" ON "party" ("city");
CREATE INDEX "party_organisation" ON "party" ("organisation");
CREATE INDEX "document_agreement" ON "document" ("agreement");
CREATE INDEX "document_network" ON "document" ("network");
CREATE INDEX "focus_area_agenda" ON "focus_area" ("agenda", "position");
CREATE INDEX "contact_email" ON "contact" ("email");
CREATE INDEX "contact_point_contact" ON "contact_point" ("contact", "position");
CREATE INDEX "contact_role_contact" ON "contact_role" ("contact", "valid_from");
CREATE INDEX "contact_role_organisation" ON "contact_role" ("organisation");
CREATE INDEX "contact_role_city" ON "contact_role" ("city");
CREATE INDEX "contact_role_network" ON "contact_role" ("network");
CREATE INDEX "note_date" ON "note" ("date");
CREATE INDEX "note_due" ON "note" ("due");
CREATE INDEX "request_city" ON "request" ("city");
