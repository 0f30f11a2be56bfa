import { describe, expect, test } from 'vitest';
import { loadSchemas } from '../../src/documents/schemas.js';
import { type IsoDate, isoDate, parseDuration } from '../../src/domain/dates.js';
import { obligationsInForce } from '../../src/packs/obligations.js';
import { readHolidays } from '../../src/packs/read-holidays.js';
import { readPack } from '../../src/packs/read-pack.js';
import type { RulePack } from '../../src/packs/types.js';
import { openFolder } from '../../src/platform/files.js';
import { judgeObligation } from '../../src/systems/judge-obligations.js';
import {
  agencyFacts,
  assessmentFacts,
  changeFacts,
  incidentFacts,
  obligationFacts,
} from '../../src/systems/obligation-facts.js';
import { staffSystem } from '../unit/systems/support.js';
import { cases, type ObligationCase } from './obligation-cases.js';

const files = openFolder('.');
const schemas = await loadSchemas(files, 'schemas');
const holidays = await readHolidays(files, schemas);
const packs: RulePack[] = [];
for (const id of ['vn-2026', 'vn-2016']) {
  const { pack } = await readPack(files, `rules/packs/${id}`, schemas, { catalogues: true });
  if (!pack) throw new Error(`${id} can't be used`);
  packs.push(pack);
}
const all = packs.flatMap((pack) => pack.obligations?.obligations ?? []);

test('there are cases for every obligation, and for nothing else', () => {
  expect(Object.keys(cases).sort()).toEqual(all.map(({ id }) => id).sort());
});

function judge(id: string, each: ObligationCase) {
  const asOf = isoDate(each.asOf);
  const stated = obligationsInForce(packs, asOf).find(({ obligation }) => obligation.id === id);
  if (!stated) throw new Error(`${id} isn't in force on ${asOf}`);
  const interval = each.interval === undefined ? undefined : parseDuration(each.interval);
  const { due } = stated.obligation;
  const slug =
    'every' in due && typeof due.every === 'object' && 'requirement' in due.every
      ? due.every.requirement
      : '';
  return judgeObligation(
    stated,
    {
      facts: { as_of: asOf, ...each.facts },
      records: (each.records ?? []).map((record) => ({
        obligation: id,
        ...record,
        on: isoDate(record.on),
      })),
      ...(each.event !== undefined && { event: { label: 'E', on: each.event as IsoDate } }),
      ...(interval && { rhythms: new Map([[slug, { interval, lastMet: null }]]) }),
    },
    { asOf, holidays, soon: { months: 0, days: 30 } },
  );
}

describe.each(Object.entries(cases))('%s', (id, own) => {
  test.each(own.map((each) => [`${each.status} on ${each.asOf}`, each] as const))(
    '%s',
    (_, each) => {
      const result = judge(id, each);
      expect(result.status).toBe(each.status);
      if (each.due !== undefined) expect(result.due).toBe(each.due);
      if (each.latest !== undefined) expect(result.latest).toBe(each.latest);
      if (each.daysLate !== undefined) expect(-(result.daysLeft ?? 0)).toBe(each.daysLate);
    },
  );

  test('is late or open in some case, done or out of place in another', () => {
    const { kind, due, unrecorded } = all.find((each) => each.id === id) ?? {};
    const found = own.map(({ status }) => status);
    if (kind === 'information') return expect(found).toContain('information');
    const neverLate = due && ('unset' in due || (unrecorded === 'unknown' && !('every' in due)));
    expect(found).toContain(neverLate ? 'unknown' : 'overdue');
    expect(
      found.some((word) => ['done', 'upcoming', 'due_soon', 'not_applicable'].includes(word)),
    ).toBe(true);
  });
});

test.each(packs.map((pack) => [pack.id, pack] as const))(
  '%s declares only facts that are worked out, of every kind of subject',
  (_, pack) => {
    const asOf = isoDate('2026-11-24');
    const known = { level: 2, transitionCase: 'TR-NEW', planStatus: 'fully' } as const;
    const worked = {
      ...obligationFacts(staffSystem, known, asOf),
      ...incidentFacts({ id: 'i', detectedAt: '2026-11-01T08:00+07:00' }, asOf),
      ...changeFacts({ trigger: 'scope', date: asOf }, staffSystem, asOf),
      ...assessmentFacts({ kind: 'periodic', date: asOf }),
      ...agencyFacts([], asOf),
    };
    const declared = (pack.obligations?.facts ?? []).map(({ id }) => id);
    expect(declared.toSorted()).toEqual(Object.keys(worked).sort());
  },
);

test('every obligation is in force on some day, and says how sure its date is', () => {
  for (const pack of packs) {
    for (const { effective, certainty, citations, due } of pack.obligations?.obligations ?? []) {
      expect(effective?.from ?? pack.effective.from).toMatch(/^\d{4}-/);
      // A date that can be read in two ways isn't the wording's.
      if ('latest' in due) expect(certainty).not.toBe('text');
      expect(citations.length).toBeGreaterThan(0);
    }
  }
});
