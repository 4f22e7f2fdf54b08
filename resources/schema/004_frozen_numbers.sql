-- Numbers that a review has frozen go with it: before, they stayed without a day.
CREATE TEMP TABLE frozen AS SELECT * FROM plan_review_figure;
DROP TABLE plan_review_figure;
CREATE TABLE plan_review_figure (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    review INTEGER REFERENCES plan_review (id) ON DELETE CASCADE,
    measure TEXT,
    amount INTEGER,
    planned INTEGER,
    worth INTEGER,
    worth_currency TEXT,
    rate INTEGER
) STRICT;
INSERT INTO plan_review_figure SELECT * FROM frozen;
DROP TABLE frozen;
