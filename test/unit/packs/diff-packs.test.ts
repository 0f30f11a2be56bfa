import { describe, expect, test } from 'vitest';
import { type DiffPart, diffPacks } from '../../../src/packs/diff-packs.js';
import type { Requirement, RequirementCatalogue, RulePack } from '../../../src/packs/types.js';
import { changed, readSmall, smallPack } from './small-pack.js';

async function pack(texts: Readonly<Record<string, string>> = smallPack): Promise<RulePack> {
  const { pack: found, diagnostics } = await readSmall(texts);
  if (!found) throw new Error(JSON.stringify(diagnostics));
  return found;
}
const small = await pack();

test('a pack and itself: nothing but counts', () => {
  const diff = diffPacks(small, small);
  for (const part of diff.parts) {
    expect(part).toMatchObject({ added: [], removed: [], changed: [] });
    expect(part.unchanged).toBeGreaterThan(0);
  }
  expect(diff.parts.map(({ part }) => part)).toContain('criteria');
  expect(diff.requirements).toEqual([]);
});

/** A pack with some members of one item of one list put in place of others. */
function edited(
  list: (pack: RulePack) => readonly { readonly id: string }[] | undefined,
  id: string,
  members: object,
): RulePack {
  const copy = structuredClone(small);
  Object.assign(list(copy)?.find((each) => each.id === id) ?? {}, members);
  return copy;
}

test.each<{
  name: string;
  later: RulePack;
  part: DiffPart;
  id: string;
  fields: string[];
}>([
  {
    name: 'a criterion’s level',
    later: edited((each) => each.classification?.criteria, 'C-5', { level: 4 }),
    part: 'criteria',
    id: 'C-5',
    fields: ['level'],
  },
  {
    name: 'a criterion’s condition and title',
    later: edited((each) => each.classification?.criteria, 'C-2', {
      condition: { fact: 'people', op: 'gt', value: 3 },
      title: { vi: 'B', en: 'B' },
    }),
    part: 'criteria',
    id: 'C-2',
    fields: ['condition', 'title'],
  },
  {
    name: 'an instrument’s period',
    later: edited((each) => each.instruments, '1', { effective: { from: '2026-01-02', to: null } }),
    part: 'instruments',
    id: '1',
    fields: ['effective'],
  },
  {
    name: 'an approval rule',
    later: edited((each) => each.approval?.rules, 'CL-1', { severity: 'low' }),
    part: 'rules',
    id: 'CL-1',
    fields: ['severity'],
  },
  {
    name: 'a member that is new',
    later: edited((each) => each.endpointChecks?.checks, 'EP-2', { warning: { vi: 'W', en: 'W' } }),
    part: 'checks',
    id: 'EP-2',
    fields: ['warning'],
  },
  {
    name: 'a threshold',
    later: edited((each) => each.targets, 't-1', { atLeastPercent: 95 }),
    part: 'targets',
    id: 't-1',
    fields: ['atLeastPercent'],
  },
  {
    name: 'a default',
    later: edited((each) => each.endpointChecks?.parameters, 'fail_days', { default: 5 }),
    part: 'parameters',
    id: 'fail_days',
    fields: ['default'],
  },
])('changed: $name', ({ later, part, id, fields }) => {
  const diff = diffPacks(small, later);
  const found = diff.parts.find((each) => each.part === part);
  expect(found?.changed.map((each) => each.id)).toEqual([id]);
  expect(found?.changed[0]?.changes.map(({ field }) => field)).toEqual(fields);
  expect(found).toMatchObject({ added: [], removed: [] });
  const others = diff.parts.filter((each) => each.part !== part);
  expect(others.flatMap((each) => [...each.changed, ...each.added, ...each.removed])).toEqual([]);
});

test('the order of a list is no change', () => {
  const turned = structuredClone(small);
  (turned.targets as unknown[]).reverse();
  const [found] = diffPacks(small, turned).parts.filter(({ part }) => part === 'targets');
  expect(found).toMatchObject({ unchanged: 2, changed: [] });
});

test('added and removed are told apart, and the other way round they change places', async () => {
  const more = await pack(
    changed(
      'pack.yaml',
      'notes:\n',
      'notes:\n  - {id: N-2, certainty: open, text: {vi: Hai, en: Two}}\n',
    ),
  );
  const notes = (a: RulePack, b: RulePack) =>
    diffPacks(a, b).parts.find(({ part }) => part === 'notes');
  const item = { id: 'N-2', title: { vi: 'Hai', en: 'Two' } };
  expect(notes(small, more)).toMatchObject({ unchanged: 1, added: [item], removed: [] });
  expect(notes(more, small)).toMatchObject({ unchanged: 1, added: [], removed: [item] });
});

const requirement = (
  id: string,
  slug: string,
  text: string,
  parameters: Requirement['parameters'] = {},
) =>
  ({
    id,
    slug,
    clause: id,
    statement: { vi: text, en: text },
    parameters,
    optional: false,
    digest: `${text}${JSON.stringify(parameters)}`,
  }) as unknown as Requirement;

