-- The list of requests, newest first, is read from an index alone: among a million its first rows come as soon as
-- among a hundred. The other index on the date did the same but for the ids.
DROP INDEX "request_received";
CREATE INDEX "request_list" ON "request" ("received" DESC, "id");
