import type { IsoDate } from '../../src/domain/dates.js';
import {
  type ApprovalState,
  approvalSections,
  investmentSection,
  type PlanState,
} from './approval-states.js';
import type { EndpointHandIn } from './endpoints.js';
import { daysBefore } from './moments.js';
import type { AgencyProfile } from './profiles.js';
import type { Random } from './random.js';
import { inOrder } from './system-facts.js';
import { provinceWide, type SystemTemplate } from './system-template.js';
import { yamlText } from './yaml-text.js';

export interface InventoryContext {
  readonly profile: AgencyProfile;
  readonly agencyName: string;
  readonly asOf: IsoDate;
  readonly systems: readonly SystemTemplate[];
  readonly endpoints: EndpointHandIn;
  readonly random: Random;
}

/** The agency's `inventory.yaml`. */
export function inventoryFile(context: InventoryContext): string {
  const { profile, endpoints, asOf, random } = context;
  const regulation = {
    number: `${random.int(60, 320)}/QĐ-${profile.symbol}`,
    date: daysBefore(asOf, random.int(64, 76)),
  };
  const inventory = {
    schema_version: 1,
    agency: profile.id,
    submitted_on: daysBefore(asOf, profile.submittedDaysAgo),
    declared_endpoints: endpoints.declared,
    endpoint_reports: endpoints.reports.length > 0 ? endpoints.reports : undefined,
    endpoint_exclusions: endpoints.exclusions.length > 0 ? endpoints.exclusions : undefined,
    organisation: organisationOf(profile.id),
    uses: usesOf(profile.id),
    systems: context.systems.map((system, index) =>
      systemEntry(system, index, regulation, context),
    ),
  };
  return yamlText(inventory, [
    'yaml-language-server: $schema=../../../../schemas/inventory.schema.json',
    `${context.agencyName}: số liệu giả định để minh họa`,
  ]);
}

/** The parties of the annual report, told once by the office of the province's committee. No people are named. */
function organisationOf(agency: string) {
  if (agency !== 'van-phong-ubnd') return undefined;
  const contact = { address: 'Địa chỉ minh họa', phone: '0000 000 000', email: 'vidu@example.org' };
  return {
    owner: {
      name: 'UBND tỉnh Lạng Sơn',
      head_position: 'Chủ tịch UBND tỉnh',
      ...contact,
    },
    specialised_unit: {
      name: 'Sở Khoa học và Công nghệ',
      mandate_document: '01/QĐ-UBND (giả định)',
      head_position: 'Giám đốc',
      ...contact,
    },
    operating_units: [
      { name: 'Văn phòng UBND tỉnh', head: 'Chánh Văn phòng', address: 'Địa chỉ minh họa' },
    ],
  };
}

function usesOf(agency: string): { system: string }[] {
  const local = agency.startsWith('ubnd-');
  const used = local
    ? [provinceWide.documents, provinceWide.procedures, provinceWide.mail, provinceWide.conference]
    : Object.values(provinceWide);
  return used.filter((system) => !system.startsWith(`${agency}-`)).map((system) => ({ system }));
}

function systemEntry(
  system: SystemTemplate,
  index: number,
  regulation: { readonly number: string; readonly date: string },
  context: InventoryContext,
): Readonly<Record<string, unknown>> {
  const { profile, agencyName, asOf, random } = context;
  const [state, plan] = dealt(system, index, profile);
  const unbuilt = system.lifecycle === 'building' || system.lifecycle === 'planned';
  const approvalContext = {
    asOf,
    level: system.level,
    symbol: profile.symbol,
    agencyName,
    regulation,
    random,
  };
  const approval = approvalSections(state, plan, approvalContext);
  return {
    id: `${profile.id}-${system.slug}`,
    name: system.name,
    lifecycle: system.lifecycle ?? 'operating',
    ...(unbuilt ? {} : { in_operation_since: sinceWhen(profile.id, asOf, random) }),
    ...investmentSection(state, approvalContext),
    owner: system.owner ?? ownerOf(profile, agencyName, random),
    ...(system.delegation ? { delegation: system.delegation } : {}),
    operating_unit: operatingUnit(profile.id, agencyName),
    specialised_unit: 'Sở Khoa học và Công nghệ',
    facts: inOrder(system.facts),
    ...(system.components
      ? { components: system.components.map((part) => ({ ...part, facts: inOrder(part.facts) })) }
      : {}),
    ...approval,
    ...(state === 'good' && random.chance(0.5) ? { assessments: [assessment(asOf, random)] } : {}),
    ...(system.incidents ? { incidents: system.incidents } : {}),
  };
}

