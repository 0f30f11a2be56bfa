import { beforeAll, describe, expect, test } from 'vitest';
import type { EndpointExplanation } from '../../../src/fleet/explain-endpoint.js';
import { type Asked, explainAll } from './explain-support.js';
import { daysAgo, type NormalisedRecord, ndjson, protectedRow } from './support.js';

const kes = 'Kaspersky Endpoint Security for Windows';
/** Two machines of one name: their hardware ids differ. */
const twins = [
  '4c4c4544-0042-3510-8052-b4c04f4a3132',
  '4c4c4544-0042-3510-8052-b4c04f4a3199',
] as const;
/** One hardware id on two running machines. */
const cloned = '4c4c4544-0042-3510-8052-b4c04f4a3177';
const at = (days: number): NormalisedRecord => ({
  observed_at: daysAgo(days),
  last_seen: daysAgo(1),
});
/** A weaker source's row: it says only what it is given. */
const weak = (grade: string, more: NormalisedRecord): NormalisedRecord => ({ grade, ...more });

const rows: readonly NormalisedRecord[] = [
  // Merged by serial number: one machine under an old and a new name.
  protectedRow({ host: 'PC-NEW', serial: 'SN-12345', ...at(1) }),
  protectedRow({ host: 'PC-OLD', serial: 'sn-12345', macs: ['00:1B:44:11:3A:B7'], ...at(3) }),
  protectedRow({ host: 'PC-NEWER', ...at(3) }),
  protectedRow({ host: 'PC-NEWER', realtime: false, ...at(1) }),
  protectedRow({ host: 'PC-STRONGER', ...at(2) }),
  weak('B', { host: 'PC-STRONGER', product: kes, realtime: false, ...at(1) }),
  protectedRow({ host: 'PC-DOUBT', ...at(12) }),
  weak('B', { host: 'PC-DOUBT', product: kes, realtime: false, ...at(1) }),
  protectedRow({ host: 'PC-WEAK', running: false, realtime: false, ...at(12) }),
  weak('C', { host: 'PC-WEAK', product: kes, running: true, ...at(1) }),
  weak('B', {
    host: 'PC-ORPHAN',
    product: 'Trend Micro Apex One',
    installed: true,
    realtime: true,
    ...at(2),
  }),
  weak('C', {
    host: 'PC-ORPHAN',
    product: 'Trend Micro Apex One',
    installed: false,
    running: false,
    ...at(2),
  }),
  protectedRow({ host: 'PC-TWO', os_name: 'Windows 11 Pro', ...at(1) }),
  protectedRow({
    host: 'PC-TWO',
    product: 'Microsoft Defender Antivirus',
    realtime: false,
    mode: 'passive',
    os_name: 'Windows 11 Pro',
    ...at(1),
  }),
  protectedRow({ host: 'PC-STALE', observed_at: daysAgo(40), last_seen: daysAgo(40) }),
  weak('D', { host: 'PC-NAME', product: 'FortiClient', installed: true, ...at(1) }),
  protectedRow({
    host: 'PC-TWIN',
    hardware_uuid: twins[0],
    ...at(1),
  }),
  protectedRow({
    host: 'PC-TWIN',
    hardware_uuid: twins[1],
    ...at(1),
  }),
  protectedRow({ host: 'CLONE-1', hardware_uuid: cloned, macs: ['00:1B:44:11:3A:C1'], ...at(1) }),
  protectedRow({ host: 'CLONE-2', hardware_uuid: cloned, macs: ['00:1B:44:11:3A:C2'], ...at(1) }),
  weak('B', { host: 'PC-NONE', all_products: true, installed: false, ...at(1) }),
  weak('E', { host: 'PC-SEEN', last_seen: daysAgo(1) }),
];

const words = [
  ...['PC-NEW', 'PC-OLD', 'sn-12345', '00-1b-44-11-3a-b7', 'PC-NEWER', 'PC-STRONGER', 'PC-DOUBT'],
  ...['PC-WEAK', 'PC-ORPHAN', 'PC-TWO', 'PC-STALE', 'PC-NAME', 'PC-TWIN', 'PC-NONE', 'PC-SEEN'],
  ...['pc-new', 'PC-NEW.local', 'nothing', twins[0], 'CLONE-1'],
];

let asked: (word: string) => Asked;
beforeAll(async () => {
  asked = await explainAll(
    { agencies: [{ id: 'so-a', endpoints: { 'rows.ndjson': ndjson(...rows) } }] },
    words,
  );
}, 60_000);

function of(word: string): EndpointExplanation {
  const { explanation, hits } = asked(word);
  if (!explanation) throw new Error(`${word}: ${hits.length} hits`);
  return explanation;
}

function flagOf(word: string, name: string, product: string) {
  const found = of(word).products.find(({ label }) => label.includes(product));
  return found?.flags.find(({ flag }) => flag === name);
}

describe('finding', () => {
  test.each(['PC-OLD', 'sn-12345', '00-1b-44-11-3a-b7', 'pc-new'])(
    '%s is the merged machine',
    (word) => {
      expect(asked(word).hits.map(({ id }) => id)).toEqual(
        asked('PC-NEW').hits.map(({ id }) => id),
      );
      expect(asked(word).hits).toHaveLength(1);
    },
  );

  test('a full name that no row bears is not the machine of its first part', () => {
    expect(asked('PC-NEW.local').hits).toEqual([]);
    expect(asked('nothing').hits).toEqual([]);
  });

  test('one name of two machines gives both', () => {
    expect(asked('PC-TWIN').hits).toHaveLength(2);
  });
});

