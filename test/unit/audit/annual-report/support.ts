import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { AnnualReport } from '../../../../src/audit/annual-report/report.js';
import type {
  AnnualReportOptions,
  AnnualReportSource,
  ReportingAgency,
  SystemJudgement,
} from '../../../../src/audit/annual-report/source.js';
import { annualReport } from '../../../../src/audit/annual-report.js';
import { camelKeys } from '../../../../src/documents/camel-keys.js';
import { isoDate } from '../../../../src/domain/dates.js';
import type { InformationSystem } from '../../../../src/domain/systems.js';
import type { Inventory, Organisation } from '../../../../src/intake/inventory.js';
import type { AnnualReportForm } from '../../../../src/packs/annual-report-form.js';

/** The pack's form as the code sees it. Read without the pack reader, whose own tests check the files. */
export const form = camelKeys(
  parse(readFileSync('rules/packs/vn-2026/annual-report.yaml', 'utf8')),
  new Set(),
) as AnnualReportForm;

/** A system of the Department of Health about which every check passes; each test changes what it is about. */
export const soundSystem: InformationSystem = {
  id: 'nhan-su',
  name: 'Phần mềm quản lý nhân sự',
  agency: 'so-y-te',
  lifecycle: 'operating',
  owner: { name: 'UBND tỉnh Lạng Sơn' },
  operatingUnit: 'Văn phòng Sở Y tế',
  specialisedUnit: 'Sở Khoa học và Công nghệ',
  facts: { system_types: ['internal'] },
  components: [],
  declaredLevel: 3,
  dossier: { stage: 'approved' },
  approval: {
    level: 3,
    number: '12/QĐ-UBND',
    date: isoDate('2026-10-01'),
    authority: 'owner',
    legalBasis: 'decree_331',
  },
  securityRegulation: { number: '01/QC-SYT', date: isoDate('2026-08-25'), authority: 'Sở Y tế' },
  securityPlan: { status: 'fully', date: isoDate('2026-10-20') },
  assessments: [{ kind: 'periodic', date: isoDate('2026-06-01'), independent: true }],
  changes: [],
  dutiesDone: [],
  at: { path: 'agencies/so-y-te/inventory.yaml', line: 12, pointer: '/systems/0' },
} as unknown as InformationSystem;

type Changes = { readonly [Key in keyof InformationSystem]?: InformationSystem[Key] | undefined };

/** `soundSystem` with changes; undefined takes a part away. */
export function systemWith(changes: Changes): InformationSystem {
  const entries = Object.entries({ ...soundSystem, ...changes });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as unknown as InformationSystem;
}

const party = {
  mandateDocument: 'Luật Tổ chức chính quyền địa phương',
  headName: 'Nguyễn Văn An',
  headPosition: 'Chủ tịch',
  address: 'Số 1, đường Hùng Vương',
  phone: '0205 3 000 000',
  email: 'ubnd@langson.gov.vn',
};

/** Parties of whom everything is said. */
export const organisation: Organisation = {
  owner: { name: 'UBND tỉnh Lạng Sơn', ...party },
  specialisedUnit: { name: 'Sở Khoa học và Công nghệ', ...party, headPosition: 'Giám đốc' },
  operatingUnits: [{ name: 'Văn phòng Sở Y tế', head: 'Trần Thị Bình', contact: '0205 3 111 111' }],
};

/** A judgement that agrees with what the system says of itself and rests on answers to every requirement. */
function judgement(system: InformationSystem): SystemJudgement {
  const status = system.securityPlan?.status ?? null;
  const met = status === 'fully' ? 10 : status === 'partly' ? 5 : 0;
  return {
    computedLevel: system.declaredLevel ?? null,
    levelKept: false,
    approvalBy: 'vn-2026',
    planStatus: status,
    requirements: {
      pack: 'vn-2026',
      level: system.declaredLevel ?? 3,
      use: 'audit',
      self: null,
      inspection: null,
      unused: [],
      broken: [],
      items: [],
      counts: {
        mandatory: 10,
        met,
        partly_met: 0,
        not_met: 10 - met,
        not_applicable: 0,
        not_reviewed: 0,
        expired: 0,
        stale: 0,
        no_evidence: 0,
        no_reason: 0,
        differing: 0,
        optional: 0,
      },
      planStatus: status,
    },
  };
}

export interface AgencySpec {
  readonly id?: string;
  readonly name?: string;
  readonly systems?: readonly InformationSystem[];
  readonly organisation?: Organisation | undefined;
  readonly missing?: ReportingAgency['missing'];
  /** Judgements that differ from the usual one, by system id; null = none. */
  readonly judged?: Readonly<Record<string, Partial<SystemJudgement> | null>>;
}

export function agency(spec: AgencySpec = {}): ReportingAgency {
  const { id = 'so-y-te', name = 'Sở Y tế', systems = [soundSystem], missing = null } = spec;
  const said = 'organisation' in spec ? spec.organisation : organisation;
  const inventory: Inventory = {
    agency: id,
    endpointReports: [],
    endpointExclusions: [],
    uses: [],
    ...(said && { organisation: said }),
    dutiesDone: [],
    systems: systems.map((system, i) => ({
      ...system,
      agency: id,
      at: { path: `agencies/${id}/inventory.yaml`, line: 10 + i, pointer: `/systems/${i}` },
    })),
    path: `agencies/${id}/inventory.yaml`,
  } as Inventory;
  return {
    id,
    name,
    inventory: missing === null ? inventory : null,
    missing,
    judged: new Map(
      inventory.systems
        .filter(({ lifecycle }) => lifecycle !== 'retired')
        .flatMap((system) => {
          const own = spec.judged?.[system.id];
          return own === null ? [] : [[system, { ...judgement(system), ...own }] as const];
        }),
    ),
  };
}

export function source(...agencies: readonly ReportingAgency[]): AnnualReportSource {
  return {
    title: 'Tỉnh Lạng Sơn',
    pack: {
      id: 'vn-2026',
      version: '2026.11.0',
      digest: '0'.repeat(64),
      effective: { from: isoDate('2026-08-19'), to: null },
      form,
    },
    agencies,
  };
}

/** Sent on the last day of the data. */
export const usual: AnnualReportOptions = { reportYear: 2026, sentOn: isoDate('2026-12-14') };

/** The report of these systems of one agency. */
export function reportOf(
  systems: readonly InformationSystem[],
  options: Partial<AnnualReportOptions> = {},
  spec: AgencySpec = {},
): AnnualReport {
  return annualReport(source(agency({ ...spec, systems })), { ...usual, ...options });
}

export function outcomes(report: AnnualReport): Readonly<Record<string, string>> {
  return Object.fromEntries(report.checks.map(({ id, outcome }) => [id, outcome]));
}

/** The figures of section 1 by id. */
export function figures(report: AnnualReport): Readonly<Record<string, unknown>> {
  return Object.fromEntries(report.summary.map(({ id, value }) => [id, value]));
}