function operatingUnit(agency: string, agencyName: string): string {
  if (agency.startsWith('ubnd-')) return `Văn phòng HĐND và ${agencyName}`;
  return agency === 'van-phong-ubnd' ? agencyName : `Văn phòng ${agencyName}`;
}

/** A system with what was dealt out to it, as the checklists need it. */
export interface DealtSystem {
  readonly id: string;
  readonly state: ApprovalState;
  readonly plan: PlanState;
  /** The level whose catalogue the system answers to: the approved one, else the one that the criteria give. */
  readonly level: number | undefined;
}

/** What is dealt out to an agency's systems, in their order. Draws nothing at random. */
export function dealtSystems(
  profile: AgencyProfile,
  systems: readonly SystemTemplate[],
): readonly DealtSystem[] {
  return systems.map((system, index) => {
    const [state, plan] = dealt(system, index, profile);
    const low = state === 'too_low' && system.level !== undefined;
    return {
      id: `${profile.id}-${system.slug}`,
      state,
      plan,
      level: low ? Math.max(1, (system.level ?? 2) - 1) : system.level,
    };
  });
}

/** States dealt out in turn to the systems of agencies where everything occurs. */
const mixedStates: readonly ApprovalState[] = [
  'good',
  'none',
  'submitted',
  'incomplete',
  'changed',
  'good',
  'drafting',
  'too_low',
  'late_regulation',
  'wrong_authority',
  'good',
  'undated',
  'no_regulation',
  'appraised',
  'future',
  'self_appraised',
  'undocumented',
];
const draftingStates: readonly ApprovalState[] = [
  'drafting',
  'submitted',
  'none',
  'drafting',
  'appraised',
];
const plans: readonly PlanState[] = [
  'partly',
  'fully',
  'not_started',
  'fully_undocumented',
  'fully',
];
const latePlans: readonly PlanState[] = ['partly', 'not_started', 'fully_undocumented', 'fully'];

function dealt(
  system: SystemTemplate,
  index: number,
  profile: AgencyProfile,
): readonly [ApprovalState, PlanState] {
  const turn = index + sumOfCodes(profile.id);
  const unready = system.level === undefined || system.lifecycle !== undefined;
  switch (profile.systems) {
    case 'model':
      return ['good', 'fully'];
    case 'classified':
      return ['good', deal(latePlans, turn)];
    case 'drafting':
      return [
        unready ? 'none' : deal(draftingStates, turn),
        index % 3 === 0 ? 'unsaid' : 'not_started',
      ];
    case 'mixed':
    case 'unclear':
    case 'none': {
      const state = system.state ?? (unready ? 'none' : deal(mixedStates, turn));
      const begun = !['none', 'drafting', 'submitted'].includes(state);
      return [state, system.plan ?? (begun ? deal(plans, turn) : 'not_started')];
    }
  }
}

function deal<T>(items: readonly T[], turn: number): T {
  return items[turn % items.length] as T;
}

function sumOfCodes(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}

function ownerOf(
  profile: AgencyProfile,
  agencyName: string,
  random: Random,
): Readonly<Record<string, string>> {
  if (profile.id.startsWith('ubnd-') && random.chance(0.1)) {
    return {
      name: agencyName,
      agency: profile.id,
      basis_document: `${random.int(20, 90)}/QĐ-UBND ngày 15/8/2025`,
    };
  }
  return { name: 'UBND tỉnh Lạng Sơn' };
}

/** Communes exist since July 2025; departments have systems of several years. */
function sinceWhen(agency: string, asOf: IsoDate, random: Random): IsoDate {
  return daysBefore(
    asOf,
    agency.startsWith('ubnd-') ? random.int(190, 500) : random.int(1150, 3100),
  );
}

function assessment(asOf: IsoDate, random: Random): Readonly<Record<string, string>> {
  return {
    kind: random.pick(['periodic', 'before_operation']),
    date: daysBefore(asOf, random.int(14, 60)),
    by: 'Sở Khoa học và Công nghệ',
    document: `Báo cáo số ${random.int(10, 300)}/BC-SKHCN`,
  };
}
