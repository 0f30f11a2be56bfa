import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.js';
import type { Facts } from '../../src/domain/facts.js';
import type { Row } from '../../src/fleet/engines/engine.js';
import { judgeEndpoint, outcomeFact } from '../../src/packs/judge-endpoint.js';
import { parameterValues } from '../../src/packs/parameters.js';
import {
  asOf,
  bundled,
  daysAgo,
  type FleetCase,
  type Judged,
  type JudgedEndpoint,
  judge,
  judgeCases,
  type NormalisedRecord,
  ndjson,
  protectedRow,
} from '../unit/fleet/support.js';

// One run of the database judges many made agencies: a run has a cost of its own, an agency next to none.
const agenciesPerRun = 50;
// A failure names the seed; shrinking a run of this size takes longer than reading it.
const runs = { numRuns: 2, endOnFailure: true };

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const when = maybe(fc.constantFrom(0, 1, 3, 8, 9, 20, 30, 31, 60).map(daysAgo));
const products = [
  'Kaspersky Endpoint Security',
  'Microsoft Defender Antivirus',
  'CrowdStrike Falcon Sensor',
  'VCS-aJiant',
  'ClamAV',
  'Bkav Home',
  'klnagent',
  'FortiClient',
  'Lá Chắn Số',
];
const flag = maybe(fc.boolean());

/** A machine of an agency: few names and ids, so that rows meet, agree and contradict each other. */
const identity = fc.record({
  host: fc.constantFrom(
    'PC01',
    'PC02',
    'MÁY-KẾ-TOÁN-TẦNG-HAI',
    'SYT-PHONGKETOAN',
    'SYT-PHONGKETOAN-01',
  ),
  serial: maybe(fc.constantFrom('S-0001', 'S-0002', 'Default string')),
  hardware_uuid: maybe(fc.constantFrom('1', '2')),
  macs: maybe(fc.subarray(['00:1B:21:00:00:01', '00:1B:21:00:00:02'])),
  fqdn: maybe(fc.constantFrom('pc01.a.local', 'pc01.b.local', 'PC01')),
});

const evidence = fc.record({
  grade: fc.constantFrom('A', 'A', 'B', 'B', 'C', 'D', 'E'),
  product: maybe(fc.constantFrom(...products)),
  all_products: flag,
  installed: flag,
  running: flag,
  realtime: flag,
  mode: maybe(fc.constantFrom('block', 'block', 'detect', 'passive', 'on_demand', 'reduced')),
  signatures_date: when,
  signatures_current: flag,
  managed: flag,
  observed_at: when,
  last_seen: when,
  open_threats: maybe(fc.nat(3)),
  os_name: maybe(fc.constantFrom('Windows 10 Pro', 'Windows Server 2022', 'Ubuntu 22.04')),
  firewall: flag,
  screen_lock_minutes: maybe(fc.constantFrom(5, 15, 60)),
  admin_mfa: flag,
});

const record: fc.Arbitrary<NormalisedRecord> = fc
  .tuple(identity, evidence)
  .map(([machine, said]) => ({ ...machine, ...said }));

/** Rows of one agency, with the level of its systems. */
const agency = fc.record({
  rows: fc.array(record, { minLength: 1, maxLength: 6 }),
  level: fc.constantFrom(null, 2, 3, 4, 'unknown' as const),
});
type Agency = typeof agency extends fc.Arbitrary<infer T> ? T : never;

const province = fc.array(agency, { minLength: agenciesPerRun, maxLength: agenciesPerRun });

/** One machine of each verdict, so that chance alone doesn't decide whether a verdict was compared at all. */
const everyVerdict: Agency[] = [
  {
    rows: [
      protectedRow(),
      protectedRow({ host: 'PC02', signatures_date: daysAgo(60) }),
      protectedRow({ host: 'PC03', realtime: false, mode: undefined }),
      protectedRow({ host: 'PC04', realtime: undefined, mode: undefined }),
    ],
    level: 3,
  },
];

