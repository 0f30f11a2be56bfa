import type { RequirementAnswer } from '../../src/domain/checklists.js';
import type { ChecklistForm } from '../../src/intake/checklists/checklist-form.js';
import { message } from '../../src/messages/catalogue.js';
import type { Requirement, RequirementCatalogue } from '../../src/packs/types.js';

const both = (vi: string) => ({ vi, en: `${vi} (en)` });

function requirement(id: string, more: Partial<Requirement> = {}): Requirement {
  return {
    id,
    clause: id.replace(/#\d+$/, ''),
    slug: id,
    kind: 'management',
    title: both(`Yêu cầu ${id}`),
    statement: both(`Đơn vị phải làm điều ${id}.`),
    evidence: [both('Quyết định ban hành')],
    parameters: {},
    optional: false,
    certainty: 'secondary',
    digest: `${id.replace(/[^0-9a-f]/g, '')}0000000000000000`.slice(0, 16),
    points: [],
    ...more,
  };
}

/** A catalogue of two groups and five requirements: one yearly, one optional, one whose id looks like a date. */
export const catalogue: RequirementCatalogue = {
  level: 2,
  standard: 'TCVN 14423:2026',
  section: '4',
  use: 'audit',
  groups: [
    {
      id: '4.1',
      slug: 'risk',
      title: both('Quản lý rủi ro'),
      requirements: [
        requirement('4.1.a'),
        requirement('4.1.b', { parameters: { interval: 'P1Y' } }),
        requirement('4.1.c', { kind: 'technical', optional: true }),
      ],
    },
    {
      id: '4.14',
      slug: 'physical',
      title: both('An toàn vật lý'),
      requirements: [requirement('4.14.1'), requirement('4.14.2#1')],
    },
  ],
};

/** A requirement of the catalogue. */
export function requirementOf(id: string): Requirement {
  const found = catalogue.groups
    .flatMap((group) => group.requirements)
    .find((each) => each.id === id);
  if (!found) throw new Error(`no requirement ${id}`);
  return found;
}

/** An answer that counts, with what differs. */
export function answerTo(id: string, more: Partial<RequirementAnswer> = {}): RequirementAnswer {
  return {
    requirement: id,
    digest: requirementOf(id).digest,
    answer: 'met',
    evidence: ['QĐ 12/QĐ-SYT'],
    date: '2026-10-01' as RequirementAnswer['date'],
    assessor: 'Phòng CNTT',
    at: { path: 'checklists/x.yaml', line: 1, pointer: '/answers/0' },
    ...more,
  };
}

/** The form of one system with these answers. */
export function formWith(answers: readonly RequirementAnswer[], assessor?: string): ChecklistForm {
  return {
    agency: { id: 'so-a', name: 'Sở A' },
    system: { id: 'so-a-qlvb', name: 'Hệ thống quản lý văn bản' },
    pack: { id: 'vn-2026', version: '2026.11.0' },
    level: 2,
    levelSource: message('checklist.level.approved'),
    kind: 'self_assessment',
    catalogue,
    answers,
    ...(assessor !== undefined && { assessor }),
    remark: () => undefined,
  };
}
