-- How an indicator's progress is assessed; where nothing stands here, by the method of Open SDG.
ALTER TABLE "indicator" ADD COLUMN "method" TEXT;
