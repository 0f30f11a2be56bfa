import type { FleetEngine, Row, Statement } from './engines/engine.js';
import { itemsIn, momentIn, numberIn, textIn, truthIn } from './explain/row-values.js';
import { staleAfterDays } from './stages/resolve.js';
import { activeInRegister, machineKind } from './stages/score.js';

/** Sources that list machines by themselves, as the stage `identify` has them; all others know what their agent runs on. */
const registerRoles = ['directory', 'inventory', 'list'] as const;

/** Whether a role lists machines by itself: a directory, an inventory, a list. */
export function isRegister(role: string): boolean {
  return registerRoles.some((each) => each === role);
}

/** How many machines of one agency and kind each side knows. All but `found` and `outOfScope` count machines in scope. */
export interface SideCounts {
  /** `workstation`, `server` or `unknown`. */
  readonly machine: string;
  readonly found: number;
  readonly outOfScope: number;
  readonly register: number;
  /** Of those, not silent in the register for longer than the limit; without a date they count as active. */
  readonly registerActive: number;
  readonly console: number;
  readonly both: number;
  /** Active in the register and known to a console. */
  readonly bothActive: number;
  readonly onlyRegister: number;
  readonly onlyConsole: number;
  /** Not seen by any source for longer than the limit. */
  readonly stale: number;
}

/** What was merged into an agency's machines. */
export interface MergeCounts {
  readonly rows: number;
  readonly machines: number;
  /** Rows beyond the first of a machine. */
  readonly merged: number;
  /** Of those, rows of a file that has the machine already: console duplicates, or a row for each product. */
  readonly repeated: number;
  /** Machines whose identity is doubtful: shared ids, keys that contradict, several agencies. */
  readonly doubtful: number;
}

/** One source of an agency. */
export interface SourceDates {
  readonly source: string;
  readonly role: string;
  readonly files: number;
  readonly rows: number;
  readonly refused: number;
  /** The newest observation, `2026-11-24T08:30+07:00`; null when its rows have no time. */
  readonly newest: string | null;
  /** The day of export as the inventory gives it. */
  readonly exportedOn: string | null;
}

export const machineLists = ['only_register', 'only_console', 'stale', 'excluded'] as const;

export type MachineList = (typeof machineLists)[number];

/** A machine that one of the lists names. */
export interface ListedMachine {
  readonly id: string;
  readonly name: string;
  readonly machine: string;
  readonly sources: readonly string[];
  /** The newest sight by any source, as above. */
  readonly lastSeen: string | null;
  readonly stale: boolean;
  /** Why it is out of the count; null when it is in. */
  readonly exclusion: string | null;
}

/** What the sources of judged endpoints know apart and together, by agency. */
export interface Sides {
  readonly counts: ReadonlyMap<string, readonly SideCounts[]>;
  readonly merges: ReadonlyMap<string, MergeCounts>;
  readonly sources: ReadonlyMap<string, readonly SourceDates[]>;
  readonly lists: Readonly<Record<MachineList, ReadonlyMap<string, readonly ListedMachine[]>>>;
}

/**
 * Reconciles the sources from the tables of all stages, which `judgeFleet` must have kept. A machine silent for more than
 * `staleAfterDays` is stale; a directory's dates have their allowance, since it rewrites them about every 14 days.
 */
export async function reconcile(engine: FleetEngine): Promise<Sides> {
  await engine.run(knownBy);
  const counts = await engine.rows(sideCounts);
  const merges = await engine.rows(mergeCounts);
  const sources = await engine.rows(sourceDates);
  const listed = async (list: MachineList) =>
    byAgency(await engine.rows(machinesOf(conditions[list])), listedMachine);
  return {
    counts: byAgency(counts, sideCountsOf),
    merges: new Map(merges.map((row) => [textIn(row, 'agency') ?? '', mergeCountsOf(row)])),
    sources: byAgency(sources, sourceDatesOf),
    lists: {
      only_register: await listed('only_register'),
      only_console: await listed('only_console'),
      stale: await listed('stale'),
      excluded: await listed('excluded'),
    },
  };
}

const knownBy: Statement = {
  sql: `CREATE TABLE known_by AS
      WITH side AS (SELECT member.gid, max(coalesce(last_seen, observed_at)) AS seen_at,
          list_sort(list(DISTINCT file.source)) AS sources, count(*) AS rows, count(*) - count(DISTINCT file_id) AS repeated
        FROM subject JOIN member USING (obs_id) JOIN file USING (file_id) GROUP BY member.gid)
      SELECT e.gid, e.agency, e.endpoint_id, e.name, ${machineKind} AS machine, e.in_register, e.in_console,
        ${activeInRegister} AS register_active, coalesce(e.seen_days > ${staleAfterDays}, false) AS stale,
        side.seen_at, side.sources, side.rows, side.repeated,
        j.verdict = 'out_of_scope' AS excluded, x.reason, NOT j.identity_sound AS doubtful
      FROM endpoint e JOIN side USING (gid) JOIN judged j USING (gid) JOIN excluded x USING (gid)`,
};

