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

/** An agency's figures: machines in scope, and of them protected and with a product installed. */
interface Figures {
  readonly inScope: number;
  readonly protected: number;
  readonly installed: number;
}

function figuresBy({ endpoints }: Judged): ReadonlyMap<string, Figures> {
  const figures = new Map<string, Figures>();
  for (const { agency: of, verdict, installed } of endpoints) {
    if (verdict === 'out_of_scope') continue;
    const before = figures.get(of) ?? { inScope: 0, protected: 0, installed: 0 };
    figures.set(of, {
      inScope: before.inScope + 1,
      protected: before.protected + (verdict === 'protected' ? 1 : 0),
      installed: before.installed + (installed === 'yes' ? 1 : 0),
    });
  }
  return figures;
}

/** Whether a figure or its share of the machines in scope (the rate's lower bound) has grown. */
function grown(before: Figures | undefined, after: Figures, figure: 'protected' | 'installed') {
  if (!before) return after[figure] > 0;
  return (
    after[figure] > before[figure] ||
    after[figure] * before.inScope > before[figure] * after.inScope
  );
}

/** A machine that is named as one of the agency's rows names it, or one that nothing else names. */
const whose = fc.option(fc.nat(5), { nil: 'new' as const });

/**
 * Never more protected endpoints, nor a higher rate, with an added source than without. The source brings no new name or id
 * to known machines: that could show two machines where one was seen. Without addresses, no hardware id is found to be a
 * clone's. `asFile`: the rows come as a file of their own, as another tool's export does.
 */
async function neverMore(said: fc.Arbitrary<NormalisedRecord>): Promise<void> {
  const added = fc.array(fc.tuple(whose, said, fc.boolean()), {
    minLength: agenciesPerRun,
    maxLength: agenciesPerRun,
  });
  await fc.assert(
    fc.asyncProperty(province, added, async (agencies, additions) => {
      const plain = agencies.map((each) => ({
        ...each,
        rows: each.rows.map((row) => ({ ...row, macs: undefined })),
      }));
      const extra = plain.map((each, index): NormalisedRecord => {
        const [like, row] = additions[index] ?? ['new', {}];
        const named: NormalisedRecord | undefined =
          like === 'new' ? undefined : each.rows[like % each.rows.length];
        const { host, fqdn, serial, hardware_uuid } = named ?? { host: 'PC99' };
        return { ...row, host, fqdn, serial, hardware_uuid };
      });
      const longer = cases(plain).map((each, index): FleetCase => {
        const [row] = ownIds([extra[index] ?? {}], index);
        return additions[index]?.[2]
          ? { ...each, files: { 'more.ndjson': ndjson(row) } }
          : { ...each, rows: [...(each.rows ?? []), row ?? {}] };
      });
      const before = figuresBy((await judgeCases(cases(plain))).judged);
      const after = figuresBy((await judgeCases(longer)).judged);
      const more = [...after].filter(
        ([of, figures]) =>
          grown(before.get(of), figures, 'protected') ||
          grown(before.get(of), figures, 'installed'),
      );
      expect(more.map(([of]) => longer[Number(of.slice('case-'.length))])).toEqual([]);
    }),
    runs,
  );
}

describe('adding a source', () => {
  test('of grade E never protects', async () => {
    // When a directory last saw a machine is the one thing of grade E that counts: it says that the machine is alive.
    await neverMore(evidence.map(({ last_seen, ...said }) => ({ ...said, grade: 'E' })));
  });

  test('in which everything is unknown never protects', async () => {
    await neverMore(
      fc.record({
        grade: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        product: maybe(fc.constantFrom(...products)),
        observed_at: when,
        all_products: flag,
      }),
    );
  });

  test('that repeats the rows already there changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(province, async (agencies) => {
        const once = await judgeCases(cases(agencies));
        const twice = await judgeCases(
          cases(agencies).map((each) => ({
            ...each,
            files: { 'again.ndjson': ndjson(...(each.rows ?? [])) },
          })),
        );
        expect(shown(twice.judged.endpoints)).toEqual(shown(once.judged.endpoints));
      }),
      runs,
    );
  });
});

/** Lines of a table that are no machine's row, or not a whole one. */
const junk = fc.constantFrom(
  '',
  ',,,',
  'Name,DNSHostName,Enabled,LastLogonDate',
  'Tổng cộng: 12,,,',
  '12,,,',
  'PC09,,True,2026-11-20,one,cell,too,many',
  ',pc08.a.local,True,2026-11-20',
  'PC07,,True',
  'PC06,,"True',
  `${'X'.repeat(300)},,True,2026-11-20`,
);
const brokenRecord = fc.constantFrom(
  '{"host":"PC05"',
  '[]',
  '"PC04"',
  '{}',
  '{"host":"  "}',
  'null',
);

test('rows read are rows used and rows refused, file by file, whatever the files hold', async () => {
  const good = fc.constantFrom('PC01,,True,2026-11-20', 'PC02,pc02.a.local,False,2026-11-01');
  const table = fc
    .array(fc.oneof(good, junk), { minLength: 1, maxLength: 8 })
    .map((rows) => ['Name,DNSHostName,Enabled,LastLogonDate', ...rows, ''].join('\r\n'));
  const records = fc
    .array(
      fc.oneof(
        record.map((each) => JSON.stringify(each)),
        brokenRecord,
      ),
      { maxLength: 6 },
    )
    .map((rows) => [JSON.stringify(protectedRow()), ...rows, ''].join('\n'));
  const folders = fc.array(fc.tuple(table, records), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(folders, async (contents) => {
      const files = Object.fromEntries(
        contents.flatMap(([csv, json], index) => [
          [`so-${index}/ad.csv`, csv],
          [`so-${index}/rows.ndjson`, json],
        ]),
      );
      const { result, observations, refused } = await judge({ files });
      const used = (path: string) =>
        observations.filter(({ file_id }) => Object.keys(files)[Number(file_id)] === path).length;
      for (const [path, content] of Object.entries(files)) {
        const row = result.files.find((each) => each['path'] === path);
        const refusals = refused.filter((each) => each.startsWith(`${path}: `)).length;
        expect([content, Number(row?.['rows_read'])]).toEqual([content, used(path) + refusals]);
        expect(Number(row?.['refused'])).toBe(refusals);
      }
    }),
    runs,
  );
});
