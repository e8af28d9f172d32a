-- Every change of every record, in commands: what undo, the history of a record and the audit log read.
-- Rows of "change" are written by triggers made from the field tables (src/store/uds-triggers.c).

-- One command of a user. "state" is do, undo, redo, or base for what the database began with and undo does not take;
-- "undoes" is the command that an undo or redo takes back.
CREATE TABLE "change_group" (
  "id"        INTEGER PRIMARY KEY,
  "name"      TEXT NOT NULL,
  "at"        INTEGER NOT NULL,
  "state"     TEXT NOT NULL DEFAULT 'do' CHECK ("state" IN ('do', 'undo', 'redo', 'base')),
  "undoes"    INTEGER REFERENCES "change_group",
  "undone_by" INTEGER REFERENCES "change_group"
) STRICT;

-- One change of one record: "before" is null for a new record, "after" for a deleted one.
CREATE TABLE "change" (
  "id"       INTEGER PRIMARY KEY,
  "group_id" INTEGER NOT NULL REFERENCES "change_group",
  "kind"     TEXT NOT NULL,
  "record"   TEXT NOT NULL,
  "before"   TEXT,
  "after"    TEXT
) STRICT;

CREATE INDEX "change_group_id" ON "change" ("group_id");
CREATE INDEX "change_record" ON "change" ("record", "id");

-- What the store itself remembers: which starting content was loaded, when the last backup was made.
CREATE TABLE "store_note" (
  "name"  TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT;
