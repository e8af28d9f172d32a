-- The one full-text index over all kinds. The folded text (src/base/uds-fold.c) is kept beside it, so that
-- a record can be taken out of the index again; newest documents have the highest numbers.
CREATE TABLE "search_document" (
  "id"     INTEGER PRIMARY KEY AUTOINCREMENT,
  "kind"   TEXT NOT NULL,
  "record" TEXT NOT NULL UNIQUE,
  "title"  TEXT NOT NULL,
  "body"   TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE "search" USING fts5 (
  "title", "body",
  content = 'search_document', content_rowid = 'id',
  prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);

INSERT INTO "search" ("search", "rank") VALUES ('secure-delete', 1);
