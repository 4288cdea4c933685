"""The first tables: leads, everything that happened with them, the playbook, the reviews."""

LEADS = """
CREATE TABLE source (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('marketing', 'outreach', 'word_of_mouth')),
  retired_on TEXT
) STRICT;
CREATE TABLE campaign (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  source_id INTEGER REFERENCES source (id),
  starts_on TEXT,
  ends_on TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE stage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  milestone TEXT NOT NULL CHECK (milestone IN ('lead', 'conversation', 'opportunity')),
  hat TEXT NOT NULL CHECK (hat IN ('marketing', 'sales')),
  judges TEXT CHECK (judges IN ('marketing_qualified', 'sales_ready')),
  position INTEGER NOT NULL,
  rhythm_days INTEGER,
  chance INTEGER NOT NULL CHECK (chance BETWEEN 0 AND 100),
  retired_on TEXT
) STRICT;
CREATE TABLE reason (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('won', 'lost', 'parked')),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  retired_on TEXT
) STRICT;
CREATE TABLE lead (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  first_name TEXT NOT NULL DEFAULT '',
  last_name TEXT NOT NULL DEFAULT '',
  company TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  website TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  extra TEXT NOT NULL DEFAULT '{}',
  source_id INTEGER REFERENCES source (id),
  campaign_id INTEGER REFERENCES campaign (id),
  value INTEGER,
  arrived_on TEXT NOT NULL,
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  outcome TEXT CHECK (outcome IN ('won', 'lost', 'no_decision', 'not_a_fit')),
  closed_on TEXT,
  parked_until TEXT,
  follow_up_on TEXT,
  next_step TEXT NOT NULL DEFAULT '',
  binned_at TEXT,
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  display_name TEXT GENERATED ALWAYS AS (
    CASE WHEN name <> '' THEN name
         WHEN first_name <> '' OR last_name <> '' THEN trim(first_name || ' ' || last_name)
         WHEN company <> '' THEN company WHEN email <> '' THEN email
         WHEN phone <> '' THEN phone ELSE key END) VIRTUAL
) STRICT;
CREATE TABLE tag (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL) STRICT;
CREATE TABLE lead_tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX lead_stage ON lead (stage_id, value) WHERE binned_at IS NULL;
CREATE INDEX lead_follow_up ON lead (follow_up_on) WHERE follow_up_on IS NOT NULL;
CREATE INDEX lead_arrived ON lead (arrived_on);
CREATE INDEX lead_key ON lead (key) WHERE key <> '';
CREATE INDEX lead_email ON lead (email) WHERE email <> '';
CREATE INDEX lead_source ON lead (source_id);
CREATE INDEX lead_campaign ON lead (campaign_id);
CREATE INDEX lead_tag_lead ON lead_tag (lead_id);
CREATE INDEX lead_tag_tag ON lead_tag (tag_id);
"""

HISTORY = """
CREATE TABLE stage_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  stage_id INTEGER REFERENCES stage (id),
  milestone TEXT NOT NULL CHECK (milestone IN ('lead', 'conversation', 'opportunity')),
  entered_on TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT 'logged' CHECK (origin IN ('logged', 'import')),
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT;
CREATE TABLE outcome_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  outcome TEXT NOT NULL CHECK (outcome IN ('won', 'lost', 'no_decision', 'not_a_fit', 'reopened')),
  happened_on TEXT NOT NULL,
  reason_id INTEGER REFERENCES reason (id),
  words TEXT NOT NULL DEFAULT '',
  waste INTEGER CHECK (waste IN (0, 1)),
  sign TEXT NOT NULL DEFAULT '',
  ask_at_review INTEGER NOT NULL DEFAULT 0 CHECK (ask_at_review IN (0, 1)),
  origin TEXT NOT NULL DEFAULT 'logged' CHECK (origin IN ('logged', 'import')),
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT;
CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  due_on TEXT NOT NULL,
  next_step TEXT NOT NULL DEFAULT '',
  set_on TEXT NOT NULL,
  ended_on TEXT,
  ending TEXT CHECK (ending IN ('done', 'moved', 'cleared')),
  CHECK ((ended_on IS NULL) = (ending IS NULL))
) STRICT;
CREATE TABLE parking (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  parked_on TEXT NOT NULL,
  until TEXT NOT NULL,
  reason_id INTEGER REFERENCES reason (id),
  note TEXT NOT NULL DEFAULT '',
  woken_on TEXT,
  origin TEXT NOT NULL DEFAULT 'logged' CHECK (origin IN ('logged', 'import'))
) STRICT;
CREATE TABLE touch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('call', 'meeting', 'email', 'message', 'note')),
  direction TEXT CHECK (direction IN ('in', 'out')),
  two_way INTEGER NOT NULL DEFAULT 0 CHECK (two_way IN (0, 1)),
  happened_on TEXT NOT NULL,
  at_time TEXT,
  note TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT 'logged' CHECK (origin IN ('logged', 'import')),
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT;
CREATE INDEX stage_change_lead ON stage_change (lead_id, milestone, entered_on);
CREATE INDEX outcome_change_lead ON outcome_change (lead_id, happened_on);
CREATE INDEX follow_up_lead ON follow_up (lead_id);
CREATE INDEX parking_lead ON parking (lead_id);
CREATE INDEX touch_lead ON touch (lead_id, happened_on);
"""

