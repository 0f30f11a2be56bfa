import type { IsoDate } from '../../src/domain/dates.js';
import { adExport } from './ad-export.js';
import { slugOf } from './agencies.js';
import { type EndpointScenario, endpointScenarios } from './endpoint-scenarios.js';
import { type ExportName, exportFiles, type FileContent, otherDevices } from './exports.js';
import { kscExport } from './ksc-export.js';
import { listExport } from './list-export.js';
import { type Machine, makeMachines } from './machines.js';
import { daysBefore, type Moment, momentOf } from './moments.js';
import { normalisedExport } from './normalised-export.js';
import type { AgencyProfile, MachineGroup } from './profiles.js';
import { createRandom, type Random } from './random.js';

/** The endpoint side of one hand-in: files by path inside the agency's folder, and what the inventory says of them. */
export interface EndpointHandIn {
  readonly files: ReadonlyMap<string, FileContent>;
  readonly reports: readonly { readonly file: string; readonly exported_on: string }[];
  readonly declared:
    | { readonly count: number; readonly register: string; readonly date: string }
    | undefined;
  readonly exclusions: readonly Readonly<Record<string, string>>[];
}

interface GroupHandIn {
  readonly files: readonly (readonly [path: string, content: FileContent, dated: boolean])[];
  /** Absent when the agency doesn't say. */
  readonly exportedOn: IsoDate | undefined;
  readonly exclusions: readonly Readonly<Record<string, string>>[];
}

/** Everything the agency hands in about its machines. A pure function of its arguments. */
export function endpointHandIn(
  profile: AgencyProfile,
  agencyName: string,
  network: number,
  asOf: IsoDate,
  seed: string,
): EndpointHandIn {
  const random = createRandom(`${seed}/endpoints`);
  const groups = profile.groups
    .filter((group) => group.count > 0)
    .map((group) => groupHandIn({ profile, group, agencyName, network, asOf, seed }, random));
  const files = groups.flatMap((group) =>
    group.files.map((file) => ({ file, exportedOn: group.exportedOn })),
  );
  const declared = declaredCount(profile.groups);
  return {
    files: new Map(files.map(({ file: [path, content] }) => [path, content])),
    reports: files
      .filter(({ file: [, , dated] }) => !dated)
      .flatMap(({ file: [path], exportedOn }) =>
        exportedOn === undefined ? [] : [{ file: path, exported_on: exportedOn }],
      ),
    declared:
      declared === 0
        ? undefined
        : {
            count: declared,
            register: random.pick(registers),
            date: daysBefore(asOf, random.pick([24, 24, 40, 55])),
          },
    exclusions: groups.flatMap((group) => group.exclusions),
  };
}

/** An agency that declares anything declares all its groups. */
function declaredCount(groups: readonly MachineGroup[]): number {
  const shares = groups.map(
    (group) => (endpointScenarios[group.scenario] as EndpointScenario).declared,
  );
  if (shares.every((share) => share === undefined)) return 0;
  return groups.reduce(
    (sum, group, index) => sum + Math.round((shares[index] ?? 1) * group.count),
    0,
  );
}

const registers = [
  'Sổ theo dõi tài sản cố định năm 2026',
  'Sổ theo dõi tài sản CNTT năm 2026',
  'Phần mềm quản lý tài sản công',
  'Biên bản kiểm kê thiết bị CNTT năm 2026',
];

interface GroupPlan {
  readonly profile: AgencyProfile;
  readonly group: MachineGroup;
  readonly agencyName: string;
  readonly network: number;
  readonly asOf: IsoDate;
  readonly seed: string;
}

function groupHandIn(plan: GroupPlan, random: Random): GroupHandIn {
  const { profile, group, network, asOf } = plan;
  const scenario: EndpointScenario = endpointScenarios[group.scenario];
  const exportedOn = daysBefore(
    asOf,
    scenario.exportedDaysAgo ?? profile.submittedDaysAgo + random.pick([0, 0, 1]),
  );
  const exportedAt = momentOf(exportedOn, random.int(32_000, 59_000));
  const machines = makeMachines(
    {
      count: group.count,
      code: group.code,
      domain: group.domain ?? 'langson.local',
      network,
      mix: scenario.mix,
      asOf,
      exportedAt,
      ...(scenario.longNames === undefined ? {} : { longNames: scenario.longNames }),
      ...(scenario.cloned === undefined ? {} : { cloned: scenario.cloned }),
    },
    random,
  );
  const suffix = group.suffix === undefined ? '' : `-${group.suffix}`;
  return {
    files: groupFiles({ ...plan, scenario, machines, exportedAt, suffix }, random),
    exportedOn: scenario.undated ? undefined : exportedOn,
    exclusions: [
      ...exclusionsOf(machines, Math.round((scenario.excluded ?? 0) * group.count)),
      ...(scenario.exports?.includes('dhcp') ? otherDevices(group.code).map(leasedThing) : []),
    ],
  };
}

