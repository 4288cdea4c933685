"""The main figures as views with names that stay, for readers with other tools; as of today, by METRICS.

They use nothing but what every SQLite has. A restore accepts exactly these texts, see `restore`.
"""

_TODAY = "date('now', 'localtime')"
_LAST = "row_number() OVER (PARTITION BY lead_id ORDER BY happened_on DESC, id DESC)"


def _earliest(*days: str) -> str:
    """The earliest of some days; NULL where none has come."""
    known = ", ".join(f"coalesce({day}, '9999')" for day in days)
    return f"nullif(min({known}), '9999')"


LEAD = f"""CREATE VIEW v_lead AS
WITH
standing AS (
  SELECT * FROM outcome_change o WHERE outcome <> 'reopened' AND happened_on <= {_TODAY} AND NOT EXISTS (
    SELECT 1 FROM outcome_change r WHERE r.lead_id = o.lead_id AND r.outcome = 'reopened'
    AND r.happened_on <= {_TODAY} AND (r.happened_on, r.id) > (o.happened_on, o.id))),
ended AS (SELECT * FROM (SELECT *, {_LAST} AS place FROM standing) WHERE place = 1),
won AS (SELECT lead_id, min(happened_on) AS won_on FROM standing WHERE outcome = 'won' GROUP BY lead_id),
judged AS (
  SELECT lead_id, min(CASE WHEN step = 'sales_ready' THEN judged_on END) AS sales_ready_on,
    min(judged_on) AS qualified_on
  FROM judgement j WHERE verdict = 'met' AND judged_on <= {_TODAY} AND NOT EXISTS (
    SELECT 1 FROM judgement k WHERE k.lead_id = j.lead_id AND k.step = j.step AND k.verdict <> 'met'
    AND k.judged_on <= {_TODAY} AND (k.judged_on, k.id) > (j.judged_on, j.id)) GROUP BY lead_id),
entered AS (
  SELECT lead_id, min(CASE WHEN milestone = 'opportunity' THEN entered_on END) AS opportunity_on,
    min(entered_on) AS any_on
  FROM stage_change WHERE milestone <> 'lead' AND entered_on <= {_TODAY} GROUP BY lead_id),
talked AS (
  SELECT lead_id, min(happened_on) AS talked_on FROM touch WHERE two_way AND happened_on <= {_TODAY} GROUP BY lead_id),
contact AS (
  SELECT lead.id AS lead_id, min(day) AS contacted_on FROM lead JOIN (
    SELECT lead_id, happened_on AS day FROM touch WHERE direction = 'out' OR two_way
    UNION ALL SELECT lead_id, entered_on FROM stage_change WHERE milestone <> 'lead'
    UNION ALL SELECT lead_id, won_on FROM won) ON lead_id = lead.id
  WHERE day >= arrived_on AND day <= {_TODAY} GROUP BY lead.id),
parked AS (
  SELECT DISTINCT lead_id FROM parking WHERE parked_on <= {_TODAY} AND until > {_TODAY}
  AND (woken_on IS NULL OR woken_on > {_TODAY})),
reached AS (
  SELECT lead.id, {_earliest("entered.any_on", "talked_on", "won_on")} AS conversation_on,
  {_earliest("entered.opportunity_on", "won_on")} AS opportunity_on
  FROM lead LEFT JOIN entered ON entered.lead_id = lead.id LEFT JOIN talked ON talked.lead_id = lead.id
  LEFT JOIN won ON won.lead_id = lead.id)
SELECT lead.id, lead.display_name AS name, lead.company, source.name AS source, source.kind AS source_kind,
  campaign.name AS campaign, stage.name AS stage, lead.value, lead.arrived_on, contact.contacted_on,
  judged.qualified_on, judged.sales_ready_on, reached.conversation_on, reached.opportunity_on, won.won_on,
  ended.outcome, ended.happened_on AS outcome_on, reason.name AS reason, ended.waste,
  ended.outcome IS NULL AS is_open, ended.outcome IS NULL AND parked.lead_id IS NOT NULL AS is_parked,
  CAST(julianday(contact.contacted_on) - julianday(lead.arrived_on) AS INTEGER) AS days_to_contact,
  CAST(julianday(won.won_on) - julianday(lead.arrived_on) AS INTEGER) AS cycle_days,
  lead.source_id, lead.campaign_id, lead.stage_id
FROM lead JOIN reached ON reached.id = lead.id JOIN stage ON stage.id = lead.stage_id
LEFT JOIN source ON source.id = lead.source_id LEFT JOIN campaign ON campaign.id = lead.campaign_id
LEFT JOIN ended ON ended.lead_id = lead.id LEFT JOIN won ON won.lead_id = lead.id
LEFT JOIN judged ON judged.lead_id = lead.id LEFT JOIN contact ON contact.lead_id = lead.id
LEFT JOIN parked ON parked.lead_id = lead.id LEFT JOIN reason ON reason.id = ended.reason_id
WHERE lead.binned_at IS NULL"""

