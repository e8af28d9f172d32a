-- Cities compared with each other in one measure and one year. A city's values are found from the city too.
CREATE TABLE "comparison" (
  "id"        TEXT NOT NULL PRIMARY KEY,
  "version"   INTEGER NOT NULL,
  "code"      TEXT NOT NULL,
  "title_da"  TEXT,
  "title_en"  TEXT,
  "goal"      TEXT REFERENCES goal DEFERRABLE INITIALLY DEFERRED,
  "year"      INTEGER,
  "unit_da"   TEXT,
  "unit_en"   TEXT,
  "decimals"  INTEGER,
  "direction" TEXT,
  "source"    TEXT,
  "note_da"   TEXT,
  "note_en"   TEXT
) STRICT;

CREATE TABLE "comparison_value" (
  "id"         TEXT NOT NULL PRIMARY KEY,
  "version"    INTEGER NOT NULL,
  "comparison" TEXT NOT NULL REFERENCES comparison DEFERRABLE INITIALLY DEFERRED,
  "city"       TEXT NOT NULL REFERENCES city DEFERRABLE INITIALLY DEFERRED,
  "value"      REAL,
  "source"     TEXT
) STRICT;

CREATE INDEX "comparison_goal" ON "comparison" ("goal");
CREATE INDEX "comparison_value_comparison" ON "comparison_value" ("comparison", "value");
CREATE INDEX "comparison_value_city" ON "comparison_value" ("city");