PLAYBOOK = """
CREATE TABLE definition (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number INTEGER NOT NULL,
  in_force_from TEXT NOT NULL,
  why TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '',
  situation TEXT NOT NULL DEFAULT '',
  problem TEXT NOT NULL DEFAULT '',
  trust TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE criterion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  definition_id INTEGER NOT NULL REFERENCES definition (id) ON DELETE CASCADE,
  step TEXT NOT NULL CHECK (step IN ('marketing_qualified', 'sales_ready')),
  kind TEXT NOT NULL CHECK (kind IN ('fit', 'behaviour', 'intent', 'timing')),
  must INTEGER NOT NULL CHECK (must IN (0, 1)),
  text TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE definition_look (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  looked_on TEXT NOT NULL,
  holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
  why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  step TEXT NOT NULL CHECK (step IN ('marketing_qualified', 'sales_ready')),
  verdict TEXT NOT NULL CHECK (verdict IN ('met', 'not_met', 'withdrawn')),
  judged_on TEXT NOT NULL,
  definition_id INTEGER REFERENCES definition (id),
  overruled INTEGER NOT NULL DEFAULT 0 CHECK (overruled IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT 'logged' CHECK (origin IN ('logged', 'import'))
) STRICT;
CREATE TABLE judgement_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  judgement_id INTEGER NOT NULL REFERENCES judgement (id) ON DELETE CASCADE,
  criterion_id INTEGER NOT NULL REFERENCES criterion (id),
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unknown'))
) STRICT;
CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL,
  since TEXT NOT NULL,
  retired_on TEXT
) STRICT;
CREATE TABLE campaign_claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE
) STRICT;
CREATE TABLE claim_heard (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  claim_id INTEGER NOT NULL REFERENCES claim (id),
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  touch_id INTEGER REFERENCES touch (id) ON DELETE CASCADE,
  heard_on TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('landed', 'doubted', 'not_wanted'))
) STRICT;
CREATE TABLE objection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('objection', 'question')),
  text TEXT NOT NULL,
  since TEXT NOT NULL,
  retired_on TEXT
) STRICT;
CREATE TABLE hearing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  objection_id INTEGER NOT NULL REFERENCES objection (id),
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  touch_id INTEGER REFERENCES touch (id) ON DELETE CASCADE,
  heard_on TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE asset (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN
    ('page', 'case_study', 'email_template', 'comparison', 'pricing', 'faq', 'deck', 'post', 'ad')),
  title TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status IN ('idea', 'drafting', 'live', 'rework', 'retired')),
  live_on TEXT
) STRICT;
CREATE TABLE asset_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  asset_id INTEGER NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
  objection_id INTEGER NOT NULL REFERENCES objection (id) ON DELETE CASCADE
) STRICT;
CREATE TABLE asset_use (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  asset_id INTEGER NOT NULL REFERENCES asset (id),
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  touch_id INTEGER REFERENCES touch (id) ON DELETE CASCADE,
  used_on TEXT NOT NULL,
  helped INTEGER CHECK (helped IN (0, 1))
) STRICT;
CREATE TABLE spend (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER REFERENCES campaign (id) ON DELETE CASCADE,
  source_id INTEGER REFERENCES source (id) ON DELETE CASCADE,
  amount INTEGER NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
  note TEXT NOT NULL DEFAULT '',
  CHECK (campaign_id IS NOT NULL OR source_id IS NOT NULL)
) STRICT;
CREATE TABLE goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  month TEXT NOT NULL,
  figure TEXT NOT NULL CHECK (figure IN ('leads', 'conversations', 'closes', 'revenue', 'promise')),
  amount INTEGER NOT NULL
) STRICT;
CREATE INDEX judgement_lead ON judgement (lead_id, step, judged_on);
CREATE INDEX judgement_answer_judgement ON judgement_answer (judgement_id);
CREATE INDEX criterion_definition ON criterion (definition_id);
CREATE INDEX claim_heard_lead ON claim_heard (lead_id);
CREATE INDEX claim_heard_claim ON claim_heard (claim_id, heard_on);
CREATE INDEX hearing_lead ON hearing (lead_id);
CREATE INDEX hearing_objection ON hearing (objection_id, heard_on);
CREATE INDEX hearing_touch ON hearing (touch_id);
CREATE INDEX asset_use_lead ON asset_use (lead_id);
CREATE INDEX asset_use_asset ON asset_use (asset_id, used_on);
CREATE INDEX asset_answer_objection ON asset_answer (objection_id);
"""