MILESTONE = f"""CREATE VIEW v_milestone AS
SELECT id AS lead_id, 'lead' AS milestone, arrived_on AS reached_on FROM v_lead WHERE arrived_on <= {_TODAY}
UNION ALL SELECT id, 'conversation', conversation_on FROM v_lead WHERE conversation_on IS NOT NULL
UNION ALL SELECT id, 'opportunity', opportunity_on FROM v_lead WHERE opportunity_on IS NOT NULL
UNION ALL SELECT id, 'won', won_on FROM v_lead WHERE won_on IS NOT NULL"""

_COUNTS = """count(*) AS leads, count(qualified_on) AS qualified, count(sales_ready_on) AS sales_ready,
  count(conversation_on) AS conversations, count(opportunity_on) AS opportunities, count(won_on) AS closes,
  sum(outcome IS 'lost') AS lost, sum(outcome IS 'no_decision') AS no_decision,
  sum(outcome IS 'not_a_fit') AS not_a_fit,
  sum(is_open) AS open, sum(is_parked) AS parked"""


def _arrived_by(name: str, columns: str, group: str) -> str:
    """By arrival: how far the leads of each group have come."""
    return f"""CREATE VIEW {name} AS
SELECT {columns}, {_COUNTS}
FROM v_lead WHERE arrived_on <= {_TODAY} GROUP BY {group}"""


_EVENTS = (
    ("leads", "arrived_on", "1"),
    ("qualified", "qualified_on", "1"),
    ("sales_ready", "sales_ready_on", "1"),
    ("conversations", "conversation_on", "1"),
    ("opportunities", "opportunity_on", "1"),
    ("closes", "won_on", "1"),
    ("lost", "outcome_on", "outcome = 'lost'"),
    ("no_decision", "outcome_on", "outcome = 'no_decision'"),
    ("not_a_fit", "outcome_on", "outcome = 'not_a_fit'"),
)

EVENTS_BY_MONTH = (
    "CREATE VIEW v_events_by_month AS\nSELECT month, "
    + ", ".join(f"sum(what = '{what}') AS {what}" for what, _, _ in _EVENTS)
    + ",\n  sum(CASE WHEN what = 'closes' THEN coalesce(value, 0) ELSE 0 END) AS revenue FROM (\n"
    + "\nUNION ALL ".join(
        f"SELECT substr({day}, 1, 7) AS month, '{what}' AS what, value FROM v_lead"
        f" WHERE {day} <= {_TODAY} AND {condition}"
        for what, day, condition in _EVENTS
    )
    + ") GROUP BY month"
)

SPEND_BY_DAY = """CREATE VIEW v_spend_by_day AS
WITH RECURSIVE days AS (
  SELECT s.id, s.starts_on AS day, s.ends_on, s.amount, s.campaign_id,
    CASE WHEN s.campaign_id IS NULL THEN s.source_id ELSE c.source_id END AS source_id,
    CAST(julianday(s.ends_on) - julianday(s.starts_on) AS INTEGER) + 1 AS n
  FROM spend s LEFT JOIN campaign c ON c.id = s.campaign_id
  UNION ALL SELECT id, date(day, '+1 day'), ends_on, amount, campaign_id, source_id, n FROM days WHERE day < ends_on)
SELECT day, source_id, campaign_id, id AS spend_id,
  CASE WHEN day < ends_on THEN (2 * amount + n) / (2 * n)
    ELSE amount - (n - 1) * ((2 * amount + n) / (2 * n)) END AS amount
FROM days"""