interface GroupContext extends GroupPlan {
  readonly scenario: EndpointScenario;
  readonly machines: readonly Machine[];
  readonly exportedAt: Moment;
  readonly suffix: string;
}

function groupFiles(context: GroupContext, random: Random): GroupHandIn['files'] {
  const { scenario, machines, exportedAt, agencyName, group, suffix } = context;
  const files: (readonly [string, FileContent, boolean])[] = [];
  if (scenario.ksc) {
    const { dates = 'american', columns = 'full', reimaged = 0 } = scenario.ksc;
    const options = { dates, columns, reimaged, group: group.code };
    files.push([`endpoints/ksc${suffix}.csv`, kscExport(machines, options, random), false]);
  }
  if (scenario.ad)
    files.push([`endpoints/ad${suffix}.csv`, directoryFile(context, scenario.ad, random), false]);
  if (scenario.list) {
    const {
      shape = 'bom_semicolon',
      product = 'Kaspersky Endpoint Security',
      otherProduct,
    } = scenario.list;
    const options = {
      shape,
      agencyName,
      exportedAt,
      product,
      ...(otherProduct ? { otherProduct } : {}),
    };
    files.push([`endpoints/danh-sach-may-tinh${suffix}.csv`, listExport(machines, options), false]);
  }
  if (scenario.collector) {
    const form = scenario.collector.form ?? 'ndjson';
    const content = normalisedExport(machines, { agency: context.profile.id, form }, random);
    files.push([`endpoints/thu-thap${suffix}.${form}`, content, true]);
  }
  return [...files, ...(scenario.exports ?? []).flatMap((name) => toolFiles(name, context))];
}

/** Tools draw from seeds of their own, so that one more of them leaves the other files as they are. */
function toolFiles(name: ExportName, context: GroupContext): GroupHandIn['files'] {
  const { machines, agencyName, group, exportedAt, seed } = context;
  const random = createRandom(`${seed}/${group.code}/${name}`);
  const found = exportFiles(name, machines, { agencyName, code: group.code, exportedAt, random });
  return found.map(([file, content]) => [`endpoints/${file}`, content, name === 'collected']);
}

function directoryFile(
  context: GroupContext,
  ad: NonNullable<EndpointScenario['ad']>,
  random: Random,
): string {
  const size = context.machines.length;
  const unit = slugOf(context.agencyName).replaceAll('-', ' ').toUpperCase();
  const options = {
    dates: ad.dates ?? 'vietnamese',
    typeLine: ad.typeLine ?? false,
    extraColumns: ad.extraColumns ?? false,
    disabled: Math.round((ad.disabled ?? 0) * size),
    dead: Math.round((ad.dead ?? 0) * size),
    unit: ad.lostLetters
      ? context.agencyName.replace(/[^\x20-\x7e]/g, '?').replaceAll(',', '')
      : unit,
    code: context.group.code,
    asOf: context.asOf,
  } as const;
  return adExport(context.machines, options, random);
}

/** A printer is no computer, a phone not the office's. */
function leasedThing(host: string, index: number): Readonly<Record<string, string>> {
  return index === 0
    ? { host, reason: 'not_capable', note: 'Máy in mạng, không cài được phần mềm' }
    : { host, reason: 'personal', note: 'Điện thoại cá nhân, không truy cập hệ thống của cơ quan' };
}

/** The first machines of the group, each with one of the reasons in turn, and one that no list shows. */
function exclusionsOf(
  machines: readonly Machine[],
  count: number,
): Readonly<Record<string, string>>[] {
  const reasons = [
    { reason: 'retired', note: 'Biên bản thanh lý số 12/BB ngày 05/10/2026' },
    { reason: 'not_capable', note: 'Máy điều khiển màn hình điện tử, không cài được phần mềm' },
    { reason: 'personal', note: 'Máy cá nhân của cán bộ, không truy cập hệ thống của cơ quan' },
  ];
  const excluded = machines.slice(0, count).map((machine, index) => ({
    host: machine.host,
    ...(reasons[index % reasons.length] ?? {}),
  }));
  const unseen = { host: 'MAY-CU-01', reason: 'other', note: 'Chờ bàn giao, không còn sử dụng' };
  return count === 0 ? [] : [...excluded, unseen];
}
