-- A source as readers are told it, publisher and title in their language; the path the figures were read from stays in
-- "source".
ALTER TABLE "indicator" ADD COLUMN "citation_da" TEXT;
ALTER TABLE "indicator" ADD COLUMN "citation_en" TEXT;
