-- The history: see models/document/journal.h.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    label TEXT NOT NULL,
    merge_key TEXT NOT NULL,
    undone INTEGER NOT NULL
) STRICT;
CREATE TABLE journal_row (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX journal_row_entry ON journal_row (entry);

-- Pictures, kept once by content; not journalled.
CREATE TABLE attachment (
    sha256 TEXT PRIMARY KEY,
    data BLOB NOT NULL
) STRICT;

-- Who signed what: the text as it was then stands beside the name.
CREATE TABLE signature (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    subject_row INTEGER NOT NULL,
    team TEXT NOT NULL,
    name TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    signed_text TEXT NOT NULL
) STRICT;

-- Imports from a CRM. A deal counts while the row of its import is there, and only as its newest import has
-- it: so undoing an import is one change of one row, however many deals it brought.
CREATE TABLE funnel_import (
    id INTEGER PRIMARY KEY,
    imported_at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    mapping TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    refused_count INTEGER NOT NULL
) STRICT;
CREATE TABLE funnel_mapping (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    mapping TEXT NOT NULL
) STRICT;
-- Queries that fetch stage counts from a database. Never with a password.
CREATE TABLE funnel_query (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    driver TEXT NOT NULL,
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    database_name TEXT NOT NULL,
    user_name TEXT NOT NULL,
    grain TEXT NOT NULL,
    query TEXT NOT NULL
) STRICT;
-- Days are Julian day numbers, money is in minor units, `stage` is the id of a funnel_stage, `entered` has
-- stage:day of each stage whose date a history tells, with spaces between, and `further:` with the stage of its
-- lead where the deal is one more of a lead that another deal counts. `state` is that of a deal, or 3 where the row
-- is known under another key by now.
CREATE TABLE funnel_deal (
    import INTEGER NOT NULL,
    deal_key TEXT NOT NULL,
    name TEXT,
    stage INTEGER,
    state INTEGER NOT NULL,
    crm_stage TEXT,
    created_day INTEGER,
    closed_day INTEGER,
    worth INTEGER,
    worth_currency TEXT,
    owner TEXT,
    source TEXT,
    segment TEXT,
    account TEXT,
    entered TEXT,
    PRIMARY KEY (import, deal_key)
) STRICT, WITHOUT ROWID;
-- What the deals of these imports together add up to, all of them or one part, so that nobody has to read every
-- deal for it. Only ever a copy: where it is missing, it is worked out again.
CREATE TABLE funnel_counts (
    imports TEXT NOT NULL,
    part TEXT NOT NULL,
    counts BLOB NOT NULL,
    PRIMARY KEY (imports, part)
) STRICT;

-- One table per worksheet, as described in models/*/sheets*.cpp.
CREATE TABLE overview_statement (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    statement TEXT,
    marketing INTEGER,
    sales INTEGER,
    note TEXT
) STRICT;
CREATE TABLE overview_mistake (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    mistake TEXT,
    marketing_says INTEGER,
    sales_says INTEGER,
    seen_in TEXT,
    what_we_do TEXT
) STRICT;
CREATE TABLE overview_workbook (
    id INTEGER PRIMARY KEY,
    client TEXT,
    title TEXT,
    facilitator TEXT,
    workshop_date TEXT,
    currency TEXT,
    consultancy TEXT,
    client_logo TEXT,
    consultancy_logo TEXT
) STRICT;
CREATE TABLE overview_member (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    team TEXT,
    role TEXT,
    email TEXT
) STRICT;
CREATE TABLE story_goal (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    goal TEXT,
    shared TEXT,
    measure TEXT,
    baseline TEXT,
    target TEXT,
    due TEXT,
    marketing_does TEXT,
    sales_does TEXT,
    check_in TEXT
) STRICT;
CREATE TABLE story_baseline (
    id INTEGER PRIMARY KEY,
    serve_marketing TEXT,
    serve_sales TEXT,
    serve_ours TEXT,
    problem_marketing TEXT,
    problem_sales TEXT,
    problem_ours TEXT,
    change_marketing TEXT,
    change_sales TEXT,
    change_ours TEXT,
    how_marketing TEXT,
    how_sales TEXT,
    how_ours TEXT,
    proof_marketing TEXT,
    proof_sales TEXT,
    proof_ours TEXT,
    promise_marketing TEXT,
    promise_sales TEXT,
    promise_ours TEXT
) STRICT;
CREATE TABLE story_persona (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    quote TEXT,
    negative INTEGER,
    picture TEXT,
    industry TEXT,
    industry_source TEXT,
    employees TEXT,
    employees_source TEXT,
    revenue TEXT,
    revenue_source TEXT,
    geography TEXT,
    geography_source TEXT,
    technology TEXT,
    technology_source TEXT,
    business_model TEXT,
    business_model_source TEXT,
    role TEXT,
    role_source TEXT,
    seniority TEXT,
    seniority_source TEXT,
    age_range TEXT,
    age_range_source TEXT,
    education TEXT,
    education_source TEXT,
    goals TEXT,
    goals_source TEXT,
    pains TEXT,
    pains_source TEXT,
    triggers TEXT,
    triggers_source TEXT,
    objections TEXT,
    objections_source TEXT,
    buying_role TEXT,
    buying_role_source TEXT,
    criteria TEXT,
    criteria_source TEXT,
    channels TEXT,
    channels_source TEXT
) STRICT;
CREATE TABLE story_persona_fact (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    persona INTEGER REFERENCES story_persona (id) ON DELETE SET NULL,
    label TEXT,
    value TEXT,
    value_source TEXT
) STRICT;
CREATE TABLE story_message_house (
    id INTEGER PRIMARY KEY,
    promise TEXT,
    tone TEXT,
    brand_line TEXT,
    selling_line TEXT
) STRICT;
CREATE TABLE story_pillar (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    pillar TEXT,
    meaning TEXT,
    proof TEXT
) STRICT;
CREATE TABLE story_persona_line (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    persona INTEGER REFERENCES story_persona (id) ON DELETE SET NULL,
    line TEXT
) STRICT;
CREATE TABLE story_word (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    word TEXT,
    verdict TEXT,
    instead TEXT,
    reason TEXT
) STRICT;
CREATE TABLE story_message (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    persona INTEGER REFERENCES story_persona (id) ON DELETE SET NULL,
    buying_stage TEXT,
    message TEXT,
    pillar INTEGER REFERENCES story_pillar (id) ON DELETE SET NULL
) STRICT;
CREATE TABLE story_template (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    kind TEXT,
    persona INTEGER REFERENCES story_persona (id) ON DELETE SET NULL,
    body TEXT
) STRICT;
CREATE TABLE story_contradiction (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    what TEXT,
    state TEXT,
    found_in TEXT,
    found_on TEXT,
    found_by TEXT,
    marketing_says TEXT,
    sales_says TEXT,
    resolution TEXT
) STRICT;
CREATE TABLE story_idea (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    idea TEXT,
    rep TEXT,
    given_on TEXT,
    persona INTEGER REFERENCES story_persona (id) ON DELETE SET NULL,
    state TEXT,
    answer TEXT
) STRICT;
CREATE TABLE story_asset (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    kind TEXT,
    persona INTEGER REFERENCES story_persona (id) ON DELETE SET NULL,
    buying_stage TEXT,
    co_created INTEGER,
    used_by_sales INTEGER,
    in_won_deals INTEGER,
    lies_at TEXT
) STRICT;
CREATE TABLE story_rep_plan (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    rep TEXT,
    audience TEXT,
    sends TEXT,
    sent_on TEXT,
    next_step TEXT,
    outcome TEXT
) STRICT;
CREATE TABLE story_perspective (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    team TEXT,
    wish TEXT,
    matches INTEGER REFERENCES story_perspective (id) ON DELETE SET NULL,
    becomes TEXT
) STRICT;
CREATE TABLE story_fact (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    wording TEXT,
    figure TEXT,
    source TEXT,
    year TEXT,
    drift_note TEXT
) STRICT;
CREATE TABLE crm_access (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    person TEXT,
    team TEXT,
    system TEXT,
    rights TEXT,
    granted_on TEXT,
    last_looked_on TEXT,
    next_check_on TEXT,
    requested_on TEXT,
    granted_by TEXT,
    revoked_on TEXT
) STRICT;
CREATE TABLE crm_conversation (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    customer TEXT,
    seen_on TEXT,
    seen_by TEXT,
    outcome TEXT,
    worth INTEGER,
    worth_currency TEXT,
    learned TEXT,
    message_changed TEXT
) STRICT;
CREATE TABLE crm_touch (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    conversation INTEGER REFERENCES crm_conversation (id) ON DELETE SET NULL,
    touched_on TEXT,
    team TEXT,
    what TEXT,
    customer_said TEXT
) STRICT;
CREATE TABLE crm_cash (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    period_start TEXT,
    grain TEXT,
    origin TEXT,
    sourced INTEGER,
    sourced_currency TEXT,
    influenced INTEGER,
    influenced_currency TEXT,
    note TEXT
) STRICT;
CREATE TABLE feedback_agreement (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    purpose TEXT,
    takes_part TEXT,
    rhythm TEXT,
    lasts INTEGER,
    channel TEXT,
    answer_within INTEGER,
    what_happens TEXT,
    starts_on TEXT
) STRICT;
CREATE TABLE feedback_sla (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    question TEXT,
    answer TEXT,
    owner TEXT,
    measure TEXT,
    review_on TEXT
) STRICT;
CREATE TABLE feedback_sla_worth (
    id INTEGER PRIMARY KEY,
    grain TEXT,
    quota INTEGER,
    quota_currency TEXT,
    marketing_share INTEGER,
    leads_promised INTEGER,
    deal_size INTEGER,
    deal_size_currency TEXT,
    lead_to_won INTEGER,
    contact_within INTEGER,
    calls_per_lead INTEGER,
    mails_per_lead INTEGER,
    within_days INTEGER
) STRICT;
CREATE TABLE feedback_item (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    given_on TEXT,
    feedback TEXT,
    kind TEXT,
    from_team TEXT,
    from_person TEXT,
    to_team TEXT,
    campaign INTEGER REFERENCES feedback_campaign (id) ON DELETE SET NULL,
    persona INTEGER REFERENCES story_persona (id) ON DELETE SET NULL,
    answer TEXT,
    answered_by TEXT,
    answered_on TEXT,
    acted_on INTEGER,
    changed TEXT
) STRICT;
CREATE TABLE feedback_campaign (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    audience TEXT,
    persona INTEGER REFERENCES story_persona (id) ON DELETE SET NULL,
    owner TEXT,
    message TEXT,
    briefing_on TEXT,
    launch_on TEXT,
    sales_gets TEXT,
    sales_said TEXT,
    changed TEXT,
    outcome TEXT
) STRICT;
CREATE TABLE feedback_intelligence (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    seen_on TEXT,
    headline TEXT,
    kind TEXT,
    details TEXT,
    account TEXT,
    reported_by TEXT,
    tags TEXT,
    worked TEXT,
    our_reply TEXT
) STRICT;
CREATE TABLE feedback_win (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    won_on TEXT,
    worth INTEGER,
    worth_currency TEXT,
    persona INTEGER REFERENCES story_persona (id) ON DELETE SET NULL,
    marketing_contribution TEXT,
    sales_contribution TEXT,
    customer_words TEXT,
    lesson TEXT
) STRICT;
CREATE TABLE feedback_kpi (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    carried_by TEXT,
    target TEXT,
    latest TEXT,
    marketing_pay INTEGER,
    sales_pay INTEGER,
    definition TEXT,
    pulls_apart TEXT
) STRICT;
CREATE TABLE feedback_process (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    changed_on TEXT,
    what_changed TEXT,
    why TEXT,
    agreed_marketing TEXT,
    agreed_sales TEXT,
    look_again_on TEXT,
    what_we_saw TEXT
) STRICT;
CREATE TABLE funnel_stage (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    owner TEXT,
    definition TEXT,
    entry_criteria TEXT,
    crm_names TEXT,
    win_chance INTEGER,
    recycle_to INTEGER REFERENCES funnel_stage (id) ON DELETE SET NULL
) STRICT;
CREATE TABLE funnel_criterion (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    stage INTEGER REFERENCES funnel_stage (id) ON DELETE CASCADE,
    action TEXT,
    points INTEGER
) STRICT;
CREATE TABLE funnel_handover (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    after_stage INTEGER REFERENCES funnel_stage (id) ON DELETE CASCADE,
    gives TEXT,
    takes TEXT,
    criteria TEXT,
    accept_within INTEGER,
    reject_reasons TEXT,
    rejected_leads TEXT
) STRICT;
CREATE TABLE funnel_number (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    stage INTEGER REFERENCES funnel_stage (id) ON DELETE CASCADE,
    grain TEXT,
    period_start TEXT,
    segment TEXT,
    amount INTEGER,
    worth INTEGER,
    worth_currency TEXT
) STRICT;
CREATE TABLE funnel_note (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    noted_on TEXT,
    what_changed TEXT,
    stage INTEGER REFERENCES funnel_stage (id) ON DELETE SET NULL,
    team TEXT,
    who TEXT
) STRICT;
CREATE TABLE funnel_plan (
    id INTEGER PRIMARY KEY,
    revenue_goal INTEGER,
    revenue_goal_currency TEXT,
    grain TEXT,
    period_start TEXT,
    marketing_share INTEGER,
    deal_size_low INTEGER,
    deal_size_low_currency TEXT,
    deal_size INTEGER,
    deal_size_currency TEXT,
    deal_size_high INTEGER,
    deal_size_high_currency TEXT,
    cost_per_visitor INTEGER,
    cost_per_visitor_currency TEXT,
    worked_stage INTEGER REFERENCES funnel_stage (id) ON DELETE SET NULL,
    time_per_lead INTEGER
) STRICT;
CREATE TABLE funnel_plan_rate (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    stage INTEGER REFERENCES funnel_stage (id) ON DELETE CASCADE,
    low INTEGER,
    likely INTEGER,
    high INTEGER,
    reason TEXT
) STRICT;
CREATE TABLE funnel_source (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    source TEXT,
    created INTEGER,
    touched INTEGER,
    promised INTEGER,
    grain TEXT,
    note TEXT
) STRICT;
CREATE TABLE funnel_season (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    month TEXT,
    weight INTEGER,
    reason TEXT
) STRICT;
CREATE TABLE funnel_share (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    dimension TEXT,
    segment TEXT,
    share INTEGER
) STRICT;
CREATE TABLE funnel_scenario (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    revenue_goal INTEGER,
    revenue_goal_currency TEXT,
    marketing_share INTEGER,
    deal_size INTEGER,
    deal_size_currency TEXT,
    thought TEXT
) STRICT;
CREATE TABLE funnel_scenario_rate (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    scenario INTEGER REFERENCES funnel_scenario (id) ON DELETE CASCADE,
    stage INTEGER REFERENCES funnel_stage (id) ON DELETE CASCADE,
    likely INTEGER
) STRICT;
CREATE TABLE funnel_target (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    stage INTEGER REFERENCES funnel_stage (id) ON DELETE CASCADE,
    grain TEXT,
    period_start TEXT,
    segment TEXT,
    amount INTEGER,
    worth INTEGER,
    worth_currency TEXT
) STRICT;
CREATE TABLE funnel_rate_benchmark (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    step TEXT,
    stage INTEGER REFERENCES funnel_stage (id) ON DELETE SET NULL,
    low INTEGER,
    high INTEGER,
    source TEXT,
    year TEXT,
    remark TEXT
) STRICT;
CREATE TABLE funnel_handover_log (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    lead TEXT,
    after_stage INTEGER REFERENCES funnel_stage (id) ON DELETE SET NULL,
    handed_over TEXT,
    first_contact_after INTEGER,
    attempts INTEGER,
    outcome TEXT,
    reason TEXT
) STRICT;
CREATE TABLE funnel_estimate (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    estimated_on TEXT,
    stage INTEGER REFERENCES funnel_stage (id) ON DELETE SET NULL,
    marketing_belief INTEGER,
    sales_belief INTEGER,
    actual INTEGER,
    learned TEXT,
    grain TEXT,
    period_start TEXT,
    review INTEGER REFERENCES plan_review (id) ON DELETE SET NULL
) STRICT;
CREATE TABLE funnel_capacity (
    id INTEGER PRIMARY KEY,
    reps INTEGER,
    hours_per_week INTEGER,
    weeks_per_year INTEGER,
    selling_share INTEGER,
    selling_share_source TEXT,
    new_lead_share INTEGER,
    time_per_conversation INTEGER,
    conversation_to_won INTEGER,
    nurture_share INTEGER,
    nurture_share_source TEXT,
    moved_share INTEGER,
    conditions TEXT
) STRICT;
CREATE TABLE plan_step (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    led_by TEXT,
    comes_in TEXT,
    goes_out TEXT,
    sales_steps_in TEXT
) STRICT;
CREATE TABLE plan_action (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    what TEXT,
    owner TEXT,
    team TEXT,
    due TEXT,
    state TEXT,
    came_from TEXT,
    done_on TEXT,
    result TEXT
) STRICT;
CREATE TABLE plan_parking (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    topic TEXT,
    raised_by TEXT,
    team TEXT,
    raised_on TEXT,
    became TEXT,
    remark TEXT
) STRICT;
CREATE TABLE plan_decision (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    decided_on TEXT,
    decision TEXT,
    reason TEXT,
    instead_of TEXT,
    decided_by TEXT,
    team TEXT,
    look_again_on TEXT
) STRICT;
CREATE TABLE plan_review (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT,
    held_on TEXT,
    grain TEXT,
    period_start TEXT,
    took_part TEXT,
    alignment_score INTEGER,
    went_well TEXT,
    went_badly TEXT,
    next_on TEXT
) STRICT;
CREATE TABLE plan_review_promise (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    review INTEGER REFERENCES plan_review (id) ON DELETE SET NULL,
    promise TEXT,
    team TEXT,
    who TEXT,
    measure TEXT,
    due TEXT,
    outcome TEXT,
    happened TEXT
) STRICT;
CREATE TABLE plan_review_assumption (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    review INTEGER REFERENCES plan_review (id) ON DELETE SET NULL,
    assumption TEXT,
    held TEXT,
    how_we_know TEXT
) STRICT;
CREATE TABLE plan_review_figure (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    review INTEGER REFERENCES plan_review (id) ON DELETE SET NULL,
    measure TEXT,
    amount INTEGER,
    planned INTEGER,
    worth INTEGER,
    worth_currency TEXT,
    rate INTEGER
) STRICT;