const sideCounts: Statement = {
  sql: `WITH k AS (SELECT *, NOT excluded AS scoped FROM known_by)
    SELECT agency, machine, count(*) AS found, count(*) FILTER (excluded) AS out_of_scope,
      count(*) FILTER (scoped AND in_register) AS register,
      count(*) FILTER (scoped AND register_active) AS register_active,
      count(*) FILTER (scoped AND in_console) AS console,
      count(*) FILTER (scoped AND in_register AND in_console) AS both,
      count(*) FILTER (scoped AND register_active AND in_console) AS both_active,
      count(*) FILTER (scoped AND NOT in_console) AS only_register,
      count(*) FILTER (scoped AND NOT in_register) AS only_console,
      count(*) FILTER (scoped AND stale) AS stale
    FROM k GROUP BY agency, machine ORDER BY agency, machine`,
};

const mergeCounts: Statement = {
  sql: `SELECT agency, CAST(sum(rows) AS BIGINT) AS rows, count(*) AS machines, CAST(sum(rows - 1) AS BIGINT) AS merged,
      CAST(sum(repeated) AS BIGINT) AS repeated, count(*) FILTER (doubtful) AS doubtful
    FROM known_by GROUP BY agency ORDER BY agency`,
};

const sourceDates: Statement = {
  sql: `SELECT file.agency, file.source, file.role, count(DISTINCT path) AS files, CAST(sum(rows_read) AS BIGINT) AS rows,
      CAST(coalesce(sum(r.refused), 0) AS BIGINT) AS refused, max(s.newest) AS newest, strftime(max(exported_on), '%Y-%m-%d') AS exported_on
    FROM file LEFT JOIN (SELECT file_id, max(coalesce(observed_at, last_seen)) AS newest FROM subject GROUP BY file_id) s USING (file_id)
      LEFT JOIN (SELECT file_id, count(*) AS refused FROM refusal GROUP BY file_id) r USING (file_id)
    GROUP BY file.agency, file.source, file.role ORDER BY file.agency, file.role, file.source`,
};

const conditions: Readonly<Record<MachineList, string>> = {
  only_register: 'NOT excluded AND NOT in_console',
  only_console: 'NOT excluded AND NOT in_register',
  stale: 'NOT excluded AND stale',
  excluded: 'excluded',
};

function machinesOf(condition: string): Statement {
  return {
    sql: `SELECT agency, endpoint_id, name, machine, sources, seen_at, stale, reason FROM known_by WHERE ${condition}
      ORDER BY agency, stale, name, endpoint_id`,
  };
}

function byAgency<Item>(
  rows: readonly Row[],
  read: (row: Row) => Item,
): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const row of rows) {
    const agency = textIn(row, 'agency') ?? '';
    const items = found.get(agency);
    if (items) items.push(read(row));
    else found.set(agency, [read(row)]);
  }
  return found;
}

function sideCountsOf(row: Row): SideCounts {
  const count = (name: string) => numberIn(row, name) ?? 0;
  return {
    machine: textIn(row, 'machine') ?? 'unknown',
    found: count('found'),
    outOfScope: count('out_of_scope'),
    register: count('register'),
    registerActive: count('register_active'),
    console: count('console'),
    both: count('both'),
    bothActive: count('both_active'),
    onlyRegister: count('only_register'),
    onlyConsole: count('only_console'),
    stale: count('stale'),
  };
}

function mergeCountsOf(row: Row): MergeCounts {
  const count = (name: string) => numberIn(row, name) ?? 0;
  return {
    rows: count('rows'),
    machines: count('machines'),
    merged: count('merged'),
    repeated: count('repeated'),
    doubtful: count('doubtful'),
  };
}

function sourceDatesOf(row: Row): SourceDates {
  return {
    source: textIn(row, 'source') ?? '',
    role: textIn(row, 'role') ?? '',
    files: numberIn(row, 'files') ?? 0,
    rows: numberIn(row, 'rows') ?? 0,
    refused: numberIn(row, 'refused') ?? 0,
    newest: momentIn(row, 'newest'),
    exportedOn: textIn(row, 'exported_on'),
  };
}

function listedMachine(row: Row): ListedMachine {
  return {
    id: textIn(row, 'endpoint_id') ?? '',
    name: textIn(row, 'name') ?? '',
    machine: textIn(row, 'machine') ?? 'unknown',
    sources: itemsIn<string>(row, 'sources'),
    lastSeen: momentIn(row, 'seen_at'),
    stale: truthIn(row, 'stale') === true,
    exclusion: textIn(row, 'reason'),
  };
}
