-- A rate belongs to a step: beside the stage it leads into, the one it leads out of, as it was called then.
ALTER TABLE funnel_plan_rate ADD COLUMN from_stage TEXT;
ALTER TABLE funnel_scenario_rate ADD COLUMN from_stage TEXT;
ALTER TABLE funnel_estimate ADD COLUMN from_stage TEXT;
ALTER TABLE plan_review_figure ADD COLUMN from_measure TEXT;