COST_BY_SOURCE = f"""CREATE VIEW v_cost_by_source AS
WITH spent AS (SELECT source_id, sum(amount) AS spend FROM v_spend_by_day WHERE day <= {_TODAY} GROUP BY source_id)
SELECT source.id AS source_id, source.name AS source, coalesce(spend, 0) AS spend,
  coalesce(leads, 0) AS leads, coalesce(qualified, 0) AS qualified, coalesce(conversations, 0) AS conversations,
  coalesce(closes, 0) AS closes,
  (2 * nullif(spend, 0) + leads) / (2 * nullif(leads, 0)) AS cost_per_lead,
  (2 * nullif(spend, 0) + qualified) / (2 * nullif(qualified, 0)) AS cost_per_qualified,
  (2 * nullif(spend, 0) + conversations) / (2 * nullif(conversations, 0)) AS cost_per_conversation,
  (2 * nullif(spend, 0) + closes) / (2 * nullif(closes, 0)) AS cac
FROM source LEFT JOIN spent ON spent.source_id = source.id
LEFT JOIN v_arrived_by_source a ON a.source_id = source.id
WHERE leads IS NOT NULL OR coalesce(spend, 0) <> 0"""

REASON_BY_MONTH = """CREATE VIEW v_reason_by_month AS
SELECT substr(outcome_on, 1, 7) AS month, outcome, reason, count(*) AS leads
FROM v_lead WHERE outcome IS NOT NULL GROUP BY 1, 2, 3"""

WASTE_BY_SOURCE = """CREATE VIEW v_waste_by_source AS
SELECT source_id, source, count(*) AS ended, sum(waste IS 1) AS wasted, sum(waste IS NULL) AS not_recorded
FROM v_lead WHERE outcome IS NOT NULL GROUP BY source_id"""

OBJECTION_BY_MONTH = f"""CREATE VIEW v_objection_by_month AS
SELECT o.id AS objection_id, o.kind, o.text, substr(h.heard_on, 1, 7) AS month, count(DISTINCT h.lead_id) AS leads
FROM hearing h JOIN objection o ON o.id = h.objection_id JOIN lead ON lead.id = h.lead_id
WHERE lead.binned_at IS NULL AND h.heard_on <= {_TODAY} GROUP BY o.id, 4"""

CLAIM_BY_MONTH = f"""CREATE VIEW v_claim_by_month AS
SELECT c.id AS claim_id, c.text, substr(h.heard_on, 1, 7) AS month,
  count(DISTINCT CASE WHEN h.verdict = 'landed' THEN h.lead_id END) AS landed,
  count(DISTINCT CASE WHEN h.verdict = 'doubted' THEN h.lead_id END) AS doubted,
  count(DISTINCT CASE WHEN h.verdict = 'not_wanted' THEN h.lead_id END) AS not_wanted
FROM claim_heard h JOIN claim c ON c.id = h.claim_id JOIN lead ON lead.id = h.lead_id
WHERE lead.binned_at IS NULL AND h.heard_on <= {_TODAY} GROUP BY c.id, 3"""

VIEWS = {
    "v_lead": LEAD,
    "v_milestone": MILESTONE,
    "v_arrived_by_source": _arrived_by("v_arrived_by_source", "source_id, source, source_kind", "source_id"),
    "v_arrived_by_campaign": _arrived_by("v_arrived_by_campaign", "campaign_id, campaign", "campaign_id"),
    "v_arrived_by_month": _arrived_by("v_arrived_by_month", "substr(arrived_on, 1, 7) AS month", "1"),
    "v_events_by_month": EVENTS_BY_MONTH,
    "v_spend_by_day": SPEND_BY_DAY,
    "v_cost_by_source": COST_BY_SOURCE,
    "v_reason_by_month": REASON_BY_MONTH,
    "v_waste_by_source": WASTE_BY_SOURCE,
    "v_objection_by_month": OBJECTION_BY_MONTH,
    "v_claim_by_month": CLAIM_BY_MONTH,
}
