import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { camelKeys } from '../../../src/documents/camel-keys.js';
import { isoDate } from '../../../src/domain/dates.js';
import type { Facts, FactValue } from '../../../src/domain/facts.js';
import type { Level } from '../../../src/domain/rules.js';
import type { InformationSystem } from '../../../src/domain/systems.js';
import type { Approval, Classification, ClassificationFact } from '../../../src/packs/types.js';
import { judgeSystem, type SystemResult } from '../../../src/systems/judge-system.js';

/** The audit date of these tests. */
export const asOf = isoDate('2026-11-23');

function pack(file: string): unknown {
  return parse(readFileSync(`rules/packs/vn-2026/${file}`, 'utf8'));
}

/** The pack's classification table as the code sees it. Read without the pack reader, whose own tests check the files. */
export const classification = withReferenceValues(
  camelKeys(pack('classification.yaml'), new Set()) as Classification,
);

/** The pack's approval rules. */
export const approval = camelKeys(pack('approval.yaml'), new Set(['metrics'])) as Approval;

function withReferenceValues(table: Classification): Classification {
  const facts = table.facts.map((fact) => {
    const from = (fact as { valuesFrom?: string }).valuesFrom;
    const list = table.referenceLists.find((each) => each.id === from);
    return list ? { ...fact, values: list.items } : fact;
  });
  return { ...table, facts };
}

/** A case of the pack: facts that it doesn't list take an override, else the default of their type. */
export interface ClassificationCase {
  readonly id: string;
  readonly name: { readonly en: string };
  readonly facts: Facts;
  readonly unknown?: readonly string[];
  readonly expect: {
    readonly level: Level | null;
    readonly matched: readonly string[];
    readonly open?: readonly string[];
    readonly advisories?: readonly string[];
    readonly flags?: readonly string[];
    readonly raised_by?: string;
  };
}

interface CasesFile {
  readonly defaults: Readonly<Record<string, FactValue>>;
  readonly overrides: Facts;
  readonly cases: readonly ClassificationCase[];
}

const casesFile = pack('classification.cases.yaml') as CasesFile;

/** The pack's cases. */
export const cases = casesFile.cases;

/** A full set of answers in which every fact has the case file's default, with `facts` put over it. */
export function answered(facts: Facts, unknown: readonly string[] = []): Facts {
  const all = Object.fromEntries(
    classification.facts.map((fact) => [fact.id, facts[fact.id] ?? defaultOf(fact)]),
  );
  for (const fact of unknown) delete all[fact];
  return all;
}

function defaultOf(fact: ClassificationFact): FactValue {
  const { defaults, overrides } = casesFile;
  if (Object.hasOwn(overrides, fact.id)) return overrides[fact.id];
  return fact.nullable ? defaults['nullable'] : defaults[fact.type];
}

/** Answers of a staff system of one department: internal, personal data, level 2, nothing left open. */
export const staffFacts = answered({
  system_types: ['internal'],
  information_types: ['private', 'personal'],
  has_user_accounts: true,
  basic_data_subjects: 800,
});

/** The system of the Department of Health that passes everything; each test changes what it is about. */
export const staffSystem: InformationSystem = {
  id: 'so-y-te-nhan-su',
  name: 'Phần mềm quản lý nhân sự',
  agency: 'so-y-te',
  lifecycle: 'operating',
  owner: { name: 'UBND tỉnh Lạng Sơn' },
  operatingUnit: 'Văn phòng Sở Y tế',
  specialisedUnit: 'Sở Khoa học và Công nghệ',
  facts: staffFacts,
  components: [],
  declaredLevel: 2,
  dossier: {
    stage: 'approved',
    documents: ['overview', 'design', 'level_justification', 'security_plan'],
    appraisal: { by: 'Sở Khoa học và Công nghệ', byOperatingUnit: false },
  },
  approval: {
    level: 2,
    number: '12/QĐ-SKHCN',
    date: isoDate('2026-10-01'),
    authority: 'specialised_unit',
  },
  securityRegulation: { number: '01/QC-SYT', date: isoDate('2026-08-25') },
  securityPlan: { status: 'fully', document: 'Biên bản 07/BB', date: isoDate('2026-10-20') },
  assessments: [],
  changes: [],
  incidents: [],
  dutiesDone: [],
  at: { path: 'agencies/so-y-te/inventory.yaml', line: 12, pointer: '/systems/0' },
};

/** `staffSystem` with changes; undefined takes a part away. */
export function systemWith(
  changes: { readonly [Key in keyof InformationSystem]?: InformationSystem[Key] | undefined },
): InformationSystem {
  const entries = Object.entries({ ...staffSystem, ...changes });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as unknown as InformationSystem;
}

/** The pack's judgement of a system. */
export function judge(system: InformationSystem): SystemResult {
  return judgeSystem({ system, packs: { classification, approval }, asOf });
}
