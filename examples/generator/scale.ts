import type { IsoDate } from '../../src/domain/dates.js';
import { adExport } from './ad-export.js';
import { kscExport } from './ksc-export.js';
import { type Machine, makeMachines } from './machines.js';
import { daysBefore, momentOf } from './moments.js';
import { normalisedExport } from './normalised-export.js';
import { createRandom, type Random } from './random.js';
import { internalApplication, localNetwork, website } from './system-facts.js';
import { yamlText } from './yaml-text.js';

export interface ScaleOptions {
  readonly agencies: number;
  /** Machines over all agencies, spread evenly. */
  readonly endpoints: number;
  readonly seed: number;
  readonly asOf: IsoDate;
}

/**
 * A plain large workspace for measuring: every machine is in Active Directory and in either Kaspersky Security Center
 * or, in every third agency, in local collectors' NDJSON. Yields file by file, so that a million machines fit into memory.
 */
export function* generateScale(
  options: ScaleOptions,
): Generator<readonly [path: string, content: string]> {
  const ids = Array.from(
    { length: options.agencies },
    (_, index) => `don-vi-${String(index + 1).padStart(4, '0')}`,
  );
  const names = new Map(ids.map((id, index) => [id, `Đơn vị số ${index + 1}`]));
  yield ['agencies.yaml', agenciesFile(names)];
  yield ['tuanthu.yaml', workspaceFile(options)];
  for (const [index, id] of ids.entries()) {
    const count = share(options.endpoints, options.agencies, index);
    const random = createRandom(`${options.seed}/${id}`);
    const exportedOn = daysBefore(options.asOf, 5);
    const machines = makeMachines(
      {
        count,
        code: `D${index + 1}`,
        domain: 'tinh.local',
        network: index % 250,
        mix: {
          not_installed: random.pick([0.01, 0.05, 0.2]),
          stopped: 0.02,
          outdated: 0.03,
          stale: 0.02,
          missing: 0.03,
        },
        asOf: options.asOf,
        exportedAt: momentOf(exportedOn, 40_000),
      },
      random,
    );
    yield [`agencies/${id}/inventory.yaml`, inventoryFile(id, count, exportedOn)];
    yield* exports(id, index, machines, options, random);
  }
}

function* exports(
  id: string,
  index: number,
  machines: readonly Machine[],
  options: ScaleOptions,
  random: Random,
): Generator<readonly [path: string, content: string]> {
  const folder = `agencies/${id}/endpoints`;
  const directory = {
    dates: 'vietnamese',
    typeLine: index % 2 === 0,
    unit: `Don vi ${index + 1}`,
    extraColumns: false,
    disabled: Math.round(machines.length * 0.02),
    dead: 0,
    code: `D${index + 1}`,
    asOf: options.asOf,
  } as const;
  yield [`${folder}/ad.csv`, adExport(machines, directory, random)];
  if (index % 3 === 2) {
    yield [
      `${folder}/thu-thap.ndjson`,
      normalisedExport(machines, { agency: id, form: 'ndjson' }, random),
    ];
  } else {
    const device = {
      dates: 'american',
      columns: 'full',
      reimaged: 2,
      group: `Don vi ${index + 1}`,
    } as const;
    yield [`${folder}/ksc.csv`, kscExport(machines, device, random)];
  }
}

function share(total: number, parts: number, index: number): number {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0);
}

function agenciesFile(names: ReadonlyMap<string, string>): string {
  const agencies = [...names].map(([id, name]) => ({ id, name, kind: 'department' }));
  return yamlText({ schema_version: 1, agencies }, []);
}

function workspaceFile(options: ScaleOptions): string {
  return yamlText(
    {
      schema_version: 1,
      title: 'Tỉnh đo hiệu năng',
      packs: ['vn-2026', 'endpoint-baseline', 'lang-son-plan-72'],
      agencies: 'agencies.yaml',
      submissions: 'agencies',
      collection: { due: daysBefore(options.asOf, 4) },
    },
    [],
  );
}

function inventoryFile(id: string, count: number, exportedOn: IsoDate): string {
  const system = (slug: string, name: string, facts: unknown) => ({
    id: `${id}-${slug}`,
    name,
    owner: { name: 'UBND tỉnh' },
    facts,
    declared_level: 2,
  });
  return yamlText(
    {
      schema_version: 1,
      agency: id,
      submitted_on: exportedOn,
      declared_endpoints: {
        count,
        register: 'Sổ theo dõi tài sản CNTT',
        date: daysBefore(exportedOn, 20),
      },
      endpoint_reports: [{ file: 'endpoints/ad.csv', exported_on: exportedOn }],
      systems: [
        system('lan', 'Mạng nội bộ', localNetwork()),
        system('trang-ttdt', 'Trang thông tin điện tử', website(5)),
        system('nghiep-vu', 'Phần mềm nghiệp vụ', internalApplication(800)),
      ],
    },
    [],
  );
}
