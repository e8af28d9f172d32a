-- Records that are listed by their names have the keys by which they are sorted (src/base/uds-fold.h) beside their
-- folded text, in both languages: the first rows of a list of 300,000 people are read from an index. The keys stand
-- before the texts, so that no long text is read on the way to them. Rows that were there before get theirs from the
-- store, after the migrations; the numbers of the documents stay as they were.
CREATE TABLE "search_document_sorted" (
  "id"      INTEGER PRIMARY KEY AUTOINCREMENT,
  "kind"    TEXT NOT NULL,
  "record"  TEXT NOT NULL UNIQUE,
  "sort_da" BLOB,
  "sort_en" BLOB,
  "title"   TEXT NOT NULL,
  "body"    TEXT NOT NULL
) STRICT;

INSERT INTO "search_document_sorted" ("id", "kind", "record", "title", "body")
SELECT "id", "kind", "record", "title", "body" FROM "search_document" ORDER BY "id";

DROP TABLE "search_document";
ALTER TABLE "search_document_sorted" RENAME TO "search_document";

CREATE INDEX "search_document_da" ON "search_document" ("kind", "sort_da", "record") WHERE "sort_da" IS NOT NULL;
CREATE INDEX "search_document_en" ON "search_document" ("kind", "sort_en", "record") WHERE "sort_en" IS NOT NULL;

-- By what lists are filtered.
CREATE INDEX "city_country" ON "city" ("country");
CREATE INDEX "organisation_country" ON "organisation" ("country");
CREATE INDEX "organisation_category" ON "organisation" ("category");
DROP INDEX "membership_network";
CREATE INDEX "membership_network_city" ON "membership" ("network", "city");
CREATE INDEX "membership_network_organisation" ON "membership" ("network", "organisation");
CREATE INDEX "contact_role_title" ON "contact_role" ("title");
