import type { Generated } from 'kysely'

/** Instants are UTC text, flags 0 or 1, money integer minor units. `migrations/` says what each is for. */
export interface Schema {
  meta: { key: string; value: string }
  funders: { id: string; name: string; org_id: string | null }
  opportunities: OpportunityTable
  opportunity_rounds: {
    opportunity_id: string
    position: number
    opens_at: string | null
    closes_at: string | null
  }
  opportunity_versions: {
    opportunity_id: string
    version: number
    content: string
    changed: string
    revision: string
    seen_at: string
  }
  records: {
    source_id: string
    source_key: string
    opportunity_id: string
    revision: string
    released_at: string
    first_seen_at: string
    checked_at: string
    print: string | null
  }
  endings: { source_id: string; source_key: string; released_at: string; seen_at: string }
  quarantine: QuarantineTable
  harvest_progress: {
    source_id: string
    state: string
    not_before: string | null
    last_good_at: string | null
    updated_at: string
  }
  harvest_runs: HarvestRunTable
  source_pauses: SourcePauseTable
  checks: {
    id: string
    opportunity_id: string
    outcome: 'still_right' | 'closed'
    version: number
    checked_at: string
    undone_at: string | null
  }
  mistakes: {
    id: string
    opportunity_id: string
    what: string
    words: string | null
    reported_at: string
    settled_at: string | null
    note: string | null
  }
  job_leases: { job: string; tick: string; holder: string; expires_at: string }
  job_runs: { id: string; job: string; started_at: string; ms: number; counts: string; error: string | null }
  organisations: {
    id: string
    reference: string
    name: string
    email: string | null
    profile: string
    created_at: string
    changed_at: string
    digest_on: string | null
    matched_at: string | null
    match_run: Generated<number>
    match_floor_units: number | null
    match_floor_id: string | null
  }
  match_runs: { run: number; moment: string; epoch: string }
  match_versions: { opportunity_id: string; version: number; run: number }
  learnt: { key: string; body: string; texts: number; learnt_at: string }
  awards: AwardTable
  org_names: { name: string; org_id: string }
  wards: { code: string; name: string; folded: string; authority: string; edition: string }
  neighbourhoods: { code: string; name: string; authority: string; edition: string }
  postcodes: PostcodeTable
  place_files: {
    kind: 'wards' | 'postcodes'
    edition: string
    name: string
    licence: string
    imported_at: string
  }
  matches: MatchTable
  feedback: FeedbackTable
  /** A view: what stands, by the opportunities that are shown. */
  feedback_now: Omit<FeedbackTable, 'withdrawn_at'>
  duplicate_keys: { key: string; opportunity_id: string }
  compared: { opportunity_id: string; version: number; comparer: number }
  duplicate_pairs: DuplicatePairTable
  merges: { absorbed_id: string; kept_id: string; kept_version: number; merged_at: string }
  snapshots: SnapshotTable
  snapshot_parts: SnapshotPartTable
  digests: DigestTable
  digest_items: {
    organisation_id: string
    opportunity_id: string
    kind: 'new' | 'changed' | 'closing'
    about: string
    version: number
    digest_id: string
  }
}

export interface OpportunityTable {
  id: string
  version: number
  material_version: number
  title: string
  kind: string
  funder_id: string
  forecast: number
  ended: string | null
  open_until: string | null
  content: string
  source_id: string
  source_key: string
  source_name: string
  licence: string
  first_seen_at: string
  last_checked_at: string
  last_changed_at: string
}

export interface QuarantineTable {
  id: string
  source_id: string
  source_key: string | null
  fingerprint: string
  reason: string
  record: string
  released_at: string | null
  tries: Generated<number>
  first_failed_at: string
  last_failed_at: string
  settled_at: string | null
}

export interface HarvestRunTable {
  id: string
  source_id: string
  started_at: string
  ended_at: string
  pages: number
  seen: number
  new: number
  changed: number
  unchanged: number
  withdrawn: number
  skipped: number
  quarantined: number
  finished: number
  error: string | null
  facts: string
  offered: number | null
  listed: number | null
  open: number | null
  resting: number
}

export interface SourcePauseTable {
  id: string
  source_id: string
  paused_at: string
  errors: string
  told_at: string | null
  told_by: string | null
  told_by_until: string | null
  resumed_at: string | null
}

export interface AwardTable {
  id: string
  key: string
  funder_org_id: string | null
  funder_name: string
  awarded_on: string
  amount: number
  currency: string
  source_name: string
  licence: string | null
  open_call: number | null
  areas: string
  content: string
  first_seen_at: string
  last_changed_at: string
}

export interface MatchTable {
  organisation_id: string
  opportunity_id: string
  units: number
  verdict: 'eligible' | 'unclear'
}

export interface SnapshotTable {
  edition: string
  made_at: string
  parts: number
}

export interface SnapshotPartTable {
  edition: string
  part: number
  body: string
}

export interface FeedbackTable {
  organisation_id: string
  opportunity_id: string
  verdict: 'good_match' | 'not_for_us'
  reason: string | null
  note: string | null
  given_at: string
  read_version: Generated<number>
  withdrawn_at: string | null
}

export interface DuplicatePairTable {
  first_id: string
  second_id: string
  found: 'same' | 'maybe'
  state: 'waiting' | 'merged' | 'kept_apart'
  decided_by: 'sure' | 'person' | null
  found_at: string
  decided_at: string | null
}

export interface DigestTable {
  id: string
  organisation_id: string
  message_id: string
  recipient: string
  subject: string
  html: string
  text: string
  created_at: string
  sent_at: string | null
  tries: Generated<number>
  next_try_at: string | null
  error: string | null
}

export interface PostcodeTable {
  postcode: string
  authority: string
  ward: string | null
  neighbourhood: string | null
  ended_in: string | null
  edition: string
}