/** Hardware ids differ from agency to agency, so that agencies don't meet. */
function ownIds(rows: readonly NormalisedRecord[], index: number): NormalisedRecord[] {
  const hex = (index + 1).toString(16).padStart(4, '0');
  return rows.map((row) => ({
    ...row,
    ...(typeof row['serial'] === 'string' &&
      row['serial'].startsWith('S-') && { serial: `${row['serial']}-${hex}` }),
    ...(row['hardware_uuid'] !== undefined && {
      hardware_uuid: `4c4c4544-0051-3510-8052-b7c04f${hex}0${row['hardware_uuid']}`,
    }),
    ...(Array.isArray(row['macs']) && {
      macs: row['macs'].map((mac) =>
        String(mac).replace('00:00:', `${hex.slice(0, 2)}:${hex.slice(2)}:`),
      ),
    }),
  }));
}

const cases = (agencies: readonly Agency[]): FleetCase[] =>
  agencies.map(({ rows, level }, index) => ({
    name: `${index}`,
    rows: ownIds(rows, index),
    level,
  }));

const shown = (endpoints: readonly JudgedEndpoint[]) =>
  endpoints.map(({ agency: of, id, name, verdict, step, installed, product, outcomes }) => ({
    ...{ of, id, name, verdict, step, installed, product, outcomes },
  }));

const byGid = (rows: readonly Row[]) => {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) groups.set(row['gid'], [...(groups.get(row['gid']) ?? []), row]);
  return groups;
};

describe('the stages in SQL', () => {
  test('judge every endpoint and product as the evaluation in memory does', async () => {
    const { checks } = await bundled();
    const { values } = parameterValues(checks, {});
    const order = ['out_of_scope', 'protected', 'degraded', 'unprotected', 'unknown'];
    const verdicts = new Set<string>();
    const factsOf = (row: Row): Facts => {
      const known = checks.facts.filter(({ id }) => row[`${id}_null`] === true || row[id] !== null);
      return Object.fromEntries(known.map(({ id }) => [id, row[id]])) as Facts;
    };
    await fc.assert(
      fc.asyncProperty(province, async (agencies) => {
        const { judged } = await judgeCases(cases(agencies));
        for (const [gid, candidates] of byGid(judged.candidates)) {
          const judgements = candidates.map((row) =>
            judgeEndpoint(checks, factsOf(row), values, isoDate(asOf)),
          );
          for (const [index, row] of candidates.entries()) {
            const outcomes = Object.fromEntries(
              checks.checks.map(({ id }) => [id, row[outcomeFact(id)]]),
            );
            expect(outcomes).toEqual(judgements[index]?.outcomes);
            const warnings = checks.checks.flatMap(({ id }) =>
              row[outcomeFact(id)] === 'pass' && row[`${outcomeFact(id)}_warn`] ? [id] : [],
            );
            expect(warnings).toEqual(judgements[index]?.warnings);
          }
          const best = judgements
            .map(({ verdict }) => verdict)
            .sort((a, b) => order.indexOf(a) - order.indexOf(b))[0];
          const endpoint = judged.endpoints.find(({ row }) => row['gid'] === gid);
          expect(endpoint?.verdict).toBe(best);
          verdicts.add(String(best));
        }
      }),
      { ...runs, numRuns: runs.numRuns + 1, examples: [[everyVerdict]] },
    );
    expect([...verdicts].sort()).toEqual(['degraded', 'protected', 'unknown', 'unprotected']);
  });

  test('account for every row once', async () => {
    await fc.assert(
      fc.asyncProperty(province, async (agencies) => {
        const { judged } = await judgeCases(cases(agencies));
        const read = judged.result.files.reduce((sum, file) => sum + Number(file['rows_read']), 0);
        const rows = agencies.reduce((sum, each) => sum + each.rows.length, 0);
        expect([read, judged.observations.length, judged.refused.length]).toEqual([rows, rows, 0]);
        const found = judged.result.counts.reduce((sum, row) => sum + Number(row['found']), 0);
        expect(found).toBe(judged.endpoints.length);
        expect(new Set(judged.endpoints.map(({ id }) => id)).size).toBe(judged.endpoints.length);
      }),
      { ...runs, numRuns: 1 },
    );
  });
});

