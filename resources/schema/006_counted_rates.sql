-- A rate that was measured is that of two counts; its millionths are cut short.
ALTER TABLE funnel_plan_rate ADD COLUMN reached INTEGER;
ALTER TABLE funnel_plan_rate ADD COLUMN out_of INTEGER;
ALTER TABLE funnel_scenario_rate ADD COLUMN reached INTEGER;
ALTER TABLE funnel_scenario_rate ADD COLUMN out_of INTEGER;
