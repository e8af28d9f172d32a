-- The targets that were set for an indicator over the years, with what became of each; and the years from which its
-- values are counted in a new way. What progress is measured by stays with the indicator.
CREATE TABLE "dated_target" (
  "id"        TEXT NOT NULL PRIMARY KEY,
  "version"   INTEGER NOT NULL,
  "indicator" TEXT NOT NULL REFERENCES indicator DEFERRABLE INITIALLY DEFERRED,
  "name_da"   TEXT,
  "name_en"   TEXT,
  "value"     REAL NOT NULL,
  "year"      INTEGER,
  "state"     TEXT,
  "adopted"   TEXT,
  "ended"     TEXT,
  "series"    TEXT,
  "unit"      TEXT,
  "source"    TEXT,
  "note_da"   TEXT,
  "note_en"   TEXT
) STRICT;

CREATE TABLE "series_break" (
  "id"        TEXT NOT NULL PRIMARY KEY,
  "version"   INTEGER NOT NULL,
  "indicator" TEXT NOT NULL REFERENCES indicator DEFERRABLE INITIALLY DEFERRED,
  "year"      INTEGER NOT NULL,
  "series"    TEXT,
  "unit"      TEXT,
  "note_da"   TEXT,
  "note_en"   TEXT,
  "source"    TEXT
) STRICT;

CREATE INDEX "dated_target_indicator" ON "dated_target" ("indicator", "year");
CREATE INDEX "series_break_indicator" ON "series_break" ("indicator", "year");