/** The same rows, spread over several files in a given order. */
function spread(
  agencies: readonly Agency[],
  arrange: (rows: NormalisedRecord[]) => NormalisedRecord[][],
) {
  const files: Record<string, string> = {};
  for (const [index, { rows }] of agencies.entries()) {
    for (const [part, content] of arrange(ownIds(rows, index)).entries()) {
      files[`so-${index}/${part}.ndjson`] = ndjson(...content);
    }
  }
  const levels = Object.fromEntries(agencies.map(({ level }, index) => [`so-${index}`, level]));
  return { files, levels };
}

describe('endpoints', () => {
  test('have the same ids and verdicts whatever the order of rows and files', async () => {
    await fc.assert(
      fc.asyncProperty(province, async (agencies) => {
        const there = await judge(spread(agencies, (rows) => [rows]));
        const back = await judge(spread(agencies, (rows) => [rows.reverse()]));
        expect(shown(back.endpoints)).toEqual(shown(there.endpoints));
        // A file a row: how old a report is, is a matter of its file, so this is compared by itself.
        const { files, levels } = spread(agencies, (rows) => rows.map((row) => [row]));
        const apart = await judge({ files, levels });
        const reversed = await judge({
          files: Object.fromEntries(Object.entries(files).reverse()),
          levels,
        });
        expect(shown(reversed.endpoints)).toEqual(shown(apart.endpoints));
      }),
      runs,
    );
  });

  test('are the same in composed and decomposed Vietnamese', async () => {
    await fc.assert(
      fc.asyncProperty(province, async (agencies) => {
        const { files, levels } = spread(agencies, (rows) => [rows]);
        const as = (form: 'NFC' | 'NFD') =>
          Object.fromEntries(
            Object.entries(files).map(([path, content]) => [path, content.normalize(form)]),
          );
        const [composed, decomposed] = [
          await judge({ files: as('NFC'), levels }),
          await judge({ files: as('NFD'), levels }),
        ];
        expect(shown(decomposed.endpoints)).toEqual(shown(composed.endpoints));
      }),
      { ...runs, numRuns: 1 },
    );
  });
});

/** Protected endpoints of each agency. */
function protectedBy({ endpoints }: Judged): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { agency: of, verdict } of endpoints) {
    counts.set(of, (counts.get(of) ?? 0) + (verdict === 'protected' ? 1 : 0));
  }
  return counts;
}

/** A machine that is named as one of the agency's rows names it, or one that nothing else names. */
const whose = fc.option(fc.nat(5), { nil: 'new' as const });

/**
 * Never more protected endpoints with an added row than without. The row brings no new name or id to known machines:
 * that could show two machines where one was seen. Without addresses, no hardware id is found to be a clone's.
 */
async function neverMore(said: fc.Arbitrary<NormalisedRecord>): Promise<void> {
  const added = fc.array(fc.tuple(whose, said), {
    minLength: agenciesPerRun,
    maxLength: agenciesPerRun,
  });
  await fc.assert(
    fc.asyncProperty(province, added, async (agencies, additions) => {
      const plain = agencies.map((each) => ({
        ...each,
        rows: each.rows.map((row) => ({ ...row, macs: undefined })),
      }));
      const longer = plain.map((each, index) => {
        const [like, row] = additions[index] ?? ['new', {}];
        const named: NormalisedRecord | undefined =
          like === 'new' ? undefined : each.rows[like % each.rows.length];
        const { host, fqdn, serial, hardware_uuid } = named ?? { host: 'PC99' };
        return { ...each, rows: [...each.rows, { ...row, host, fqdn, serial, hardware_uuid }] };
      });
      const before = protectedBy((await judgeCases(cases(plain))).judged);
      const after = protectedBy((await judgeCases(cases(longer))).judged);
      const more = [...after].filter(([of, count]) => count > (before.get(of) ?? 0));
      expect(more.map(([of]) => longer[Number(of.slice('case-'.length))])).toEqual([]);
    }),
    runs,
  );
}

describe('adding a row', () => {
  test('of grade E never protects', async () => {
    // When a directory last saw a machine is the one thing of grade E that counts: it says that the machine is alive.
    await neverMore(evidence.map(({ last_seen, ...said }) => ({ ...said, grade: 'E' })));
  });

  test('in which everything is unknown never protects', async () => {
    await neverMore(
      fc.record({
        grade: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        product: maybe(fc.constantFrom(...products)),
      }),
    );
  });
});
