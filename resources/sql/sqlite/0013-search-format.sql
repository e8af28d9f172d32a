-- What is taken out of the index changes its format from 4 to 5, which the index writes down with the first removal and
-- does not write again where that was rolled back: the next one then left a file of format 4 with contents of format 5,
-- which a check takes for damage. So a removal is committed before anybody else makes one.
INSERT INTO "search" (rowid, "title", "body") VALUES (0, 'udsyn', '');
INSERT INTO "search" ("search", rowid, "title", "body") VALUES ('delete', 0, 'udsyn', '');
