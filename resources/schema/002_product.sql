-- A deal's region and its product are two things; before, `segment` held either.
ALTER TABLE funnel_deal ADD COLUMN product TEXT;
-- None of the deals so far names a product, which the copies of what they add up to tell by a list without names.
INSERT INTO funnel_counts SELECT imports, 'product names', X'00000000' FROM funnel_counts WHERE part = '';
