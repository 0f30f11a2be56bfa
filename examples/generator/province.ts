import type { IsoDate } from '../../src/domain/dates.js';
import type { RequirementCatalogue } from '../../src/packs/types.js';
import { bodies } from './agencies.js';
import { borderSystems } from './border-systems.js';
import { withDefect } from './broken-files.js';
import { type ChecklistStage, inspection, selfAssessment } from './checklists.js';
import { communeSystems } from './commune-systems.js';
import { departmentSystems } from './department-systems.js';
import { endpointHandIn } from './endpoints.js';
import type { FileContent } from './exports.js';
import { healthSystems } from './health-systems.js';
import { indicatorsFile } from './indicators.js';
import { type DealtSystem, dealtSystems, inventoryFile } from './inventory.js';
import { daysBefore } from './moments.js';
import { officeSystems } from './office-systems.js';
import { type AgencyProfile, agencyProfiles } from './profiles.js';
import { createRandom } from './random.js';
import { readmeText } from './readme-text.js';
import { sectorSystems } from './sector-systems.js';
import { staffSystems } from './staff-systems.js';
import type { SystemTemplate } from './system-template.js';
import { yamlText } from './yaml-text.js';

/** Files by path relative to the workspace, `/` between folders. */
export type GeneratedFiles = Map<string, Uint8Array | string>;

export interface ProvinceOptions {
  readonly seed: number;
  /** The day on which the example is meant to be audited; all its dates lie around it. */
  readonly asOf: IsoDate;
  /** The catalogues that checklists answer. */
  readonly catalogues: readonly RequirementCatalogue[];
  /** Multiplies the numbers of machines; default 1. */
  readonly scale?: number;
}

/**
 * The example workspace of Lạng Sơn, in order of path: real bodies, invented data. Pure: the same options give the
 * same bytes. Each agency draws from a seed of its own, so that a change to one leaves the others as they are.
 */
export async function generateProvince(options: ProvinceOptions): Promise<GeneratedFiles> {
  const files: (readonly [string, Uint8Array | string])[] = [
    ['.gitattributes', '* -text\n'],
    ['README.md', readmeText],
    ['agencies.yaml', agenciesFile()],
    ['indicators.yaml', indicatorsFile()],
    ['tuanthu.yaml', workspaceFile(options.asOf)],
  ];
  const profiles = agencyProfiles(createRandom(`${options.seed}/profiles`), options.scale ?? 1);
  for (const [index, profile] of profiles.entries()) {
    for (const [path, content] of handIn(profile, index, options)) {
      files.push([`agencies/${profile.id}/${path}`, await content]);
    }
  }
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function handIn(
  profile: AgencyProfile,
  index: number,
  options: ProvinceOptions,
): ReadonlyMap<string, FileContent> {
  const agencyName = bodies.find((body) => body.id === profile.id)?.name ?? profile.id;
  const seed = `${options.seed}/${profile.id}`;
  const network = 20 + index;
  const endpoints = endpointHandIn(profile, agencyName, network, options.asOf, seed);
  const random = createRandom(`${seed}/systems`);
  const systems = systemsOf(profile, agencyName, random);
  const inventory = inventoryFile({
    profile,
    agencyName,
    asOf: options.asOf,
    systems,
    endpoints,
    random,
  });
  const files = new Map<string, FileContent>([
    ['inventory.yaml', inventory],
    ...endpoints.files,
    ...checklistFiles(profile, agencyName, dealtSystems(profile, systems), options),
  ]);
  return withDefect(profile, files, createRandom(`${seed}/defect`));
}

/** Checklists of an agency's systems; each draws from a seed of its own. */
function checklistFiles(
  profile: AgencyProfile,
  agencyName: string,
  systems: readonly DealtSystem[],
  { seed, asOf, catalogues }: ProvinceOptions,
): GeneratedFiles {
  const files: GeneratedFiles = new Map();
  systems.forEach((system, index) => {
    const catalogue = catalogues.find((each) => each.level === system.level);
    const stage = stageOf(system, index, profile);
    if (!catalogue || !stage) return;
    const random = createRandom(`${seed}/${system.id}/checklist`);
    const { symbol } = profile;
    const context = { system: system.id, catalogue, agencyName, symbol, asOf, random };
    files.set(`checklists/${system.id}.self_assessment.yaml`, selfAssessment(stage, context));
    if (profile.systems === 'mixed' && stage === 'most' && index % 2 === 0) {
      files.set(`checklists/${system.id}.inspection.yaml`, inspection(context));
    }
  });
  return files;
}

/** Stages dealt out to systems that say their plan is fully carried out, in agencies where everything occurs. */
const fullStages: readonly (ChecklistStage | undefined)[] = [
  'full',
  'expired',
  'full',
  'old_wording',
  'no_evidence',
  undefined,
];

/** Agencies keep checklists in step with what they say of the plan, except where the example shows that they don't. */
function stageOf(
  { state, plan }: DealtSystem,
  index: number,
  { systems }: AgencyProfile,
): ChecklistStage | undefined {
  // Approvals under the old law rest on the declared plan for now.
  if (state === 'kept' || state === 'invested') return undefined;
  if (systems === 'model') return 'full';
  switch (plan) {
    case 'fully':
      return fullStages[index % fullStages.length];
    case 'partly':
      return 'most';
    case 'not_started':
      return systems === 'classified' ? 'begun' : undefined;
    case 'fully_undocumented':
    case 'unsaid':
      return undefined;
  }
}

const given: Readonly<Record<string, readonly SystemTemplate[]>> = {
  ...borderSystems,
  ...healthSystems,
  ...officeSystems,
  ...sectorSystems,
  ...staffSystems,
  ...departmentSystems,
};

function systemsOf(
  profile: AgencyProfile,
  agencyName: string,
  random: ReturnType<typeof createRandom>,
) {
  return given[profile.id] ?? communeSystems(agencyName, profile.systems, random);
}

function workspaceFile(asOf: IsoDate): string {
  return yamlText(
    {
      schema_version: 1,
      title: 'Tỉnh Lạng Sơn',
      packs: ['vn-2026', 'vn-2016', 'endpoint-baseline', 'lang-son-plan-72'],
      agencies: 'agencies.yaml',
      submissions: 'agencies',
      collection: { due: daysBefore(asOf, 4) },
      letterhead: {
        superior: 'Ủy ban nhân dân tỉnh Lạng Sơn',
        issuer: 'Sở Khoa học và Công nghệ',
        sign: 'SKHCN',
        place: 'Lạng Sơn',
        signer: { title: 'GIÁM ĐỐC' },
        recipients: [
          'Ủy ban nhân dân tỉnh (để báo cáo)',
          'Công an tỉnh',
          'Các sở, ban, ngành; UBND các xã, phường',
          'Lưu: VT',
        ],
        agency_recipients: ['Ủy ban nhân dân tỉnh (để báo cáo)', 'Công an tỉnh', 'Lưu: VT'],
      },
    },
    ['yaml-language-server: $schema=../../schemas/workspace.schema.json'],
  );
}

function agenciesFile(): string {
  return yamlText({ schema_version: 1, agencies: bodies }, [
    'yaml-language-server: $schema=../../schemas/agencies.schema.json',
    'Các cơ quan của tỉnh Lạng Sơn; cơ quan đã kết thúc hoạt động được giữ lại với ngày kết thúc.',
  ]);
}
