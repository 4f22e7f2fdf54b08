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

-- Imports from a CRM. A deal counts while its import is active, and in its newest active import only:
-- so undoing an import is one change of one row, however many deals it brought.
CREATE TABLE funnel_import (
    id INTEGER PRIMARY KEY,
    imported_at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    mapping TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    refused_count INTEGER NOT NULL,
    active INTEGER NOT NULL
) STRICT;
CREATE TABLE funnel_mapping (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    mapping TEXT NOT NULL
) STRICT;
-- Days are Julian day numbers, money is in minor units.
CREATE TABLE funnel_deal (
    import INTEGER NOT NULL REFERENCES funnel_import (id) ON DELETE CASCADE,
    deal_key TEXT NOT NULL,
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
    PRIMARY KEY (import, deal_key)
) STRICT, WITHOUT ROWID;

