-- How likely an open deal is to be won, where it tells that itself, in trillionths.
ALTER TABLE funnel_deal ADD COLUMN chance INTEGER;
