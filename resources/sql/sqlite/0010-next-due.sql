-- When the next figure of an indicator is due: a day, a month or a year.
ALTER TABLE "indicator" ADD COLUMN "next_due" TEXT;