const catalogue = (...requirements: readonly Requirement[]): RequirementCatalogue => ({
  level: 2,
  standard: 'TCVN 14423:2026',
  section: '4',
  use: 'audit',
  groups: [{ id: '4.1', slug: 'g', title: { vi: 'G', en: 'G' }, requirements }],
});

const withCatalogue = (level: RequirementCatalogue | undefined): RulePack => ({
  ...small,
  ...(level && { requirements: { levels: [level], annex: [], points: [] } }),
});

describe('requirements', () => {
  const compare = (
    before: RequirementCatalogue | undefined,
    after: RequirementCatalogue | undefined,
  ) => {
    const [found] = diffPacks(withCatalogue(before), withCatalogue(after)).requirements;
    const ids = (list: readonly { readonly id: string }[] = []) => list.map(({ id }) => id);
    const pairs = (list: readonly { from: Requirement; to: Requirement }[] = []) =>
      list.map(({ from, to }) => `${from.id} ${to.id}`);
    return {
      comparable: found?.comparable,
      unchanged: found?.unchanged,
      moved: pairs(found?.moved),
      changed: pairs(found?.changed),
      fields: found?.changed.map(({ fields }) => fields.join()) ?? [],
      added: ids(found?.added),
      removed: ids(found?.removed),
    };
  };
  const none = { moved: [], changed: [], fields: [], added: [], removed: [] };

  test.each([
    {
      name: 'the same',
      before: [requirement('4.1.a', 'a', 'A')],
      after: [requirement('4.1.a', 'a', 'A')],
      found: { ...none, unchanged: 1 },
    },
    {
      name: 'another clause',
      before: [requirement('4.1.a', 'a', 'A')],
      after: [requirement('4.1.b', 'a', 'A')],
      found: { ...none, unchanged: 0, moved: ['4.1.a 4.1.b'] },
    },
    {
      name: 'another slug, the same wording and clause: answers carry over',
      before: [requirement('4.1.a', 'a', 'A')],
      after: [requirement('4.1.a', 'renamed', 'A')],
      found: { ...none, unchanged: 1 },
    },
    {
      name: 'another wording',
      before: [requirement('4.1.a', 'a', 'A')],
      after: [requirement('4.1.a', 'a', 'B')],
      found: { ...none, unchanged: 0, changed: ['4.1.a 4.1.a'], fields: ['statement'] },
    },
    {
      name: 'a shorter interval at another clause',
      before: [requirement('4.1.a', 'a', 'A', { interval: 'P1Y' })],
      after: [requirement('4.1.c', 'a', 'A', { interval: 'P6M' })],
      found: { ...none, unchanged: 0, changed: ['4.1.a 4.1.c'], fields: ['parameters'] },
    },
    {
      name: 'two that changed places',
      before: [requirement('4.1.a', 'a', 'A'), requirement('4.1.b', 'b', 'B')],
      after: [requirement('4.1.a', 'b', 'B'), requirement('4.1.b', 'a', 'A')],
      found: { ...none, unchanged: 0, moved: ['4.1.a 4.1.b', '4.1.b 4.1.a'] },
    },
    {
      name: 'one of two with the same slug is gone',
      before: [requirement('4.1#1', 'a', 'A'), requirement('4.1#2', 'a', 'B')],
      after: [requirement('4.1#1', 'a', 'B')],
      found: { ...none, unchanged: 0, moved: ['4.1#2 4.1#1'], removed: ['4.1#1'] },
    },
    {
      name: 'new and gone',
      before: [requirement('4.1.a', 'a', 'A')],
      after: [requirement('4.1.b', 'b', 'B')],
      found: { ...none, unchanged: 0, added: ['4.1.b'], removed: ['4.1.a'] },
    },
  ])('$name', ({ before, after, found }) => {
    expect(compare(catalogue(...before), catalogue(...after))).toEqual({
      comparable: true,
      ...found,
    });
  });

  test('a later edition of one standard compares', () => {
    const next = { ...catalogue(requirement('4.1.a', 'a', 'A')), standard: 'TCVN 14423:2031' };
    expect(compare(catalogue(requirement('4.1.a', 'a', 'A')), next)).toMatchObject({
      comparable: true,
      unchanged: 1,
    });
  });

  test('two standards have nothing in common, whatever slugs they share', () => {
    const other = { ...catalogue(requirement('4.1.a', 'a', 'A')), standard: 'TCVN 11930:2017' };
    expect(compare(other, catalogue(requirement('4.1.a', 'a', 'A')))).toEqual({
      ...none,
      comparable: false,
      unchanged: 0,
      added: ['4.1.a'],
      removed: ['4.1.a'],
    });
  });

  test('a level that only one has', () => {
    const only = catalogue(requirement('4.1.a', 'a', 'A'));
    expect(compare(undefined, only)).toMatchObject({ added: ['4.1.a'], removed: [] });
    expect(compare(only, undefined)).toMatchObject({ added: [], removed: ['4.1.a'] });
  });
});