describe('identity', () => {
  test('says which key joined which rows', () => {
    const { identity, rows: sourceRows, totalRows } = of('PC-NEW');
    expect(totalRows).toBe(2);
    expect(identity.merges).toEqual([{ rung: 'serial', key: 'sn-12345', rows: [1, 2] }]);
    expect(sourceRows.map(({ facts }) => facts['host'])).toEqual(['PC-NEW', 'PC-OLD']);
    expect(sourceRows.map(({ row }) => row)).toEqual([1, 2]);
    expect(identity.sound).toBe(true);
  });

  test('says with whom it shares a name and why they are two', () => {
    const { identity, endpoint } = of(twins[0]);
    const other = asked('PC-TWIN').hits.find(({ id }) => id !== endpoint.id);
    expect(identity.rung).toBe('hardware_uuid');
    expect(identity.keptApart).toMatchObject([{ rung: 'host', others: [{ id: other?.id }] }]);
    expect(identity.sound).toBe(false);
  });

  test('names an id that several machines bear and that is not used', () => {
    const { identity } = of('CLONE-1');
    expect(identity.shared).toMatchObject([{ rung: 'hardware_uuid', machines: 2 }]);
    expect(identity).toMatchObject({ rung: 'mac_and_host', merges: [], sound: false });
  });

  test('a machine of one row merged nothing', () => {
    expect(of('PC-STALE').identity.merges).toEqual([]);
  });
});

describe('what is taken of a flag, and why', () => {
  test.each([
    { host: 'PC-NEWER', flag: 'realtime', taken: false, rule: 'newer' },
    { host: 'PC-STRONGER', flag: 'realtime', taken: true, rule: 'stronger' },
    { host: 'PC-DOUBT', flag: 'realtime', taken: null, rule: 'doubt' },
    { host: 'PC-WEAK', flag: 'running', taken: false, rule: 'weak_yes' },
    { host: 'PC-ORPHAN', flag: 'running', taken: null, rule: 'orphan', product: 'Apex One' },
    { host: 'PC-NEW', flag: 'managed', taken: true, rule: 'agreed' },
    { host: 'PC-NEW', flag: 'auto_update', taken: null, rule: 'silent' },
    { host: 'PC-NAME', flag: 'installed', taken: null, rule: 'name_alone', product: 'FortiClient' },
  ])('$host, $flag: $taken by $rule', ({ host, flag, taken, rule, product }) => {
    expect(flagOf(host, flag, product ?? 'Kaspersky')).toMatchObject({ taken, rule });
  });

  test('names the rows that say so, the strongest first, and what they only imply', () => {
    expect(flagOf('PC-WEAK', 'installed', 'Kaspersky')?.words).toMatchObject([
      { row: 1, says: true, grade: 'A', implied: false },
      { row: 2, says: true, grade: 'C', implied: true },
    ]);
  });
});

describe('verdict', () => {
  test('Defender passive beside Kaspersky: Kaspersky decides, Defender alone would not protect', () => {
    const { verdict, products, steps } = of('PC-TWO');
    expect(verdict).toBe('protected');
    expect(steps.at(-1)).toMatchObject({ decided: true, holds: true, step: { id: 'V4' } });
    const [decides] = products.filter((each) => each.decides);
    expect(decides?.label).toContain('Kaspersky');
    const defender = products.find(({ label }) => label.includes('Defender'));
    expect(defender?.blocking).toBe(false);
    expect(defender?.verdict?.verdict).not.toBe('protected');
  });

  test('old evidence: the step before the protected one decides, with the age it saw', () => {
    const { verdict, steps, checks } = of('PC-STALE');
    expect(verdict).toBe('unknown');
    expect(steps.map(({ step }) => step.id)).toEqual(['V1', 'V2', 'V3']);
    expect(steps[2]?.because).toMatchObject([
      { fact: 'evidence_age_days', found: 40, holds: true },
    ]);
    const seen = checks.find(({ check }) => check.id === 'EP-15');
    expect(seen).toMatchObject({
      outcome: 'fail',
      because: [{ fact: 'seen_days_ago', found: 40 }],
    });
  });

  test.each([
    { host: 'PC-NONE', verdict: 'unprotected', rule: 'none_seen', stated: true },
    { host: 'PC-NEWER', verdict: 'unprotected', rule: 'each_says_no', stated: true },
    { host: 'PC-SEEN', verdict: 'unknown', rule: 'nothing_said', stated: false },
    { host: 'PC-DOUBT', verdict: 'unknown', rule: 'not_all_no', stated: false },
  ])('$host is $verdict: $rule', ({ host, verdict, rule, stated }) => {
    expect(of(host)).toMatchObject({ verdict, noProtection: { stated, rule } });
  });

  test('every check of the pack has its outcome, and no reason contradicts it', () => {
    for (const word of ['PC-NEW', 'PC-NEWER', 'PC-STALE', 'PC-NONE', 'PC-SEEN', 'PC-TWO']) {
      const { checks } = of(word);
      expect(checks).toHaveLength(20);
      for (const { check, outcome, because } of checks) {
        const expected = { pass: true, fail: false, unknown: null, not_applicable: false }[outcome];
        expect(
          because.some(({ holds }) => holds === expected),
          `${word} ${check.id}`,
        ).toBe(true);
      }
    }
  });
});