REVIEWS = """
CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  month TEXT NOT NULL,
  page INTEGER NOT NULL DEFAULT 1 CHECK (page BETWEEN 1 AND 10),
  started_on TEXT NOT NULL,
  finished_on TEXT,
  letter TEXT NOT NULL DEFAULT '',
  figures TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE review_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review_id INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE review_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review_id INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  finished_on TEXT NOT NULL,
  letter TEXT NOT NULL,
  figures TEXT NOT NULL
) STRICT;
CREATE TABLE commitment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review_id INTEGER REFERENCES review (id) ON DELETE CASCADE,
  hat TEXT NOT NULL CHECK (hat IN ('marketing', 'sales')),
  text TEXT NOT NULL,
  due_on TEXT NOT NULL,
  objection_id INTEGER REFERENCES objection (id),
  claim_id INTEGER REFERENCES claim (id),
  source_id INTEGER REFERENCES source (id),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'dropped', 'carried_over')),
  settled_on TEXT,
  carried_from INTEGER REFERENCES commitment (id)
) STRICT;
CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE INDEX review_month ON review (month);
CREATE INDEX review_answer_review ON review_answer (review_id, field);
CREATE INDEX commitment_review ON commitment (review_id);
CREATE TABLE app_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""

JOURNAL = """
CREATE TABLE journal_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  made_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  stack TEXT NOT NULL CHECK (stack IN ('done', 'undone')),
  joins TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE journal_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL REFERENCES journal_step (id) ON DELETE CASCADE,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX journal_change_step ON journal_change (step_id, table_name, row_id);
"""

DEFAULTS = """
INSERT INTO stage (name, milestone, hat, judges, position, rhythm_days, chance) VALUES
  ('New', 'lead', 'marketing', NULL, 1, NULL, 5),
  ('Qualified', 'lead', 'marketing', 'marketing_qualified', 2, 7, 15),
  ('In conversation', 'conversation', 'sales', 'sales_ready', 3, 14, 30),
  ('Proposal', 'opportunity', 'sales', NULL, 4, 7, 50);
INSERT INTO source (name, kind) VALUES
  ('Website', 'marketing'), ('Search', 'marketing'), ('Social', 'marketing'), ('Newsletter', 'marketing'),
  ('Event', 'marketing'), ('Ad', 'marketing'), ('Outreach', 'outreach'), ('Referral', 'word_of_mouth'),
  ('Repeat customer', 'word_of_mouth');
INSERT INTO reason (kind, name, position) VALUES
  ('won', 'trust in me', 1), ('won', 'the offer fits', 2), ('won', 'price', 3), ('won', 'timing', 4),
  ('won', 'referred by someone', 5), ('won', 'quick answer', 6),
  ('lost', 'price', 1), ('lost', 'no budget', 2), ('lost', 'chose someone else', 3), ('lost', 'did it themselves', 4),
  ('lost', 'timing', 5), ('lost', 'went silent', 6), ('lost', 'wrong fit', 7), ('lost', 'I was too slow', 8),
  ('lost', 'I turned it down', 9),
  ('parked', 'timing', 1), ('parked', 'no budget yet', 2), ('parked', 'not yet sales-ready', 3),
  ('parked', 'asked to be called later', 4);
"""
