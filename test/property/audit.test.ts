import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgencyResult, Assessment, EndpointCounts } from '../../src/audit/assessment.js';
import { audit, auditFolder } from '../support/audit.js';
import {
  type AgencySpec,
  directoryExport,
  kscExport,
  normalisedExport,
  silent,
  soundSystem,
  unapprovedSystem,
  unclearSystem,
  withoutProduct,
  workspaceFiles,
  writeFiles,
} from '../support/workspace.js';

// Each run audits two whole workspaces, so there are few runs with many agencies each.
const runs = { numRuns: 4 };

const systems = {
  sound: (id: string) => soundSystem(id),
  unapproved: unapprovedSystem,
  unclear: unclearSystem,
  planless: (id: string) => soundSystem(id, { security_plan: { status: 'partly' } }),
  retired: (id: string) => soundSystem(id, { lifecycle: 'retired', approval: undefined }),
  undecided: (id: string) => soundSystem(id, { facts: {} }),
} as const;

type Machine = 'protected' | 'bare' | 'stopped' | 'old' | 'unlisted' | 'collected';

const ofConsole: Readonly<Record<Machine, ((name: string) => Record<string, string>) | undefined>> =
  {
    protected: (Name) => ({ Name }),
    bare: withoutProduct,
    stopped: (Name) => ({ Name, 'Real-time protection status': 'Stopped' }),
    old: (Name) => ({ Name, 'Information last updated': '2026-01-05 09:00:00' }),
    unlisted: undefined,
    collected: undefined,
  };

/** An agency's choice of systems and machines. Its directory knows every machine, its other sources some. */
const agency = fc.record({
  systems: fc.array(fc.constantFrom(...(Object.keys(systems) as (keyof typeof systems)[])), {
    maxLength: 3,
  }),
  machines: fc.array(fc.constantFrom(...(Object.keys(ofConsole) as Machine[])), { maxLength: 12 }),
  declared: fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined }),
  // One in eight hands in nothing.
  silent: fc.nat(7).map((n) => n === 0),
});

type Choice = typeof agency extends fc.Arbitrary<infer T> ? T : never;

function specOf(choice: Choice, index: number): AgencySpec {
  const id = `so-${index + 1}`;
  if (choice.silent) return silent(id);
  const named = choice.machines.map((machine, i) => ({
    machine,
    name: `${id}-pc-${i + 1}`.toUpperCase(),
  }));
  const listed = named.flatMap(({ machine, name }) => {
    const row = ofConsole[machine]?.(name);
    return row ? [row] : [];
  });
  const collected = named.filter(({ machine }) => machine === 'collected');
  const count = choice.declared;
  return {
    id,
    systems: choice.systems.map((kind, i) => systems[kind](`${id}-${i + 1}`)),
    inventory: count === undefined ? {} : { declared_endpoints: { count, register: 'Sổ' } },
    endpoints: {
      'ad.csv': directoryExport(named.map(({ name }) => ({ Name: name }))),
      ...(listed.length > 0 && { 'ksc.csv': kscExport(listed) }),
      ...(collected.length > 0 && {
        'thu-thap.ndjson': normalisedExport(collected.map(({ name }) => ({ host: name }))),
      }),
    },
  };
}

const agencies = fc
  .array(agency, { minLength: 1, maxLength: 12, size: 'max' })
  .map((all) => all.map(specOf));

const counts = [
  'found',
  'out_of_scope',
  'in_scope',
  'unreported',
  'protected',
  'degraded',
  'unprotected',
  'unknown',
] as const satisfies readonly (keyof EndpointCounts)[];

function expectSums({ province, agencies: all }: Assessment): void {
  const sum = (of: (each: AgencyResult) => number) =>
    all.reduce((total, each) => total + of(each), 0);
  for (const name of counts)
    expect(province.endpoints[name]).toBe(sum(({ endpoints }) => endpoints[name]));
  province.targets.forEach((target, i) => {
    for (const part of ['numerator', 'denominator', 'unknown'] as const) {
      expect(target[part]).toBe(sum(({ targets }) => targets[i]?.[part] ?? 0));
    }
    expect(target.numerator + target.unknown).toBeLessThanOrEqual(target.denominator);
  });
  expect(province.systems).toBe(sum((each) => each.systems.length));
  for (const { endpoints } of all) {
    const judged =
      endpoints.protected + endpoints.degraded + endpoints.unprotected + endpoints.unknown;
    expect(judged).toBe(endpoints.in_scope);
    expect(endpoints.found - endpoints.out_of_scope + endpoints.unreported).toBe(
      endpoints.in_scope,
    );
  }
}

const byId = (all: readonly AgencyResult[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

test('never throws; the province is the sum; the order of agencies changes no figure', async () => {
  await fc.assert(
    fc.asyncProperty(agencies, async (specs) => {
      const { assessment } = await audit({ agencies: specs });
      expectSums(assessment);
      const { assessment: turned } = await audit({ agencies: [...specs].reverse() });
      expect(byId(turned.agencies)).toEqual(byId(assessment.agencies));
      expect(turned.province).toEqual(assessment.province);
      expect(turned.findings).toEqual(assessment.findings);
    }),
    runs,
  );
});

test('taking files away never turns a target that is not met into one that is', async () => {
  await fc.assert(
    fc.asyncProperty(agencies, fc.nat(5), async (specs, pick) => {
      const files = workspaceFiles({ agencies: specs });
      const gone = specs.flatMap(({ id }, i) => {
        const own = Object.keys(files).filter((path) => path.startsWith(`agencies/${id}/`));
        return own[(pick + i) % Math.max(1, own.length)] ?? [];
      });
      const folder = await mkdtemp(join(tmpdir(), 'tuanthu-removed-'));
      try {
        const before = (await auditFolder(await writeFiles(folder, files))).assessment;
        for (const path of gone) await rm(join(folder, path));
        const after = (await auditFolder(folder)).assessment;
        before.agencies.forEach(({ id, targets }, i) => {
          targets.forEach((target, j) => {
            const now = after.agencies[i]?.targets[j]?.outcome;
            if (target.outcome === 'not_met')
              expect({ id, gone, now }).not.toMatchObject({ now: 'met' });
          });
        });
      } finally {
        await rm(folder, { recursive: true });
      }
    }),
    runs,
  );
});
