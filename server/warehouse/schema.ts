import type { Generated, Kysely, Transaction } from 'kysely';

/**
 * The warehouse's tables as Kysely sees them. Money is integer øre, durations integer seconds,
 * days `YYYY-MM-DD`, months `YYYY-MM`, instants epoch seconds (UTC). Text keys are the codes that the
 * user's own files use; only a robot also has a small integer, because every run carries it.
 */
export interface Schema {
  municipality: { municipality: string; name: string };
  department: {
    department: string;
    name: string;
    municipality: string;
    parent: string | null;
    load_id: number;
  };
  rate: {
    rate: string;
    valid_from: string;
    hourly_oere: number;
    hours_per_fte: number;
    source: string | null;
    load_id: number;
  };
  project: {
    project: string;
    name: string;
    municipality: string;
    department: string | null;
    field: string | null;
    technology: string | null;
    stage: string | null;
    started: string | null;
    live: string | null;
    ended: string | null;
    owner: string | null;
    owner_email: string | null;
    contact: string | null;
    goal: string | null;
    summary: string | null;
    load_id: number;
  };
  robot: {
    robot_id: number;
    robot: string;
    project: string;
    name: string;
    platform: string | null;
    queue: string | null;
    live: string | null;
    retired: string | null;
    load_id: number;
  };
  measure: {
    measure: string;
    project: string;
    name: string;
    unit: string;
    kind: 'flow' | 'level';
    better: 'higher' | 'lower';
    source: string | null;
    how: string | null;
    load_id: number;
  };
  /** `to_day` is the last day, included; null runs on until the next measurement of the phase. */
  measurement: {
    measure: string;
    phase: 'before' | 'after' | 'saved';
    from_day: string;
    to_day: string | null;
    per: 'day' | 'week' | 'month' | 'year' | 'period' | null;
    value: number;
    low: number | null;
    high: number | null;
    n: number | null;
    basis: Basis;
    note: string | null;
    /** How many of `n` answered or were so: 38 % is 19 of 50. Entered by hand only. */
    counted: number | null;
    load_id: number;
  };
  /** `attribution` is a fraction, 0–1. `volume` is a measure, or `robot:` and a robot. */
  benefit: {
    benefit: string;
    project: string;
    name: string;
    type: 'productivity' | 'budget' | 'quality' | 'society';
    method: 'per_item' | 'hours' | 'ratio' | 'fte' | 'amount' | 'indicator';
    volume: string | null;
    minutes: string | null;
    hours: string | null;
    ratio: string | null;
    fte: string | null;
    amount: string | null;
    indicator: string | null;
    rate: string | null;
    from_day: string | null;
    to_day: string | null;
    cashable: number | null;
    attribution: number | null;
    owner: string | null;
    owner_email: string | null;
    confidence: string | null;
    change: string | null;
    load_id: number;
  };
  target: {
    measure: string;
    due: string;
    value: number;
    low: number | null;
    high: number | null;
    load_id: number;
  };
  /**
   * Optional parts of the key are '' (or -1 for `internal`) rather than null, so that a unique key works on
   * every engine. `occurrence` tells equal rows of one file apart: two equal invoices are two costs.
   */
  cost: {
    project: string;
    from_day: string;
    to_day: string;
    per: 'once' | 'month' | 'year' | 'period';
    category: string;
    internal: number;
    payer: string;
    note: string;
    occurrence: number;
    amount_oere: number;
    basis: Basis;
    load_id: number;
  };
  /** `probability` is a fraction, 0–1. */
  risk: { project: string; risk: string; probability: number; consequence_oere: number; load_id: number };
  link: { from_node: string; to_node: string; load_id: number };
  followup: {
    benefit: string;
    due: string;
    done: string | null;
    status: string | null;
    note: string | null;
    /** What the measure that the benefit is judged by was at the follow-up. Entered by hand only. */
    value: number | null;
    load_id: number;
  };
  /**
   * What a benefit's card says beyond the canonical columns; a benefit without a row has none of it. `evidence` is an
   * address a line. `archived` and `closed` are the days on which it was set aside or its follow-up ended.
   */
  benefit_card: {
    benefit: string;
    measured_by: string | null;
    department: string | null;
    frequency: string | null;
    phase_in: string | null;
    assumptions: string | null;
    dependencies: string | null;
    risks: string | null;
    evidence: string | null;
    deviation: string | null;
    archived: string | null;
    closed: string | null;
  };
  /** Nodes of a project's benefit map whose kind was chosen, or that no arrow reaches yet. `node` is as in `link`. */
  map_node: { project: string; node: string; kind: 'solution' | 'change' | 'benefit' | 'goal' };
  /** A plan as it was approved; never changed, a re-estimate is the next version. */
  plan: {
    project: string;
    version: number;
    kind: 'business_case' | 'estimate';
    approved: string;
    approved_by: string;
    note: string | null;
    created: number;
    created_by: string;
  };
  /** Cost of a year without (0) and with (1) the solution, and the risk pool's expected cost in it. */
  plan_year: {
    project: string;
    version: number;
    year: number;
    scenario0_oere: number;
    scenario1_oere: number;
    risk_oere: number;
  };
  /** Why a year came out otherwise than planned, in the owner's words. */
  deviation: { project: string; year: number; explanation: string };
  /** Who changed what by hand, and when; `before` and `after` are JSON, null where there was nothing. */
  change: {
    change_id: number;
    at: number;
    by: string;
    project: string;
    subject: string;
    subject_key: string;
    verb: 'created' | 'changed' | 'removed' | 'restored';
    before: string | null;
    after: string | null;
  };
  /** Mail that has been sent, so that none is sent twice. */
  reminder: { kind: string; recipient: string; about: string; sent: number };
  /**
   * `run_key` is a keyed 64-bit hash of the source's transaction id; read it as text, JavaScript numbers are too short.
   * Robot and key are unique: by the primary key on PostgreSQL; on SQLite, where runs are appended and numbered by
   * `run_id`, by `run_index`, which every load checks and writes in its own transaction.
   */
  run: {
    robot_id: number;
    run_key: bigint;
    started: number | null;
    ended: number;
    status: number;
    items: number;
    seconds: number | null;
    reason_id: number | null;
    load_id: number;
  };
  run_day: Rollup & { day: string };
  run_month: Rollup & { month: string };
  reason: { reason_id: number; reason: string };
  load: {
    load_id: number;
    file: string;
    /** The sheet or entry of the file; null when the file is one table. */
    part: string | null;
    /** The table, robot platform or mapping that the file was read as. */
    source: string;
    /** null when nothing was loaded. */
    table_name: string | null;
    sha256: string | null;
    bytes: number | null;
    started: number;
    finished: number | null;
    loaded_by: string;
    status: 'loaded' | 'failed';
    rows_read: number;
    rows_kept: number;
    rows_duplicate: number;
    rows_refused: number;
    /** Rows that say nothing to count: not final, child runs. */
    rows_passed: Generated<number>;
    /** Personal numbers that were masked. */
    masked: Generated<number>;
    error: string | null;
    /** Epoch seconds of when its rows were taken out again, and by whom. */
    undone: number | null;
    undone_by: string | null;
  };
  refusal: {
    load_id: number;
    seq: number;
    line: number;
    column_name: string | null;
    value: string | null;
    code: string;
    expected: string;
  };
  /** What a row was before a load put other content in its place, as JSON, so that the load can be undone. */
  replaced: { table_name: string; row_key: string; replaced_by: number; load_id: number; content: string };
  /**
   * Settings of the warehouse itself: `version` moves with every write, `hash_key` keys `run_key`, `pull:…` is how far a
   * robot platform has been read.
   */
  state: { name: string; value: string };
}

type Basis = 'actual' | 'expected';

/** `seconds` is the time of the `timed` runs whose duration is known. */
interface Rollup {
  robot_id: number;
  status: number;
  runs: number;
  items: number;
  seconds: number;
  timed: number;
}

export type Db = Kysely<Schema>;
export type Trx = Transaction<Schema>;
